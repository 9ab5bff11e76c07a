package org.sheliak.runtime.transform;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Table;

/// What a transform gives.
///
/// @param table the rows; who holds the result closes it
/// @param value what the transform's signal is set to; an empty map for a transform that has no such value
/// @param hasValue whether the transform has a value for a signal
public record TransformResult(Table table, @Nullable Object value, boolean hasValue) implements AutoCloseable {

    /// Rows only.
    static TransformResult of(Table table) {
        return new TransformResult(table, null, false);
    }

    /// Rows, and a value for the transform's signal.
    static TransformResult of(Table table, @Nullable Object value) {
        return new TransformResult(table, value, true);
    }

    /// The same with other rows.
    TransformResult with(Table other) {
        return new TransformResult(other, value, hasValue);
    }

    /// The signals that the transform sets.
    ///
    /// @param name the transform's `signal`, or `null` when the spec names none
    public Map<String, @Nullable Object> signals(@Nullable String name) {
        return name == null || !hasValue ? Map.of() : Collections.singletonMap(name, value);
    }

    @Override
    public void close() {
        table.close();
    }
}
