package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.BuiltinSignal;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.FacetRows;
import org.sheliak.planner.analysis.Definition.MarkItems;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.ExpressionSupport.Place;
import org.sheliak.planner.planning.Placement.DataInKernel;
import org.sheliak.planner.planning.Placement.InBrowser;
import org.sheliak.planner.planning.Placement.SentByBrowser;
import org.sheliak.planner.planning.Placement.SignalInKernel;
import org.sheliak.planner.planning.Placement.TransformSignalInKernel;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.planner.taskgraph.TaskValues;
import org.sheliak.planner.taskgraph.Variable;

/// Decides for each data set and signal of a spec whether the kernel can evaluate it.
///
/// Each decision rests on those about the items that an item reads, so they are made on demand and remembered.
/// An item that is asked for while its own decision is pending depends on itself, and stays in the browser.
final class Classification {
    private static final String IDENTIFIER = "identifier";

    private final Scopes scopes;
    private final PlannerOptions options;
    private final ServerCapabilities capabilities;
    private final FirstValues firstValues;
    private final ViewHistory history;
    private final Sources sources;
    private final Map<Variable, Placement> placements = new LinkedHashMap<>();
    private final Set<Variable> pending = new LinkedHashSet<>();

    Classification(Scopes scopes, PlannerOptions options, ServerCapabilities capabilities) {
        this.scopes = scopes;
        this.options = options;
        this.capabilities = capabilities;
        this.sources = new Sources(options, capabilities);
        this.firstValues = new FirstValues(scopes, this::isBrowsers);
        this.history = new ViewHistory(this, options.seed() != null);
    }

    Scopes scopes() {
        return scopes;
    }

    ExpressionReader reader() {
        return scopes.reader();
    }

    Sources sources() {
        return sources;
    }

    /// Where an item is evaluated.
    Placement of(Definition definition) {
        Variable variable = definition.variable();
        Placement known = placements.get(variable);
        if (known != null) {
            return known;
        }
        if (!pending.add(variable)) {
            return inBrowser("", "it depends on itself");
        }
        Placement placement = options.browserOnly().contains(variable)
                ? inBrowser("", "it was asked to stay in the browser")
                : decide(definition);
        pending.remove(variable);
        placements.put(variable, placement);
        return placement;
    }

    /// True for a signal that the original spec defines in this scope.
    boolean isDefined(Variable signal) {
        return scopes.at(signal.scope()).signal(signal.name()) instanceof Definition definition
                && definition.variable().equals(signal);
    }

    /// Why the value of a signal cannot be had in the kernel, or `null`.
    @Nullable
    Obstacle signalObstacle(Scope scope, String name, String pointer) {
        Definition signal = scope.signal(name);
        if (signal == null) {
            return new Obstacle(pointer, "there is no signal " + name);
        }
        return of(signal) instanceof InBrowser(Obstacle obstacle)
                ? new Obstacle(
                        pointer, "it reads the signal " + name + ", which stays in the browser: " + obstacle.reason())
                : null;
    }

    /// Why the rows of a data set cannot be had in the kernel for an expression, or `null`.
    @Nullable
    Obstacle dataObstacle(Scope scope, String name, String pointer) {
        Definition data = scope.data(name);
        if (data instanceof DataSet dataSet) {
            Placement placement = of(dataSet);
            boolean isThere = (placement instanceof DataInKernel inKernel && inKernel.isComplete())
                    || placement instanceof SentByBrowser;
            return isThere
                    ? null
                    : new Obstacle(pointer, "it reads the data set " + name + ", which stays in the browser");
        }
        return new Obstacle(pointer, "it reads " + name + ", which only the browser has");
    }

    private Placement decide(Definition definition) {
        return switch (definition) {
            case DataSet dataSet -> decide(dataSet);
            case FacetRows facet -> inBrowser(facet.group().pointer(), "its rows are those of a facet's items");
            case MarkItems items -> inBrowser(items.mark().pointer(), "its rows are the items of a mark");
            case TransformSignal signal -> decide(signal);
            case BuiltinSignal signal -> decide(signal);
            case Signal signal -> decide(signal);
        };
    }

