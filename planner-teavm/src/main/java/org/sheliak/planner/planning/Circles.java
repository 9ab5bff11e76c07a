package org.sheliak.planner.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.BuiltinSignal;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.FacetRows;
import org.sheliak.planner.analysis.Definition.MarkItems;
import org.sheliak.planner.analysis.Definition.Scale;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.analysis.ScaleReferences;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.analysis.TransformReferences;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;

/// Finds the items whose value may depend on what it was before, by whatever way through other items.
final class Circles {
    private final Scopes scopes;
    private final Map<Variable, Boolean> known = new LinkedHashMap<>();

    Circles(Scopes scopes) {
        this.scopes = scopes;
    }

    /// Whether an item may depend on itself. What handlers of events read counts too; what marks draw is not followed,
    /// so an item that reads marks may always depend on itself.
    boolean pass(Variable item) {
        Boolean answer = known.get(item);
        if (answer == null) {
            answer = search(item);
            known.put(item, answer);
        }
        return answer;
    }

    private boolean search(Variable start) {
        Scope scope = scopes.at(start.scope());
        Definition first = switch (start.namespace()) {
            case SIGNAL -> scope.signal(start.name());
            case DATA -> scope.data(start.name());
            case SCALE -> scope.scale(start.name());
        };
        Set<Variable> visited = new LinkedHashSet<>();
        Deque<Definition> waiting = new ArrayDeque<>();
        if (first != null) {
            waiting.add(first);
        }
        while (!waiting.isEmpty()) {
            for (Definition read : reads(waiting.poll())) {
                boolean isPushed = read instanceof Signal && scopes.isPushed(read.variable());
                if (read.variable().equals(start)
                        || isPushed
                        || read instanceof MarkItems
                        || read instanceof FacetRows) {
                    return true;
                }
                if (visited.add(read.variable())) {
                    waiting.add(read);
                }
            }
        }
        return false;
    }

    private List<Definition> reads(Definition definition) {
        Scope scope = scopes.at(definition.variable().scope());
        List<Definition> read = new ArrayList<>();
        switch (definition) {
            case DataSet data -> addData(scope, data, read);
            case TransformSignal signal -> read.add(signal.data());
            case Signal signal -> add(scope, scopes.reader().in(signal.spec().json()), read);
            case Scale scale -> {
                ScaleReferences references = ScaleReferences.of(scale.spec().json(), scopes.reader());
                addRows(scope, references.data().keySet(), read);
                add(scope, references.expressions(), read);
            }
            case BuiltinSignal signal
            when signal.value() instanceof JsonObject value ->
                add(scope, scopes.reader().in(value), read);
            case BuiltinSignal ignored -> {}
            case FacetRows ignored -> {}
            case MarkItems ignored -> {}
        }
        return read;
    }

    private void addData(Scope scope, DataSet data, List<Definition> read) {
        read.addAll(scope.sources(data.spec()));
        read.addAll(scopes.writers(data.variable()));
        for (String member : List.of("url", "format", "on")) {
            JsonValue value = data.spec().json().get(member);
            if (value != null) {
                add(scope, scopes.reader().in(value), read);
            }
        }
        for (TransformSpec transform : data.spec().transforms()) {
            JsonObject inlined = InlinedProjections.in(transform, scope, scopes).json();
            add(scope, scopes.reader().in(inlined.without("signal")), read);
            addRows(scope, TransformReferences.data(transform), read);
        }
    }

    private void add(Scope scope, ExpressionReferences references, List<Definition> read) {
        for (String name : references.signals()) {
            if (scope.signal(name) instanceof Definition signal) {
                read.add(signal);
            }
        }
        for (String name : references.scales()) {
            if (scope.scale(name) instanceof Definition scale) {
                read.add(scale);
            }
        }
        addRows(scope, references.data().keySet(), read);
    }

    private static void addRows(Scope scope, Set<String> names, List<Definition> read) {
        for (String name : names) {
            if (scope.data(name) instanceof Definition data) {
                read.add(data);
            }
        }
    }
}
