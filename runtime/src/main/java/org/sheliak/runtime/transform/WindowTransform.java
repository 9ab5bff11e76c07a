package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.Aggregation.Request;
import org.sheliak.runtime.transform.aggregate.AggregateOp;
import org.sheliak.runtime.transform.window.WindowFrame;
import org.sheliak.runtime.transform.window.WindowOp;

/// Writes to each row what window operations give for the rows around it, in sorted groups: n rows to n rows.
/// A frame beyond the edge of a group fails where an operation or a sort looks at its rows, as in Vega.
///
/// Source: vega-transforms/src/Window.js, util/WindowState.js @ v6.4.0.
final class WindowTransform implements Transform {
    private final Parameters parameters;
    private final List<WindowPlan.Named> functions = new ArrayList<>();
    private final WindowPlan plan;

    WindowTransform(Parameters parameters) {
        this.parameters = parameters;
        SortOrder sort = parameters.sort("sort");
        boolean withPeers = sort != null && !parameters.isTrue("ignorePeers");
        Aggregation aggregation = Aggregation.of(readOps());
        this.plan = new WindowPlan(parameters, functions, aggregation, sort, frame(parameters), withPeers);
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
                functions.add(new WindowPlan.Named(op, field, parameter == null ? Double.NaN : parameter, output));
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
        try (OutputColumns output = new OutputColumns(input)) {
            if (ColumnWindow.canRun(plan, input)) {
                new ColumnWindow(plan, input).writeTo(output);
            } else {
                new LiveWindow(plan, input).writeTo(output);
            }
            return TransformResult.of(output.build(input));
        }
    }
}
