package org.sheliak.planner.expression;

import org.sheliak.planner.expression.Token.Kind;

/// Precedences: the higher one binds more tightly.
///
/// Source: vega-expression/src/parser.js @ v6.4.0 (binaryPrecedence).
final class Operators {
    static final int CONDITIONAL = 0;
    static final int LEAST_BINARY = 1;
    static final int UNARY = 11;
    static final int MEMBER = 12;

    private static final int NONE = -1;

    private Operators() {}

    /// The precedence of a token that stands after an operand; -1 when it is no binary operator.
    static int precedence(Token token) {
        return token.kind() == Kind.PUNCTUATOR || token.kind() == Kind.KEYWORD ? precedence(token.text()) : NONE;
    }

    static int precedence(String operator) {
        return switch (operator) {
            case "||" -> 1;
            case "&&" -> 2;
            case "|" -> 3;
            case "^" -> 4;
            case "&" -> 5;
            case "==", "!=", "===", "!==" -> 6;
            case "<", ">", "<=", ">=", "instanceof", "in" -> 7;
            case "<<", ">>", ">>>" -> 8;
            case "+", "-" -> 9;
            case "*", "/", "%" -> 10;
            default -> NONE;
        };
    }

    static boolean isLogical(String operator) {
        return operator.equals("||") || operator.equals("&&");
    }
}
