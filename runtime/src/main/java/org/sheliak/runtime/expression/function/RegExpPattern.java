package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.runtime.value.RegExpValue;
import org.sheliak.runtime.value.Undefined;

/// A regular expression, ready to match.
///
/// Source: ECMA-262 (2024), 22.2.6 and 22.1.3.19 (`GetSubstitution`).
public final class RegExpPattern {
    private static final String FLAGS = "dgimsuvy";

    private final Pattern pattern;
    private final List<String> groupNames;
    private final boolean isGlobal;
    private final boolean isSticky;

    private RegExpPattern(Pattern pattern, List<String> groupNames, String flags) {
        this.pattern = pattern;
        this.groupNames = groupNames;
        this.isGlobal = flags.contains("g");
        this.isSticky = flags.contains("y");
    }

    /// The pattern of an expression.
    ///
    /// @throws org.sheliak.planner.error.SheliakException TYPE_MISMATCH when the expression is not valid
    public static RegExpPattern compile(RegExpValue value) {
        String flags = value.flags();
        boolean isKnown = flags.chars().allMatch(flag -> FLAGS.indexOf(flag) >= 0)
                && flags.chars().distinct().count() == flags.length();
        if (!isKnown) {
            throw Errors.error(ErrorCode.TYPE_MISMATCH, "\"" + flags + "\" are no flags of a regular expression");
        }
        int options = flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        try {
            return new RegExpPattern(
                    Pattern.compile(RegExpSyntax.toJava(value.source(), flags), options),
                    RegExpSyntax.groupNames(value.source()),
                    flags);
        } catch (PatternSyntaxException invalid) {
            throw Errors.error(
                    ErrorCode.TYPE_MISMATCH,
                    "the regular expression " + value + " is not valid: " + invalid.getDescription());
        }
    }

    /// `pattern.test(text)` of an expression that was not used before.
    public boolean test(String text) {
        Matcher matcher = pattern.matcher(text);
        return isSticky ? matcher.lookingAt() : matcher.find();
    }

    /// `text.match(pattern)` of a global expression: all that it finds, in order.
    public List<String> matches(String text) {
        Matcher matcher = pattern.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /// `text.replace(pattern, replacement)`.
    String replace(String text, String replacement) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder replaced = new StringBuilder();
        int end = 0;
        boolean found = isSticky ? matcher.lookingAt() : matcher.find();
        while (found) {
            replaced.append(text, end, matcher.start());
            substitute(replaced, replacement, text, matcher);
            end = matcher.end();
            found = isGlobal && matcher.find() && (!isSticky || matcher.start() == end);
        }
        return replaced.append(text, end, text.length()).toString();
    }

    private void substitute(StringBuilder target, String replacement, String text, Matcher match) {
        for (int i = 0; i < replacement.length(); i++) {
            char character = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
            if (character != '$') {
                target.append(character);
            } else if (next >= '0' && next <= '9') {
                i += appendGroup(target, replacement, i, match);
            } else if (next == '<' && groupNames.stream().anyMatch(name -> !name.isEmpty())) {
                int end = replacement.indexOf('>', i);
                int group = end < 0 ? -1 : groupNames.indexOf(replacement.substring(i + 2, end));
                if (end < 0) {
                    target.append('$');
                } else {
                    target.append(group < 0 ? "" : orEmpty(match.group(group + 1)));
                    i = end;
                }
            } else {
                i += appendSpecial(target, next, text, match.start(), match.end());
            }
        }
    }

    /// Appends what `$1` or `$12` stands for, or the `$` alone; how many characters after the `$` are used up.
    private static int appendGroup(StringBuilder target, String replacement, int dollar, Matcher match) {
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
        Matcher matcher = pattern.matcher(text);
        if (text.isEmpty()) {
            if (!matcher.matches()) {
                parts.add(text);
            }
            return parts;
        }
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            if (!matcher.find(at) || matcher.start() >= text.length()) {
                break;
            }
            if (matcher.end() == start) {
                at = matcher.end() + 1;
                continue;
            }
            if (matcher.end() == matcher.start() && matcher.start() == start) {
                at = start + 1;
                continue;
            }
            parts.add(text.substring(start, matcher.start()));
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String captured = matcher.group(group);
                parts.add(captured == null ? Undefined.UNDEFINED : captured);
            }
            start = matcher.end();
            at = start == matcher.start() ? start + 1 : start;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
