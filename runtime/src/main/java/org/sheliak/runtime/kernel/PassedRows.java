package org.sheliak.runtime.kernel;

import java.util.concurrent.atomic.AtomicIntegerArray;

/// Which rows pass a filter: a bit for each, batch by batch, as far as queries have looked. Safe for any number of
/// threads.
final class PassedRows {
    private final long[] words;
    private final AtomicIntegerArray isKnown;

    PassedRows(int rows) {
        this.words = new long[BatchLoops.words(rows)];
        this.isKnown = new AtomicIntegerArray((rows + BatchLoops.BATCH - 1) / BatchLoops.BATCH);
    }

    /// Reads the bits of the batch that begins at a row.
    ///
    /// @return false when they are not known
    boolean read(int first, int count, long[] target) {
        if (isKnown.getAcquire(first / BatchLoops.BATCH) == 0) {
            return false;
        }
        System.arraycopy(words, first / Long.SIZE, target, 0, count);
        return true;
    }

    /// Keeps the bits of the batch that begins at a row. Whoever keeps them again keeps the same.
    void write(int first, int count, long[] passed) {
        System.arraycopy(passed, 0, words, first / Long.SIZE, count);
        isKnown.setRelease(first / BatchLoops.BATCH, 1);
    }
}
