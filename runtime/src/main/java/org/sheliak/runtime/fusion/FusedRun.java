package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.fusion.FusedStep.BinStep;
import org.sheliak.runtime.fusion.FusedStep.ExtentStep;
import org.sheliak.runtime.fusion.FusedStep.FilterStep;
import org.sheliak.runtime.fusion.FusedStep.JoinStep;
import org.sheliak.runtime.fusion.FusedStep.MapStep;
import org.sheliak.runtime.index.BrushIndexes;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.Extremes;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.GroupTable;
import org.sheliak.runtime.kernel.Measured;
import org.sheliak.runtime.kernel.Statistic;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;
import org.sheliak.runtime.value.Undefined;

/// One evaluation of fused steps. Its fields are as they are after the steps that it has taken in.
final class FusedRun implements AutoCloseable {
    /// More cells than this do not stay in the processor's caches.
    private static final int MOST_CELLS = 1 << 20;

    private final GroupSteps steps;
    private final Table input;
    private final RowFields fields;
    private final ColumnKernels kernels;
    private final BrushIndexes indexes;
    private final List<Task.Transform> derivations = new ArrayList<>();
    private final Map<BinStep, Binning> binnings = new LinkedHashMap<>();
    private final List<JoinedGroups> joins = new ArrayList<>();
    private final Map<String, @Nullable Object> signals = new HashMap<>();

    /// Of the rows that have passed up to here.
    private final Map<NumberColumn, Optional<Extremes>> extremes = new HashMap<>();

    private EvaluationContext context;
    private @Nullable Table noRows;
    private Conjunction rows = Conjunction.ALWAYS;

    /// @param input the rows, borrowed
    /// @param fields those of the rows
    FusedRun(
            GroupSteps steps,
            Table input,
            RowFields fields,
            ColumnKernels kernels,
            BrushIndexes indexes,
            EvaluationContext context) {
        this.steps = steps;
        this.input = input;
        this.fields = fields;
        this.kernels = kernels;
        this.indexes = indexes;
        this.context = context;
    }

    /// The rows after the steps. Caller closes. Empty where the steps must be run one by one.
    Optional<DataResult> result() {
        for (int i = 0; i < steps.steps().size(); i++) {
            boolean isTaken = switch (steps.steps().get(i)) {
                case FilterStep filter -> filter(filter);
                case ExtentStep extent -> extent(extent, i);
                case BinStep bin -> bin(bin);
                case JoinStep join -> join(join);
                case MapStep map -> derivations.add(map.transform()) && fields.map(map);
            };
            if (!isTaken) {
                return Optional.empty();
            }
        }
        return measures(steps.aggregate()).flatMap(measures -> keys().flatMap(keys -> grouped(keys, measures)));
    }

    private boolean filter(FilterStep step) {
        Optional<Conjunction> passing = new RangeConditions(fields, context).read(step.expression());
        passing.ifPresent(more -> rows = rows.and(more));
        extremes.clear();
        return passing.isPresent();
    }

    /// Finds the least and the greatest number of the rows that have passed up to here.
    private boolean extent(ExtentStep step, int place) {
        if (!(fields.column(step.field()) instanceof NumberColumn column)) {
            return false;
        }
        if (!extremes.containsKey(column)) {
            findExtremes(place);
        }
        Optional<Extremes> found = Objects.requireNonNull(extremes.get(column));
        // What has no finite extent, the step itself tells.
        if (found.isPresent()
                && !(Double.isFinite(found.get().least())
                        && Double.isFinite(found.get().greatest()))) {
            return false;
        }
        @Nullable Object least = found.isPresent() ? (Object) found.get().least() : Undefined.UNDEFINED;
        @Nullable Object greatest = found.isPresent() ? (Object) found.get().greatest() : Undefined.UNDEFINED;
        tell(Collections.singletonMap(step.signal(), Arrays.asList(least, greatest)));
        return true;
    }

    /// Finds the extremes that this step and later ones ask for, in one pass.
    private void findExtremes(int place) {
        List<NumberColumn> columns = new ArrayList<>();
        for (String field : steps.extents(place)) {
            if (fields.column(field) instanceof NumberColumn column && !columns.contains(column)) {
                columns.add(column);
            }
        }
        List<Optional<Extremes>> found =
                rows.isNever() ? Collections.nCopies(columns.size(), Optional.empty()) : extremes(columns);
        for (int i = 0; i < columns.size(); i++) {
            extremes.put(columns.get(i), found.get(i));
        }
    }

