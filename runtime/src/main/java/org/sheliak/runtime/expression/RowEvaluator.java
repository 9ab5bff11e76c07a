package org.sheliak.runtime.expression;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.expression.function.EvaluationScope;

/// A node of an expression that is evaluated row by row, with JavaScript's semantics.
@FunctionalInterface
interface RowEvaluator {

    /// The node's value for the row on which the scope stands.
    @Nullable
    Object evaluate(EvaluationScope scope);
}
