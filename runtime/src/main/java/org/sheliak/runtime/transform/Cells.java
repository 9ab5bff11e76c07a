package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.Aggregation.FieldMeasure;
import org.sheliak.runtime.transform.Aggregation.Output;
import org.sheliak.runtime.transform.aggregate.FieldValues;
import org.sheliak.runtime.transform.aggregate.Measure;
import org.sheliak.runtime.transform.aggregate.RowList;
import org.sheliak.runtime.transform.aggregate.TupleStore;

/// Computes an [Aggregation] over the groups of a table.
///
/// Source: vega-transforms/src/Aggregate.js @ v6.4.0.
final class Cells {
    private static final int[] NO_ROWS = {};

    private final Parameters parameters;
    private final Table input;
    private final Grouping grouping;
    private final int cellCount;

    /// @param cellCount the groups, and as many empty cells after them as shall be made up
    Cells(Parameters parameters, Table input, Grouping grouping, int cellCount) {
        this.parameters = parameters;
        this.input = input;
        this.grouping = grouping;
        this.cellCount = cellCount;
    }

    /// The results by their names in the order of Vega, a value for each cell.
    SequencedMap<String, @Nullable Object[]> evaluate(Aggregation aggregation) {
        SequencedMap<String, @Nullable Object[]> results = new LinkedHashMap<>();
        if (!aggregation.counts().isEmpty()) {
            @Nullable Object[] counts = counts();
            aggregation.counts().forEach(name -> results.put(name, counts));
        }
        List<FieldAccess> fields =
                aggregation.measures().stream().map(FieldMeasure::field).toList();
        try (ColumnList columns = ColumnList.read(fields, input, parameters.allocator())) {
            List<Computed> computed = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                computed.add(compute(aggregation.measures().get(i), columns.get(i)));
            }
            collect(computed, results);
        }
        return results;
    }

    private @Nullable Object[] counts() {
        int[] counts = new int[cellCount];
        for (int group : grouping.groups()) {
            counts[group]++;
        }
        @Nullable Object[] boxed = new Object[cellCount];
        for (int cell = 0; cell < cellCount; cell++) {
            boxed[cell] = (double) counts[cell];
        }
        return boxed;
    }

    /// A measure that has seen all rows.
    private record Computed(FieldMeasure plan, Measure measure, FieldValues values) {}

    private Computed compute(FieldMeasure plan, Column column) {
        Measure measure = new Measure(plan.ops(), plan.ratio(), cellCount, parameters.zone());
        measure.addAll(column, grouping.groups());
        return new Computed(plan, measure, column::value);
    }

    /// Cell by cell, since the store of a cell's rows is shared by its fields.
    private void collect(List<Computed> measures, SequencedMap<String, @Nullable Object[]> results) {
        boolean readsRows = measures.stream()
                .flatMap(computed -> computed.plan().outputs().stream())
                .anyMatch(output -> output.op().readsRows());
        Grouping.Rows rows = readsRows ? grouping.rows() : null;
        measures.forEach(computed ->
                computed.plan().outputs().forEach(output -> results.put(output.name(), new Object[cellCount])));
        RandomNumbers random = parameters.randomNumbers();
        RowView view = new RowView(input);
        IntFunction<Object> tuples = row -> view.at(row).toObject();
        for (int cell = 0; cell < cellCount; cell++) {
            int[] cellRows = rows == null || cell >= grouping.count() ? NO_ROWS : rows.of(cell);
            TupleStore store = new TupleStore(cellRows, parameters.zone(), random);
            for (Computed computed : measures) {
                for (Output output : computed.plan().outputs()) {
                    Object value = computed.measure().value(output.op(), cell, computed.values(), store, tuples);
                    resultsOf(results, output)[cell] = value instanceof RowList list ? list.toObjects(tuples) : value;
                }
            }
        }
    }

    private static @Nullable Object[] resultsOf(SequencedMap<String, @Nullable Object[]> results, Output output) {
        @Nullable Object[] values = results.get(output.name());
        if (values == null) {
            throw new IllegalStateException("no results for " + output.name());
        }
        return values;
    }
}
