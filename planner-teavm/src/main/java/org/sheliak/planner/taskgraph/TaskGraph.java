package org.sheliak.planner.taskgraph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// Tasks in an order in which each reads only tasks before it. Mirrors `task_graph.proto`.
///
/// @param timezone the viewer's time zone, an IANA name
/// @param locale how numbers and dates are written, as in `config.locale` of a spec, or `null`
/// @param seed what Vega's random numbers begin with, or `null` when the chart has no seed
public record TaskGraph(
        List<Task> tasks,
        String timezone,
        @Nullable Double seed,
        @Nullable JsonObject locale) {
    public TaskGraph {
        tasks = List.copyOf(tasks);
    }

    /// A graph without a seed and a locale.
    public TaskGraph(List<Task> tasks, String timezone) {
        this(tasks, timezone, null, null);
    }
}
