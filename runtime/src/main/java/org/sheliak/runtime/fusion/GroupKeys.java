package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.fusion.FusedStep.BinStep;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;

/// The values of the fields that tell groups apart, told by the groups' cells alone: bins by their number, the other
/// fields by the rows of their codes.
final class GroupKeys {
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Map<String, IntFunction<OptionalDouble>> binFields = new LinkedHashMap<>();
    private final Map<String, Integer> dimensionOf = new LinkedHashMap<>();
    private final Map<CodedRows, RowCodes> codes = new LinkedHashMap<>();
    private boolean areComplete = true;

    /// Adds the bins of a step.
    void addBins(BinStep step, Binning binning) {
        dimensionOf.put(step.start(), dimensions.size());
        dimensionOf.put(step.end(), dimensions.size());
        binFields.put(step.start(), binning.grid()::startOf);
        binFields.put(step.end(), binning.grid()::endOf);
        dimensions.add(binning);
        areComplete &= areApart(binning.grid());
    }

    /// Whether no two bins have the same start or end, as those that are narrower than doubles can tell.
    private static boolean areApart(BinGrid grid) {
        for (int bin = 1; bin < grid.bins(); bin++) {
            boolean areRising = grid.startOf(bin).orElseThrow()
                            > grid.startOf(bin - 1).orElseThrow()
                    && grid.endOf(bin).orElseThrow() > grid.endOf(bin - 1).orElseThrow();
            if (!areRising) {
                return false;
            }
        }
        return true;
    }

    /// Adds groups by other fields.
    ///
    /// @param coded the codes by the values of the fields; the cells tell the values when the groups are the codes
    void addGroups(List<String> fields, CodedRows groups, RowCodes coded) {
        fields.forEach(field -> dimensionOf.put(field, dimensions.size()));
        dimensions.add(groups);
        codes.put(groups, coded);
        areComplete &= coded.areExact() && groups.equals(coded.codes());
    }

    /// What tells the groups apart.
    List<Dimension> dimensions() {
        return dimensions;
    }

    /// Whether cells tell the values of all fields. They do not where rows of one group differ in them, as 1 and "1".
    boolean areComplete() {
        return areComplete;
    }

    /// A row for each cell, with these fields. Caller closes.
    ///
    /// @param rows gives the rows of some codes, which this closes
    Table rows(List<String> fields, int[] cells, RowFields rows, BufferAllocator allocator) {
        int[][] slots = slots(cells);
        try (OutputColumns columns = new OutputColumns()) {
            for (String field : fields) {
                int dimension = Objects.requireNonNull(dimensionOf.get(field));
                IntFunction<OptionalDouble> bin = binFields.get(field);
                columns.put(
                        field,
                        bin == null
                                ? coded(field, (CodedRows) dimensions.get(dimension), slots[dimension], rows, allocator)
                                : binned(bin, dimensions.get(dimension).slots(), slots[dimension], allocator));
            }
            return columns.build(cells.length);
        }
    }

    /// For each dimension, the slots of the cells.
    private int[][] slots(int[] cells) {
        int[][] slots = new int[dimensions.size()][cells.length];
        int[] rest = cells.clone();
        for (int dimension = dimensions.size() - 1; dimension >= 0; dimension--) {
            int width = dimensions.get(dimension).slots();
            for (int i = 0; i < rest.length; i++) {
                // The quotient of doubles takes less time than that of ints, and half a cell keeps it off whole
                // numbers.
                int above = (int) ((rest[i] + 0.5) / width);
                slots[dimension][i] = rest[i] - above * width;
                rest[i] = above;
            }
        }
        return slots;
    }

    private static Column binned(
            IntFunction<OptionalDouble> bin, int slotCount, int[] slots, BufferAllocator allocator) {
        double[] values = new double[slotCount];
        BitSet nullSlots = new BitSet();
        for (int slot = 0; slot < slotCount; slot++) {
            OptionalDouble value = bin.apply(slot);
            values[slot] = value.orElse(0);
            nullSlots.set(slot, value.isEmpty());
        }
        try (Column bins = Columns.numbers(values, slotCount, nullSlots, allocator)) {
            return bins.gather(slots, allocator);
        }
    }

    private Column coded(String field, CodedRows groups, int[] slots, RowFields rows, BufferAllocator allocator) {
        int[] firstRows = Objects.requireNonNull(codes.get(groups)).firstRows();
        try (Table values = rows.rows(firstRows)) {
            return Objects.requireNonNull(values.column(field)).gather(slots, allocator);
        }
    }
}
