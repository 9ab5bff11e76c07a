package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.taskgraph.Variable;

/// Puts items into an order in which each reads only items before it, and which else is that of the spec.
final class ServerOrder {
    private final Map<Variable, ServerItem> items = new LinkedHashMap<>();
    private final Set<Variable> begun = new LinkedHashSet<>();
    private final List<ServerItem> ordered = new ArrayList<>();

    private ServerOrder(List<ServerItem> all) {
        for (ServerItem item : all) {
            items.put(item.variable(), item);
        }
    }

    static List<ServerItem> sort(List<ServerItem> items) {
        ServerOrder order = new ServerOrder(items);
        for (ServerItem item : items) {
            order.add(item);
        }
        return order.ordered;
    }

    private void add(@Nullable ServerItem item) {
        if (item == null || !begun.add(item.variable())) {
            return;
        }
        if (item instanceof ServerData data) {
            for (Variable parent : data.parents()) {
                add(items.get(parent));
            }
        }
        for (Binding binding : item.bindings()) {
            add(items.get(binding.target().variable()));
        }
        ordered.add(item);
    }
}