    private Placement decide(DataSet dataSet) {
        DataSpec spec = dataSet.spec();
        Scope scope = scopes.at(dataSet.variable().scope());
        if (scopes.isChanged(dataSet.variable())) {
            return sendableOr(dataSet, new Obstacle(spec.pointer(), "its rows are changed by signals or triggers"));
        }
        if (scopes.isFacetKey(dataSet.variable())) {
            return sendableOr(dataSet, new Obstacle(spec.pointer(), "a faceted group needs its aggregate transform"));
        }
        Obstacle sourceObstacle = sourceObstacle(scope, spec);
        if (sourceObstacle != null) {
            return sendableOr(dataSet, sourceObstacle);
        }
        int count = 0;
        Obstacle obstacle = null;
        for (TransformSpec transform : spec.transforms()) {
            obstacle = transformObstacle(scope, dataSet, transform, count);
            if (obstacle != null) {
                break;
            }
            count++;
        }
        return count == 0 && obstacle != null && !sources.isLoaded(spec)
                ? new InBrowser(obstacle)
                : new DataInKernel(count, obstacle);
    }

    private @Nullable Obstacle sourceObstacle(Scope scope, DataSpec spec) {
        if (spec.json().get("source") == null) {
            Obstacle obstacle = sources.obstacle(spec);
            String url = Members.signal(spec.url());
            return obstacle != null || url == null
                    ? obstacle
                    : expressionObstacle(scope, url, JsonPointer.child(spec.pointer(), "url"));
        }
        String pointer = JsonPointer.child(spec.pointer(), "source");
        if (spec.source() != null) {
            return sourceObstacle(scope, spec, spec.source(), pointer);
        }
        int index = 0;
        for (JsonValue element : Members.elements(spec.json(), "source")) {
            String at = JsonPointer.child(pointer, index++);
            Obstacle obstacle = element instanceof JsonString(String name)
                    ? sourceObstacle(scope, spec, name, at)
                    : new Obstacle(at, "the name of a data set is expected");
            if (obstacle != null) {
                return obstacle;
            }
        }
        return index > 0 ? null : new Obstacle(pointer, "the name of a data set is expected, or a list of names");
    }

    private @Nullable Obstacle sourceObstacle(Scope scope, DataSpec spec, String name, String pointer) {
        return switch (scope.source(spec, name)) {
            case null -> new Obstacle(pointer, "there is no data set " + name);
            case DataSet source when of(source) instanceof DataInKernel inKernel && inKernel.isComplete() -> null;
            case DataSet source -> new Obstacle(pointer, "its source " + name + " stays in the browser");
            case Definition other -> new Obstacle(pointer, "its source " + name + " only the browser has");
        };
    }

    private boolean isNumberedWithOthers(TransformSpec transform) {
        return transform.type().equals(IDENTIFIER)
                && scopes.all().stream()
                                .flatMap(scope -> scope.spec().data().stream())
                                .flatMap(data -> data.transforms().stream())
                                .filter(other -> other.type().equals(IDENTIFIER))
                                .count()
                        > 1;
    }

