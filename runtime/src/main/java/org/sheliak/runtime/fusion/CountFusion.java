package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.fusion.CountSteps.BinStep;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Runs `filter* bin* aggregate` at the start of a pipeline as one pass of a kernel, without the rows and columns in
/// between, where the filters are ranges and the aggregate counts: a step of a brush.
///
/// The kernel gives the first row of each group and the number of its rows. The steps after the filters then run as
/// ever, on these few rows only, and the counts replace theirs: so keys, names, types and signals are the steps' own,
/// and the groups stand in the order of their first rows, as Vega has them.
///
/// Safe for any number of threads.
public final class CountFusion {
    /// Tables with fewer rows are as fast without.
    private static final int MINIMUM_ROWS = 20_000;

    /// More cells than this do not stay in the processor's caches.
    private static final int MOST_CELLS = 1 << 20;

    private final ColumnKernels kernels;
    private final int minimumRows;
    private final KnownGroups knownGroups = new KnownGroups();

    public CountFusion(ColumnKernels kernels) {
        this(kernels, MINIMUM_ROWS);
    }

    CountFusion(ColumnKernels kernels, int minimumRows) {
        this.kernels = kernels;
        this.minimumRows = minimumRows;
    }

    /// How many steps at the start of a pipeline may run as one; 0 when they have another form.
    public static int length(List<Task.Transform> pipeline) {
        return CountSteps.read(pipeline).map(CountSteps::size).orElse(0);
    }

    /// Runs steps of this form, [#length] of them, on rows, which are borrowed. Caller closes the result. Empty where
    /// nothing would be gained, or what the steps name is not what it takes: then they are to be run one by one.
    public Optional<DataResult> apply(List<Task.Transform> form, Table input, EvaluationContext context) {
        if (input.rowCount() < minimumRows) {
            return Optional.empty();
        }
        return CountSteps.read(form).flatMap(steps -> new Run(steps, input, context).fused());
    }

    /// One evaluation.
    private final class Run {
        private final CountSteps steps;
        private final Table input;
        private final EvaluationContext context;

        Run(CountSteps steps, Table input, EvaluationContext context) {
            this.steps = steps;
            this.input = input;
            this.context = context;
        }

        Optional<DataResult> fused() {
            return conjunction().flatMap(rows -> dimensions().flatMap(dimensions -> fused(rows, dimensions)));
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

        /// What tells the groups apart: bins that are grouped by, and the groups of the other fields together.
        private Optional<List<Dimension>> dimensions() {
            List<Dimension> dimensions = new ArrayList<>();
            List<String> others = new ArrayList<>(steps.groupby());
            for (BinStep bin : steps.bins()) {
                if (others.removeIf(bin::writes)) {
                    Optional<Binning> binning = binning(bin);
                    if (binning.isEmpty()) {
                        return Optional.empty();
                    }
                    dimensions.add(binning.get());
                }
            }
            if (!others.isEmpty() && !addGroups(others, dimensions)) {
                return Optional.empty();
            }
            return CountQuery.cells(dimensions) <= MOST_CELLS ? Optional.of(dimensions) : Optional.empty();
        }

        private boolean addGroups(List<String> names, List<Dimension> dimensions) {
            List<Column> columns = new ArrayList<>();
            for (String name : names) {
                Column column = input.column(name);
                if (column == null) {
                    return false;
                }
                columns.add(column);
            }
            return knownGroups
                    .of(columns, input.rowCount(), TimeZoneRules.of(context.timezone()))
                    .map(dimensions::add)
                    .orElse(false);
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

        private Optional<DataResult> fused(Conjunction rows, List<Dimension> dimensions) {
            context.cancellation().check();
            int[] firstRows = {};
            int[] counts = {};
            if (!rows.isNever()) {
                CellCounts answer = kernels.count(new CountQuery(input.rowCount(), rows.ranges(), dimensions));
                firstRows = answer.firstRows();
                counts = answer.seenCounts();
            }
            return withCounts(firstRows, counts);
        }

        private Optional<DataResult> withCounts(int[] firstRows, int[] counts) {
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
            if (table.rowCount() != counts.length) {
                table.close();
                return Optional.empty();
            }
            double[] numbers = Arrays.stream(counts).asDoubleStream().toArray();
            for (String name : steps.counts()) {
                try (Table before = table) {
                    table = before.with(
                            name, Columns.numbers(numbers, numbers.length, new BitSet(), context.allocator()));
                }
            }
            return Optional.of(new DataResult(table, signals));
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
