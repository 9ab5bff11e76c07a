package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;

/// The parameters of a scale, by the names of Vega's scale operator: those of the spec, but `rangeStep`, `scheme`,
/// `schemeExtent` and `schemeCount` for a range that is an object, and `interpolateGamma`.
public final class ScaleParameters {
    private final Map<String, @Nullable Object> values;

    /// @param values in the order of the spec
    public ScaleParameters(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The names in the order of the spec.
    Iterable<String> names() {
        return values.keySet();
    }

    /// The value; undefined when there is none.
    @Nullable
    Object get(String name) {
        return values.getOrDefault(name, Undefined.UNDEFINED);
    }

    /// Whether there is a value, and it is not null.
    boolean has(String name) {
        return !Coercion.isNullish(get(name));
    }

    boolean isUndefined(String name) {
        return get(name) == Undefined.UNDEFINED;
    }

    /// `Boolean(value)`.
    boolean isTrue(String name) {
        return Coercion.toBoolean(get(name));
    }

    /// `Number(value)`.
    double number(String name) {
        return Coercion.toNumber(get(name));
    }

    /// The number, or another one when it is missing, zero or no number.
    double numberOr(String name, double otherwise) {
        double number = number(name);
        return Double.isNaN(number) || number == 0 ? otherwise : number;
    }

    /// The value as a list; `null` when it is missing, or counts as false. A range that is a number has no elements, as
    /// JavaScript's `Array.from` says.
    ///
    /// @throws SheliakException with [ErrorCode#TYPE_MISMATCH] when it is something else
    @Nullable
    List<@Nullable Object> list(String name) {
        return switch (get(name)) {
            case List<?> list -> new ArrayList<>(list);
            case Double number when Coercion.toBoolean(number) && name.equals("range") -> new ArrayList<>();
            case Object value
            when Coercion.toBoolean(value) ->
                throw new SheliakException(
                        ErrorCode.TYPE_MISMATCH,
                        SourceLocation.UNKNOWN,
                        "the " + name + " of a scale is " + value + ", expected a list");
            case null, default -> null;
        };
    }
}