    private @Nullable Obstacle transformObstacle(Scope scope, DataSet owner, TransformSpec transform, int index) {
        TransformSupport support = TransformSupport.of(transform, capabilities);
        if (support.obstacle() != null) {
            return support.obstacle();
        }
        if (isNumberedWithOthers(transform)) {
            return new Obstacle(
                    transform.pointer(), "Vega numbers the rows of all identifier transforms of a chart together");
        }
        Obstacle past = history.obstacle(scope, owner, index);
        if (past != null) {
            return past;
        }
        for (String name : support.signals()) {
            boolean isOwn = scope.signal(name) instanceof TransformSignal own
                    && own.data().equals(owner)
                    && own.transform() < index;
            Obstacle obstacle = isOwn ? null : signalObstacle(scope, name, transform.pointer());
            if (obstacle != null) {
                return obstacle;
            }
        }
        for (String name : support.data()) {
            Obstacle obstacle = dataObstacle(scope, name, transform.pointer());
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    /// A data set that stays in the browser may still be read by the kernel when it is small and stands for itself,
    /// as the stores of selections do.
    private Placement sendableOr(DataSet dataSet, Obstacle obstacle) {
        if (!isSendable(dataSet)) {
            return new InBrowser(obstacle);
        }
        Obstacle unknown = firstValues.obstacle(dataSet);
        if (unknown != null) {
            return new InBrowser(unknown);
        }
        DataSpec spec = dataSet.spec();
        boolean isPlain = spec.transforms().isEmpty() && spec.format() == null;
        JsonValue values = spec.values() == null ? new JsonArray(List.of()) : spec.values();
        boolean isKnown = (isPlain || spec.values() == null)
                && scopes.writers(dataSet.variable()).isEmpty();
        return new SentByBrowser(isKnown ? TaskValues.of(values) : null, true);
    }

    private boolean isSendable(DataSet dataSet) {
        DataSpec spec = dataSet.spec();
        if (!dataSet.variable().scope().isEmpty() || !spec.isSelfContained() || spec.values() instanceof JsonObject) {
            return false;
        }
        for (TransformSpec transform : spec.transforms()) {
            if (!transform.type().equals("collect")) {
                return false;
            }
        }
        return !(spec.values() instanceof JsonArray rows) || rows.elements().size() <= Sources.FEW_ROWS;
    }

    /// True for a data set whose rows the browser has without asking the kernel.
    private boolean isBrowsers(DataSet dataSet) {
        return isSendable(dataSet)
                && (scopes.isChanged(dataSet.variable()) || sources.obstacle(dataSet.spec()) != null);
    }

    private Placement decide(TransformSignal signal) {
        boolean isSet = of(signal.data()) instanceof DataInKernel data && data.transforms() > signal.transform();
        String pointer = signal.data().spec().pointer();
        return isSet
                ? new TransformSignalInKernel()
                : inBrowser(pointer, "it is set by a transform that stays in the browser");
    }

    private Placement decide(BuiltinSignal signal) {
        if (!signal.variable().scope().isEmpty()) {
            return inBrowser("", "it differs between the items of a group");
        }
        TaskValue value = signal.value() instanceof JsonNumber number ? TaskValues.of(number) : null;
        Obstacle obstacle = firstValues.obstacle(signal);
        return obstacle == null ? new SentByBrowser(value, true) : new InBrowser(obstacle);
    }

    private Placement decide(Signal signal) {
        SignalSpec spec = signal.spec();
        boolean isSet = spec.isInteractive()
                || scopes.isPushed(signal.variable())
                || Scopes.BUILTIN_SIGNALS.contains(spec.name());
        if (spec.update() instanceof String update && !isSet) {
            Scope scope = scopes.at(signal.variable().scope());
            String pointer = JsonPointer.child(spec.pointer(), "update");
            if (expressionObstacle(scope, update, pointer) == null) {
                return new SignalInKernel();
            }
        }
        if (!signal.variable().scope().isEmpty()) {
            return inBrowser(spec.pointer(), "it belongs to a nested group, whose values only the browser has");
        }
        Obstacle obstacle = firstValues.obstacle(signal);
        return obstacle == null ? sentByBrowser(signal) : new InBrowser(obstacle);
    }

    private SentByBrowser sentByBrowser(Signal signal) {
        SignalSpec spec = signal.spec();
        boolean isComputed = spec.update() != null || spec.init() != null;
        boolean changes = isComputed || spec.isInteractive() || scopes.isPushed(signal.variable());
        if (isComputed) {
            return new SentByBrowser(null, changes);
        }
        JsonValue value = spec.value();
        return new SentByBrowser(value == null ? TaskValue.Singleton.UNDEFINED : TaskValues.of(value), changes);
    }

    private @Nullable Obstacle expressionObstacle(Scope scope, String expression, String pointer) {
        ExpressionSupport support = ExpressionSupport.of(expression, Place.SIGNAL, capabilities, pointer);
        if (support.obstacle() != null) {
            return support.obstacle();
        }
        for (String name : support.references().signals()) {
            Obstacle obstacle = signalObstacle(scope, name, pointer);
            if (obstacle != null) {
                return obstacle;
            }
        }
        for (String name : support.references().data().keySet()) {
            Obstacle obstacle = dataObstacle(scope, name, pointer);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private static InBrowser inBrowser(String pointer, String reason) {
        return new InBrowser(new Obstacle(pointer, reason));
    }
}
