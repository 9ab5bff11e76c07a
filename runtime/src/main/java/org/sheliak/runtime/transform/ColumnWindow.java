package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.transform.Aggregation.FieldMeasure;
import org.sheliak.runtime.transform.window.WindowRows;
import org.sheliak.runtime.transform.window.WindowRows.PositionOrder;

/// Windows over typed columns that no result overwrites: without a box for each value, and on all cores, group by
/// group.
final class ColumnWindow {
    private static final PositionOrder NO_PEERS = (_, _) -> -1;

    /// Parts into which the groups are cut for the cores.
    private static final int PARTS = 16;

    private final WindowPlan plan;
    private final Table input;

    ColumnWindow(WindowPlan plan, Table input) {
        this.plan = plan;
        this.input = input;
    }

    /// Whether the windows read nothing but columns that they do not write, and aggregate numbers alone.
    static boolean canRun(WindowPlan plan, Table input) {
        Set<String> written = plan.outputNames();
        return fields(plan).allMatch(field -> isTyped(column(field, input)) && !written.contains(field.simpleName()))
                && plan.aggregation().measures().stream()
                        .allMatch(measure -> measure.outputs().stream()
                                .allMatch(output ->
                                        WindowOutput.Aggregated.knows(output.op(), column(measure.field(), input))));
    }

    private static Stream<@Nullable FieldAccess> fields(WindowPlan plan) {
        SortOrder sort = plan.sort();
        return Stream.of(
                        plan.functions().stream()
                                .filter(named -> named.op().isFetching())
                                .map(WindowPlan.Named::field),
                        plan.aggregation().measures().stream().map(FieldMeasure::field),
                        sort == null
                                ? Stream.<FieldAccess>empty()
                                : sort.keys().stream().map(SortOrder.Key::field))
                .flatMap(each -> each);
    }

    private static @Nullable Column column(@Nullable FieldAccess field, Table input) {
        String name = field == null ? null : field.simpleName();
        return name == null ? null : input.column(name);
    }

    private static boolean isTyped(@Nullable Column column) {
        return column != null && !(column instanceof ValueColumn);
    }

    /// Writes the results, in the order in which Vega does.
    void writeTo(OutputColumns output) {
        SequencedMap<String, WindowOutput> outputs = outputs();
        process(List.copyOf(outputs.values()));
        outputs.forEach((name, results) ->
                output.put(name, results.column(plan.parameters().allocator())));
    }

    private SequencedMap<String, WindowOutput> outputs() {
        SequencedMap<String, WindowOutput> outputs = new LinkedHashMap<>();
        plan.aggregation().counts().forEach(name -> outputs.put(name, new WindowOutput.Counts(input.rowCount())));
        for (FieldMeasure measure : plan.aggregation().measures()) {
            NumericColumn values = (NumericColumn) Objects.requireNonNull(column(measure.field(), input));
            measure.outputs()
                    .forEach(each -> outputs.put(
                            each.name(),
                            WindowOutput.Aggregated.of(
                                    each.op(), values, plan.parameters().zone())));
        }
        for (WindowPlan.Named named : plan.functions()) {
            outputs.put(
                    named.name(),
                    named.op().isFetching()
                            ? new WindowOutput.Fetched(named, Objects.requireNonNull(column(named.field(), input)))
                            : new WindowOutput.Ranked(named, input.rowCount()));
        }
        return outputs;
    }

    private void process(List<WindowOutput> outputs) {
        SortOrder sort = plan.sort();
        Parameters parameters = plan.parameters();
        Grouping.Rows groups = plan.grouping(input).rows();
        SortKeys peers = sort == null
                ? null
                : SortKeys.of(sort, input, parameters.allocator()).orElseThrow();
        SortKeys order = peers == null ? null : peers.thenByAge(input);
        // Each operation is asked for once, so that a wrong parameter is found where there are no rows, too.
        List<List<WindowOutput.Runner>> runners = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            runners.add(parameters.located(
                    "params", () -> outputs.stream().map(WindowOutput::runner).toList()));
        }
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            for (int group = firstGroup(groups, part); group < firstGroup(groups, part + 1); group++) {
                int[] rows = order == null ? groups.of(group) : order.sort(groups.of(group));
                process(new WindowRows(rows, peers == null ? NO_PEERS : peers.at(rows)::compare), runners.get(part));
            }
        });
    }

    /// The first group of a part: parts have about as many rows as others.
    private int firstGroup(Grouping.Rows groups, int part) {
        int place = Arrays.binarySearch(groups.starts(), (int) ((long) input.rowCount() * part / PARTS));
        return place < 0 ? -place - 1 : place;
    }

    private void process(WindowRows rows, List<WindowOutput.Runner> runners) {
        runners.forEach(runner -> runner.begin(rows));
        for (int index = 0; index < rows.count(); index++) {
            rows.moveTo(index, plan.frame(), plan.withPeers());
            for (WindowOutput.Runner runner : runners) {
                runner.next(rows);
            }
        }
        runners.forEach(runner -> runner.end(rows));
    }
}
