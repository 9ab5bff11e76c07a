package org.sheliak.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// The cell of every row, in one, two or four bytes as the number of cells allows.
public final class RowCells {
    /// Stands for the cell of a row that a filter rejects.
    public static final int NONE = -1;

    private static final int BYTE_NONE = 0xFF;
    private static final int CHAR_NONE = 0xFFFF;

    private final int rows;
    private final int bytesPerRow;
    private final MemorySegment cells;
    private volatile boolean isComplete = true;

    /// Cells to be written, for rows of a query.
    RowCells(CountQuery query) {
        this(query.rows(), query.cells() < BYTE_NONE ? 1 : query.cells() < CHAR_NONE ? 2 : 4);
    }

    private RowCells(int rows, int bytesPerRow) {
        this.rows = rows;
        this.bytesPerRow = bytesPerRow;
        this.cells = MemorySegment.ofArray(new byte[Math.multiplyExact(rows, bytesPerRow)]);
    }

    /// Writes the cells of some rows, the first of which begins a zone. Each thread writes rows of its own.
    void fill(BatchCells batches, int from, int to) {
        int[] batch = new int[BatchLoops.BATCH];
        for (int first = from; first < to; first += BatchLoops.BATCH) {
            int count = Math.min(BatchLoops.BATCH, to - first);
            int chosen = batches.next(first, count);
            if (chosen == count) {
                store(first, count, batches.cells());
            } else {
                isComplete = false;
                Arrays.fill(batch, 0, count, NONE);
                int[] places = batches.chosenRows();
                for (int i = 0; i < chosen; i++) {
                    batch[places[i]] = batches.cells()[i];
                }
                store(first, count, batch);
            }
        }
    }

    private void store(int from, int count, int[] source) {
        MemorySegment slice = slice(from, count);
        switch (bytesPerRow) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    slice.set(ValueLayout.JAVA_BYTE, i, (byte) source[i]);
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    slice.setAtIndex(ValueLayout.JAVA_CHAR_UNALIGNED, i, (char) source[i]);
                }
            }
            default -> MemorySegment.copy(source, 0, slice, ValueLayout.JAVA_INT_UNALIGNED, 0, count);
        }
    }

    /// A slice read by index: the form of loop that the JIT compiler turns into vector instructions.
    private MemorySegment slice(int from, int count) {
        return cells.asSlice((long) bytesPerRow * from, (long) bytesPerRow * count);
    }

    /// Room for the same cells in another order, which [#gather] fills.
    public RowCells unfilled() {
        RowCells unfilled = new RowCells(rows, bytesPerRow);
        unfilled.isComplete = isComplete;
        return unfilled;
    }

    /// Writes the cells at `from` to before `to`: at `i`, that of the row `order[i]`. Each thread writes cells of its
    /// own.
    public void gather(RowCells source, int[] order, int from, int to) {
        int count = to - from;
        MemorySegment slice = slice(from, count);
        switch (bytesPerRow) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    slice.set(ValueLayout.JAVA_BYTE, i, source.cells.get(ValueLayout.JAVA_BYTE, order[from + i]));
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    slice.setAtIndex(
                            ValueLayout.JAVA_CHAR_UNALIGNED,
                            i,
                            source.cells.getAtIndex(ValueLayout.JAVA_CHAR_UNALIGNED, order[from + i]));
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    slice.setAtIndex(
                            ValueLayout.JAVA_INT_UNALIGNED,
                            i,
                            source.cells.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, order[from + i]));
                }
            }
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
        MemorySegment slice = slice(from, count);
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
