package org.sheliak.runtime.expression.function;

import java.util.List;
import org.sheliak.runtime.value.ColorValue;
import org.sheliak.runtime.value.ColorValue.Space;
import org.sheliak.runtime.value.color.ColorParser;
import org.sheliak.runtime.value.color.Colors;

/// Functions of colours.
///
/// Source: d3-color/src/color.js, lab.js @ v3.1; vega-functions/src/functions/luminance.js @ v6.4.0.
final class ColorFunctions {
    private ColorFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                constructor("rgb", Space.RGB),
                constructor("hsl", Space.HSL),
                constructor("lab", Space.LAB),
                constructor("hcl", Space.HCL),
                FunctionDefinition.of("luminance", (arguments, scope) -> luminance(arguments, 0, scope)),
                FunctionDefinition.of("contrast", (arguments, scope) -> {
                    double first = luminance(arguments, 0, scope);
                    double second = luminance(arguments, 1, scope);
                    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
                }));
    }

    /// `rgb(color)` or `rgb(r, g, b, opacity)`, and so for the other spaces.
    private static FunctionDefinition constructor(String name, Space space) {
        return FunctionDefinition.of(
                name,
                (arguments, scope) -> arguments.count() == 1
                        ? Colors.convert(color(arguments, 0, scope), space)
                        : Colors.color(
                                space,
                                arguments.number(0),
                                arguments.number(1),
                                arguments.number(2),
                                arguments.number(3, 1)));
    }

    private static ColorValue color(Arguments arguments, int index, EvaluationScope scope) {
        return arguments.get(index) instanceof ColorValue color
                ? color
                : ColorParser.parse(scope.text(arguments.get(index)));
    }

    private static double luminance(Arguments arguments, int index, EvaluationScope scope) {
        return Colors.luminance(Colors.convert(color(arguments, index, scope), Space.RGB));
    }
}
