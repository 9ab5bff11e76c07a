package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;

/// The arguments of one call; one that was not given is undefined.
public final class Arguments {
    private final @Nullable Object[] values;

    /// Takes the array over.
    public Arguments(@Nullable Object... values) {
        this.values = values;
    }

    public int count() {
        return values.length;
    }

    public @Nullable Object get(int index) {
        return index < values.length ? values[index] : Undefined.UNDEFINED;
    }

    /// `Number(argument)`.
    public double number(int index) {
        return Coercion.toNumber(get(index));
    }

    /// `Number(argument)`, or another number when the argument is null or undefined.
    public double number(int index, double otherwise) {
        return isMissing(index) ? otherwise : number(index);
    }

    /// `Boolean(argument)`.
    public boolean truth(int index) {
        return Coercion.toBoolean(get(index));
    }

    /// Whether the argument is null or undefined.
    public boolean isMissing(int index) {
        return Coercion.isNullish(get(index));
    }

    public boolean isUndefined(int index) {
        return get(index) == Undefined.UNDEFINED;
    }

    /// The arguments from an index on, in a new list.
    public List<@Nullable Object> from(int index) {
        return index >= values.length
                ? Collections.emptyList()
                : new ArrayList<>(Arrays.asList(values).subList(index, values.length));
    }
}
