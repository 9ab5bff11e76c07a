package org.sheliak.runtime.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.runtime.cache.TaskValueCache;

/// The states that a chart's data sets have had last, where what the user does changes them.
///
/// A brush gives them a new state with each move, to which it hardly ever comes back. The cache would fill up with what
/// each of them has shown, so it gives up all but a few for each data set: enough to go back and forth between the
/// choices of an input. Safe for any number of threads.
public final class RecentStates {
    static final int KEPT = 8;

    private final TaskValueCache cache;
    private final Map<Integer, Deque<Fingerprint>> states = new HashMap<>();

    /// @param cache borrowed
    public RecentStates(TaskValueCache cache) {
        this.cache = cache;
    }

    /// Notes that a data set has a state.
    synchronized void add(int task, Fingerprint state) {
        Deque<Fingerprint> recent = states.computeIfAbsent(task, _ -> new ArrayDeque<>());
        recent.remove(state);
        recent.addFirst(state);
        if (recent.size() > KEPT) {
            cache.remove(recent.removeLast());
        }
    }
}
