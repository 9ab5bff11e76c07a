package org.sheliak.runtime.transform.window;

import org.jspecify.annotations.Nullable;

/// Which rows around a row belong to its frame.
///
/// @param before offset of the first row; `null` for all rows before
/// @param after offset of the last row; `null` for all rows after
public record WindowFrame(@Nullable Double before, @Nullable Double after) {

    /// All rows up to the one in turn.
    public static final WindowFrame DEFAULT = new WindowFrame(null, 0.0);

    int start(int index, int count) {
        return before == null ? 0 : clamp(index + before, count);
    }

    int end(int index, int count) {
        return after == null ? count : clamp(index + after + 1, count);
    }

    private static int clamp(double position, int count) {
        return (int) Math.max(0, Math.min(position, count));
    }
}
