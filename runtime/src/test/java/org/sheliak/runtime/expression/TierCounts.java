package org.sheliak.runtime.expression;

/// How many expressions, and how many of their values, each tier has evaluated.
final class TierCounts {
    private int cases;
    private int columnarCases;
    private int rowValues;
    private int columnarValues;

    /// Counts an expression.
    void add(TierValues values) {
        cases++;
        columnarCases += values.columnar() > 0 ? 1 : 0;
        rowValues += values.byRow();
        columnarValues += values.columnar();
    }

    int cases() {
        return cases;
    }

    int columnarCases() {
        return columnarCases;
    }

    @Override
    public String toString() {
        return "%,d evaluated, %,d of them over columns too; %,d values row by row, %,d over columns"
                .formatted(cases, columnarCases, rowValues, columnarValues);
    }
}
