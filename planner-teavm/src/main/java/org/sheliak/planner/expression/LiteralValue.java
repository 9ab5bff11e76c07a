package org.sheliak.planner.expression;

/// The value of a literal of the expression language.
public sealed interface LiteralValue {

    /// A number.
    record NumberValue(double value) implements LiteralValue {}

    /// A string, with its escapes resolved.
    record StringValue(String value) implements LiteralValue {}

    /// `true` or `false`.
    record BooleanValue(boolean value) implements LiteralValue {}

    /// `null`.
    record NullValue() implements LiteralValue {}

    /// A regular expression in JavaScript's syntax.
    record RegExpValue(String pattern, String flags) implements LiteralValue {}
}
