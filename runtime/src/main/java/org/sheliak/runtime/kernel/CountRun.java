package org.sheliak.runtime.kernel;

import java.util.Arrays;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Validity;

/// One pass over a run of rows, batch by batch: bits of the rows that pass all filters, the values of these rows side
/// by side, their cells, and only then a loop that counts. No step branches on the data, except that a batch without
/// any row that passes ends there. Belongs to one thread.
final class CountRun {
    private final CountQuery query;
    private final BatchLoops loops;
    private final double[] values = new double[BatchLoops.BATCH];
    private final long[] chosen = new long[BatchLoops.WORDS];
    private final long[] passed = new long[BatchLoops.WORDS];
    private final double[] selected = new double[BatchLoops.BATCH + Long.SIZE];
    private final int[] slots = new int[BatchLoops.BATCH];
    private final int[] selectedSlots = new int[BatchLoops.BATCH + Long.SIZE];
    private final int[] cells = new int[BatchLoops.BATCH];
    private final int[] counts;
    private final int[] seen;
    private final int[] firstRows;
    private int seenCount;

    CountRun(CountQuery query, BatchLoops loops) {
        this.query = query;
        this.loops = loops;
        this.counts = new int[query.cells()];
        this.seen = new int[counts.length];
        this.firstRows = new int[counts.length];
    }

    /// Counts the rows `from`, which starts a batch, to `to`.
    CellCounts count(int from, int to) {
        for (int first = from; first < to; first += BatchLoops.BATCH) {
            int rows = Math.min(BatchLoops.BATCH, to - first);
            int count = choose(first, rows);
            if (count > 0) {
                findCells(first, rows, count);
                countCells(first, count);
            }
        }
        return new CellCounts(counts, Arrays.copyOf(seen, seenCount), Arrays.copyOf(firstRows, seenCount));
    }

    /// Marks the rows that pass all filters.
    ///
    /// @return how many there are
    private int choose(int first, int rows) {
        int words = BatchLoops.words(rows);
        Arrays.fill(chosen, 0, words, -1L);
        chosen[words - 1] >>>= words * Long.SIZE - rows;
        int count = rows;
        for (RangeFilter filter : query.filters()) {
            if (count > 0) {
                filter.column().load(first, rows, values);
                loops.pass(values, rows, filter.range(), passed);
                count = keep(filter, first, words);
            }
        }
        return count;
    }

    private int keep(RangeFilter filter, int first, int words) {
        Validity validity = filter.column().validity();
        boolean acceptsNull = filter.range().acceptsNull();
        int count = 0;
        for (int word = 0; word < words; word++) {
            long keeps = passed[word];
            if (validity.nullCount() != 0) {
                long valid = validity.word(first / Long.SIZE + word);
                keeps = acceptsNull ? keeps | ~valid : keeps & valid;
            }
            chosen[word] &= keeps;
            count += Long.bitCount(chosen[word]);
        }
        return count;
    }

    /// Finds the cells of the chosen rows.
    private void findCells(int first, int rows, int count) {
        Arrays.fill(cells, 0, count, 0);
        for (Dimension dimension : query.dimensions()) {
            int[] slots = switch (dimension) {
                case Binning binning -> bin(binning, first, rows, count);
                case CodedRows codes -> readCodes(codes, first, rows, count);
            };
            int width = dimension.slots();
            for (int i = 0; i < count; i++) {
                cells[i] = cells[i] * width + slots[i];
            }
        }
    }

    private int[] bin(Binning binning, int first, int rows, int count) {
        NumericColumn column = binning.column();
        column.load(first, rows, values);
        if (count == rows) {
            loops.bin(values, rows, binning.grid(), selectedSlots);
        } else {
            loops.select(values, chosen, rows, selected);
            loops.bin(selected, count, binning.grid(), selectedSlots);
        }
        if (column.validity().nullCount() != 0) {
            markNulls(column.validity(), first, rows, binning.grid().nullSlot());
        }
        return selectedSlots;
    }

    private int[] readCodes(CodedRows codes, int first, int rows, int count) {
        codes.load(first, rows, slots);
        if (count == rows) {
            return slots;
        }
        loops.select(slots, chosen, rows, selectedSlots);
        return selectedSlots;
    }

    private void markNulls(Validity validity, int first, int rows, int nullSlot) {
        int before = 0;
        for (int word = 0; word < BatchLoops.words(rows); word++) {
            long nulls = chosen[word] & ~validity.word(first / Long.SIZE + word);
            for (; nulls != 0; nulls &= nulls - 1) {
                long earlierRows = Long.lowestOneBit(nulls) - 1;
                selectedSlots[before + Long.bitCount(chosen[word] & earlierRows)] = nullSlot;
            }
            before += Long.bitCount(chosen[word]);
        }
    }

    private void countCells(int first, int count) {
        for (int i = 0; i < count; i++) {
            int cell = cells[i];
            if (counts[cell]++ == 0) {
                seen[seenCount] = cell;
                firstRows[seenCount++] = first + chosenRow(i);
            }
        }
    }

    /// The row in the batch of the chosen row with a certain number.
    private int chosenRow(int number) {
        int word = 0;
        int before = 0;
        while (before + Long.bitCount(chosen[word]) <= number) {
            before += Long.bitCount(chosen[word++]);
        }
        long bits = chosen[word];
        for (int skip = number - before; skip > 0; skip--) {
            bits &= bits - 1;
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
    }
}
