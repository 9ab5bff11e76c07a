package org.sheliak.runtime.task;

import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.cache.TaskValueCache;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.fusion.GroupFusion;
import org.sheliak.runtime.source.DataLocations;
import org.sheliak.runtime.source.NamedTables;

/// Evaluates the tasks of a chart's graphs. What it borrows must outlive it; safe for any number of threads.
///
/// @param allocator where rows are allocated
/// @param cache evaluated data sets, shared by all graphs
/// @param recent which of them the graphs' data sets have been lately
/// @param locations the files that graphs can name
/// @param fusion runs steps of pipelines as one
/// @param tables the tables that graphs can name
public record TaskGraphExecutor(
        BufferAllocator allocator,
        TaskValueCache cache,
        RecentStates recent,
        DataLocations locations,
        GroupFusion fusion,
        NamedTables tables) {

    /// Starts to evaluate tasks of a graph. Caller closes, after the last use of a table that it borrowed from the run.
    public TaskGraphRun start(GraphState graph, Cancellation cancellation) {
        return new TaskGraphRun(this, graph, cancellation);
    }
}
