package org.sheliak.planner.expression;

import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.expression.LiteralValue.RegExpValue;
import org.sheliak.planner.expression.Token.Kind;
import org.sheliak.planner.json.Numbers;

/// Splits an expression into tokens, one at a time: only the parser knows whether a slash begins a regular expression.
///
/// Source: vega-expression/src/parser.js @ v6.4.0.
final class ExpressionLexer {
    private static final String REGEXP_FLAGS = "gimuy";

    private final String source;
    private int index;

    ExpressionLexer(String source) {
        this.source = source;
    }

    /// The next token; after the last one, a token of kind END.
    Token next() {
        skipWhiteSpace();
        int start = index;
        if (index == source.length()) {
            return new Token(Kind.END, "", 0, start);
        }
        char first = source.charAt(index);
        if (first == '\\' || IdentifierCharacters.isStart(first)) {
            return nextName();
        }
        if (first == '\'' || first == '"') {
            StringLiteral literal = StringLiteral.read(source, start);
            index = literal.end();
            return new Token(Kind.STRING, literal.value(), 0, start);
        }
        if (isDigit(index) || (first == '.' && isDigit(index + 1))) {
            return nextNumber();
        }
        return nextPunctuator();
    }

    /// Reads the regular expression that begins with the slash at `start`, and goes on after it.
    RegExpValue nextRegExp(int start) {
        index = start + 1;
        boolean isInClass = false;
        while (!isAt('/') || isInClass) {
            if (isAt('\\')) {
                index++;
            } else {
                isInClass = isAt('[') || (isInClass && !isAt(']'));
            }
            if (index >= source.length() || isLineTerminator(source.charAt(index))) {
                throw error(start, "the regular expression has no closing '/'");
            }
            index++;
        }
        String pattern = source.substring(start + 1, index);
        int flagsStart = ++index;
        while (index < source.length() && IdentifierCharacters.isPart(source.charAt(index))) {
            char flag = source.charAt(index);
            if (REGEXP_FLAGS.indexOf(flag) < 0) {
                throw error(index, "unknown flag '" + flag + "' of a regular expression");
            }
            if (source.indexOf(flag, flagsStart) < index) {
                throw error(index, "flag '" + flag + "' of the regular expression stands twice");
            }
            index++;
        }
        RegExpValue regExp = new RegExpValue(pattern, source.substring(flagsStart, index));
        RegExpSyntax.check(regExp, start + 1);
        return regExp;
    }

    /// An EXPRESSION_SYNTAX error at an offset.
    static SheliakException error(int offset, String message) {
        return new SheliakException(ErrorCode.EXPRESSION_SYNTAX, new SourceLocation("", offset), message);
    }

    static boolean isLineTerminator(char character) {
        return character == '\n' || character == '\r' || character == '\u2028' || character == '\u2029';
    }

    private Token nextName() {
        int start = index;
        while (index < source.length() && IdentifierCharacters.isPart(source.charAt(index))) {
            index++;
        }
        String name = source.substring(start, index);
        return nameToken(isAt('\\') ? name + readEscapedName(name.isEmpty()) : name, start);
    }

    /// Reads the part of a name that begins with its first escape.
    private String readEscapedName(boolean isAtStart) {
        StringBuilder name = new StringBuilder();
        while (index < source.length()) {
            int characterStart = index;
            boolean isEscape = isAt('\\');
            char character = isEscape ? readNameEscape() : source.charAt(index++);
            boolean fits = (isAtStart && name.isEmpty())
                    ? IdentifierCharacters.isStart(character)
                    : IdentifierCharacters.isPart(character);
            if (!fits && isEscape) {
                throw error(characterStart, "an escape that stands for no letter or digit cannot be part of a name");
            }
            if (!fits) {
                index = characterStart;
                break;
            }
            name.append(character);
        }
        return name.toString();
    }

    private char readNameEscape() {
        int start = index++;
        if (!isAt('u')) {
            throw error(start, "a '\\' in a name must begin an escape such as \\u00e9");
        }
        index += 5;
        return StringLiteral.hexEscape(source, start + 2, 4);
    }

