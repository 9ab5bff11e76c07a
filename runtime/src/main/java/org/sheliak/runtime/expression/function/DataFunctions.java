package org.sheliak.runtime.expression.function;

import java.util.List;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.runtime.value.Undefined;

/// Functions of data sets.
///
/// Source: vega-functions/src/functions/data.js, inscope.js @ v6.4.0.
final class DataFunctions {
    private DataFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("data", (arguments, scope) -> scope.rows(scope.text(arguments.get(0))))
                        .atLeast(1),
                FunctionDefinition.of("indata", DataFunctions::indata).atLeast(2),
                FunctionDefinition.of("inScope", (arguments, _) -> inScope(arguments)));
    }

    /// How many rows have the value in the field; undefined when none has.
    private static Object indata(Arguments arguments, EvaluationScope scope) {
        Integer count = scope.counts(scope.text(arguments.get(0)), scope.text(arguments.get(1)))
                .get(scope.text(arguments.get(2)));
        return count == null ? Undefined.UNDEFINED : (Object) (double) count;
    }

    /// There is no group of marks here, and so nothing is within it.
    private static Boolean inScope(Arguments arguments) {
        if (arguments.truth(0)) {
            throw Errors.error(
                    ErrorCode.UNSUPPORTED, "inScope asks for an item of the drawing, which only a browser has");
        }
        return false;
    }
}
