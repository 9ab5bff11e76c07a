package org.sheliak.runtime.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.fusion.GroupFusion;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;

/// Applies transforms one after the other, or several as one pass of a kernel where that gives the same.
///
/// @param states the state after each of the steps
record TransformSteps(TaskGraphRun run, List<Fingerprint> states) {

    /// The rows after the transforms, and all signals set up to then. Borrows what it starts from; caller closes.
    DataResult apply(DataResult before, List<DataStep> steps) {
        Map<String, @Nullable Object> signals = new HashMap<>(before.signals());
        DataResult current = before.share();
        List<DataStep> rest = steps;
        while (!rest.isEmpty()) {
            try (DataResult input = current) {
                run.cancellation().check();
                int fusable = GroupFusion.length(DataStep.transforms(rest));
                Optional<DataResult> fused = fuse(rest.subList(0, fusable), input.rows(), signals);
                try (DataResult output = fused.isPresent() ? fused.get() : applyOne(rest, input.rows(), signals)) {
                    signals.putAll(output.signals());
                    current = new DataResult(output.rows().share(), signals);
                }
                rest = rest.subList(fused.isPresent() ? fusable : 1, rest.size());
            }
        }
        return current;
    }

    /// Some steps as one pass of a kernel on borrowed rows. Caller closes. Empty where there is no such pass.
    Optional<DataResult> fuse(List<DataStep> steps, Table rows, Map<String, @Nullable Object> signals) {
        return steps.isEmpty()
                ? Optional.empty()
                : run.executor().fusion().apply(DataStep.transforms(steps), rows, context(steps, signals));
    }

    /// Applies the first of the steps that are left.
    private DataResult applyOne(List<DataStep> rest, Table rows, Map<String, @Nullable Object> signals) {
        DataStep step = rest.getFirst();
        Fingerprint state = states.get(states.size() - rest.size());
        EvaluationContext context =
                context(List.of(step), signals).withRandom(run.graph().random(state));
        TransformResult output = Transforms.apply(step.transform(), rows, context);
        return new DataResult(
                output.table(),
                output.signals(Transforms.signalName(step.transform().definition())));
    }

    private EvaluationContext context(List<DataStep> steps, Map<String, @Nullable Object> signals) {
        return TaskInputs.of(run, steps).context().withSignals(signals);
    }
}
