package org.sheliak.planner.planning;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.BuiltinSignal;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scope.ScopedScale;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.taskgraph.Variable;

/// Whether the browser knows a signal or a small data set before any rows have come from the kernel.
///
/// A signal that is computed from rows, perhaps by way of a scale, gets a first value from empty data sets, and another
/// one when rows arrive. Were rows to depend on it, the chart would flicker, and might never come to rest. What events
/// do to a signal later does not matter here.
final class FirstValues {
    /// How many items are followed, so that a long chain does not run out of stack.
    private static final int MAXIMUM_ITEMS = 500;

    private final Scopes scopes;
    private final Predicate<DataSet> isBrowsers;

    /// @param isBrowsers tells the data sets whose rows never come from the kernel
    FirstValues(Scopes scopes, Predicate<DataSet> isBrowsers) {
        this.scopes = scopes;
        this.isBrowsers = isBrowsers;
    }

    /// Why the value is not known, or `null`.
    @Nullable
    Obstacle obstacle(Definition definition) {
        return obstacle(definition, new LinkedHashSet<>());
    }

    /// Why the rows of a data set that the browser evaluates are not known, or `null`.
    @Nullable
    Obstacle rowsObstacle(DataSet data) {
        Set<Variable> visited = new LinkedHashSet<>();
        visited.add(data.variable());
        return dataObstacle(data, visited);
    }

    private @Nullable Obstacle obstacle(Definition definition, Set<Variable> visited) {
        if (!visited.add(definition.variable())) {
            return null;
        }
        if (visited.size() > MAXIMUM_ITEMS) {
            return new Obstacle("", "its first value depends on more than 500 items");
        }
        return switch (definition) {
            case Signal signal -> signalObstacle(signal, visited);
            case BuiltinSignal signal
            when Members.signal(signal.value()) instanceof String expression ->
                expressionObstacle(scopes.at(signal.variable().scope()), expression, "", visited);
            case BuiltinSignal ignored -> null;
            case TransformSignal signal ->
                new Obstacle(signal.data().spec().pointer(), "its first value depends on rows of data");
            case DataSet data when isBrowsers.test(data) -> dataObstacle(data, visited);
            case DataSet data -> new Obstacle(data.spec().pointer(), "its first value depends on rows of data");
            case Definition other -> new Obstacle("", "its first value depends on marks");
        };
    }

    private @Nullable Obstacle dataObstacle(DataSet data, Set<Variable> visited) {
        Scope scope = scopes.at(data.variable().scope());
        for (Definition source : scope.sources(data.spec())) {
            Obstacle obstacle = obstacle(source, visited);
            if (obstacle != null) {
                return obstacle;
            }
        }
        JsonValue transforms = data.spec().json().get("transform");
        Obstacle obstacle = transforms == null
                ? null
                : referencesObstacle(
                        scope, scopes.reader().in(transforms), data.spec().pointer(), visited);
        return obstacle == null ? writersObstacle(data, visited) : obstacle;
    }

    private @Nullable Obstacle writersObstacle(DataSet data, Set<Variable> visited) {
        for (Signal writer : scopes.writers(data.variable())) {
            Obstacle obstacle = obstacle(writer, visited);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private @Nullable Obstacle signalObstacle(Signal signal, Set<Variable> visited) {
        String expression = signal.spec().expression();
        return expression == null
                ? null
                : expressionObstacle(
                        scopes.at(signal.variable().scope()),
                        expression,
                        signal.spec().pointer(),
                        visited);
    }

    private @Nullable Obstacle expressionObstacle(
            Scope scope, String expression, String pointer, Set<Variable> visited) {
        return referencesObstacle(scope, scopes.reader().of(expression), pointer, visited);
    }

    private @Nullable Obstacle referencesObstacle(
            Scope scope, ExpressionReferences references, String pointer, Set<Variable> visited) {
        if (references.anyScale()) {
            return new Obstacle(pointer, "its first value depends on a scale");
        }
        for (String name : references.scales()) {
            ScopedScale scale = scope.scale(name);
            Obstacle obstacle = scale == null ? null : scaleObstacle(scale, visited);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return namesObstacle(scope, references, visited);
    }

    private @Nullable Obstacle namesObstacle(Scope scope, ExpressionReferences references, Set<Variable> visited) {
        for (String name : references.signals()) {
            Definition signal = scope.signal(name);
            Obstacle obstacle = signal == null ? null : obstacle(signal, visited);
            if (obstacle != null) {
                return obstacle;
            }
        }
        for (String name : references.data().keySet()) {
            Definition data = scope.data(name);
            Obstacle obstacle = data == null ? null : obstacle(data, visited);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private @Nullable Obstacle scaleObstacle(ScopedScale scale, Set<Variable> visited) {
        JsonObject json = scale.spec().json();
        return readsData(json)
                ? new Obstacle(scale.spec().pointer(), "its first value depends on a scale of data")
                : namesObstacle(scale.scope(), scopes.reader().in(json), visited);
    }

    private static boolean readsData(JsonValue json) {
        return switch (json) {
            case JsonObject object when object.get("data") instanceof JsonString -> true;
            case JsonObject object -> {
                for (JsonValue member : object.members().values()) {
                    if (readsData(member)) {
                        yield true;
                    }
                }
                yield false;
            }
            case JsonArray array -> {
                for (JsonValue element : array.elements()) {
                    if (readsData(element)) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> false;
        };
    }
}
