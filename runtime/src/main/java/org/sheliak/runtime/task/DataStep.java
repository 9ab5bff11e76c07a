package org.sheliak.runtime.task;

import java.util.List;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.Input;
import org.sheliak.planner.taskgraph.Task.Transform;
import org.sheliak.runtime.fusion.GroupFusion;

/// A transform of a data set, and what is the same for all requests of its graph.
///
/// @param definition stands for the transform's definition
/// @param inputs what the definition may name
/// @param isRowStep whether it gives or takes a row by that row alone
record DataStep(Transform transform, Fingerprint definition, List<Input> inputs, boolean isRowStep) {

    /// The steps of a data task; none of another.
    static List<DataStep> of(Task task) {
        List<Transform> transforms = task.kind() instanceof DataTask data ? data.transforms() : List.of();
        return transforms.stream()
                .map(transform -> new DataStep(
                        transform,
                        new StateHash("definition").json(transform.definition()).build(),
                        TaskInputs.namedIn(transform.definition(), task.inputs()),
                        GroupFusion.isRowStep(transform)))
                .toList();
    }

    static List<Transform> transforms(List<DataStep> steps) {
        return steps.stream().map(DataStep::transform).toList();
    }
}
