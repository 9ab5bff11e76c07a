package org.sheliak.planner.expression;

import java.util.List;

/// One token of an expression.
///
/// @param text a name, keyword or punctuator as it is meant, a string with its escapes resolved, else as written
/// @param number the value of a number, else 0
/// @param start offset of the token's first character
record Token(Kind kind, String text, double number, int start) {
    /// Punctuators of JavaScript that have no meaning in the expression language.
    private static final List<String> FORBIDDEN =
            List.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=", "=>", "++", "--", ";");

    enum Kind {
        END,
        IDENTIFIER,
        KEYWORD,
        NULL,
        BOOLEAN,
        NUMBER,
        STRING,
        PUNCTUATOR
    }

    boolean is(String punctuator) {
        return kind == Kind.PUNCTUATOR && text.equals(punctuator);
    }

    /// Whether the token can stand after a dot.
    boolean isName() {
        return switch (kind) {
            case IDENTIFIER, KEYWORD, NULL, BOOLEAN -> true;
            case END, NUMBER, STRING, PUNCTUATOR -> false;
        };
    }

    /// Whether the token is a name where a value is expected. Vega looks `if` up among the keys of an object, by text
    /// alone, and so takes the string "if" and the names of JavaScript's object methods in quotes for names, too.
    boolean readsAsName() {
        return kind == Kind.IDENTIFIER || (kind == Kind.KEYWORD && text.equals("if")) || isNameInQuotes();
    }

    /// Whether the token has no place in any expression.
    boolean isForbidden() {
        return kind == Kind.KEYWORD || (kind == Kind.PUNCTUATOR && FORBIDDEN.contains(text));
    }

    /// The token as an error message names it.
    String described() {
        return switch (kind) {
            case END -> "the expression ends";
            case STRING -> "found the string \"" + text + "\"";
            case NUMBER -> "found the number " + text;
            case IDENTIFIER, NULL, BOOLEAN, PUNCTUATOR -> "found '" + text + "'";
            case KEYWORD -> "found the reserved word '" + text + "'";
        };
    }

    private boolean isNameInQuotes() {
        return kind == Kind.STRING
                && switch (text) {
                    case "if",
                            "constructor",
                            "hasOwnProperty",
                            "isPrototypeOf",
                            "propertyIsEnumerable",
                            "toLocaleString",
                            "toString",
                            "valueOf",
                            "__defineGetter__",
                            "__defineSetter__",
                            "__lookupGetter__",
                            "__lookupSetter__",
                            "__proto__" -> true;
                    default -> false;
                };
    }
}
