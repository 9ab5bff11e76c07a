package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.fusion.GroupSteps.BinStep;
import org.sheliak.runtime.fusion.GroupSteps.Derivation;
import org.sheliak.runtime.index.BrushIndexes;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.GroupTable;
import org.sheliak.runtime.kernel.Measured;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;

/// Runs `filter* (bin | formula | timeunit)* aggregate` at the start of a pipeline as one pass of a kernel, without the
/// rows and columns in between, where the filters are ranges of columns: a step of a brush.
///
/// The kernel gives the first row of each group, the number of its rows, and statistics of its numbers. The steps after
/// the filters then run as ever, on these first rows only, and the kernel's outputs replace theirs: so keys, names,
/// types and signals are the steps' own, and the groups stand in the order of their first rows, as Vega has them.
///
/// Safe for any number of threads.
public final class GroupFusion {
    /// Tables with fewer rows are as fast without.
    private static final int MINIMUM_ROWS = 20_000;

    /// More cells than this do not stay in the processor's caches.
    private static final int MOST_CELLS = 1 << 20;

    private final ColumnKernels kernels;
    private final BrushIndexes indexes;
    private final int minimumRows;
    private final KnownGroups knownGroups = new KnownGroups();

    public GroupFusion(ColumnKernels kernels, BrushIndexes indexes) {
        this(kernels, indexes, MINIMUM_ROWS);
    }

    GroupFusion(ColumnKernels kernels, BrushIndexes indexes, int minimumRows) {
        this.kernels = kernels;
        this.indexes = indexes;
        this.minimumRows = minimumRows;
    }

    /// How many steps at the start of a pipeline may run as one; 0 when they have another form.
    public static int length(List<Task.Transform> pipeline) {
        return GroupSteps.read(pipeline).map(GroupSteps::size).orElse(0);
    }

    /// Runs steps of this form, [#length] of them, on rows, which are borrowed. Caller closes the result. Empty where
    /// nothing would be gained, or what the steps name is not what it takes: then they are to be run one by one.
    public Optional<DataResult> apply(List<Task.Transform> form, Table input, EvaluationContext context) {
        if (input.rowCount() < minimumRows) {
            return Optional.empty();
        }
        return GroupSteps.read(form).flatMap(steps -> new Run(steps, input, context).fused());
    }

    /// One evaluation.
    private final class Run {
        private final GroupSteps steps;
        private final Table input;
        private final EvaluationContext context;

        Run(GroupSteps steps, Table input, EvaluationContext context) {
            this.steps = steps;
            this.input = input;
            this.context = context;
        }

        Optional<DataResult> fused() {
            return conjunction()
                    .flatMap(rows -> measures()
                            .flatMap(
                                    measures -> dimensions().flatMap(dimensions -> fused(rows, dimensions, measures))));
        }

        /// The rows that pass all filters; empty when ranges cannot tell.
        private Optional<Conjunction> conjunction() {
            RangeConditions conditions = new RangeConditions(input, context);
            Optional<Conjunction> all = Optional.of(Conjunction.ALWAYS);
            for (String filter : steps.filters()) {
                all = all.flatMap(before -> conditions.read(filter).map(before::and));
            }
            return all;
        }

        /// The columns that are measured, with all that is asked of each; empty where one is no column of numbers.
        private Optional<SequencedMap<String, Measured>> measures() {
            SequencedMap<String, Measured> measures = new LinkedHashMap<>();
            for (GroupMeasure measure : steps.aggregate().measures()) {
                if (!(input.column(measure.field()) instanceof NumberColumn column)) {
                    return Optional.empty();
                }
                measures.merge(measure.field(), new Measured(column, measure.statistics()), Measured::withStatisticsOf);
            }
            return Optional.of(measures);
        }

        /// What tells the groups apart: bins that are grouped by, a facet's fields together, and the other fields
        /// together.
        private Optional<List<Dimension>> dimensions() {
            List<Dimension> dimensions = new ArrayList<>();
            List<String> groupby = steps.aggregate().groupby();
            int facets = Math.min(steps.aggregate().facets(), groupby.size());
            List<String> ofFacet = new ArrayList<>(groupby.subList(0, facets));
            List<String> others = new ArrayList<>(groupby.subList(facets, groupby.size()));
            for (Derivation derivation : steps.derivations()) {
                if (!(derivation instanceof BinStep bin)) {
                    continue;
                }
                boolean tellsFacetsApart = ofFacet.removeIf(bin::writes);
                boolean tellsGroupsApart = others.removeIf(bin::writes);
                if (tellsFacetsApart || tellsGroupsApart) {
                    Optional<Binning> binning = binning(bin);
                    if (binning.isEmpty()) {
                        return Optional.empty();
                    }
                    dimensions.add(binning.get());
                }
            }
            List<Optional<CodedRows>> known = Stream.of(ofFacet, others)
                    .filter(fields -> !fields.isEmpty())
                    .map(fields -> knownGroups.of(input, steps.maps(), fields, context))
                    .toList();
            if (known.stream().anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            known.forEach(codes -> dimensions.add(codes.orElseThrow()));
            return CountQuery.cells(dimensions) <= MOST_CELLS ? Optional.of(dimensions) : Optional.empty();
        }

        /// The bins are those that the step itself finds: it is asked with no rows.
        private Optional<Binning> binning(BinStep bin) {
            if (!(input.column(bin.field()) instanceof NumericColumn column)) {
                return Optional.empty();
            }
            try (Table noRows = input.gather(new int[0], context.allocator());
                    TransformResult result = Transforms.apply(bin.transform(), noRows, context)) {
                return grid(result.value()).map(grid -> new Binning(column, grid));
            }
        }

        private Optional<DataResult> fused(
                Conjunction rows, List<Dimension> dimensions, SequencedMap<String, Measured> measures) {
            context.cancellation().check();
            GroupTable groups = rows.isNever()
                    ? GroupTable.empty(measures.size())
                    : group(new GroupQuery(
                            new CountQuery(input.rowCount(), rows.ranges(), dimensions),
                            List.copyOf(measures.values())));
            GroupOutputs outputs = new GroupOutputs(steps.aggregate(), groups, List.copyOf(measures.keySet()));
            return outputs.dependOnOrder() ? Optional.empty() : withOutputs(outputs);
        }

        private GroupTable group(GroupQuery query) {
            return indexes.answer(query).orElseGet(() -> kernels.group(query));
        }

        private Optional<DataResult> withOutputs(GroupOutputs outputs) {
            int[] firstRows = outputs.groups().counts().firstRows();
            Map<String, @Nullable Object> signals = new HashMap<>();
            Table table = input.gather(firstRows, context.allocator());
            for (Task.Transform step : steps.afterFilters()) {
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
