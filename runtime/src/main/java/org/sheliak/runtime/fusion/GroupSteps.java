package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.fusion.FusedStep.BinStep;
import org.sheliak.runtime.fusion.FusedStep.ExtentStep;
import org.sheliak.runtime.fusion.FusedStep.FilterStep;
import org.sheliak.runtime.fusion.FusedStep.JoinStep;
import org.sheliak.runtime.fusion.FusedStep.MapStep;

/// The shape `(filter | extent | bin | joinaggregate | formula | timeunit)* aggregate` at the start of a pipeline.
///
/// @param steps the steps before the aggregate, in order
record GroupSteps(List<FusedStep> steps, GroupAggregate aggregate) {

    /// Number of steps.
    int size() {
        return steps.size() + 1;
    }

    /// The fields whose extents are asked for from a step on, of the rows and fields that there are before it.
    Set<String> extents(int from) {
        Set<String> asked = new LinkedHashSet<>();
        Set<String> written = new HashSet<>();
        for (FusedStep step : steps.subList(from, steps.size())) {
            switch (step) {
                case FilterStep _ -> {
                    return asked;
                }
                case ExtentStep extent -> {
                    if (!written.contains(extent.field())) {
                        asked.add(extent.field());
                    }
                }
                case BinStep bin -> written.addAll(List.of(bin.start(), bin.end()));
                case JoinStep join -> written.addAll(join.aggregate().outputs());
                case MapStep map -> written.addAll(map.fields());
            }
        }
        return asked;
    }

    /// Reads the shape; empty where the pipeline starts in another way.
    static Optional<GroupSteps> read(List<Task.Transform> pipeline) {
        List<FusedStep> steps = new ArrayList<>();
        for (Task.Transform transform : pipeline) {
            if (transform.definition().get("type") instanceof JsonString(String type) && type.equals("aggregate")) {
                return KnownSteps.aggregate(transform).map(aggregate -> new GroupSteps(steps, aggregate));
            }
            Optional<FusedStep> step = KnownSteps.step(transform);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return Optional.empty();
    }
}
