package org.sheliak.planner.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Reference;
import org.sheliak.planner.analysis.Reference.Role;
import org.sheliak.planner.analysis.References;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScopeRewriter;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Takes out what nobody reads: stubs that the browser does not use, then items that no stub depends on.
final class PruneUnused implements Pass {
    private final Set<Variable> keep;

    /// @param keep signals and data sets of the top level that stay in the browser's reach
    PruneUnused(Set<Variable> keep) {
        this.keep = new LinkedHashSet<>(keep);
    }

    @Override
    public Draft apply(Draft draft) {
        Draft result = draft;
        while (true) {
            Draft pruned = pruneStubs(result);
            if (pruned.stubs().size() == result.stubs().size()) {
                return pruneItems(pruned);
            }
            result = pruned;
        }
    }

    private Draft pruneStubs(Draft draft) {
        References references = draft.references();
        List<Stub> kept = new ArrayList<>();
        Set<Variable> dropped = new LinkedHashSet<>();
        Set<String> droppedReaders = new LinkedHashSet<>();
        for (Stub stub : draft.stubs()) {
            Variable variable = new Variable(stub.namespace(), stub.name(), List.of());
            List<Reference> readers = references.to(variable);
            List<Reference> relays = unreadRelays(references, readers);
            if (relays.size() == readers.size() && !keep.contains(variable)) {
                dropped.add(variable);
                for (Reference relay : relays) {
                    droppedReaders.add(relay.pointer());
                }
            } else {
                kept.add(stub);
            }
        }
        if (dropped.isEmpty()) {
            return draft;
        }
        JsonObject client = ScopeRewriter.rewrite(draft.client(), scope -> without(scope, dropped, droppedReaders));
        return draft.withClient(client).withStubs(kept);
    }

    /// The readers of a hoisted stub that only pass it on, under the name of a nested group that nothing reads.
    private static List<Reference> unreadRelays(References references, List<Reference> readers) {
        List<Reference> relays = new ArrayList<>();
        for (Reference reader : readers) {
            Variable relay = relay(references, reader);
            if (relay != null && references.to(relay).isEmpty()) {
                relays.add(reader);
            }
        }
        return relays;
    }

    private static @Nullable Variable relay(References references, Reference reader) {
        boolean isRelay = reader.role() == Role.SOURCE || reader.role() == Role.SIGNAL;
        for (var scope : references.scopes().all()) {
            if (!isRelay || scope.path().isEmpty()) {
                continue;
            }
            for (var definition : scope.ownData()) {
                if (definition instanceof org.sheliak.planner.analysis.Definition.DataSet data
                        && data.spec().pointer().equals(reader.pointer())
                        && data.spec().json().members().size() == 2) {
                    return data.variable();
                }
            }
            for (var definition : scope.ownSignals()) {
                if (definition instanceof org.sheliak.planner.analysis.Definition.Signal signal
                        && signal.spec().pointer().equals(reader.pointer())
                        && signal.spec().json().members().size() == 2) {
                    return signal.variable();
                }
            }
        }
        return null;
    }

    private static JsonObject without(ScopeSpec scope, Set<Variable> dropped, Set<String> droppedReaders) {
        List<JsonValue> data = new ArrayList<>();
        for (DataSpec spec : scope.data()) {
            Variable variable = new Variable(Namespace.DATA, spec.name(), scope.path());
            if (!dropped.contains(variable) && !droppedReaders.contains(spec.pointer())) {
                data.add(spec.json());
            }
        }
        List<JsonValue> signals = new ArrayList<>();
        for (SignalSpec spec : scope.signals()) {
            Variable variable = new Variable(Namespace.SIGNAL, spec.name(), scope.path());
            if (!dropped.contains(variable) && !droppedReaders.contains(spec.pointer())) {
                signals.add(spec.json());
            }
        }
        return shrink(shrink(scope.json(), "data", data), "signals", signals);
    }

    private static JsonObject shrink(JsonObject scope, String member, List<JsonValue> rest) {
        boolean isSame = rest.size() == Members.elements(scope, member).size();
        return isSame ? scope : scope.with(member, new JsonArray(rest));
    }

    private static Draft pruneItems(Draft draft) {
        Map<Variable, ServerItem> items = new LinkedHashMap<>();
        for (ServerItem item : draft.items()) {
            items.put(item.variable(), item);
        }
        Set<Variable> reached = new LinkedHashSet<>();
        Deque<Variable> open = new ArrayDeque<>();
        for (Stub stub : draft.stubs()) {
            open.add(stub.target().variable());
        }
        while (!open.isEmpty()) {
            Variable variable = open.remove();
            ServerItem item = items.get(variable);
            if (item == null || !reached.add(variable)) {
                continue;
            }
            for (Binding binding : item.bindings()) {
                open.add(binding.target().variable());
            }
            if (item instanceof ServerData data) {
                open.addAll(data.parents());
            }
        }
        List<ServerItem> needed = new ArrayList<>(draft.items());
        needed.removeIf(item -> !reached.contains(item.variable()));
        return draft.withItems(needed);
    }
}
