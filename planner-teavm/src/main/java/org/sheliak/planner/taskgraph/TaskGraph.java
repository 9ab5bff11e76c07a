package org.sheliak.planner.taskgraph;

import java.util.List;

/// Tasks in an order in which each reads only tasks before it. Mirrors `task_graph.proto`.
///
/// @param timezone the viewer's time zone, an IANA name
public record TaskGraph(List<Task> tasks, String timezone) {
    public TaskGraph {
        tasks = List.copyOf(tasks);
    }
}
