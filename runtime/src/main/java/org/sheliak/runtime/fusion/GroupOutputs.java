package org.sheliak.runtime.fusion;

import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.kernel.CellStatistics;
import org.sheliak.runtime.kernel.GroupTable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Undefined;

/// What a kernel found, as the columns that an aggregate would write.
///
/// @param fields the measured columns, in the order of the kernel's statistics
/// @param distincts for each output that counts different values, how many each group has
record GroupOutputs(GroupAggregate aggregate, GroupTable groups, List<String> fields, List<double[]> distincts) {

    /// Whether only the rows one by one can tell what Vega has.
    boolean dependOnOrder() {
        for (GroupMeasure measure : aggregate.measures()) {
            CellStatistics statistics = statistics(measure);
            for (int cell : groups.counts().seen()) {
                if (measure.dependsOnOrder(statistics, cell)) {
                    return true;
                }
            }
        }
        return false;
    }

    private CellStatistics statistics(GroupMeasure measure) {
        return groups.statistics().get(fields.indexOf(measure.field()));
    }

    /// The aggregate's rows with the kernel's outputs in place of its own. Takes ownership of the rows; caller closes.
    Table replaceIn(Table rows, BufferAllocator allocator) {
        double[] counts =
                Arrays.stream(groups.counts().seenCounts()).asDoubleStream().toArray();
        try (Table before = rows;
                OutputColumns columns = new OutputColumns(before)) {
            for (String name : aggregate.counts()) {
                columns.put(name, NumberColumn.of(counts, counts.length, allocator));
            }
            for (int i = 0; i < distincts.size(); i++) {
                double[] values = distincts.get(i);
                columns.put(aggregate.distincts().get(i).as(), NumberColumn.of(values, values.length, allocator));
            }
            for (GroupMeasure measure : aggregate.measures()) {
                columns.put(measure.as(), column(measure, allocator));
            }
            return columns.build(before);
        }
    }

    private Column column(GroupMeasure measure, BufferAllocator allocator) {
        CellStatistics statistics = statistics(measure);
        int[] cells = groups.counts().seen();
        if (Arrays.stream(cells).allMatch(cell -> measure.isDefined(statistics, cell))) {
            double[] numbers = Arrays.stream(cells)
                    .mapToDouble(cell -> measure.number(statistics, cell))
                    .toArray();
            return NumberColumn.of(numbers, numbers.length, allocator);
        }
        ColumnBuilder builder = new ColumnBuilder(cells.length);
        for (int cell : cells) {
            if (measure.isDefined(statistics, cell)) {
                builder.appendNumber(measure.number(statistics, cell));
            } else {
                builder.append(Undefined.UNDEFINED);
            }
        }
        return builder.build(allocator);
    }
}
