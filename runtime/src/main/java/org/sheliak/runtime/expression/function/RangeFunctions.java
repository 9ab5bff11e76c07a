package org.sheliak.runtime.expression.function;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;

/// Functions of ranges of numbers: arrays that matter by their first and last element.
///
/// Source: vega-util/src/extent.ts, span.ts, inrange.ts, clampRange.ts, lerp.ts, flush.ts;
/// vega-functions/src/functions/interpolate.js; vega-scale `bandSpace`; @ v6.4.0.
public final class RangeFunctions {
    private RangeFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("extent", (arguments, scope) -> extent(arguments.get(0), scope)),
                FunctionDefinition.of("span", (arguments, _) -> span(arguments.get(0))),
                FunctionDefinition.of("inrange", RangeFunctions::inrange),
                FunctionDefinition.of("clampRange", RangeFunctions::clampRange),
                FunctionDefinition.of("lerp", RangeFunctions::lerp),
                FunctionDefinition.of("interpolateLinear", RangeFunctions::interpolateLinear),
                FunctionDefinition.of("flush", RangeFunctions::flush),
                FunctionDefinition.of("bandspace", (arguments, _) -> bandspace(arguments)));
    }

    private static List<@Nullable Object> extent(@Nullable Object sequence, EvaluationScope scope) {
        Object least = Undefined.UNDEFINED;
        Object greatest = Undefined.UNDEFINED;
        boolean isEmpty = true;
        int length =
                Coercion.toBoolean(sequence) ? Coercion.toIndex(Coercion.toNumber(Members.get(sequence, "length"))) : 0;
        for (int i = 0; i < length; i++) {
            Object value = Members.get(sequence, (double) i);
            if (!TypeFunctions.isValid(value)) {
                continue;
            }
            if (isEmpty || scope.lessThan(value, least)) {
                least = value;
            }
            if (isEmpty || scope.lessThan(greatest, value)) {
                greatest = value;
            }
            isEmpty = false;
        }
        return Arrays.asList(least, greatest);
    }

    private static Double span(@Nullable Object sequence) {
        if (!Coercion.toBoolean(sequence)) {
            return 0.0;
        }
        double span = Coercion.toNumber(ListFunctions.last(sequence)) - Coercion.toNumber(Members.get(sequence, 0));
        return Double.isNaN(span) ? 0.0 : span + 0.0;
    }

    private static Boolean inrange(Arguments arguments, EvaluationScope scope) {
        boolean left = arguments.isUndefined(2) || arguments.truth(2);
        boolean right = arguments.isUndefined(3) || arguments.truth(3);
        return inrange(arguments.get(0), arguments.get(1), left, right, scope);
    }

    /// Whether a value lies between the first and the last element of a range, in whichever order they are.
    ///
    /// @param left whether the lesser end belongs to the range
    /// @param right whether the greater end does
    static boolean inrange(
            @Nullable Object value, @Nullable Object range, boolean left, boolean right, EvaluationScope scope) {
        Object first = Members.get(range, 0);
        Object last = ListFunctions.last(range);
        boolean isReversed = scope.lessThan(last, first);
        Object low = isReversed ? last : first;
        Object high = isReversed ? first : last;
        return (left ? scope.lessOrEqual(low, value) : scope.lessThan(low, value))
                && (right ? scope.lessOrEqual(value, high) : scope.lessThan(value, high));
    }

    private static List<@Nullable Object> clampRange(Arguments arguments, EvaluationScope scope) {
        double first = Coercion.toNumber(Members.get(arguments.get(0), 0));
        double second = Coercion.toNumber(Members.get(arguments.get(0), 1));
        double min = arguments.number(1);
        double max = arguments.number(2);
        double low = second < first ? second : first;
        double high = second < first ? first : second;
        double span = high - low;
        if (span >= max - min) {
            return Arrays.asList(arguments.get(1), arguments.get(2));
        }
        double clamped = Math.min(Math.max(low, min), max - span);
        return Arrays.asList(clamped, clamped + span);
    }

    private static @Nullable Object lerp(Arguments arguments, EvaluationScope scope) {
        Object low = Members.get(arguments.get(0), 0);
        Object high = ListFunctions.last(arguments.get(0));
        double fraction = arguments.number(1);
        if (high == Undefined.UNDEFINED || fraction == 0 || Double.isNaN(fraction)) {
            return low;
        }
        return fraction == 1 ? high : between(low, high, fraction, scope);
    }

    private static Object between(@Nullable Object low, @Nullable Object high, double fraction, EvaluationScope scope) {
        double change = fraction * (Coercion.toNumber(high) - Coercion.toNumber(low));
        return Operations.add(low, change, scope.zone());
    }

    private static @Nullable Object interpolateLinear(Arguments arguments, EvaluationScope scope) {
        if (!(arguments.get(0) instanceof List<?> values) || values.isEmpty()) {
            return Undefined.UNDEFINED;
        }
        double fraction = arguments.number(1);
        if (values.size() == 1 || !(fraction > 0)) {
            return values.getFirst();
        }
        if (fraction >= 1) {
            return values.getLast();
        }
        double position = fraction * (values.size() - 1);
        int index = (int) position;
        double rest = position - index;
        return rest == 0 ? values.get(index) : between(values.get(index), values.get(index + 1), rest, scope);
    }

    private static @Nullable Object flush(Arguments arguments, EvaluationScope scope) {
        Object center = arguments.get(5);
        if (!arguments.truth(2) && !Double.valueOf(0).equals(arguments.get(2))) {
            return center;
        }
        double threshold = arguments.number(2);
        double value = arguments.number(1);
        if (ListFunctions.last(arguments.get(0)) == Undefined.UNDEFINED) {
            return center;
        }
        double first = Coercion.toNumber(Members.get(arguments.get(0), 0));
        double last = Coercion.toNumber(ListFunctions.last(arguments.get(0)));
        double toLow = Math.abs(value - (last < first ? last : first));
        double toHigh = Math.abs((last < first ? first : last) - value);
        return toLow < toHigh && toLow <= threshold
                ? arguments.get(3)
                : toHigh <= threshold ? arguments.get(4) : center;
    }

    private static Double bandspace(Arguments arguments) {
        if (!arguments.truth(0)) {
            return 0.0;
        }
        double inner = arguments.truth(1) ? arguments.number(1) : 0;
        double outer = arguments.truth(2) ? arguments.number(2) : 0;
        double space = arguments.number(0) - inner + outer * 2;
        return space > 0 ? space : 1.0;
    }
}
