package org.sheliak.runtime.expression;

/// A node of an expression whose type is known: the values of one batch of rows at a time, in arrays that are
/// used again for the next batch. Belongs to one evaluation and one thread.
abstract sealed class TypedVector permits NumberVector, BooleanVector, StringVector {
    /// Most rows of a batch. Batches start at multiples of it.
    static final int BATCH = 2048;

    private static final boolean[] NONE = {};

    /// Computes the values of a batch.
    @FunctionalInterface
    interface Step {
        /// Computes the rows from `from` on.
        ///
        /// @param from first row
        /// @param count number of rows, at most [#BATCH]
        void run(int from, int count);
    }

    /// Which values of the batch are null; only to be read when [#isNullable].
    final boolean[] nulls;

    final boolean isNullable;

    private Step step = (_, _) -> {};
    private int loaded = -1;

    TypedVector(boolean isNullable) {
        this.isNullable = isNullable;
        this.nulls = isNullable ? new boolean[BATCH] : NONE;
    }

    /// Sets how the values are computed, once.
    final void by(Step newStep) {
        step = newStep;
    }

    /// Computes the values of a batch, unless they are those of the last one.
    final void load(int from, int count) {
        if (loaded != from) {
            step.run(from, count);
            loaded = from;
        }
    }

    final boolean isNull(int index) {
        return isNullable && nulls[index];
    }
}
