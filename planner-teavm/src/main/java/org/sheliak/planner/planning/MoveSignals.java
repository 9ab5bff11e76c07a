package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Reference;
import org.sheliak.planner.analysis.Reference.Role;
import org.sheliak.planner.analysis.References;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.planning.Placement.SignalInKernel;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.ScopeRewriter;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Lets the kernel compute a signal whose expression reads rows that the browser does not need otherwise.
final class MoveSignals implements Pass {

    @Override
    public Draft apply(Draft draft) {
        References references = draft.references();
        Map<String, Signal> moved = new LinkedHashMap<>();
        for (Stub stub : draft.stubs()) {
            if (stub.namespace() == Namespace.DATA) {
                moved.putAll(readers(draft, references, stub));
            }
        }
        return moved.isEmpty() ? draft : new Move(draft, references.scopes(), moved).run();
    }

    /// The signals that read a stub's rows, by JSON pointer; none if anything else but scales reads them too.
    private static Map<String, Signal> readers(Draft draft, References references, Stub stub) {
        Map<String, Signal> readers = new LinkedHashMap<>();
        for (Reference reference : references.to(new Variable(Namespace.DATA, stub.name(), List.of()))) {
            if (reference.role() == Role.SCALE) {
                continue;
            }
            Signal signal = reference.role() == Role.SIGNAL ? at(references.scopes(), reference.pointer()) : null;
            boolean isMovable = signal != null
                    && draft.original().isDefined(signal.variable())
                    && draft.original().of(signal) instanceof SignalInKernel;
            if (signal == null || !isMovable) {
                return Map.of();
            }
            readers.put(reference.pointer(), signal);
        }
        return readers;
    }

    private static @Nullable Signal at(Scopes scopes, String pointer) {
        for (Scope scope : scopes.all()) {
            for (Definition definition : scope.ownSignals()) {
                if (definition instanceof Signal signal
                        && signal.spec().pointer().equals(pointer)) {
                    return signal;
                }
            }
        }
        return null;
    }

    private static final class Move {
        private final Draft draft;
        private final Map<String, Signal> moved;
        private final StubNames names;
        private final ServerItems items;
        private final List<Stub> stubs;
        private final List<JsonValue> hoisted = new ArrayList<>();

        Move(Draft draft, Scopes scopes, Map<String, Signal> moved) {
            this.draft = draft;
            this.moved = moved;
            this.names = new StubNames(scopes);
            this.items = new ServerItems(draft.original(), draft.items());
            this.stubs = new ArrayList<>(draft.stubs());
        }

        Draft run() {
            for (Signal signal : moved.values()) {
                items.addSignal(signal);
            }
            JsonObject client = ScopeRewriter.rewrite(draft.client(), this::rewrite);
            return draft.withClient(client).withItems(items.all()).withStubs(stubs);
        }

        private JsonObject rewrite(ScopeSpec scope) {
            List<JsonValue> signals = new ArrayList<>();
            Set<SignalSpec> replaced = new LinkedHashSet<>();
            for (SignalSpec spec : scope.signals()) {
                Signal signal = moved.get(spec.pointer());
                if (signal != null) {
                    replaced.add(spec);
                }
                signals.add(signal == null ? spec.json() : stub(scope, signal));
            }
            if (scope.path().isEmpty()) {
                signals.addAll(hoisted);
            }
            boolean isChanged = !replaced.isEmpty() || (scope.path().isEmpty() && !hoisted.isEmpty());
            return isChanged ? scope.json().with("signals", new JsonArray(signals)) : scope.json();
        }

        private JsonObject stub(ScopeSpec scope, Signal signal) {
            String name = signal.spec().name();
            boolean isNested = !scope.path().isEmpty();
            String stubName = isNested ? names.unused(signal.variable()) : name;
            stubs.add(new Stub(Namespace.SIGNAL, stubName, Target.of(signal.variable())));
            JsonValue start = signal.spec().value() == null
                    ? JsonNull.INSTANCE
                    : signal.spec().value();
            JsonObject stub =
                    JsonObject.EMPTY.with("name", new JsonString(stubName)).with("value", start);
            if (!isNested) {
                return stub;
            }
            hoisted.add(stub);
            return JsonObject.EMPTY.with("name", new JsonString(name)).with("update", new JsonString(stubName));
        }
    }
}