    private static Token nameToken(String name, int start) {
        Kind kind = switch (name) {
            case "null" -> Kind.NULL;
            case "true", "false" -> Kind.BOOLEAN;
            case "if",
                    "in",
                    "do",
                    "var",
                    "for",
                    "new",
                    "try",
                    "let",
                    "this",
                    "else",
                    "case",
                    "void",
                    "with",
                    "enum",
                    "while",
                    "break",
                    "catch",
                    "throw",
                    "const",
                    "yield",
                    "class",
                    "super",
                    "return",
                    "typeof",
                    "delete",
                    "switch",
                    "export",
                    "import",
                    "public",
                    "static",
                    "default",
                    "finally",
                    "extends",
                    "package",
                    "private",
                    "function",
                    "continue",
                    "debugger",
                    "interface",
                    "protected",
                    "instanceof",
                    "implements" -> Kind.KEYWORD;
            default -> Kind.IDENTIFIER;
        };
        return new Token(kind, name, 0, start);
    }

    private Token nextPunctuator() {
        int start = index;
        if (source.startsWith("//", start)) {
            throw error(start, "comments are not part of the expression language");
        }
        index += punctuatorLength(source.charAt(start));
        if (index == start) {
            String character = source.substring(start, source.offsetByCodePoints(start, 1));
            throw error(start, "the character '" + character + "' is not part of the expression language");
        }
        return new Token(Kind.PUNCTUATOR, source.substring(start, index), 0, start);
    }

    /// The length of JavaScript's longest punctuator here; 0 when there is none.
    private int punctuatorLength(char first) {
        return switch (first) {
            case '.', '(', ')', ';', ',', '{', '}', '[', ']', ':', '?', '~' -> 1;
            case '*', '/', '%', '^' -> isAt(1, '=') ? 2 : 1;
            case '+', '-', '&', '|' -> isAt(1, '=') || isAt(1, first) ? 2 : 1;
            case '!' -> 1 + run(1, '=', 2);
            case '=' -> isAt(1, '>') ? 2 : 1 + run(1, '=', 2);
            case '<' -> withEqualsSign(run(0, '<', 2));
            case '>' -> withEqualsSign(run(0, '>', 3));
            default -> 0;
        };
    }

    private int withEqualsSign(int length) {
        return isAt(length, '=') ? length + 1 : length;
    }

    /// How often a character is repeated from `ahead` of the index on, up to a limit.
    private int run(int ahead, char character, int limit) {
        int length = 0;
        while (length < limit && isAt(ahead + length, character)) {
            length++;
        }
        return length;
    }

    private Token nextNumber() {
        int start = index;
        if (isAt('0') && (isAt(1, 'x') || isAt(1, 'X'))) {
            return nextHexNumber();
        }
        if (isAt('0') && isDigit(index + 1)) {
            throw error(start, "a number cannot begin with 0 and another digit");
        }
        skipDigits();
        if (isAt('.')) {
            index++;
            skipDigits();
        }
        if (isAt('e') || isAt('E')) {
            index++;
            if (isAt('+') || isAt('-')) {
                index++;
            }
            if (!isDigit(index)) {
                throw error(start, "the number's exponent has no digits");
            }
            skipDigits();
        }
        String literal = source.substring(start, index);
        return endNumber(start, Numbers.parse(literal));
    }

    private Token nextHexNumber() {
        int start = index;
        index += 2;
        while (index < source.length() && Numbers.hexDigit(source.charAt(index)) >= 0) {
            index++;
        }
        if (index == start + 2) {
            throw error(start, "the number has no digits after '" + source.substring(start, index) + "'");
        }
        return endNumber(start, HexNumbers.parse(source.substring(start + 2, index)));
    }

    private Token endNumber(int start, double value) {
        if (index < source.length()
                && (source.charAt(index) == '\\' || IdentifierCharacters.isStart(source.charAt(index)))) {
            throw error(index, "found '" + source.charAt(index) + "' directly after a number");
        }
        return new Token(Kind.NUMBER, source.substring(start, index), value, start);
    }

    private void skipDigits() {
        while (isDigit(index)) {
            index++;
        }
    }

    private boolean isDigit(int at) {
        return at < source.length() && source.charAt(at) >= '0' && source.charAt(at) <= '9';
    }

    private boolean isAt(char expected) {
        return isAt(0, expected);
    }

    private boolean isAt(int ahead, char expected) {
        return index + ahead < source.length() && source.charAt(index + ahead) == expected;
    }

    private void skipWhiteSpace() {
        while (index < source.length() && isWhiteSpace(source.charAt(index))) {
            index++;
        }
    }

    private static boolean isWhiteSpace(char character) {
        return switch (character) {
            case ' ', '\t', '\u000b', '\f', '\u00a0', '\u1680', '\u180e', '\u202f', '\u205f', '\u3000', '\ufeff' ->
                true;
            default -> (character >= '\u2000' && character <= '\u200a') || isLineTerminator(character);
        };
    }
}
