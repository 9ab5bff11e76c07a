package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.runtime.regexp.RegExp;
import org.sheliak.runtime.regexp.RegExpMatch;
import org.sheliak.runtime.value.RegExpValue;
import org.sheliak.runtime.value.Undefined;

/// A regular expression, ready to match.
///
/// Source: ECMA-262 (2024), 22.2.6 and 22.1.3.19 (`GetSubstitution`).
public final class RegExpPattern {
    private final RegExp regExp;

    private RegExpPattern(RegExp regExp) {
        this.regExp = regExp;
    }

    /// The pattern of an expression.
    ///
    /// @throws org.sheliak.planner.error.SheliakException TYPE_MISMATCH when the expression is not valid
    public static RegExpPattern compile(RegExpValue value) {
        try {
            return new RegExpPattern(RegExp.of(value.source(), value.flags()));
        } catch (PatternSyntaxException invalid) {
            throw Errors.error(
                    ErrorCode.TYPE_MISMATCH,
                    "the regular expression " + value + " is not valid: " + invalid.getDescription());
        }
    }

    /// `pattern.test(text)` of an expression that was not used before.
    public boolean test(String text) {
        return regExp.find(text, 0) != null;
    }

    /// `text.match(pattern)` of a global expression: all that it finds, in order.
    public List<String> matches(String text) {
        List<String> found = new ArrayList<>();
        for (RegExpMatch match : all(text)) {
            found.add(text.substring(match.start(), match.end()));
        }
        return found;
    }

    private List<RegExpMatch> first(String text) {
        RegExpMatch match = regExp.find(text, 0);
        return match == null ? List.of() : List.of(match);
    }

    /// The matches one after the other; an empty one is followed by a search from the next character on.
    private List<RegExpMatch> all(String text) {
        List<RegExpMatch> matches = new ArrayList<>();
        RegExpMatch match = regExp.find(text, 0);
        while (match != null) {
            matches.add(match);
            int from = match.end() == match.start() ? regExp.next(text, match.end()) : match.end();
            match = from > text.length() ? null : regExp.find(text, from);
        }
        return matches;
    }

    /// `text.replace(pattern, replacement)`.
    String replace(String text, String replacement) {
        StringBuilder replaced = new StringBuilder();
        int end = 0;
        for (RegExpMatch match : regExp.isGlobal() ? all(text) : first(text)) {
            replaced.append(text, end, match.start());
            substitute(replaced, replacement, text, match);
            end = match.end();
        }
        return replaced.append(text, end, text.length()).toString();
    }

    private void substitute(StringBuilder target, String replacement, String text, RegExpMatch match) {
        for (int i = 0; i < replacement.length(); i++) {
            char character = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
            if (character != '$') {
                target.append(character);
            } else if (next >= '0' && next <= '9') {
                i += appendGroup(target, replacement, i, match);
            } else if (next == '<' && regExp.hasNamedGroups()) {
                int end = replacement.indexOf('>', i);
                int group = end < 0 ? 0 : regExp.groupNamed(replacement.substring(i + 2, end));
                if (end < 0) {
                    target.append('$');
                } else {
                    target.append(group == 0 ? "" : orEmpty(match.group(group)));
                    i = end;
                }
            } else {
                i += appendSpecial(target, next, text, match.start(), match.end());
            }
        }
    }

    /// Appends what `$1` or `$12` stands for, or the `$` alone; how many characters after the `$` are used up.
    private static int appendGroup(StringBuilder target, String replacement, int dollar, RegExpMatch match) {
        int one = replacement.charAt(dollar + 1) - '0';
        char second = dollar + 2 < replacement.length() ? replacement.charAt(dollar + 2) : 0;
        int two = second >= '0' && second <= '9' ? one * 10 + second - '0' : 0;
        if (two >= 1 && two <= match.groupCount()) {
            target.append(orEmpty(match.group(two)));
            return 2;
        }
        if (one >= 1 && one <= match.groupCount()) {
            target.append(orEmpty(match.group(one)));
            return 1;
        }
        target.append('$');
        return 0;
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    /// Appends what `$$`, `$&`, `` $` `` or `$'` stands for, or the `$` alone; how many more characters are used up.
    private static int appendSpecial(StringBuilder target, char letter, String text, int start, int end) {
        switch (letter) {
            case '$' -> target.append('$');
            case '&' -> target.append(text, start, end);
            case '`' -> target.append(text, 0, start);
            case '\'' -> target.append(text, end, text.length());
            default -> {
                target.append('$');
                return 0;
            }
        }
        return 1;
    }

    /// `text.replace(search, replacement)` with a text to search for: its first place only.
    static String replaceText(String text, String search, String replacement) {
        int start = text.indexOf(search);
        if (start < 0) {
            return text;
        }
        int end = start + search.length();
        StringBuilder replaced = new StringBuilder(text.substring(0, start));
        for (int i = 0; i < replacement.length(); i++) {
            if (replacement.charAt(i) == '$') {
                char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
                i += appendSpecial(replaced, next, text, start, end);
            } else {
                replaced.append(replacement.charAt(i));
            }
        }
        return replaced.append(text.substring(end)).toString();
    }

    /// `text.split(pattern)`: the parts between the matches, and the groups of each match.
    List<@Nullable Object> split(String text) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (text.isEmpty()) {
            if (regExp.matchAt(text, 0) == null) {
                parts.add(text);
            }
            return parts;
        }
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            RegExpMatch match = regExp.matchAt(text, at);
            if (match == null || match.end() == start) {
                at = regExp.next(text, at);
                continue;
            }
            parts.add(text.substring(start, at));
            for (int group = 1; group <= match.groupCount(); group++) {
                String captured = match.group(group);
                parts.add(captured == null ? Undefined.UNDEFINED : captured);
            }
            start = match.end();
            at = start;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
