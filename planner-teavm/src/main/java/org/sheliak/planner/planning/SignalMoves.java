package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.ServerRoot;
import org.sheliak.planner.planning.ServerItem.ServerScale;
import org.sheliak.planner.planning.ServerItem.ServerSignal;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;

/// Signals of transforms that have gone from one item to another with their transforms.
final class SignalMoves {
    private final Map<Target, Target> moves = new LinkedHashMap<>();

    /// Notes that the signals of these transforms are set by another item now.
    void add(List<Task.Transform> transforms, Variable from, Variable to) {
        for (Task.Transform transform : transforms) {
            if (Members.text(transform.definition(), "signal") instanceof String signal) {
                moves.put(new Target(from, signal), new Target(to, signal));
            }
        }
    }

    /// The plan in which everything that names a moved signal names its new place.
    Draft redirect(Draft draft) {
        if (moves.isEmpty()) {
            return draft;
        }
        List<ServerItem> items = new ArrayList<>();
        for (ServerItem item : draft.items()) {
            items.add(redirect(item));
        }
        List<Stub> stubs = new ArrayList<>();
        for (Stub stub : draft.stubs()) {
            stubs.add(new Stub(stub.namespace(), stub.name(), redirect(stub.target())));
        }
        return draft.withItems(items).withStubs(stubs);
    }

    private ServerItem redirect(ServerItem item) {
        return switch (item) {
            case ServerRoot root -> root;
            case ServerScale scale ->
                new ServerScale(scale.variable(), scale.definition(), redirect(scale.bindings()), scale.pointer());
            case ServerData data -> data.withBindings(redirect(data.bindings()));
            case ServerSignal signal ->
                new ServerSignal(signal.variable(), signal.expression(), redirect(signal.bindings()), signal.pointer());
        };
    }

    private List<Binding> redirect(List<Binding> bindings) {
        List<Binding> redirected = new ArrayList<>();
        for (Binding binding : bindings) {
            redirected.add(new Binding(binding.namespace(), binding.name(), redirect(binding.target())));
        }
        return redirected;
    }

    private Target redirect(Target target) {
        return moves.getOrDefault(target, target);
    }
}
