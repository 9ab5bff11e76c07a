package org.sheliak.planner.planning;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.BuiltinSignal;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.Scale;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scope.ScopedProjection;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.taskgraph.Variable;

/// Whether the browser can know a signal or a small data set before the kernel has to know it.
///
/// Rows that always stay the same have come before a view is drawn, and what is computed from them, perhaps by way of a
/// scale, is known from then on. What is computed from rows that change follows later, and so does what the kernel
/// makes of it; but it comes to rest, unless it depends on itself. Where it may, it stays in the browser, and so does
/// what is computed only once, when the view starts.
/// What events do to a signal later does not matter here, but for handlers of other signals, see [SignalHandlers].
final class FirstValues {
    /// How many items are followed, so that a long chain does not run out of stack.
    private static final int MAXIMUM_ITEMS = 200;

    private final Scopes scopes;
    private final Predicate<DataSet> isBrowsers;
    private final ChangingItems changing;
    private final Circles circles;

    /// What has been found on the way from one item to what it is computed from.
    private static final class Walk {
        private final Variable start;
        private final Set<Variable> visited = new LinkedHashSet<>();
        /// Whether something is computed only once, when the view starts: the rows must have come by then.
        private boolean isOnce;

        Walk(Variable start) {
            this.start = start;
        }
    }

    /// @param isBrowsers tells the data sets whose rows never come from the kernel
    FirstValues(Scopes scopes, Predicate<DataSet> isBrowsers, ChangingItems changing) {
        this.scopes = scopes;
        this.changing = changing;
        this.isBrowsers = isBrowsers;
        this.circles = new Circles(scopes);
    }

    /// Why the value is not known, or `null`.
    @Nullable
    Obstacle obstacle(Definition definition) {
        return obstacle(definition, new Walk(definition.variable()));
    }

    /// Why the rows of a data set that the browser evaluates are not known, or `null`.
    @Nullable
    Obstacle rowsObstacle(DataSet data) {
        Walk walk = new Walk(data.variable());
        walk.visited.add(data.variable());
        return dataObstacle(data, walk);
    }

    private @Nullable Obstacle obstacle(Definition definition, Walk walk) {
        if (!walk.visited.add(definition.variable())) {
            return null;
        }
        if (walk.visited.size() > MAXIMUM_ITEMS) {
            return new Obstacle("", "its first value depends on more than 200 items");
        }
        return switch (definition) {
            case Signal signal -> signalObstacle(signal, walk);
            case BuiltinSignal signal
            when Members.signal(signal.value()) instanceof String expression ->
                expressionObstacle(scopes.at(signal.variable().scope()), expression, "", walk);
            case BuiltinSignal ignored -> null;
            case TransformSignal signal -> rowsObstacle(signal, signal.data(), walk);
            case DataSet data when isBrowsers.test(data) -> dataObstacle(data, walk);
            case DataSet data -> rowsObstacle(data, data, walk);
            case Scale scale -> scaleObstacle(scale, walk);
            case Definition other -> new Obstacle("", "its first value depends on marks");
        };
    }

    private @Nullable Obstacle rowsObstacle(Definition read, DataSet data, Walk walk) {
        return changing.changes(read) && (walk.isOnce || circles.pass(walk.start))
                ? new Obstacle(data.spec().pointer(), "its first value depends on rows that change")
                : null;
    }

    private @Nullable Obstacle dataObstacle(DataSet data, Walk walk) {
        Scope scope = scopes.at(data.variable().scope());
        for (Definition source : scope.sources(data.spec())) {
            Obstacle obstacle = obstacle(source, walk);
            if (obstacle != null) {
                return obstacle;
            }
        }
        JsonValue transforms = data.spec().json().get("transform");
        Obstacle obstacle = transforms == null
                ? null
                : referencesObstacle(
                        scope, scopes.reader().in(transforms), data.spec().pointer(), walk);
        return obstacle == null ? writersObstacle(data, walk) : obstacle;
    }

