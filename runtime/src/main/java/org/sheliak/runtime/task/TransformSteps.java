package org.sheliak.runtime.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.taskgraph.Task.Transform;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.fusion.CountFusion.Fused;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;

/// Applies transforms one after the other, several at once where a kernel can.
///
/// @param inputs what the data set can name
record TransformSteps(TaskGraphRun run, TaskInputs inputs) {

    /// The rows after the transforms, and all signals set up to then. Borrows what it starts from; caller closes.
    DataResult apply(DataResult before, List<Transform> steps) {
        Map<String, @Nullable Object> signals = new HashMap<>(before.signals());
        DataResult current = before.share();
        int next = 0;
        while (next < steps.size()) {
            try (DataResult input = current) {
                run.cancellation().check();
                Fused output = applyFirst(input, steps.subList(next, steps.size()), signals);
                next += output.steps();
                signals.putAll(output.result().signals());
                current = output.result();
            }
        }
        return new DataResult(current.rows(), signals);
    }

    /// Applies the first of the steps, or the longest run of them that a kernel takes.
    private Fused applyFirst(DataResult input, List<Transform> steps, Map<String, @Nullable Object> signals) {
        Optional<Fused> fused = run.executor().fusion().apply(steps, input.rows(), context(steps, signals));
        if (fused.isPresent()) {
            return fused.get();
        }
        Transform step = steps.getFirst();
        TransformResult result = Transforms.apply(step, input.rows(), context(List.of(step), signals));
        return new Fused(new DataResult(result.table(), result.signals(Transforms.signalName(step.definition()))), 1);
    }

    private EvaluationContext context(List<Transform> steps, Map<String, @Nullable Object> signals) {
        JsonArray definitions = new JsonArray(
                steps.stream().<JsonValue>map(Transform::definition).toList());
        return inputs.namedIn(definitions).context().withSignals(signals);
    }
}
