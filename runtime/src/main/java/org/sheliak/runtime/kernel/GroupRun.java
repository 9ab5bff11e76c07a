package org.sheliak.runtime.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Validity;

/// One pass over a run of rows, batch by batch: bits of the rows that pass all filters, the values of these rows side
/// by side, their cells, and only then the loops that count and sum. No step branches on the data, except that a batch
/// without any row that passes ends there. Belongs to one thread.
final class GroupRun {
    private final CountQuery query;
    private final List<Measured> measures;
    private final List<CellStatistics> statistics;
    private final BatchLoops loops;
    private final double[] values = new double[BatchLoops.BATCH];
    private final long[] chosen = new long[BatchLoops.WORDS];
    private final long[] passed = new long[BatchLoops.WORDS];
    private final double[] selected = new double[BatchLoops.BATCH + Long.SIZE];
    private final int[] slots = new int[BatchLoops.BATCH];
    private final int[] selectedSlots = new int[BatchLoops.BATCH + Long.SIZE];
    private final int[] cells = new int[BatchLoops.BATCH];
    private final int[] measuredCells = new int[BatchLoops.BATCH];
    private final int[] counts;
    private final int[] seen;
    private final int[] firstRows;
    private int seenCount;

    GroupRun(GroupQuery groups, BatchLoops loops) {
        this.query = groups.rows();
        this.measures = groups.measures();
        this.statistics = measures.stream()
                .map(measure -> new CellStatistics(measure.statistics(), query.cells()))
                .toList();
        this.loops = loops;
        this.counts = new int[query.cells()];
        this.seen = new int[counts.length];
        this.firstRows = new int[counts.length];
    }

    /// Groups the rows `from`, which starts a batch, to `to`.
    GroupTable group(int from, int to) {
        for (int first = from; first < to; first += BatchLoops.BATCH) {
            int rows = Math.min(BatchLoops.BATCH, to - first);
            int count = choose(first, rows);
            if (count > 0) {
                findCells(first, rows, count);
                countCells(first, count);
                for (int i = 0; i < measures.size(); i++) {
                    measure(measures.get(i).column(), statistics.get(i), first, rows, count);
                }
            }
        }
        CellCounts all = new CellCounts(counts, Arrays.copyOf(seen, seenCount), Arrays.copyOf(firstRows, seenCount));
        return new GroupTable(all, statistics);
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
        int nullSlot = binning.grid().nullSlot();
        forEachNull(column.validity(), first, rows, number -> selectedSlots[number] = nullSlot);
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

    /// Calls with the number of each chosen row that is null, counted among the chosen rows.
    private void forEachNull(Validity validity, int first, int rows, IntConsumer action) {
        if (validity.nullCount() == 0) {
            return;
        }
        int before = 0;
        for (int word = 0; word < BatchLoops.words(rows); word++) {
            long nulls = chosen[word] & ~validity.word(first / Long.SIZE + word);
            for (; nulls != 0; nulls &= nulls - 1) {
                long earlierRows = Long.lowestOneBit(nulls) - 1;
                action.accept(before + Long.bitCount(chosen[word] & earlierRows));
            }
            before += Long.bitCount(chosen[word]);
        }
    }

    private void measure(NumberColumn column, CellStatistics target, int first, int rows, int count) {
        column.load(first, rows, values);
        double[] numbers = values;
        if (count < rows) {
            loops.select(values, chosen, rows, selected);
            numbers = selected;
        }
        double[] chosenNumbers = numbers;
        forEachNull(column.validity(), first, rows, number -> {
            target.addMissing(cells[number]);
            chosenNumbers[number] = Double.NaN;
        });
        target.add(numbers, measuredCells, dropNaN(numbers, count));
    }

    /// Moves the numbers that are not NaN, and their cells, together.
    ///
    /// @return how many there are
    private int dropNaN(double[] numbers, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double number = numbers[i];
            numbers[kept] = number;
            measuredCells[kept] = cells[i];
            kept += Double.isNaN(number) ? 0 : 1;
        }
        return kept;
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
