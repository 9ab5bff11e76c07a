package org.sheliak.runtime.kernel;

/// The inner loops over one batch of a column, at most [#BATCH] doubles.
/// Every implementation gives the same bits: none reorders or approximates an operation on doubles.
///
/// Rows of a batch are bits of `long` words, row `i` being bit `i % 64` of word `i / 64`.
sealed interface BatchLoops permits ScalarLoops, VectorLoops {

    /// Rows of a batch: the doubles of one column and the slots of a batch stay in the first-level cache together.
    int BATCH = 1024;

    /// Words for the rows of a batch.
    int WORDS = BATCH / Long.SIZE;

    /// Sets the bits of the rows whose value passes, and clears the others of the words in use.
    void pass(double[] values, int rows, ValueRange range, long[] passed);

    /// The same where each value has bounds of its own, those of its slot; NaN does not pass.
    void pass(double[] values, int[] slots, int rows, double[] lower, double[] upper, long[] passed);

    /// Sets the bits of the slots from `from` to `to`, and clears the others of the words in use.
    void within(int[] slots, int count, int from, int to, long[] within);

    /// Writes the slot of every value in the grid. What stands at a null gets any slot, never one out of the grid.
    ///
    /// @param known holds for the values
    void bin(double[] values, int rows, BinGrid grid, BinnedValues known, int[] slots);

    /// Copies the values of the chosen rows, in their order and side by side.
    ///
    /// @param values has [#BATCH] elements
    /// @param chosen has no bit set after the last row
    /// @param selected has 64 elements more than a batch, for whole vectors
    void select(double[] values, long[] chosen, int rows, double[] selected);

    /// Copies the slots of the chosen rows; see [#select(double\[\], long\[\], int, double\[\])].
    void select(int[] slots, long[] chosen, int rows, int[] selected);

    /// Whether one of the first `count` values is NaN.
    boolean haveNaN(double[] values, int count);

    /// Widens a range so that it holds the first `count` values; NaN is left out.
    ///
    /// @param range the least and the greatest number so far, of the zeros 0; infinity and its negative for none
    /// @return whether one of the values is NaN
    boolean widen(double[] values, int count, double[] range);

    /// Number of words that hold a bit for each row.
    static int words(int rows) {
        return (rows + Long.SIZE - 1) / Long.SIZE;
    }
}
