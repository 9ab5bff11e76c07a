package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.scale.Scale;
import org.sheliak.runtime.value.Undefined;

/// Functions of scales. A scale that is not there gives undefined, no values or 0.
///
/// Source: vega-functions/src/functions/scale.js @ v6.4.0.
final class ScaleFunctions {
    private ScaleFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of(
                        "scale", (arguments, scope) -> of(arguments, scope, scale -> scale.apply(arguments.get(1)))),
                FunctionDefinition.of(
                        "invert",
                        (arguments, scope) -> of(
                                arguments,
                                scope,
                                scale -> arguments.get(1) instanceof List<?> interval
                                        ? scale.invertRange(interval)
                                        : scale.invert(arguments.get(1)))),
                FunctionDefinition.of("domain", (arguments, scope) -> {
                    Scale scale = scale(arguments, scope);
                    return scale == null ? new ArrayList<>() : scale.domain();
                }),
                FunctionDefinition.of("range", (arguments, scope) -> {
                    Scale scale = scale(arguments, scope);
                    return scale == null ? new ArrayList<>() : scale.range();
                }),
                FunctionDefinition.of("bandwidth", (arguments, scope) -> {
                    Scale scale = scale(arguments, scope);
                    return scale == null ? 0.0 : scale.bandwidth();
                }));
    }

    private static @Nullable Object of(
            Arguments arguments, EvaluationScope scope, Function<Scale, @Nullable Object> use) {
        Scale scale = scale(arguments, scope);
        return scale == null ? Undefined.UNDEFINED : use.apply(scale);
    }

    private static @Nullable Scale scale(Arguments arguments, EvaluationScope scope) {
        return arguments.get(0) instanceof String name ? scope.context().scale(name) : null;
    }
}
