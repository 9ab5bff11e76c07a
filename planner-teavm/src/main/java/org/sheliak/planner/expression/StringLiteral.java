package org.sheliak.planner.expression;

import static org.sheliak.planner.expression.ExpressionLexer.error;

import org.sheliak.planner.json.Numbers;

/// A string literal of an expression.
///
/// Source: vega-expression/src/parser.js @ v6.4.0 (scanStringLiteral).
///
/// @param value the string with its escapes resolved
/// @param end offset of the first character after the closing quote
record StringLiteral(String value, int end) {

    /// Reads the literal whose opening quote is at `start`.
    static StringLiteral read(String source, int start) {
        Reader reader = new Reader(source, start);
        reader.readToClosingQuote();
        return new StringLiteral(reader.value.toString(), reader.index);
    }

    /// The character that `count` hexadecimal digits from `start` on name.
    static char hexEscape(String source, int start, int count) {
        int code = 0;
        for (int i = start; i < start + count; i++) {
            int digit = i < source.length() ? Numbers.hexDigit(source.charAt(i)) : -1;
            if (digit < 0) {
                throw error(start, "the escape needs " + count + " hexadecimal digits");
            }
            code = (code << 4) | digit;
        }
        return (char) code;
    }

    private static final class Reader {
        private final String source;
        private final int start;
        private final StringBuilder value = new StringBuilder();
        private int index;

        Reader(String source, int start) {
            this.source = source;
            this.start = start;
            this.index = start + 1;
        }

        void readToClosingQuote() {
            char quote = source.charAt(start);
            copyPlainRun(quote);
            while (peek() != quote) {
                if (peek() != '\\') {
                    throw error(index, "a string cannot go over a line break; write it as \\n");
                }
                index++;
                readEscape();
                copyPlainRun(quote);
            }
            index++;
        }

        /// Copies what stands for itself in one go.
        private void copyPlainRun(char quote) {
            int runStart = index;
            while (index < source.length()
                    && source.charAt(index) != quote
                    && source.charAt(index) != '\\'
                    && !ExpressionLexer.isLineTerminator(source.charAt(index))) {
                index++;
            }
            value.append(source, runStart, index);
        }

        private char peek() {
            if (index >= source.length()) {
                throw error(start, "the string has no closing quote");
            }
            return source.charAt(index);
        }

        private void readEscape() {
            char escape = peek();
            index++;
            switch (escape) {
                case 'u' -> readCodeEscape(4);
                case 'x' -> readCodeEscape(2);
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case 'b' -> value.append('\b');
                case 'f' -> value.append('\f');
                case 'v' -> value.append('\u000b');
                case '0', '1', '2', '3', '4', '5', '6', '7' -> readZero(escape);
                case '\r' -> index += index < source.length() && source.charAt(index) == '\n' ? 1 : 0;
                case '\n', '\u2028', '\u2029' -> {
                    // A line that ends with a backslash goes on in the next one.
                }
                default -> value.append(escape);
            }
        }

        /// `\0` is the one escape of its kind that strict JavaScript knows.
        private void readZero(char digit) {
            boolean isOctal = digit != '0' || (peek() >= '0' && peek() <= '7');
            if (isOctal) {
                throw error(index - 2, "octal escapes are not part of the expression language");
            }
            value.append('\0');
        }

        /// Braces may follow `x` as well as `u`: Vega's lexer makes no difference.
        private void readCodeEscape(int digits) {
            if (peek() == '{') {
                index++;
                readCodePoint();
            } else {
                value.append(hexEscape(source, index, digits));
                index += digits;
            }
        }

        private void readCodePoint() {
            int first = index;
            int code = 0;
            while (peek() != '}') {
                int digit = Numbers.hexDigit(peek());
                if (digit < 0) {
                    throw error(index, "expected hexadecimal digits and '}'");
                }
                code = (code << 4) | digit;
                if (code > Character.MAX_CODE_POINT) {
                    throw error(first, "the escape names no character: the last one is \\u{10ffff}");
                }
                index++;
            }
            if (index == first) {
                throw error(first, "the escape needs a hexadecimal digit");
            }
            index++;
            value.appendCodePoint(code);
        }
    }
}