    private List<Optional<Extremes>> extremes(List<NumberColumn> columns) {
        CountQuery passing = query(List.of());
        GroupQuery measured = new GroupQuery(
                passing,
                columns.stream()
                        .map(column -> new Measured(column, EnumSet.of(Statistic.EXTREMES)))
                        .toList());
        return indexes.answer(measured)
                .map(found -> found.statistics().stream()
                        .map(statistics -> statistics.extremes(0))
                        .toList())
                .orElseGet(() -> kernels.extremes(passing, columns));
    }

    /// Lets the steps that follow see signals.
    private void tell(Map<String, @Nullable Object> set) {
        signals.putAll(set);
        context = context.withSignals(set);
    }

    /// The bins are those that the step itself finds: it is asked with no rows.
    private boolean bin(BinStep step) {
        if (!(fields.column(step.field()) instanceof NumericColumn column)) {
            return false;
        }
        try (TransformResult result = Transforms.apply(step.transform(), noRows(), context)) {
            Optional<BinGrid> grid = grid(result.value());
            grid.ifPresent(found -> binnings.put(step, new Binning(column, found)));
            tell(result.signals(Transforms.signalName(step.transform().definition())));
            derivations.add(step.transform());
            fields.bin(step);
            return grid.isPresent();
        }
    }

    /// Groups the rows that have passed up to here. What their groups have in common is kept for later filters.
    private boolean join(JoinStep step) {
        GroupKeys keys = new GroupKeys();
        List<String> groupby = step.aggregate().groupby();
        Optional<SequencedMap<String, Measured>> measures = measures(step.aggregate());
        if (rows.isNever()
                || measures.isEmpty()
                || !(groupby.isEmpty() || addTogether(groupby, keys))
                || !keys.areComplete()) {
            return false;
        }
        CountQuery passing = query(keys.dimensions());
        GroupTable groups = kernels.groupInOrder(
                new GroupQuery(passing, List.copyOf(measures.get().values())));
        GroupOutputs outputs = new GroupOutputs(
                step.aggregate(), groups, List.copyOf(measures.get().keySet()), List.of());
        int[] seen = groups.counts().seen();
        Table joined = outputs.replaceIn(keys.rows(groupby, seen, fields, context.allocator()), context.allocator());
        JoinedGroups join = new JoinedGroups(
                groupby.isEmpty() ? null : (CodedRows) keys.dimensions().getFirst(), seen, joined);
        joins.add(join);
        fields.join(step.aggregate().outputs(), join);
        return true;
    }

    /// The columns that are measured, with all that is asked of each; empty where one is no column of numbers.
    private Optional<SequencedMap<String, Measured>> measures(GroupAggregate aggregate) {
        SequencedMap<String, Measured> measures = new LinkedHashMap<>();
        for (GroupMeasure measure : aggregate.measures()) {
            if (!(fields.column(measure.field()) instanceof NumberColumn column)) {
                return Optional.empty();
            }
            measures.merge(measure.field(), new Measured(column, measure.statistics()), Measured::withStatisticsOf);
        }
        return Optional.of(measures);
    }

    /// What tells the groups apart: bins that are grouped by, a facet's fields together, and the other fields
    /// together.
    private Optional<GroupKeys> keys() {
        GroupKeys keys = new GroupKeys();
        List<String> groupby = steps.aggregate().groupby();
        int facets = Math.min(steps.aggregate().facets(), groupby.size());
        List<String> ofFacet = new ArrayList<>(groupby.subList(0, facets));
        List<String> others = new ArrayList<>(groupby.subList(facets, groupby.size()));
        binnings.forEach((bin, binning) -> {
            boolean tellsFacetsApart = ofFacet.removeIf(bin::writes);
            boolean tellsGroupsApart = others.removeIf(bin::writes);
            if (tellsFacetsApart || tellsGroupsApart) {
                keys.addBins(bin, binning);
            }
        });
        boolean areFound = addGroups(ofFacet, keys) && addGroups(others, keys);
        return areFound && CountQuery.cells(keys.dimensions()) <= MOST_CELLS ? Optional.of(keys) : Optional.empty();
    }

    /// Adds the groups by some fields: by those of each source on their own, where their texts do not run together and
    /// there are not too many cells, else by all of them together.
    ///
    /// @return false when there are too many groups
    private boolean addGroups(List<String> names, GroupKeys keys) {
        List<List<String>> bySource = names.isEmpty() ? List.of() : fields.bySource(names);
        for (List<String> part : areApart(bySource) ? bySource : List.of(names)) {
            if (!addTogether(part, keys)) {
                return false;
            }
        }
        return true;
    }

    private boolean addTogether(List<String> names, GroupKeys keys) {
        Optional<RowGroups> groups = fields.groups(names);
        groups.ifPresent(found ->
                keys.addGroups(names, found.codes(), fields.codes(names).orElseThrow()));
        return groups.isPresent();
    }

