package org.sheliak.runtime.expression.function;

/// A function of the expression language by its name.
///
/// @param least how many arguments it must have
/// @param most how many arguments it may have
/// @param isDeterministic whether the value depends on the arguments, signals, data sets and time zone only
public record FunctionDefinition(String name, int least, int most, boolean isDeterministic, ExpressionFunction body) {

    /// A function that takes any number of arguments and ignores those that it has no use for.
    public static FunctionDefinition of(String name, ExpressionFunction body) {
        return new FunctionDefinition(name, 0, Integer.MAX_VALUE, true, body);
    }

    /// The same function, for which so many arguments must be given.
    public FunctionDefinition atLeast(int arguments) {
        return new FunctionDefinition(name, arguments, most, isDeterministic, body);
    }

    /// The same function, for which exactly so many arguments must be given.
    public FunctionDefinition exactly(int arguments) {
        return new FunctionDefinition(name, arguments, arguments, isDeterministic, body);
    }

    /// The same function, whose value differs from call to call.
    public FunctionDefinition varying() {
        return new FunctionDefinition(name, least, most, false, body);
    }
}
