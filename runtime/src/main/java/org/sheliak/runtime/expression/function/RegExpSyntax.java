package org.sheliak.runtime.expression.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rewrites a JavaScript regular expression for `java.util.regex`, where the two read the same text differently.
///
/// Differs from Vega: surrogate pairs are one character also without the flag `u`, and a reference to a group that
/// was left out by an alternative fails instead of being empty.
///
/// Source: ECMA-262 (2024), 22.2.1 and B.1.2.
final class RegExpSyntax {
    private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";
    private static final String SPACES =
            "\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    /// Between one of `[A-Za-z0-9_]` and something else; Java's own counts more letters.
    private static final String WORD_BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";

    private final String source;
    private final boolean isMultiline;
    private final boolean isDotAll;
    private final boolean isUnicode;
    private final int groupCount;
    private final List<String> groupNames;
    private final StringBuilder target = new StringBuilder();
    /// The groups that are open, by their number; 0 for one that does not capture.
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Set<Integer> closed = new HashSet<>();
    private int groupsSeen = 0;
    private int position = 0;

    private RegExpSyntax(String source, String flags) {
        this.source = source;
        this.isMultiline = flags.contains("m");
        this.isDotAll = flags.contains("s");
        this.isUnicode = flags.contains("u") || flags.contains("v");
        this.groupNames = groupNames(source);
        this.groupCount = groupNames.size();
    }

    /// The pattern in Java's syntax, for which no flag but those of case is needed.
    static String toJava(String source, String flags) {
        return new RegExpSyntax(source, flags).rewrite();
    }

    /// The names of the capturing groups in order; empty for one without a name.
    static List<String> groupNames(String source) {
        List<String> names = new ArrayList<>();
        boolean inClass = false;
        for (int i = 0; i < source.length(); i++) {
            char character = source.charAt(i);
            if (character == '\\') {
                i++;
            } else if (character == '[') {
                inClass = true;
            } else if (character == ']') {
                inClass = false;
            } else if (character == '(' && !inClass) {
                if (!source.startsWith("?", i + 1)) {
                    names.add("");
                } else if (source.startsWith("?<", i + 1)
                        && !source.startsWith("=", i + 3)
                        && !source.startsWith("!", i + 3)) {
                    names.add(source.substring(i + 3, Math.max(i + 3, source.indexOf('>', i))));
                }
            }
        }
        return names;
    }

