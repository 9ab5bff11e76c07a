package org.sheliak.runtime.expression.function;

import org.jspecify.annotations.Nullable;

/// What a function of the expression language does.
@FunctionalInterface
public interface ExpressionFunction {

    /// The function's value for these arguments; the caller does not use the array afterwards.
    @Nullable
    Object call(Arguments arguments, EvaluationScope scope);
}
