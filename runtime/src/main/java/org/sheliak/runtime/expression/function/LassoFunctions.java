package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;
import org.sheliak.runtime.value.Undefined;

/// The outline of a lasso: a list of points, each a list of `x` and `y`.
///
/// Source: vega-functions/src/functions/lasso.js @ v6.4.0.
final class LassoFunctions {
    private static final double NEAREST = 5;

    private LassoFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("lassoAppend", LassoFunctions::append),
                FunctionDefinition.of("lassoPath", LassoFunctions::path));
    }

    /// The lasso with one more point, unless that is too near to the last one.
    private static List<@Nullable Object> append(Arguments arguments, EvaluationScope scope) {
        List<@Nullable Object> points = points(arguments.get(0));
        double nearest = arguments.isUndefined(3) ? NEAREST : arguments.number(3);
        Object last = points.isEmpty() ? Undefined.UNDEFINED : points.getLast();
        if (last != Undefined.UNDEFINED && !(distance(last, arguments) > nearest)) {
            return points;
        }
        List<@Nullable Object> longer = new ArrayList<>(points);
        longer.add(Arrays.asList(arguments.get(1), arguments.get(2)));
        return longer;
    }

    private static double distance(@Nullable Object point, Arguments arguments) {
        double x = Coercion.toNumber(Members.get(point, 0)) - arguments.number(1);
        double y = Coercion.toNumber(Members.get(point, 1)) - arguments.number(2);
        return MathFunctions.hypot(new Arguments(x, y));
    }

    /// The commands of an SVG path around the lasso; the last point only closes it.
    private static String path(Arguments arguments, EvaluationScope scope) {
        List<@Nullable Object> points = points(arguments.get(0));
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            String at = position(points.get(i), scope);
            if (i == 0) {
                path.append("M ").append(at).append(' ');
            } else if (i == points.size() - 1) {
                path.append(" Z");
            } else {
                path.append("L ").append(at).append(' ');
            }
        }
        return path.toString();
    }

    private static String position(@Nullable Object point, EvaluationScope scope) {
        if (!(point instanceof List<?>) && !(point instanceof String)) {
            throw Errors.unusable("lassoPath", "points of two coordinates", point);
        }
        return scope.text(character(point, 0)) + "," + scope.text(character(point, 1));
    }

    /// The element of a list, or the whole character of a text: `[x, y] = point` takes a text apart so.
    private static @Nullable Object character(Object point, int index) {
        if (!(point instanceof String text)) {
            return Members.get(point, index);
        }
        int[] characters = text.codePoints().limit(index + 1L).toArray();
        return index < characters.length ? Character.toString(characters[index]) : Undefined.UNDEFINED;
    }

    private static List<@Nullable Object> points(@Nullable Object lasso) {
        if (lasso instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        return Coercion.isNullish(lasso) ? List.of() : Arrays.asList(lasso);
    }
}
