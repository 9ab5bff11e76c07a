package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;

/// Joins a data set with the only one that derives from it, so that the rows in between need not exist.
///
/// A constant data set is not joined with one that changes: its rows are worth keeping.
final class FuseDataSets implements Pass {

    @Override
    public Draft apply(Draft draft) {
        Draft result = draft;
        while (true) {
            Draft fused = fuseOne(result);
            if (fused == null) {
                return result;
            }
            result = fused;
        }
    }

    private static @Nullable Draft fuseOne(Draft draft) {
        Interactivity interactivity = new Interactivity(draft);
        for (ServerItem item : draft.items()) {
            if (item instanceof ServerData parent) {
                ServerData child = onlyChild(draft, parent);
                if (child != null
                        && interactivity.changes(parent.variable()) == interactivity.changes(child.variable())
                        && canJoin(draft, parent, child)) {
                    return fuse(draft, parent, child);
                }
            }
        }
        return null;
    }

    private static @Nullable ServerData onlyChild(Draft draft, ServerData parent) {
        Target rows = Target.of(parent.variable());
        ServerData only = null;
        for (Stub stub : draft.stubs()) {
            if (stub.target().equals(rows)) {
                return null;
            }
        }
        for (ServerItem item : draft.items()) {
            for (Binding binding : item.bindings()) {
                if (binding.target().equals(rows)) {
                    return null;
                }
            }
            if (item instanceof ServerData data && data.parents().contains(parent.variable())) {
                if (only != null || data.parent() == null) {
                    return null;
                }
                only = data;
            }
        }
        return only;
    }

    /// True when no name means one thing in the parent and another in the child, and neither waits for the other.
    private static boolean canJoin(Draft draft, ServerData parent, ServerData child) {
        Set<String> set = new LinkedHashSet<>();
        for (Task.Transform transform : parent.transforms()) {
            if (Members.text(transform.definition(), "signal") instanceof String signal) {
                set.add(signal);
            }
        }
        if (waitsForOthers(draft, child, parent)) {
            return false;
        }
        for (Binding binding : child.bindings()) {
            boolean isParents = binding.target().variable().equals(parent.variable());
            if (!isParents && set.contains(binding.name())) {
                return false;
            }
            for (Binding other : parent.bindings()) {
                boolean isSameName =
                        other.namespace() == binding.namespace() && other.name().equals(binding.name());
                if (isSameName && !other.target().equals(binding.target())) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether a data set reads another item that reads its parent.
    private static boolean waitsForOthers(Draft draft, ServerData child, ServerData parent) {
        ServerItems items = new ServerItems(draft.original(), draft.items());
        Set<Variable> visited = new LinkedHashSet<>();
        for (Binding binding : child.bindings()) {
            Variable read = binding.target().variable();
            if (!read.equals(parent.variable()) && reads(items, read, parent.variable(), visited)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reads(ServerItems items, Variable reader, Variable wanted, Set<Variable> visited) {
        ServerItem item = visited.add(reader) ? items.get(reader) : null;
        if (item == null) {
            return false;
        }
        List<Variable> read = new ArrayList<>(item instanceof ServerData data ? data.parents() : List.of());
        for (Binding binding : item.bindings()) {
            read.add(binding.target().variable());
        }
        for (Variable each : read) {
            if (each.equals(wanted) || reads(items, each, wanted, visited)) {
                return true;
            }
        }
        return false;
    }

    private static Draft fuse(Draft draft, ServerData parent, ServerData child) {
        List<Task.Transform> transforms = new ArrayList<>(parent.transforms());
        transforms.addAll(child.transforms());
        Set<Binding> bindings = new LinkedHashSet<>(parent.bindings());
        for (Binding binding : child.bindings()) {
            if (!binding.target().variable().equals(parent.variable())) {
                bindings.add(binding);
            }
        }
        ServerData fused = new ServerData(
                child.variable(),
                parent.source(),
                parent.format(),
                transforms,
                null,
                List.copyOf(bindings),
                child.pointer());
        List<ServerItem> items = new ArrayList<>();
        for (ServerItem item : draft.items()) {
            if (!item.variable().equals(parent.variable())) {
                items.add(item.variable().equals(child.variable()) ? fused : item);
            }
        }
        SignalMoves moves = new SignalMoves();
        moves.add(parent.transforms(), parent.variable(), child.variable());
        return moves.redirect(draft.withItems(items));
    }
}
