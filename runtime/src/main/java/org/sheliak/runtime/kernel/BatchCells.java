package org.sheliak.runtime.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Validity;

/// The cells of one batch of rows after the other: bits of the rows that pass all filters, the values of these rows
/// side by side, and their cells. No step branches on the data, except that a batch without any row that passes ends
/// there. Belongs to one thread.
final class BatchCells {
    private final CountQuery query;
    private final List<PassedRows> known;
    private final BatchLoops loops;
    private final double[] values = new double[BatchLoops.BATCH];
    private final long[] chosen = new long[BatchLoops.WORDS];
    private final long[] passed = new long[BatchLoops.WORDS];
    private final double[] selected = new double[BatchLoops.BATCH + Long.SIZE];
    private final int[] slots = new int[BatchLoops.BATCH];
    private final int[] selectedSlots = new int[BatchLoops.BATCH + Long.SIZE];
    private final int[] cells = new int[BatchLoops.BATCH];
    private int[] found = cells;

    /// For each filter by codes: 1 at the codes that pass, 0 at the others.
    private final byte[][] acceptedSlots;

    /// For each filter by a range: whether it has to be compared with the rows.
    private final boolean[] isAsked;

    /// For each dimension: what is known of the values that it puts into bins.
    private final BinnedValues[] binned;

    private boolean areAllChosen;

    /// @param known the rows that pass each of the query's row filters
    BatchCells(CountQuery query, List<PassedRows> known, BatchLoops loops) {
        this.query = query;
        this.known = known;
        this.loops = loops;
        this.acceptedSlots =
                query.codeFilters().stream().map(BatchCells::acceptedSlots).toArray(byte[][]::new);
        this.isAsked = new boolean[query.filters().size()];
        Arrays.fill(isAsked, true);
        this.binned = query.dimensions().stream()
                .map(dimension -> dimension instanceof Binning binning ? BinnedValues.of(binning) : BinnedValues.ANY)
                .toArray(BinnedValues[]::new);
    }

    /// Goes to a zone of rows, to which the next batches belong.
    ///
    /// @return false when none of its rows passes all filters
    boolean enter(QueryZones zones, int zone) {
        return zones.enter(zone, isAsked);
    }

    private static byte[] acceptedSlots(CodeFilter filter) {
        byte[] accepted = new byte[filter.codes().slots()];
        filter.accepted().stream().forEach(code -> accepted[code] = 1);
        return accepted;
    }

    /// Goes to the batch of the rows `first` to `first + rows`.
    ///
    /// @return how many of them pass all filters: they are the chosen ones
    int next(int first, int rows) {
        int count = choose(first, rows);
        areAllChosen = count == rows;
        if (count > 0) {
            findCells(first, rows, count);
        }
        return count;
    }

    /// The cells of the chosen rows; borrowed.
    int[] cells() {
        return found;
    }

    /// The numbers of the chosen rows in a column, borrowed until the next call; what stands at a null is undefined.
    double[] numbers(NumericColumn column, int first, int rows, int count) {
        column.load(first, rows, values);
        if (count == rows) {
            return values;
        }
        loops.select(values, chosen, rows, selected);
        return selected;
    }

    /// Marks the rows that pass all filters.
    ///
    /// @return how many there are
    private int choose(int first, int rows) {
        int words = BatchLoops.words(rows);
        Arrays.fill(chosen, 0, words, -1L);
        Arrays.fill(chosen, words, chosen.length, 0);
        chosen[words - 1] >>>= words * Long.SIZE - rows;
        int count = rows;
        for (int i = 0; i < isAsked.length && count > 0; i++) {
            if (isAsked[i]) {
                if (!known.get(i).read(first, words, passed)) {
                    pass(query.filters().get(i), first, rows);
                    known.get(i).write(first, words, passed);
                }
                count = keepPassed(words);
            }
        }
        for (int i = 0; i < acceptedSlots.length && count > 0; i++) {
            PassedRows knownOfCodes = known.get(isAsked.length + i);
            if (!knownOfCodes.read(first, words, passed)) {
                query.codeFilters().get(i).codes().load(first, rows, slots);
                pass(acceptedSlots[i], rows);
                knownOfCodes.write(first, words, passed);
            }
            count = keepPassed(words);
        }
        for (int i = 0; i < query.codedRanges().size() && count > 0; i++) {
            count = keep(query.codedRanges().get(i), first, rows);
        }
        return count;
    }

