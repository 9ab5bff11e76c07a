package org.sheliak.runtime.evaluation;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Table;

/// What a data set's pipeline gives: its rows, and the signals that its transforms set. Owns the rows.
///
/// @param signals values by signal name
public record DataResult(Table rows, Map<String, @Nullable Object> signals) implements AutoCloseable {
    private static final int ESTIMATED_BYTES_PER_SIGNAL = 256;

    public DataResult {
        signals = Collections.unmodifiableMap(new HashMap<>(signals));
    }

    /// A second owner of the same rows. Caller closes.
    public DataResult share() {
        return new DataResult(rows.share(), signals);
    }

    /// Bytes held, for the weight in the cache.
    public long sizeBytes() {
        return rows.sizeBytes() + (long) ESTIMATED_BYTES_PER_SIGNAL * signals.size();
    }

    @Override
    public void close() {
        rows.close();
    }
}
