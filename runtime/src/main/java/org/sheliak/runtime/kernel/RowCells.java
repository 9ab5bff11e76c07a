package org.sheliak.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// The cell of every row, in one, two or four bytes as the number of cells allows.
public final class RowCells {
    /// Stands for the cell of a row that a filter rejects.
    public static final int NONE = -1;

    private static final int BYTE_NONE = 0xFF;
    private static final int CHAR_NONE = 0xFFFF;

    private final int rows;
    private final int bytesPerRow;
    private final MemorySegment cells;
    private boolean isComplete = true;

    private RowCells(int rows, int bytesPerRow) {
        this.rows = rows;
        this.bytesPerRow = bytesPerRow;
        this.cells = MemorySegment.ofArray(new byte[Math.multiplyExact(rows, bytesPerRow)]);
    }

    static RowCells of(CountQuery query, List<PassedRows> known, BatchLoops loops) {
        RowCells all = new RowCells(query.rows(), query.cells() < BYTE_NONE ? 1 : query.cells() < CHAR_NONE ? 2 : 4);
        BatchCells batch = new BatchCells(query, known, loops);
        for (int first = 0; first < query.rows(); first += BatchLoops.BATCH) {
            int rows = Math.min(BatchLoops.BATCH, query.rows() - first);
            for (int row = 0; row < rows; row++) {
                all.set(first + row, NONE);
            }
            int count = batch.next(first, rows);
            all.isComplete &= count == rows;
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
        ordered.isComplete = isComplete;
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

    /// Whether no row has [#NONE].
    public boolean isComplete() {
        return isComplete;
    }

    /// Reads the cells of the rows `from` to `from + count` into `target`, from its start.
    public void load(int from, int count, int[] target) {
        // A slice read by index: the form of loop that the JIT compiler turns into vector instructions.
        MemorySegment slice = cells.asSlice((long) bytesPerRow * from, (long) bytesPerRow * count);
        switch (bytesPerRow) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    int cell = slice.get(ValueLayout.JAVA_BYTE, i) & BYTE_NONE;
                    target[i] = cell == BYTE_NONE ? NONE : cell;
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    int cell = slice.getAtIndex(ValueLayout.JAVA_CHAR_UNALIGNED, i);
                    target[i] = cell == CHAR_NONE ? NONE : cell;
                }
            }
            default -> MemorySegment.copy(slice, ValueLayout.JAVA_INT_UNALIGNED, 0, target, 0, count);
        }
    }

    /// Reads the cells of the first `count` of some rows into `target`.
    public void load(int[] rowNumbers, int count, int[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = cell(rowNumbers[i]);
        }
    }

    public int rows() {
        return rows;
    }

    public long sizeBytes() {
        return cells.byteSize();
    }
}
