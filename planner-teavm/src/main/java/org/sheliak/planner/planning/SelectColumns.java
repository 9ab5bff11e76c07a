package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.ScaleReferences;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.RowSource;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.ServerRoot;
import org.sheliak.planner.planning.ServerItem.ServerScale;
import org.sheliak.planner.planning.ServerItem.ServerSignal;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Tells the reader of each source which columns are needed at all.
final class SelectColumns implements Pass {

    @Override
    public Draft apply(Draft draft) {
        return new Selection(draft).run();
    }

    private static final class Selection {
        private final Draft draft;
        private final Map<Variable, ColumnUsage> needed = new LinkedHashMap<>();
        /// Data sets whose rows stand among others in the end: they need not have each column that is read then.
        private final Set<Variable> merged = new LinkedHashSet<>();

        Selection(Draft draft) {
            this.draft = draft;
        }

        Draft run() {
            for (Stub stub : draft.stubs()) {
                if (stub.target().signal().isEmpty()) {
                    needed.put(stub.target().variable(), ColumnUsage.ALL);
                }
            }
            List<ServerItem> ordered = ServerOrder.sort(draft.items());
            Map<Variable, ServerItem> selected = new LinkedHashMap<>();
            for (ServerItem item : ordered.reversed()) {
                noteReferences(draft, item, needed);
                selected.put(item.variable(), item instanceof ServerData data ? select(data) : item);
            }
            List<ServerItem> items = new ArrayList<>();
            for (ServerItem item : ordered) {
                items.add(selected.getOrDefault(item.variable(), item));
            }
            return draft.withItems(items);
        }

        private ServerData select(ServerData data) {
            ColumnUsage columns = needed.getOrDefault(data.variable(), ColumnUsage.NONE);
            for (Task.Transform transform : data.transforms().reversed()) {
                columns = draft.references(transform).before(columns);
            }
            for (Variable parent : data.parents()) {
                needed.merge(parent, columns, ColumnUsage::plus);
                if (data.parent() == null || merged.contains(data.variable())) {
                    merged.add(parent);
                }
            }
            return switch (data.source()) {
                case RowSource.Url ignored -> data.withColumns(names(columns));
                // To ask a table for a column that it does not have is an error.
                case RowSource.Table ignored when merged.contains(data.variable()) -> data;
                case RowSource.Table ignored -> data.withColumns(names(columns));
                case RowSource.Derived ignored -> data;
                case RowSource.Merged ignored -> data;
                case RowSource.Values ignored -> data;
                case RowSource.Generated ignored -> data;
            };
        }
    }

    private static @Nullable List<String> names(ColumnUsage columns) {
        // Rows without any column could not be counted.
        return columns.all() || columns.names().isEmpty() ? null : List.copyOf(columns.names());
    }

    private static void noteReferences(Draft draft, ServerItem item, Map<Variable, ColumnUsage> needed) {
        Map<String, ColumnUsage> read = new LinkedHashMap<>();
        switch (item) {
            case ServerRoot ignored -> {}
            case ServerSignal signal ->
                read.putAll(draft.original().reader().of(signal.expression()).data());
            case ServerScale scale ->
                read.putAll(
                        ScaleReferences.of(scale.definition(), draft.original().reader())
                                .allData());
            case ServerData data -> {
                for (Task.Transform transform : data.transforms()) {
                    draft.references(transform)
                            .allData()
                            .forEach((name, columns) -> read.merge(name, columns, ColumnUsage::plus));
                }
            }
        }
        for (Binding binding : item.bindings()) {
            if (binding.namespace() == Namespace.DATA) {
                ColumnUsage columns = read.getOrDefault(binding.name(), ColumnUsage.ALL);
                needed.merge(binding.target().variable(), columns, ColumnUsage::plus);
            }
        }
    }
}
