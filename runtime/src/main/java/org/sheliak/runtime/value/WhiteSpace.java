package org.sheliak.runtime.value;

/// White space and line terminators as JavaScript counts them (ECMA-262, 12.2 and 12.3).
public final class WhiteSpace {
    private WhiteSpace() {}

    public static boolean matches(char character) {
        return switch (character) {
            case '\t', '\n', '\u000B', '\f', '\r', ' ', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F' -> true;
            case '\u205F', '\u3000', '\uFEFF' -> true;
            default -> character >= '\u2000' && character <= '\u200A';
        };
    }

    /// `text.trim()`.
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && matches(text.charAt(start))) {
            start++;
        }
        while (end > start && matches(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
