package org.sheliak.runtime.task;

import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task.SignalTask;

/// Evaluates a signal's expression.
record SignalEvaluation(TaskGraphRun run, int task, SignalTask definition) {

    Fingerprint state() {
        TaskInputs inputs = TaskInputs.of(run, task);
        StateHash hash = new StateHash("signal")
                .text(definition.expression())
                .text(run.graph().timezone().getId());
        inputs.addStates(hash);
        return hash.build();
    }

    @Nullable
    Object value() {
        run.cancellation().check();
        throw new SheliakException(
                ErrorCode.UNSUPPORTED, SourceLocation.UNKNOWN, "expressions are not evaluated: " + definition);
    }
}
