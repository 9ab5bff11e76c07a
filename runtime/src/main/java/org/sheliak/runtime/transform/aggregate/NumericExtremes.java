package org.sheliak.runtime.transform.aggregate;

import java.util.Arrays;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumericColumn;

/// The rows of the least and greatest numbers of each group of a column, found without boxes.
final class NumericExtremes {
    private static final int CHUNK = 4096;
    private static final int NO_ROW = -1;

    private final double[] minima;
    private final double[] maxima;
    private final int[] firstRows;
    private final int[] minRows;
    private final int[] maxRows;

    NumericExtremes(int groups) {
        minima = new double[groups];
        maxima = new double[groups];
        firstRows = filled(groups);
        minRows = filled(groups);
        maxRows = filled(groups);
    }

    private static int[] filled(int groups) {
        int[] rows = new int[groups];
        Arrays.fill(rows, NO_ROW);
        return rows;
    }

    /// Sees a column once. The number NaN is skipped, an invalid date is not: it stays the extreme when it comes first,
    /// since nothing is less or greater.
    void addAll(NumericColumn column, int[] groups) {
        boolean keepsNaN = column instanceof DateColumn;
        double[] chunk = new double[CHUNK];
        for (int from = 0; from < groups.length; from += CHUNK) {
            int count = Math.min(CHUNK, groups.length - from);
            column.load(from, count, chunk);
            for (int i = 0; i < count; i++) {
                if (!column.isNull(from + i) && (keepsNaN || !Double.isNaN(chunk[i]))) {
                    add(groups[from + i], chunk[i], from + i);
                }
            }
        }
    }

    private void add(int group, double number, int row) {
        if (firstRows[group] == NO_ROW) {
            firstRows[group] = row;
            minima[group] = maxima[group] = number;
            return;
        }
        if (number < minima[group]) {
            minima[group] = number;
            minRows[group] = row;
        }
        if (number > maxima[group]) {
            maxima[group] = number;
            maxRows[group] = row;
        }
    }

    void copyMin(Column column, ExtremeAccumulator target) {
        copy(column, minRows, target);
    }

    void copyMax(Column column, ExtremeAccumulator target) {
        copy(column, maxRows, target);
    }

    private void copy(Column column, int[] rows, ExtremeAccumulator target) {
        for (int group = 0; group < firstRows.length; group++) {
            addAt(group, firstRows[group], column, target);
            addAt(group, rows[group], column, target);
        }
    }

    private static void addAt(int group, int row, Column column, ExtremeAccumulator target) {
        Object value = row == NO_ROW ? null : column.value(row);
        if (value != null) {
            target.add(group, value, row);
        }
    }
}
