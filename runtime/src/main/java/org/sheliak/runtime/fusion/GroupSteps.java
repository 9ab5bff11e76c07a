package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;

/// The shape `(filter | extent | bin | joinaggregate | formula | timeunit)* aggregate` at the start of a pipeline.
///
/// @param steps the steps before the aggregate, in order
record GroupSteps(List<FusedStep> steps, GroupAggregate aggregate) {

    /// Number of steps.
    int size() {
        return steps.size() + 1;
    }

    /// Reads the shape; empty where the pipeline starts in another way.
    static Optional<GroupSteps> read(List<Task.Transform> pipeline) {
        List<FusedStep> steps = new ArrayList<>();
        for (Task.Transform transform : pipeline) {
            if (transform.definition().get("type") instanceof JsonString(String type) && type.equals("aggregate")) {
                return GroupAggregate.read(transform).map(aggregate -> new GroupSteps(steps, aggregate));
            }
            Optional<FusedStep> step = FusedStep.read(transform);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return Optional.empty();
    }
}