    private boolean areApart(List<List<String>> parts) {
        if (parts.size() < 2) {
            return true;
        }
        List<RowGroups> groups =
                parts.stream().flatMap(part -> fields.groups(part).stream()).toList();
        return groups.size() == parts.size()
                && groups.stream().noneMatch(RowGroups::mayRunTogether)
                && CountQuery.cells(groups.stream().map(RowGroups::codes).toList()) <= MOST_CELLS;
    }

    private Optional<DataResult> grouped(GroupKeys keys, SequencedMap<String, Measured> measures) {
        context.cancellation().check();
        GroupTable groups = group(keys.dimensions(), List.copyOf(measures.values()));
        List<double[]> distincts = new ArrayList<>();
        for (GroupDistinct distinct : steps.aggregate().distincts()) {
            Optional<double[]> counts = distinct(distinct, keys.dimensions(), groups);
            if (counts.isEmpty()) {
                return Optional.empty();
            }
            distincts.add(counts.get());
        }
        GroupOutputs outputs = new GroupOutputs(steps.aggregate(), groups, List.copyOf(measures.keySet()), distincts);
        if (outputs.dependOnOrder()) {
            return Optional.empty();
        }
        if (!keys.areComplete()) {
            return bySteps(outputs);
        }
        try (Table rows = keys.rows(steps.aggregate().groupby(), groups.counts().seen(), fields, context.allocator());
                Table grouped = outputs.replaceIn(rows.share(), context.allocator())) {
            return Optional.of(new DataResult(inOrder(grouped), signals));
        }
    }

    /// How many different values each group has: the groups are grouped by these, too, and those of each are counted.
    /// Empty where there are too many.
    private Optional<double[]> distinct(GroupDistinct distinct, List<Dimension> dimensions, GroupTable groups) {
        Optional<RowGroups> values = fields.groups(List.of(distinct.field()));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Dimension> both = new ArrayList<>(dimensions);
        both.add(values.get().codes());
        if (CountQuery.cells(both) > MOST_CELLS) {
            return Optional.empty();
        }
        int[] ofCells = new int[(int) CountQuery.cells(dimensions)];
        for (int cell : group(both, List.of()).counts().seen()) {
            ofCells[cell / values.get().codes().slots()]++;
        }
        return Optional.of(Arrays.stream(groups.counts().seen())
                .mapToDouble(cell -> ofCells[cell])
                .toArray());
    }

    /// The columns in the order in which the aggregate itself writes them: it is asked with no rows.
    private Table inOrder(Table grouped) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        try (TransformResult result = Transforms.apply(steps.aggregate().transform(), noRows(), context)) {
            for (String name : result.table().columns().keySet()) {
                columns.put(name, Objects.requireNonNull(grouped.column(name)).share());
            }
        }
        return new Table(columns, grouped.rowCount());
    }

    /// The table without its rows; borrowed.
    private Table noRows() {
        Table known = noRows == null ? input.gather(new int[0], context.allocator()) : noRows;
        noRows = known;
        return known;
    }

    private GroupTable group(List<Dimension> dimensions, List<Measured> measures) {
        if (rows.isNever()) {
            return GroupTable.empty(measures.size());
        }
        GroupQuery query = new GroupQuery(query(dimensions), measures);
        return indexes.answer(query).orElseGet(() -> kernels.group(query));
    }

    private CountQuery query(List<Dimension> dimensions) {
        return new CountQuery(input.rowCount(), rows.ranges(), rows.codes(), rows.codedRanges(), dimensions);
    }

    /// Runs the steps that derive fields, and the aggregate, on the first rows of the groups.
    private Optional<DataResult> bySteps(GroupOutputs outputs) {
        int[] firstRows = outputs.groups().counts().firstRows();
        Table table = input.gather(firstRows, context.allocator());
        derivations.add(steps.aggregate().transform());
        for (Task.Transform step : derivations) {
            try (Table before = table;
                    TransformResult result = Transforms.apply(step, before, context)) {
                signals.putAll(result.signals(Transforms.signalName(step.definition())));
                table = result.table().share();
            }
        }
        // Where two cells turn out to have one key, the steps know better.
        if (table.rowCount() != firstRows.length) {
            table.close();
            return Optional.empty();
        }
        return Optional.of(new DataResult(outputs.replaceIn(table, context.allocator()), signals));
    }

    @Override
    public void close() {
        joins.forEach(JoinedGroups::close);
        if (noRows != null) {
            noRows.close();
        }
    }

    private static Optional<BinGrid> grid(@Nullable Object signal) {
        if (signal instanceof Map<?, ?> bins
                && bins.get("start") instanceof Double start
                && bins.get("stop") instanceof Double stop
                && bins.get("step") instanceof Double step) {
            return BinGrid.of(start, stop, step);
        }
        return Optional.empty();
    }
}