    private @Nullable Obstacle writersObstacle(DataSet data, Walk walk) {
        for (Signal writer : scopes.writers(data.variable())) {
            Obstacle obstacle = obstacle(writer, walk);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private @Nullable Obstacle signalObstacle(Signal signal, Walk walk) {
        Scope scope = scopes.at(signal.variable().scope());
        String expression = signal.spec().expression();
        walk.isOnce |= signal.spec().update() == null && expression != null;
        Obstacle obstacle = expression == null
                ? null
                : expressionObstacle(scope, expression, signal.spec().pointer(), walk);
        return obstacle == null
                ? signalsObstacle(scope, SignalHandlers.read(signal.spec(), scopes.reader()), walk)
                : obstacle;
    }

    private @Nullable Obstacle expressionObstacle(Scope scope, String expression, String pointer, Walk walk) {
        return referencesObstacle(scope, scopes.reader().of(expression), pointer, walk);
    }

    private @Nullable Obstacle referencesObstacle(
            Scope scope, ExpressionReferences references, String pointer, Walk walk) {
        if (references.anyScale()) {
            return new Obstacle(pointer, "its first value depends on a scale");
        }
        for (String name : references.scales()) {
            Scale scale = scope.scale(name);
            Obstacle obstacle = scale == null || scale.spec().projection() != null
                    ? projectionObstacle(scope.projection(name), walk)
                    : scaleObstacle(scale, walk);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return namesObstacle(scope, references, walk);
    }

    /// A projection that is fitted to rows projects nothing before they come.
    private @Nullable Obstacle projectionObstacle(@Nullable ScopedProjection projection, Walk walk) {
        if (projection == null) {
            return null;
        }
        ExpressionReferences references = scopes.reader().in(projection.json());
        for (String name : references.data().keySet()) {
            if (projection.scope().data(name) instanceof DataSet data && !isBrowsers.test(data)) {
                return fittedByKernel(data);
            }
        }
        for (String name : references.signals()) {
            if (projection.scope().signal(name) instanceof TransformSignal signal && !isBrowsers.test(signal.data())) {
                return fittedByKernel(signal.data());
            }
        }
        return namesObstacle(projection.scope(), references, walk);
    }

    private static Obstacle fittedByKernel(DataSet data) {
        return new Obstacle(
                data.spec().pointer(), "its first value depends on a projection that is fitted to rows of the kernel");
    }

    private @Nullable Obstacle namesObstacle(Scope scope, ExpressionReferences references, Walk walk) {
        Obstacle found = signalsObstacle(scope, references.signals(), walk);
        if (found != null) {
            return found;
        }
        for (String name : references.data().keySet()) {
            Definition data = scope.data(name);
            Obstacle obstacle = data == null ? null : obstacle(data, walk);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private @Nullable Obstacle signalsObstacle(Scope scope, Set<String> names, Walk walk) {
        for (String name : names) {
            Definition signal = scope.signal(name);
            Obstacle obstacle = signal == null ? null : obstacle(signal, walk);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private @Nullable Obstacle scaleObstacle(Scale scale, Walk walk) {
        JsonObject json = scale.spec().json();
        Scope scope = scopes.at(scale.variable().scope());
        Set<String> names = new LinkedHashSet<>();
        addData(json, names);
        for (String name : names) {
            Definition data = scope.data(name);
            if (data != null && obstacle(data, walk) != null) {
                return new Obstacle(scale.spec().pointer(), "its first value depends on a scale of data that change");
            }
        }
        return namesObstacle(scope, scopes.reader().in(json), walk);
    }

    /// Adds the names of the data sets that a scale's domain or range is made of.
    private static void addData(JsonValue json, Set<String> names) {
        switch (json) {
            case JsonObject object -> {
                if (object.get("data") instanceof JsonString(String name)) {
                    names.add(name);
                }
                object.members().values().forEach(member -> addData(member, names));
            }
            case JsonArray array -> array.elements().forEach(element -> addData(element, names));
            default -> {}
        }
    }
}