    private String rewrite() {
        while (position < source.length()) {
            char character = source.charAt(position);
            switch (character) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '.' -> append(isDotAll ? "[\\x00-\\x{10ffff}]" : "[^" + LINE_ENDS + "]", 1);
                case '^' -> append(isMultiline ? "(?:^|(?<=[" + LINE_ENDS + "]))" : "^", 1);
                case '$' -> append(isMultiline ? "(?=[" + LINE_ENDS + "]|\\z)" : "\\z", 1);
                case '(' -> open();
                case ')' -> close();
                case '{' -> append(isQuantifier() ? "{" : "\\{", 1);
                case '}' -> append(isQuantifierEnd() ? "}" : "\\}", 1);
                case ']' -> append("\\]", 1);
                case '#', ' ' -> append("\\" + character, 1);
                default -> append(String.valueOf(character), 1);
            }
        }
        return target.toString();
    }

    private void append(String text, int consumed) {
        target.append(text);
        position += consumed;
    }

    /// Named groups become plain ones, for Java has a stricter idea of names.
    private void open() {
        if (source.startsWith("?<", position + 1)
                && !source.startsWith("=", position + 3)
                && !source.startsWith("!", position + 3)) {
            int end = source.indexOf('>', position);
            open.push(++groupsSeen);
            append("(", (end < 0 ? source.length() : end + 1) - position);
        } else {
            open.push(source.startsWith("?", position + 1) ? 0 : ++groupsSeen);
            append("(", 1);
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            closed.add(open.pop());
        }
        append(")", 1);
    }

    /// A reference to a group: empty while the group is not closed.
    private String reference(int group) {
        return closed.contains(group) ? "(?:\\" + group + ")" : "(?:)";
    }

    private boolean isQuantifier() {
        int i = position + 1;
        int digits = i;
        while (i < source.length() && Character.isDigit(source.charAt(i))) {
            i++;
        }
        if (i == digits) {
            return false;
        }
        if (i < source.length() && source.charAt(i) == ',') {
            i++;
            while (i < source.length() && Character.isDigit(source.charAt(i))) {
                i++;
            }
        }
        return i < source.length() && source.charAt(i) == '}';
    }

    private boolean isQuantifierEnd() {
        int open = target.lastIndexOf("{");
        return open >= 0
                && (open == 0 || target.charAt(open - 1) != '\\')
                && target.substring(open + 1).matches("\\d+,?\\d*");
    }

    private void characterClass() {
        if (source.startsWith("[^]", position)) {
            append("[\\x00-\\x{10ffff}]", 3);
            return;
        }
        if (source.startsWith("[]", position)) {
            append("(?!)", 2);
            return;
        }
        boolean isNegated = source.startsWith("[^", position);
        append(isNegated ? "[^" : "[", isNegated ? 2 : 1);
        while (position < source.length() && source.charAt(position) != ']') {
            char character = source.charAt(position);
            if (character == '\\') {
                escape(true);
            } else {
                append("[&^#~ ".indexOf(character) >= 0 ? "\\" + character : String.valueOf(character), 1);
            }
        }
        append("]", 1);
    }

    private void escape(boolean inClass) {
        char letter = position + 1 < source.length() ? source.charAt(position + 1) : '\\';
        switch (letter) {
            case 'd', 'D', 'w', 'W', 't', 'n', 'r', 'f' -> append("\\" + letter, 2);
            case 'v' -> append("\\x0b", 2);
            case 's' -> append(inClass ? SPACES : "[" + SPACES + "]", 2);
            case 'S' -> append("[^" + SPACES + "]", 2);
            case 'b' -> append(inClass ? "\\x08" : WORD_BOUNDARY, 2);
            case 'B' -> append(inClass ? "B" : "(?!" + WORD_BOUNDARY + ")", 2);
            case 'c' ->
                append(
                        "\\x{" + Integer.toHexString(source.charAt(Math.min(position + 2, source.length() - 1)) % 32)
                                + "}",
                        3);
            case 'x' -> hex(2);
            case 'u' -> unicode();
            case 'k' -> namedReference();
            case '0' -> append("\\x00", 2);
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> reference(inClass);
            case 'p', 'P' -> append(isUnicode ? "\\" + letter : String.valueOf(letter), 2);
            default -> append(Character.isLetterOrDigit(letter) ? String.valueOf(letter) : "\\" + letter, 2);
        }
    }

    private void hex(int digits) {
        int start = position + 2;
        boolean isHex = start + digits <= source.length()
                && source.substring(start, start + digits).matches("[0-9a-fA-F]+");
        if (isHex) {
            append("\\x{" + source.substring(start, start + digits) + "}", 2 + digits);
        } else {
            append(String.valueOf(source.charAt(position + 1)), 2);
        }
    }

    private void unicode() {
        if (isUnicode && source.startsWith("{", position + 2)) {
            int end = source.indexOf('}', position);
            append("\\x" + source.substring(position + 2, end + 1), end + 1 - position);
        } else {
            hex(4);
        }
    }

    private void namedReference() {
        int end = source.indexOf('>', position);
        int group = end < 0 || !source.startsWith("<", position + 2)
                ? -1
                : groupNames.indexOf(source.substring(position + 3, end));
        if (group < 0) {
            append("k", 2);
        } else {
            append(reference(group + 1), end + 1 - position);
        }
    }

    private void reference(boolean inClass) {
        int end = position + 1;
        while (end < source.length() && Character.isDigit(source.charAt(end))) {
            end++;
        }
        int group = Integer.parseInt(source.substring(position + 1, Math.min(end, position + 5)));
        if (!inClass && group <= groupCount) {
            append(reference(group), end - position);
        } else {
            octal();
        }
    }

    /// Up to three octal digits; a digit that is none stands for itself.
    private void octal() {
        int end = position + 1;
        int code = 0;
        while (end < source.length()
                && end < position + 4
                && "01234567".indexOf(source.charAt(end)) >= 0
                && code * 8 + source.charAt(end) - '0' <= 0xff) {
            code = code * 8 + source.charAt(end++) - '0';
        }
        if (end == position + 1) {
            append(String.valueOf(source.charAt(end)), 2);
        } else {
            append("\\x{" + Integer.toHexString(code) + "}", end - position);
        }
    }
}
