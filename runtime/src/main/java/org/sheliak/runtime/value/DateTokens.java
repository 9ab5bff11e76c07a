package org.sheliak.runtime.value;

import org.jspecify.annotations.Nullable;

/// Splits the text of a date into numbers, words, signs and separators.
///
/// Source: v8/src/date/dateparser.h @ 11.3 (tokens) and dateparser.cc (keywords).
final class DateTokens {
    private static final int MAX_SIGNIFICANT_DIGITS = 9;
    private static final int PREFIX_LENGTH = 3;

    enum Kind {
        END,
        NUMBER,
        SYMBOL,
        SPACE,
        WORD,
        UNKNOWN
    }

    /// What a word means, told by its first three letters; only names of months may be longer.
    enum Meaning {
        MONTH,
        AM_PM,
        ZONE,
        TIME_SEPARATOR,
        NONE
    }

    /// @param number value of a number, character of a symbol, or what a word stands for (month from 1, hours)
    record Token(Kind kind, Meaning meaning, int number, int length) {
        boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        boolean isNumber(int digits) {
            return kind == Kind.NUMBER && length == digits;
        }

        boolean isSymbol(char symbol) {
            return kind == Kind.SYMBOL && number == symbol;
        }

        boolean isSign() {
            return isSymbol('+') || isSymbol('-');
        }

        int sign() {
            return 44 - number;
        }

        boolean isWord(Meaning wanted) {
            return kind == Kind.WORD && meaning == wanted;
        }

        boolean isZ() {
            return isWord(Meaning.ZONE) && length == 1;
        }

        boolean isEnd() {
            return kind == Kind.END;
        }

        /// The first three digits of a fraction of a second.
        int milliseconds() {
            return switch (length) {
                case 1 -> number * 100;
                case 2 -> number * 10;
                default -> {
                    int fraction = number;
                    for (int digits = Math.min(length, MAX_SIGNIFICANT_DIGITS); digits > 3; digits--) {
                        fraction /= 10;
                    }
                    yield fraction;
                }
            };
        }
    }

    private final String text;
    private int position = 0;
    private @Nullable Token peeked;

    DateTokens(String text) {
        this.text = text;
    }

    Token peek() {
        if (peeked == null) {
            peeked = scan();
        }
        return peeked;
    }

    Token next() {
        Token token = peek();
        peeked = scan();
        return token;
    }

    /// Whether the next token is this symbol, which is then consumed.
    boolean skip(char symbol) {
        if (!peek().isSymbol(symbol)) {
            return false;
        }
        next();
        return true;
    }

    private Token scan() {
        if (position >= text.length()) {
            return new Token(Kind.END, Meaning.NONE, 0, 0);
        }
        char character = text.charAt(position);
        if (isDigit(character)) {
            return number();
        }
        if (":-+.)".indexOf(character) >= 0) {
            position++;
            return new Token(Kind.SYMBOL, Meaning.NONE, character, 1);
        }
        if (character >= 'A' && !WhiteSpace.matches(character)) {
            return word();
        }
        if (WhiteSpace.matches(character)) {
            position++;
            return new Token(Kind.SPACE, Meaning.NONE, 0, 1);
        }
        if (character == '(') {
            skipParentheses();
        } else {
            position++;
        }
        return new Token(Kind.UNKNOWN, Meaning.NONE, 0, 0);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private Token number() {
        int start = position;
        while (position < text.length() && text.charAt(position) == '0') {
            position++;
        }
        int number = 0;
        for (int digits = 0; position < text.length() && isDigit(text.charAt(position)); digits++, position++) {
            if (digits < MAX_SIGNIFICANT_DIGITS) {
                number = number * 10 + text.charAt(position) - '0';
            }
        }
        return new Token(Kind.NUMBER, Meaning.NONE, number, position - start);
    }

    private Token word() {
        int start = position;
        StringBuilder prefix = new StringBuilder();
        while (position < text.length() && text.charAt(position) >= 'A' && !WhiteSpace.matches(text.charAt(position))) {
            if (prefix.length() < PREFIX_LENGTH) {
                prefix.append((char) (text.charAt(position) | 0x20));
            }
            position++;
        }
        int length = position - start;
        Token month = month(prefix.toString(), length);
        return month != null || length > PREFIX_LENGTH
                ? month == null ? new Token(Kind.WORD, Meaning.NONE, 0, length) : month
                : shortWord(prefix.toString(), length);
    }

    private static @Nullable Token month(String prefix, int length) {
        int index = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(prefix);
        return prefix.length() == PREFIX_LENGTH && index >= 0 && index % PREFIX_LENGTH == 0
                ? new Token(Kind.WORD, Meaning.MONTH, index / PREFIX_LENGTH + 1, length)
                : null;
    }

    private static Token shortWord(String word, int length) {
        return switch (word) {
            case "am" -> new Token(Kind.WORD, Meaning.AM_PM, 0, length);
            case "pm" -> new Token(Kind.WORD, Meaning.AM_PM, 12, length);
            case "t" -> new Token(Kind.WORD, Meaning.TIME_SEPARATOR, 0, length);
            case "ut", "utc", "z", "gmt" -> new Token(Kind.WORD, Meaning.ZONE, 0, length);
            case "edt" -> new Token(Kind.WORD, Meaning.ZONE, -4, length);
            case "est", "cdt" -> new Token(Kind.WORD, Meaning.ZONE, -5, length);
            case "cst", "mdt" -> new Token(Kind.WORD, Meaning.ZONE, -6, length);
            case "mst", "pdt" -> new Token(Kind.WORD, Meaning.ZONE, -7, length);
            case "pst" -> new Token(Kind.WORD, Meaning.ZONE, -8, length);
            default -> new Token(Kind.WORD, Meaning.NONE, 0, length);
        };
    }

    private void skipParentheses() {
        int open = 0;
        do {
            char character = text.charAt(position++);
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
        } while (open > 0 && position < text.length());
    }
}
