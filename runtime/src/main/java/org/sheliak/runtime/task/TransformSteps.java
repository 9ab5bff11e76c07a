package org.sheliak.runtime.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Task.Transform;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;

/// Applies transforms one after the other.
///
/// @param inputs what the data set can name
record TransformSteps(TaskGraphRun run, TaskInputs inputs) {

    /// The rows after the transforms, and all signals set up to then. Borrows what it starts from; caller closes.
    DataResult apply(DataResult before, List<Transform> steps) {
        Map<String, @Nullable Object> signals = new HashMap<>(before.signals());
        DataResult current = before.share();
        for (Transform step : steps) {
            try (DataResult input = current) {
                run.cancellation().check();
                EvaluationContext context =
                        inputs.namedIn(step.definition()).context().withSignals(signals);
                TransformResult output = Transforms.apply(step, input.rows(), context);
                signals.putAll(output.signals(Transforms.signalName(step.definition())));
                current = new DataResult(output.table(), signals);
            }
        }
        return current;
    }
}
