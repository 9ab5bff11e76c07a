package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.Aggregation.FieldMeasure;
import org.sheliak.runtime.transform.Aggregation.Output;
import org.sheliak.runtime.transform.aggregate.AggregateOp;
import org.sheliak.runtime.transform.aggregate.FieldValues;
import org.sheliak.runtime.transform.aggregate.Measure;
import org.sheliak.runtime.transform.aggregate.RowList;
import org.sheliak.runtime.transform.aggregate.TupleStore;
import org.sheliak.runtime.transform.window.WindowRows;

/// The aggregates over a sliding frame: rows are added and removed as it moves.
///
/// Source: vega-transforms/src/util/WindowState.js @ v6.4.0.
final class WindowCell {
    /// Operations for which Vega keeps the rows of the frame.
    private static final Set<AggregateOp> STORED = EnumSet.of(
            AggregateOp.VALUES,
            AggregateOp.DISTINCT,
            AggregateOp.CI0,
            AggregateOp.CI1,
            AggregateOp.MEDIAN,
            AggregateOp.Q1,
            AggregateOp.Q3,
            AggregateOp.MIN,
            AggregateOp.MAX,
            AggregateOp.ARGMIN,
            AggregateOp.ARGMAX);

    private static final int ONLY_GROUP = 0;

    private final List<@Nullable Object[]> counts = new ArrayList<>();
    private final List<Sliding> measures = new ArrayList<>();
    private final TupleStore store;
    private final boolean hasStore;
    private final IntFunction<Object> tuples;
    private int count;

    /// One field's measure and where its results go.
    private record Sliding(Measure measure, FieldValues field, List<Result> results) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Result(AggregateOp op, @Nullable Object[] target) {}

    WindowCell(Parameters parameters, Table input, LiveRows live, Aggregation aggregation) {
        aggregation.counts().forEach(name -> counts.add(live.column(name)));
        for (FieldMeasure plan : aggregation.measures()) {
            List<Result> results = new ArrayList<>();
            for (Output output : plan.outputs()) {
                results.add(new Result(output.op(), live.column(output.name())));
            }
            Measure measure = new Measure(plan.ops(), plan.ratio(), 1, parameters.zone());
            measures.add(new Sliding(measure, live.values(plan.field()), results));
        }
        this.hasStore = aggregation.measures().stream()
                .anyMatch(plan -> plan.ops().stream().anyMatch(STORED::contains));
        this.store = new TupleStore(new int[0], parameters.zone(), parameters.randomNumbers());
        RowView view = new RowView(input);
        this.tuples = row -> view.at(row).toObject();
    }

    /// Begins with the first row of a group.
    void begin() {
        count = 0;
        store.clear();
        measures.forEach(sliding -> sliding.measure().clear(ONLY_GROUP));
    }

    /// Follows the frame, and writes the results to the row in turn.
    void update(WindowRows rows) {
        for (int position = rows.previousStart(); position < rows.start(); position++) {
            remove(rows.row(position));
        }
        for (int position = rows.previousEnd(); position < rows.end(); position++) {
            add(rows.row(position));
        }
        if (hasStore) {
            store.consolidate();
        }
        write(rows.row(rows.index()));
    }

    private void remove(int row) {
        count--;
        if (hasStore) {
            store.remove(row);
        }
        for (Sliding sliding : measures) {
            sliding.measure().remove(ONLY_GROUP, sliding.field().value(row));
        }
    }

    private void add(int row) {
        count++;
        if (hasStore) {
            store.add(row);
        }
        for (Sliding sliding : measures) {
            sliding.measure().add(ONLY_GROUP, sliding.field().value(row), row);
        }
    }

    private void write(int row) {
        for (@Nullable Object[] target : counts) {
            target[row] = (double) count;
        }
        for (Sliding sliding : measures) {
            for (Result result : sliding.results()) {
                result.target()[row] = sliding.measure().value(result.op(), ONLY_GROUP, sliding.field(), store, tuples);
            }
        }
    }

    /// Makes lists of rows into objects, once no row can be added to them any more.
    void finish() {
        for (Sliding sliding : measures) {
            for (Result result : sliding.results()) {
                for (int row = 0; row < result.target().length; row++) {
                    if (result.target()[row] instanceof RowList list) {
                        result.target()[row] = list.toObjects(tuples);
                    }
                }
            }
        }
    }
}
