package org.sheliak.runtime.task;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.planner.taskgraph.Task.DataSource;
import org.sheliak.planner.taskgraph.Task.DataTask;

/// The source of a data set, looked for beyond data sets that only filter and extend their rows one by one: these need
/// not be evaluated for what a kernel can do in the same pass.
///
/// @param source gives the rows of the source
/// @param steps what the data sets in between do to them, in order
record SourcePipeline(SourceEvaluation source, List<DataStep> steps) {

    static SourcePipeline of(TaskGraphRun run, int task, DataTask definition) {
        List<DataStep> steps = new ArrayList<>();
        SourceEvaluation source = new SourceEvaluation(run, task, definition);
        while (source.definition().source() instanceof DataSource(int parent)
                && run.graph().task(parent).kind() instanceof DataTask before
                && run.graph().steps(parent).stream().allMatch(DataStep::isRowStep)) {
            steps.addAll(0, run.graph().steps(parent));
            source = new SourceEvaluation(run, parent, before);
        }
        return new SourcePipeline(source, steps);
    }
}
