package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.Aggregation.Request;
import org.sheliak.runtime.transform.aggregate.AggregateOp;
import org.sheliak.runtime.transform.aggregate.FieldValues;
import org.sheliak.runtime.transform.window.WindowFrame;
import org.sheliak.runtime.transform.window.WindowFunction;
import org.sheliak.runtime.transform.window.WindowOp;
import org.sheliak.runtime.transform.window.WindowRows;
import org.sheliak.runtime.transform.window.WindowRows.RowOrder;

/// Writes to each row what window operations give for the rows around it, in sorted groups: n rows to n rows.
/// A frame beyond the edge of a group fails where an operation or a sort looks at its rows, as in Vega.
///
/// Source: vega-transforms/src/Window.js, util/WindowState.js @ v6.4.0.
final class WindowTransform implements Transform {
    private static final RowOrder NO_PEERS = (_, _) -> -1;

    private final Parameters parameters;
    private final List<Named> functions = new ArrayList<>();
    private final Aggregation aggregation;
    private final @Nullable SortOrder sort;
    private final WindowFrame frame;
    private final boolean withPeers;

    /// A window operation and the name of its result.
    private record Named(WindowOp op, @Nullable FieldAccess field, double parameter, String name) {}

    WindowTransform(Parameters parameters) {
        this.parameters = parameters;
        this.sort = parameters.sort("sort");
        this.frame = frame(parameters);
        this.withPeers = sort != null && !parameters.isTrue("ignorePeers");
        this.aggregation = Aggregation.of(readOps());
    }

    private static boolean isFraction(@Nullable Double rows) {
        return rows != null && rows != Math.rint(rows);
    }

    private static WindowFrame frame(Parameters parameters) {
        List<@Nullable Double> frame = parameters.numbers("frame");
        if (frame != null && frame.stream().anyMatch(WindowTransform::isFraction)) {
            throw parameters.invalid("expected whole numbers of rows in \"frame\"");
        }
        return frame == null
                ? WindowFrame.DEFAULT
                : new WindowFrame(AggregationParameters.element(frame, 0), AggregationParameters.element(frame, 1));
    }

    /// Keeps the window operations, and returns the aggregates.
    private List<Request> readOps() {
        List<@Nullable String> ops = parameters.names("ops");
        List<@Nullable FieldAccess> fields = parameters.fields("fields");
        List<@Nullable String> as = parameters.names("as");
        List<@Nullable Double> params = parameters.numbers("params");
        List<@Nullable Double> ratios = parameters.numbers("aggregate_params");
        List<Request> aggregates = new ArrayList<>();
        for (int i = 0; ops != null && i < ops.size(); i++) {
            String name = ops.get(i);
            FieldAccess field = AggregationParameters.element(fields, i);
            String alias = AggregationParameters.element(as, i);
            WindowOp op = name == null ? null : WindowOp.named(name);
            if (op != null) {
                Double parameter = AggregationParameters.element(params, i);
                String output = Request.outputName(op.vegaName(), field == null ? null : field.name(), alias);
                functions.add(new Named(op, field, parameter == null ? Double.NaN : parameter, output));
            } else {
                Double ratio = AggregationParameters.ratio(AggregationParameters.element(ratios, i));
                aggregates.add(aggregate(name, field, alias, ratio));
            }
        }
        return aggregates;
    }

    private Request aggregate(
            @Nullable String name, @Nullable FieldAccess field, @Nullable String alias, @Nullable Double ratio) {
        AggregateOp op = AggregationParameters.op(parameters, name);
        if (field == null && op != AggregateOp.COUNT) {
            throw parameters.invalid("\"" + op.vegaName() + "\" needs a field, found none");
        }
        return new Request(op, field, alias, ratio);
    }

    @Override
    public TransformResult apply(Table input) {
        LiveRows live = new LiveRows(input, parameters.allocator());
        List<Running> running = new ArrayList<>();
        for (Named named : functions) {
            WindowFunction function =
                    parameters.located("params", () -> named.op().function(values(named, live), named.parameter()));
            running.add(new Running(function, live.column(named.name())));
        }
        WindowCell cell = new WindowCell(parameters, input, live, aggregation);
        processGroups(input, live, cell, running);
        cell.finish();
        try (OutputColumns output = new OutputColumns(input)) {
            for (String name : outputNames()) {
                output.put(name, live.column(name), parameters.allocator());
            }
            return TransformResult.of(output.build(input));
        }
    }

    /// A function at work, and where its results go.
    @SuppressWarnings("ArrayRecordComponent")
    private record Running(
            WindowFunction function, @Nullable Object[] target) {}

    private FieldValues values(Named named, LiveRows live) {
        FieldAccess field = named.field();
        return field != null
                ? live.values(field)
                : _ -> {
                    throw parameters.invalid("\"" + named.op().vegaName() + "\" needs a field, found none");
                };
    }

    private void processGroups(Table input, LiveRows live, WindowCell cell, List<Running> running) {
        Grouping grouping = grouping(input);
        Grouping.Rows groups = grouping.rows();
        RowComparator order = sort == null ? null : order(sort, input, live);
        RowOrder peers = order == null ? NO_PEERS : order::compare;
        for (int group = 0; group < grouping.count(); group++) {
            int[] rows = groups.of(group);
            if (order != null) {
                RowSorting.sort(rows, order.then(RowOrders.byAge(input)));
            }
            process(new WindowRows(rows, peers), cell, running);
        }
    }

    private Grouping grouping(Table input) {
        try (ColumnList keys = ColumnList.read(parameters.presentFields("groupby"), input, parameters.allocator())) {
            return Grouping.of(keys.columns(), input.rowCount(), KeyForm.NAME, parameters);
        }
    }

    /// The sort order; of values as they are at the time where a result overwrites them.
    private RowComparator order(SortOrder keys, Table input, LiveRows live) {
        Set<String> written = outputNames();
        boolean overwrites = keys.keys().stream()
                .anyMatch(key -> written.contains(key.field().simpleName()));
        return overwrites
                ? RowOrders.ofLive(keys, live, parameters.zone())
                : RowOrders.of(keys, input, parameters.allocator(), parameters.zone());
    }

    private void process(WindowRows rows, WindowCell cell, List<Running> running) {
        running.forEach(one -> one.function().begin());
        cell.begin();
        for (int index = 0; index < rows.count(); index++) {
            rows.moveTo(index, frame, withPeers);
            cell.update(rows);
            for (Running one : running) {
                one.target()[rows.row(index)] = one.function().next(rows);
            }
        }
    }

    /// The names of all results, in the order in which Vega writes them.
    private Set<String> outputNames() {
        Set<String> names = new LinkedHashSet<>(aggregation.counts());
        aggregation.measures().forEach(measure -> measure.outputs().forEach(output -> names.add(output.name())));
        functions.forEach(named -> names.add(named.name()));
        return names;
    }
}
