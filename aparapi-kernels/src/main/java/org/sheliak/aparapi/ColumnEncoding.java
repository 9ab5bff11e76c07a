package org.sheliak.aparapi;

import org.sheliak.aparapi.kernel.SortableKeys;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.table.NumericColumn;

/// Columns in the form in which the kernel reads them. Cost: one pass over the column.
final class ColumnEncoding {
    private static final int BATCH = 4096;

    private ColumnEncoding() {}

    /// Writes a key for each row to `target`, from `start` on.
    static void writeKeys(NumericColumn column, long[] target, int start) {
        double[] values = new double[BATCH];
        for (int first = 0; first < column.length(); first += BATCH) {
            int count = Math.min(BATCH, column.length() - first);
            column.load(first, count, values);
            for (int i = 0; i < count; i++) {
                boolean isNull = column.validity().isNull(first + i);
                target[start + first + i] = isNull ? SortableKeys.NULL : SortableKeys.of(values[i]);
            }
        }
    }

    /// Writes the slot of each row to `target`, from `start` on. There are at most 65,536 slots.
    static void writeSlots(Dimension dimension, char[] target, int start) {
        switch (dimension) {
            case Binning binning -> writeSlots(binning.column(), binning.grid(), target, start);
            case CodedRows codes -> {
                for (int row = 0; row < codes.rows(); row++) {
                    target[start + row] = (char) codes.slot(row);
                }
            }
        }
    }

    private static void writeSlots(NumericColumn column, BinGrid grid, char[] target, int start) {
        double[] values = new double[BATCH];
        int nullSlot = grid.nullSlot();
        for (int first = 0; first < column.length(); first += BATCH) {
            int count = Math.min(BATCH, column.length() - first);
            column.load(first, count, values);
            for (int i = 0; i < count; i++) {
                boolean isNull = column.validity().isNull(first + i);
                target[start + first + i] = (char) (isNull ? nullSlot : grid.slotOf(values[i]));
            }
        }
    }
}
