package org.sheliak.runtime.regexp;

import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/// Reads what stands behind a backslash and is a character or a set of characters.
///
/// Source: ECMA-262 (2024), 22.2.1 and, without the flags `u` and `v`, B.1.2.
final class EscapeParser {
    private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";
    private static final String SET_PUNCTUATORS = "&-!#%,:;<=>@`~";

    private final PatternReader reader;
    private final PatternFlags flags;

    EscapeParser(PatternReader reader, PatternFlags flags) {
        this.reader = reader;
        this.flags = flags;
    }

    /// The set of `\d`, `\s`, `\w`, `\p{…}` and their complements, if one of them comes next.
    Optional<CharacterSet> set() {
        int start = reader.index();
        int letter = reader.peek();
        boolean isProperty = flags.isUnicode() && (letter == 'p' || letter == 'P');
        if (letter == PatternReader.END || (!isProperty && "dDsSwW".indexOf(letter) < 0)) {
            return Optional.empty();
        }
        reader.next(false);
        return Optional.of(
                switch (letter) {
                    case 'd' -> CharacterSet.DIGITS;
                    case 'D' -> CharacterSet.DIGITS.complement();
                    case 's' -> CharacterSet.SPACES;
                    case 'S' -> CharacterSet.SPACES.complement();
                    case 'w' -> word();
                    case 'W' -> word().complement();
                    default -> property(letter == 'P', start);
                });
    }

    /// With `u` and `i`, what folds to a letter of ASCII is a word character too.
    CharacterSet word() {
        return flags.isUnicode() ? flags.folding().closed(CharacterSet.WORD) : CharacterSet.WORD;
    }

    private CharacterSet property(boolean isComplement, int start) {
        reader.expect("{", "a property stands in braces: \\p{L}");
        String name = reader.until('}', "the brace of a property is not closed");
        try {
            CharacterSet set = CharacterProperties.named(name);
            return isComplement ? set.complement() : set;
        } catch (PatternSyntaxException unknown) {
            reader.moveTo(start);
            throw reader.error(unknown.getDescription());
        }
    }

    /// The character that an escape stands for.
    ///
    /// @param isInClass whether it stands between brackets
    int character(boolean isInClass) {
        if (reader.isAtEnd()) {
            throw reader.error("a backslash stands at the end");
        }
        int letter = reader.peek();
        return switch (letter) {
            case 'f' -> skipped('\f');
            case 'n' -> skipped('\n');
            case 'r' -> skipped('\r');
            case 't' -> skipped('\t');
            case 'v' -> skipped(0x0b);
            case 'c' -> control(isInClass);
            case 'x' -> hexadecimal();
            case 'u' -> unicode();
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> identity(isInClass);
        };
    }

    private int skipped(int character) {
        reader.next(false);
        return character;
    }

    /// `\cJ`; without a letter behind it, the backslash stands for itself.
    private int control(boolean isInClass) {
        int start = reader.index();
        reader.next(false);
        int letter = reader.peek();
        boolean isLetter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        boolean isOfClass = !flags.isUnicode() && isInClass && ((letter >= '0' && letter <= '9') || letter == '_');
        if (isLetter || isOfClass) {
            reader.next(false);
            return letter % 32;
        }
        if (flags.isUnicode()) {
            throw reader.error("\\c expects a letter");
        }
        reader.moveTo(start);
        return '\\';
    }

    private int hexadecimal() {
        reader.next(false);
        int code = reader.digits(2, 16);
        if (code < 0 && flags.isUnicode()) {
            throw reader.error("\\x expects two hexadecimal digits");
        }
        return code < 0 ? 'x' : code;
    }

    private int unicode() {
        reader.next(false);
        if (flags.isUnicode() && reader.skip("{")) {
            return codePoint(reader.until('}', "the brace of \\u{ is not closed"));
        }
        int unit = reader.digits(4, 16);
        if (unit < 0) {
            if (flags.isUnicode()) {
                throw reader.error("\\u expects four hexadecimal digits");
            }
            return 'u';
        }
        return flags.isUnicode() && Character.isHighSurrogate((char) unit) ? joined((char) unit) : unit;
    }

    private int codePoint(String digits) {
        boolean isNumber =
                !digits.isEmpty() && digits.chars().allMatch(digit -> digit < 128 && Character.digit(digit, 16) >= 0);
        String significant = digits.replaceFirst("^0+(?=.)", "");
        int code = isNumber && significant.length() <= 6 ? Integer.parseInt(significant, 16) : -1;
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            throw reader.error("\\u{" + digits + "} is no code point");
        }
        return code;
    }

    /// The code point of two escapes in a row, of which the first is the high half of a surrogate pair.
    private int joined(char high) {
        int start = reader.index();
        int low = reader.skip("\\u") ? reader.digits(4, 16) : -1;
        if (low >= 0 && Character.isLowSurrogate((char) low)) {
            return Character.toCodePoint(high, (char) low);
        }
        reader.moveTo(start);
        return high;
    }

    /// `\0`, or, without `u`, up to three octal digits; an 8 or 9 stands for itself.
    private int number() {
        int first = reader.next(false) - '0';
        boolean isDigitNext = reader.peek() >= '0' && reader.peek() <= '9';
        if (flags.isUnicode()) {
            if (first != 0 || isDigitNext) {
                throw reader.error("there is no such group");
            }
            return 0;
        }
        if (first >= 8) {
            return '0' + first;
        }
        int code = first;
        for (int digits = 1; digits < 3 && reader.peek() >= '0' && reader.peek() <= '7'; digits++) {
            int longer = code * 8 + reader.peek() - '0';
            if (longer > 0xff) {
                break;
            }
            code = longer;
            reader.next(false);
        }
        return code;
    }

    private int identity(boolean isInClass) {
        int character = reader.next(flags.isUnicode());
        boolean isAllowed = !flags.isUnicode()
                || SYNTAX_CHARACTERS.indexOf(character) >= 0
                || (isInClass && character == '-')
                || (isInClass && flags.hasSets() && SET_PUNCTUATORS.indexOf(character) >= 0);
        if (!isAllowed) {
            throw reader.error("\\" + Character.toString(character) + " is no escape");
        }
        return character;
    }
}