    private int keepPassed(int words) {
        int count = 0;
        for (int word = 0; word < words; word++) {
            chosen[word] &= passed[word];
            count += Long.bitCount(chosen[word]);
        }
        return count;
    }

    private void pass(byte[] accepted, int rows) {
        for (int row = 0; row < rows; row += Long.SIZE) {
            int end = Math.min(rows, row + Long.SIZE);
            long word = 0;
            for (int bit = row; bit < end; bit++) {
                word |= (long) accepted[slots[bit]] << bit;
            }
            passed[row / Long.SIZE] = word;
        }
    }

    private int keep(CodedRangeFilter filter, int first, int rows) {
        filter.codes().load(first, rows, slots);
        filter.column().load(first, rows, values);
        Validity validity = filter.column().validity();
        for (int row = 0; validity.nullCount() != 0 && row < rows; row++) {
            values[row] = validity.isNull(first + row) ? 0 : values[row];
        }
        loops.pass(values, slots, rows, filter.lower(), filter.upper(), passed);
        return keepPassed(BatchLoops.words(rows));
    }

    private void pass(RangeFilter filter, int first, int rows) {
        filter.column().load(first, rows, values);
        loops.pass(values, rows, filter.range(), passed);
        Validity validity = filter.column().validity();
        for (int word = 0; validity.nullCount() != 0 && word < BatchLoops.words(rows); word++) {
            long valid = validity.word(first / Long.SIZE + word);
            passed[word] = filter.range().acceptsNull() ? passed[word] | ~valid : passed[word] & valid;
        }
    }

    /// Whether all rows of the zone pass all filters.
    boolean isWholeZone() {
        for (boolean asked : isAsked) {
            if (asked) {
                return false;
            }
        }
        return acceptedSlots.length == 0 && query.codedRanges().isEmpty();
    }

    /// Moves the numbers that are not NaN together, and their cells to `kept`, which may be the same array.
    ///
    /// @return how many there are
    static int dropNaN(double[] numbers, int[] cells, int count, int[] kept) {
        int size = 0;
        for (int i = 0; i < count; i++) {
            double number = numbers[i];
            numbers[size] = number;
            kept[size] = cells[i];
            size += Double.isNaN(number) ? 0 : 1;
        }
        return size;
    }

    /// Finds the cells of the chosen rows.
    private void findCells(int first, int rows, int count) {
        List<Dimension> dimensions = query.dimensions();
        if (dimensions.size() == 1) {
            found = slots(0, first, rows, count);
            return;
        }
        found = cells;
        if (dimensions.isEmpty()) {
            Arrays.fill(cells, 0, count, 0);
            return;
        }
        System.arraycopy(slots(0, first, rows, count), 0, cells, 0, count);
        for (int dimension = 1; dimension < dimensions.size(); dimension++) {
            int[] next = slots(dimension, first, rows, count);
            int width = dimensions.get(dimension).slots();
            for (int i = 0; i < count; i++) {
                cells[i] = cells[i] * width + next[i];
            }
        }
    }

    private int[] slots(int dimension, int first, int rows, int count) {
        return switch (query.dimensions().get(dimension)) {
            case Binning binning -> bin(binning, binned[dimension], first, rows, count);
            case CodedRows codes -> readCodes(codes, first, rows, count);
        };
    }

    private int[] bin(Binning binning, BinnedValues known, int first, int rows, int count) {
        NumericColumn column = binning.column();
        loops.bin(numbers(column, first, rows, count), count, binning.grid(), known, selectedSlots);
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
    void forEachNull(Validity validity, int first, int rows, IntConsumer action) {
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

    /// The rows in the batch of the chosen rows. A new array.
    int[] chosenRows() {
        int[] rows = new int[BatchLoops.BATCH];
        int count = 0;
        for (int word = 0; word < BatchLoops.WORDS; word++) {
            for (long bits = chosen[word]; bits != 0; bits &= bits - 1) {
                rows[count++] = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
        }
        return rows;
    }

    /// The row in the batch of the chosen row with a certain number.
    int chosenRow(int number) {
        if (areAllChosen) {
            return number;
        }
        int word = 0;
        int before = 0;
        while (before + Long.bitCount(chosen[word]) <= number) {
            before += Long.bitCount(chosen[word++]);
        }
        long bit = Long.expand(1L << (number - before), chosen[word]);
        return word * Long.SIZE + Long.numberOfTrailingZeros(bit);
    }
}
