package org.sheliak.planner.expression;

import java.util.List;

/// A node of a parsed Vega expression, with the node names of ESTree.
/// `start` is the offset of the node's first character in the source, for error messages.
///
/// Source: vega-expression/src/ast.js and parser.js @ v6.4.0.
public sealed interface Expression {

    /// Offset of the node's first character in the source.
    int start();

    /// A number, string, boolean, null or regular expression.
    record Literal(LiteralValue value, int start) implements Expression {}

    /// A name: a signal, a constant, `datum`, `event`, `item` or `parent`.
    record Identifier(String name, int start) implements Expression {}

    /// `object.property` or, when `computed`, `object[property]`; a property that is not computed is an [Identifier].
    record MemberExpression(Expression object, Expression property, boolean computed, int start)
            implements Expression {}

    /// `callee(arguments)`; Vega calls functions by name only.
    record CallExpression(String callee, List<Expression> arguments, int start) implements Expression {
        public CallExpression {
            arguments = List.copyOf(arguments);
        }
    }

    /// `operator argument`, where the operator is one of `+ - ! ~`.
    record UnaryExpression(String operator, Expression argument, int start) implements Expression {}

    /// `left operator right` with an arithmetic, bitwise, shift, relational or equality operator, `in` or `instanceof`.
    record BinaryExpression(String operator, Expression left, Expression right, int start) implements Expression {}

    /// `left && right` or `left || right`.
    record LogicalExpression(String operator, Expression left, Expression right, int start) implements Expression {}

    /// `test ? consequent : alternate`.
    record ConditionalExpression(Expression test, Expression consequent, Expression alternate, int start)
            implements Expression {}

    /// `[elements]`.
    record ArrayExpression(List<Expression> elements, int start) implements Expression {
        public ArrayExpression {
            elements = List.copyOf(elements);
        }
    }

    /// `{properties}`.
    record ObjectExpression(List<Property> properties, int start) implements Expression {
        public ObjectExpression {
            properties = List.copyOf(properties);
        }
    }

    /// One `key: value` of an [ObjectExpression]; the key is written as a name, a string or a number.
    record Property(String key, Expression value, int start) {}
}
