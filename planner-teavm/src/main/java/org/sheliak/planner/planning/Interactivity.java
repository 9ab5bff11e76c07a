package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.ServerRoot;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Which items change their value while the user works with the chart.
final class Interactivity {
    private final Map<Variable, ServerItem> items = new LinkedHashMap<>();
    private final Map<Variable, Boolean> known = new LinkedHashMap<>();

    private final ExpressionReader reader;

    Interactivity(List<ServerItem> all, ExpressionReader reader) {
        this.reader = reader;
        for (ServerItem item : all) {
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
        if (item instanceof ServerData data && data.parent() instanceof Variable parent && changes(parent)) {
            return true;
        }
        for (Binding binding : item.bindings()) {
            if (changes(binding.target().variable())) {
                return true;
            }
        }
        return false;
    }

    /// True when the expressions of a transform read something that changes.
    boolean changes(JsonObject transform, List<Binding> bindings) {
        Set<Binding> read = new LinkedHashSet<>();
        ExpressionReferences references = reader.in(transform.without("signal"));
        for (Binding binding : bindings) {
            boolean isNamed = binding.namespace() == Namespace.SIGNAL
                    ? references.signals().contains(binding.name())
                    : references.data().containsKey(binding.name());
            if (isNamed) {
                read.add(binding);
            }
        }
        for (Binding binding : read) {
            if (changes(binding.target().variable())) {
                return true;
            }
        }
        return false;
    }
}
