package org.sheliak.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The cell of every row, in one, two or four bytes as the number of cells allows.
public final class RowCells {
    /// Stands for the cell of a row that a filter rejects.
    public static final int NONE = -1;

    private static final int BYTE_NONE = 0xFF;
    private static final int CHAR_NONE = 0xFFFF;

    private final int rows;
    private final int bytesPerRow;
    private final MemorySegment cells;

    private RowCells(int rows, int bytesPerRow) {
        this.rows = rows;
        this.bytesPerRow = bytesPerRow;
        this.cells = MemorySegment.ofArray(new byte[Math.multiplyExact(rows, bytesPerRow)]);
    }

    static RowCells of(CountQuery query, BatchLoops loops) {
        RowCells all = new RowCells(query.rows(), query.cells() < BYTE_NONE ? 1 : query.cells() < CHAR_NONE ? 2 : 4);
        BatchCells batch = new BatchCells(query, loops);
        for (int first = 0; first < query.rows(); first += BatchLoops.BATCH) {
            int rows = Math.min(BatchLoops.BATCH, query.rows() - first);
            for (int row = 0; row < rows; row++) {
                all.set(first + row, NONE);
            }
            int count = batch.next(first, rows);
            int[] chosen = batch.cells();
            int[] places = batch.chosenRows();
            for (int i = 0; i < count; i++) {
                all.set(first + places[i], chosen[i]);
            }
        }
        return all;
    }

    /// The same cells in another order: at `i`, that of the row `order[i]`.
    public RowCells inOrder(int[] order) {
        RowCells ordered = new RowCells(order.length, bytesPerRow);
        for (int i = 0; i < order.length; i++) {
            ordered.set(i, cell(order[i]));
        }
        return ordered;
    }

    private void set(int row, int cell) {
        switch (bytesPerRow) {
            case 1 -> cells.set(ValueLayout.JAVA_BYTE, row, (byte) cell);
            case 2 -> cells.set(ValueLayout.JAVA_CHAR_UNALIGNED, 2L * row, (char) cell);
            default -> cells.set(ValueLayout.JAVA_INT_UNALIGNED, 4L * row, cell);
        }
    }

    /// The cell of a row, or [#NONE].
    public int cell(int row) {
        return switch (bytesPerRow) {
            case 1 -> {
                int cell = cells.get(ValueLayout.JAVA_BYTE, row) & BYTE_NONE;
                yield cell == BYTE_NONE ? NONE : cell;
            }
            case 2 -> {
                int cell = cells.get(ValueLayout.JAVA_CHAR_UNALIGNED, 2L * row);
                yield cell == CHAR_NONE ? NONE : cell;
            }
            default -> cells.get(ValueLayout.JAVA_INT_UNALIGNED, 4L * row);
        };
    }

    public int rows() {
        return rows;
    }

    public long sizeBytes() {
        return cells.byteSize();
    }
}
