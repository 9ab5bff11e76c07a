package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.aggregate.FieldValues;
import org.sheliak.runtime.transform.window.WindowFunction;
import org.sheliak.runtime.transform.window.WindowFunction.Fetching;
import org.sheliak.runtime.transform.window.WindowFunction.Ranking;
import org.sheliak.runtime.transform.window.WindowRows;
import org.sheliak.runtime.transform.window.WindowRows.PositionOrder;
import org.sheliak.runtime.value.Coercion;

/// Windows over rows as boxed values, of any type, into which the results are written as soon as they are there.
final class LiveWindow {
    private static final PositionOrder NO_PEERS = (_, _) -> -1;

    private final WindowPlan plan;
    private final Table input;
    private final LiveRows live;
    private final List<Running> running = new ArrayList<>();
    private final WindowCell cell;

    LiveWindow(WindowPlan plan, Table input) {
        this.plan = plan;
        this.input = input;
        this.live = new LiveRows(input, plan.parameters().allocator());
        for (WindowPlan.Named named : plan.functions()) {
            FieldValues values = values(named);
            IntPredicate isNullish = row -> Coercion.isNullish(values.value(row));
            WindowFunction function =
                    plan.parameters().located("params", () -> named.op().function(isNullish, named.parameter()));
            running.add(new Running(function, values, live.column(named.name())));
        }
        this.cell = new WindowCell(plan.parameters(), input, live, plan.aggregation());
    }

    private FieldValues values(WindowPlan.Named named) {
        FieldAccess field = named.field();
        return field != null
                ? live.values(field)
                : _ -> {
                    throw plan.parameters().invalid("\"" + named.op().vegaName() + "\" needs a field, found none");
                };
    }

    /// A function at work, and where its results go.
    private static final class Running {
        private final WindowFunction function;
        private final FieldValues values;
        private final @Nullable Object[] target;
        private int keptRow = Column.NO_ROW;
        private @Nullable Object kept;

        Running(WindowFunction function, FieldValues values, @Nullable Object[] target) {
            this.function = function;
            this.values = values;
            this.target = target;
        }

        void begin() {
            function.begin();
            keptRow = Column.NO_ROW;
        }

        void write(WindowRows rows) {
            target[rows.row(rows.index())] = switch (function) {
                case Ranking ranking -> (Object) ranking.next(rows);
                case Fetching fetching -> fetched(fetching, rows);
            };
        }

        private @Nullable Object fetched(Fetching fetching, WindowRows rows) {
            int row = fetching.next(rows);
            if (row == Column.NO_ROW) {
                return null;
            }
            if (!fetching.keepsValue() || row != keptRow) {
                keptRow = row;
                kept = values.value(row);
            }
            return kept;
        }
    }

    /// Writes the results, in the order in which Vega does.
    void writeTo(OutputColumns output) {
        Grouping grouping = plan.grouping(input);
        Grouping.Rows groups = grouping.rows();
        SortOrder sort = plan.sort();
        RowComparator order = sort == null ? null : order(sort);
        for (int group = 0; group < grouping.count(); group++) {
            int[] rows = groups.of(group);
            if (order != null) {
                RowSorting.sort(rows, order.then(RowOrders.byAge(input)));
            }
            process(new WindowRows(
                    rows, order == null ? NO_PEERS : (left, right) -> order.compare(rows[left], rows[right])));
        }
        cell.finish();
        for (String name : plan.outputNames()) {
            output.put(name, live.column(name), plan.parameters().allocator());
        }
    }

    /// The sort order; of values as they are at the time where a result overwrites them.
    private RowComparator order(SortOrder keys) {
        Set<String> written = plan.outputNames();
        boolean overwrites = keys.keys().stream()
                .anyMatch(key -> written.contains(key.field().simpleName()));
        return overwrites
                ? RowOrders.ofLive(keys, live, plan.parameters().zone())
                : RowOrders.of(
                        keys,
                        input,
                        plan.parameters().allocator(),
                        plan.parameters().zone());
    }

    private void process(WindowRows rows) {
        running.forEach(Running::begin);
        cell.begin();
        for (int index = 0; index < rows.count(); index++) {
            rows.moveTo(index, plan.frame(), plan.withPeers());
            cell.update(rows);
            for (Running one : running) {
                one.write(rows);
            }
        }
    }
}
