package org.sheliak.runtime.regexp;

import java.util.regex.PatternSyntaxException;

/// A place in the source of a pattern, which moves on as the pattern is read.
final class PatternReader {
    /// What [#peek] gives behind the end.
    static final int END = -1;

    private final String source;
    private int index;

    PatternReader(String source) {
        this.source = source;
    }

    int index() {
        return index;
    }

    void moveTo(int newIndex) {
        index = newIndex;
    }

    boolean isAtEnd() {
        return index >= source.length();
    }

    /// The next UTF-16 unit, or [#END].
    int peek() {
        return isAtEnd() ? END : source.charAt(index);
    }

    boolean isAt(String text) {
        return source.startsWith(text, index);
    }

    /// Moves behind a text if it comes next.
    boolean skip(String text) {
        if (!isAt(text)) {
            return false;
        }
        index += text.length();
        return true;
    }

    /// @throws PatternSyntaxException when the text does not come next
    void expect(String text, String problem) {
        if (!skip(text)) {
            throw error(problem);
        }
    }

    /// The next UTF-16 unit, or code point.
    int next(boolean isUnicode) {
        if (isAtEnd()) {
            throw error("it ends too early");
        }
        int character = isUnicode ? source.codePointAt(index) : source.charAt(index);
        index += Character.charCount(character);
        return character;
    }

    /// The value of so many digits of a radix, or -1, and then the place stays.
    int digits(int count, int radix) {
        if (index + count > source.length()) {
            return -1;
        }
        int value = 0;
        for (int i = index; i < index + count; i++) {
            int digit = source.charAt(i) < 128 ? Character.digit(source.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        index += count;
        return value;
    }

    /// The value of the decimal digits that come next, at most [Integer#MAX_VALUE], or -1 when there are none.
    int decimal() {
        long value = -1;
        while (peek() >= '0' && peek() <= '9') {
            value = Math.min(Integer.MAX_VALUE, Math.max(value, 0) * 10 + (peek() - '0'));
            index++;
        }
        return (int) value;
    }

    /// The text up to a character, and moves behind that.
    String until(char end, String problem) {
        int at = source.indexOf(end, index);
        if (at < 0) {
            throw error(problem);
        }
        String text = source.substring(index, at);
        index = at + 1;
        return text;
    }

    PatternSyntaxException error(String problem) {
        return new PatternSyntaxException(problem, source, index);
    }
}
