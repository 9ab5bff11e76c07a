package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.ServerRoot;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;

/// Which items change their value while the user works with the chart.
final class Interactivity {
    private final Map<Variable, ServerItem> items = new LinkedHashMap<>();
    private final Map<Variable, Boolean> known = new LinkedHashMap<>();

    private final Draft draft;

    Interactivity(Draft draft) {
        this.draft = draft;
        for (ServerItem item : draft.items()) {
            items.put(item.variable(), item);
        }
    }

    /// True when the value of an item depends on what the browser sends later.
    boolean changes(Variable variable) {
        Boolean answer = known.get(variable);
        if (answer == null) {
            // No item depends on itself; the entry only guards against a broken graph.
            known.put(variable, false);
            answer = decide(items.get(variable));
            known.put(variable, answer);
        }
        return answer;
    }

    private boolean decide(@Nullable ServerItem item) {
        if (item == null) {
            return false;
        }
        if (item instanceof ServerRoot root) {
            return root.changes();
        }
        if (item instanceof ServerData data) {
            for (Variable parent : data.parents()) {
                if (changes(parent)) {
                    return true;
                }
            }
        }
        for (Binding binding : item.bindings()) {
            if (changes(binding.target().variable())) {
                return true;
            }
        }
        return false;
    }

    /// True when a transform reads something that changes.
    boolean changes(Task.Transform transform, List<Binding> bindings) {
        for (Binding binding : draft.bindings(List.of(transform), bindings)) {
            if (changes(binding.target().variable())) {
                return true;
            }
        }
        return false;
    }
}
