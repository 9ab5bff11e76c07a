package org.sheliak.runtime.fusion;

import java.util.List;
import java.util.Optional;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.fusion.FusedStep.FilterStep;
import org.sheliak.runtime.fusion.FusedStep.MapStep;
import org.sheliak.runtime.index.BrushIndexes;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.table.Table;

/// Runs `(filter | extent | bin | joinaggregate | formula | timeunit)* aggregate` at the start of a pipeline as one
/// pass of a kernel, without the rows and columns in between: a step of a brush. An extent takes a pass of its own,
/// and so does a joinaggregate, whose results are kept once for each group.
///
/// The filters are ranges of columns, or sets of codes of fields with few different values. The kernel gives the first
/// row of each group, the number of its rows, and statistics of its numbers. The steps that derive fields then run as
/// ever, on these first rows only, and the kernel's outputs replace theirs: so keys, names, types and signals are the
/// steps' own, and the groups stand in the order of their first rows, as Vega has them.
///
/// Safe for any number of threads.
public final class GroupFusion {
    /// Tables with fewer rows are as fast without.
    private static final int MINIMUM_ROWS = 20_000;

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

    /// Whether a step gives or takes a row by that row alone: then it may as well run after what reads its rows.
    public static boolean isRowStep(Task.Transform step) {
        return FusedStep.read(step)
                .filter(read ->
                        read instanceof MapStep || (read instanceof FilterStep && RowSteps.dependsOnRowAlone(step)))
                .isPresent();
    }

    /// Runs steps of this form, [#length] of them, on rows, which are borrowed. Caller closes the result. Empty where
    /// nothing would be gained, or what the steps name is not what it takes: then they are to be run one by one.
    public Optional<DataResult> apply(List<Task.Transform> form, Table input, EvaluationContext context) {
        if (input.rowCount() < minimumRows) {
            return Optional.empty();
        }
        Optional<GroupSteps> steps = GroupSteps.read(form);
        try {
            return steps.flatMap(read -> run(read, input, context));
        } catch (SheliakException failure) {
            // A condition or formula may fail on a row that would never come to it; if not, the steps say it.
            context.cancellation().check();
            return Optional.empty();
        }
    }

    /// Begins with what was put off until the answer is out: indexes for the brushes that have moved.
    public void prepareNext() {
        indexes.buildWaiting();
    }

    private Optional<DataResult> run(GroupSteps steps, Table input, EvaluationContext context) {
        RowFields fields = new RowFields(input, knownGroups, context);
        try (FusedRun run = new FusedRun(steps, input, fields, kernels, indexes, context)) {
            return run.result();
        }
    }
}
