package org.sheliak.runtime.task;

import java.util.Map;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.runtime.evaluation.DataResult;

/// Evaluates a data set.
record DataEvaluation(TaskGraphRun run, int task, DataTask definition) {

    Fingerprint state() {
        StateHash hash = new StateHash("data");
        if (definition.source() instanceof TableSource(String name)) {
            hash.state(run.executor().tables().get(name).state()).names(definition.columns());
        }
        return hash.build();
    }

    DataResult result() {
        if (definition.source() instanceof TableSource(String name)
                && definition.transforms().isEmpty()) {
            return new DataResult(
                    run.executor()
                            .tables()
                            .get(name)
                            .read(definition.columns(), run.executor().allocator()),
                    Map.of());
        }
        throw new SheliakException(ErrorCode.UNSUPPORTED, SourceLocation.UNKNOWN, "not evaluated: " + definition);
    }
}
