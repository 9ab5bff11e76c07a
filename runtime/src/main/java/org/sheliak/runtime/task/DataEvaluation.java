package org.sheliak.runtime.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.fusion.GroupFusion;

/// Evaluates a data set: its source, the transforms that no change of a root can touch, and the others.
///
/// The result after each of these three steps is kept in the cache, so that the move of a brush repeats only the last.
/// The state after a transform stands for the state before it, its definition and the states of what it names.
record DataEvaluation(TaskGraphRun run, int task, DataTask definition) {

    Fingerprint state() {
        return states().getLast();
    }

    DataResult result() {
        List<Fingerprint> states = states();
        int stable = stableCount();
        if (stable < steps().size()) {
            run.executor().recent().add(task, states.getLast());
        }
        return result(states, stable, steps().size());
    }

    /// The state of the source, and the states after each transform.
    List<Fingerprint> states() {
        List<Fingerprint> states = new ArrayList<>();
        states.add(source().state());
        for (DataStep step : steps()) {
            StateHash hash = new StateHash("transform")
                    .state(states.getLast())
                    .state(step.definition())
                    .text(run.graph().setting());
            TaskInputs.of(run, List.of(step)).addStates(hash);
            states.add(hash.build());
        }
        return states;
    }

    /// How many of the first transforms depend on no root that may change.
    private int stableCount() {
        if (source().isVolatile()) {
            return 0;
        }
        int count = 0;
        for (DataStep step : steps()) {
            if (TaskInputs.of(run, List.of(step)).areVolatile()) {
                return count;
            }
            count++;
        }
        return count;
    }

    /// The result after the first `to` transforms; that after the first `from` is kept too.
    private DataResult result(List<Fingerprint> states, int from, int to) {
        if (to == 0) {
            return source().result();
        }
        return run.executor()
                .cache()
                .get(
                        states.get(to),
                        () -> {
                            int start = from < to ? from : 0;
                            return fusedFromSource(states, start, to).orElseGet(() -> stepByStep(states, start, to));
                        },
                        run.cancellation());
    }

    /// The result without the rows in between, where the source's own rows and the first transforms make one pass of a
    /// kernel that goes further than `from`.
    private Optional<DataResult> fusedFromSource(List<Fingerprint> states, int from, int to) {
        SourcePipeline pipeline = SourcePipeline.of(run, task, definition);
        int before = pipeline.steps().size();
        if (before == 0 && from == 0) {
            return Optional.empty();
        }
        List<DataStep> steps = new ArrayList<>(pipeline.steps());
        steps.addAll(steps().subList(0, to));
        int fusable = GroupFusion.length(DataStep.transforms(steps));
        if (fusable <= before + from) {
            return Optional.empty();
        }
        try (DataResult rows = pipeline.source().result()) {
            return steps(states, 0, to)
                    .fuse(steps.subList(0, fusable), rows.rows(), Map.of())
                    .map(fused -> {
                        try (fused) {
                            int done = fusable - before;
                            return steps(states, done, to).apply(fused, steps().subList(done, to));
                        }
                    });
        }
    }

    private DataResult stepByStep(List<Fingerprint> states, int from, int to) {
        try (DataResult before = result(states, 0, from)) {
            return steps(states, from, to).apply(before, steps().subList(from, to));
        }
    }

    private TransformSteps steps(List<Fingerprint> states, int from, int to) {
        return new TransformSteps(run, states.subList(from + 1, to + 1));
    }

    private List<DataStep> steps() {
        return run.graph().steps(task);
    }

    private SourceEvaluation source() {
        return new SourceEvaluation(run, task, definition);
    }
}
