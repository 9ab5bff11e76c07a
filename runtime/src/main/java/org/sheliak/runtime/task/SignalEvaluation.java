package org.sheliak.runtime.task;

import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task.SignalTask;
import org.sheliak.runtime.expression.ExpressionCompiler;

/// Evaluates a signal's expression.
record SignalEvaluation(TaskGraphRun run, int task, SignalTask definition) {

    Fingerprint state() {
        StateHash hash = new StateHash("signal")
                .text(definition.expression())
                .text(run.graph().place());
        TaskInputs.of(run, task).addStates(hash);
        return hash.build();
    }

    @Nullable
    Object value() {
        run.cancellation().check();
        return ExpressionCompiler.compile(definition.expression())
                .evaluate(TaskInputs.of(run, task).context());
    }
}
