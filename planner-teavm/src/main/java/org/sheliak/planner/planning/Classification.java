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
import org.sheliak.planner.analysis.Definition.Scale;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.analysis.SelectionFields;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.ExpressionSupport.Place;
import org.sheliak.planner.planning.Placement.DataInKernel;
import org.sheliak.planner.planning.Placement.InBrowser;
import org.sheliak.planner.planning.Placement.ScaleInKernel;
import org.sheliak.planner.planning.Placement.SentByBrowser;
import org.sheliak.planner.planning.Placement.SignalInKernel;
import org.sheliak.planner.planning.Placement.TransformSignalInKernel;
import org.sheliak.planner.spec.MarkSpec;
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
    /// The longest chain of items that the kernel takes, so that no walk along a chain runs out of stack.
    static final int MAXIMUM_DEPTH = 200;

    private static final String TOO_DEEP = "it stands at the end of a chain of more than 200 items";

    private final Scopes scopes;
    private final PlannerOptions options;
    private final ServerCapabilities capabilities;
    private final FirstValues firstValues;
    private final DataClassification dataSets;
    private final Sources sources;
    private final ChangingItems changing;
    private @Nullable SelectionFields selectionFields;
    private final Map<Variable, Placement> placements = new LinkedHashMap<>();
    private final Set<Variable> pending = new LinkedHashSet<>();
    private final Map<Variable, Integer> depths = new LinkedHashMap<>();
    /// The greatest depth of what the item at hand has read.
    private int deepest;

    private Classification(
            Scopes scopes,
            PlannerOptions options,
            ServerCapabilities capabilities,
            Map<String, String> treesInBrowser,
            boolean identifiersMayMove) {
        this.scopes = scopes;
        this.options = options;
        this.capabilities = capabilities;
        this.sources = new Sources(options, capabilities);
        this.changing = new ChangingItems(this);
        this.dataSets = new DataClassification(
                this,
                capabilities,
                treesInBrowser,
                new ViewHistory(this, changing, options.seed() != null, identifiersMayMove));
        this.firstValues = new FirstValues(scopes, dataSets::isBrowsers, changing);
    }

    /// Decides about a spec. Vega numbers the rows of all identifier transforms together, so either all of them are in
    /// the kernel, or none is.
    ///
    /// @param treesInBrowser what the browser reads the tree of a transform with, by JSON pointer to the transform
    static Classification of(
            Scopes scopes,
            PlannerOptions options,
            ServerCapabilities capabilities,
            Map<String, String> treesInBrowser) {
        Classification free = new Classification(scopes, options, capabilities, treesInBrowser, true);
        return free.holdsAllIdentifiers()
                ? free
                : new Classification(scopes, options, capabilities, treesInBrowser, false);
    }

    private boolean holdsAllIdentifiers() {
        for (Scope scope : scopes.all()) {
            for (Definition definition : scope.ownData()) {
                if (definition instanceof DataSet data && !holdsIdentifiers(data)) {
                    return false;
                }
            }
            for (MarkSpec mark : scope.spec().marks()) {
                if (mark.transforms().stream().anyMatch(NumberIdentifiers::isIdentifier)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean holdsIdentifiers(DataSet data) {
        List<TransformSpec> transforms = data.spec().transforms();
        int last = transforms.size() - 1;
        while (last >= 0 && !NumberIdentifiers.isIdentifier(transforms.get(last))) {
            last--;
        }
        return last < 0 || (of(data) instanceof DataInKernel placement && placement.holds(last));
    }

    /// Whether the browser wants a value, even if the spec does not use it.
    boolean isKept(@Nullable Definition definition) {
        return definition != null && options.keep().contains(definition.variable());
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

    /// The columns that the spec's selections look at.
    SelectionFields selectionFields() {
        SelectionFields fields = selectionFields;
        if (fields == null) {
            fields = SelectionFields.in(scopes.at(List.of()).spec().json());
            selectionFields = fields;
        }
        return fields;
    }

    FirstValues firstValues() {
        return firstValues;
    }

    /// Where an item is evaluated.
    Placement of(Definition definition) {
        Variable variable = definition.variable();
        Placement known = placements.get(variable);
        if (known == null) {
            if (pending.size() >= MAXIMUM_DEPTH) {
                return inBrowser("", TOO_DEEP);
            }
            if (!pending.add(variable)) {
                return inBrowser("", "it depends on itself");
            }
            known = options.browserOnly().contains(variable)
                    ? inBrowser("", "it was asked to stay in the browser")
                    : decideMeasured(definition);
            pending.remove(variable);
            placements.put(variable, known);
        }
        deepest = Math.max(deepest, depths.getOrDefault(variable, 0));
        return known;
    }

    /// Decides, and notes how long the longest chain of items is that leads to this one.
    private Placement decideMeasured(Definition definition) {
        int outer = deepest;
        deepest = 0;
        Placement placement = decide(definition);
        int depth = placement instanceof InBrowser ? 0 : deepest + 1;
        deepest = outer;
        depths.put(definition.variable(), depth);
        return depth > MAXIMUM_DEPTH ? inBrowser("", TOO_DEEP) : placement;
    }

    /// Whether it was asked where an item is evaluated, as it is for those that are read.
    boolean isDecided(Definition definition) {
        return placements.containsKey(definition.variable());
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

    /// Why expressions cannot read data sets by their names in the kernel, or use projections as they do; or `null`.
    @Nullable
    Obstacle namesObstacle(Scope scope, ExpressionReferences references, String pointer) {
        for (String name : references.data().keySet()) {
            Definition data = scope.data(name);
            if (data != null && scopes.isShadowed(data.variable())) {
                return new Obstacle(pointer, "it reads " + name + ", a name that Vega gives to rows of an inner group");
            }
        }
        for (String name : references.scales()) {
            boolean mayBeInverted = references.functions().contains("invert");
            if (mayBeInverted
                    && scope.scale(name) instanceof Scale scale
                    && scale.spec().projection() != null) {
                return new Obstacle(pointer, "the kernel does not invert projections, such as " + name);
            }
        }
        return null;
    }

    /// Why a scale cannot be had in the kernel, or `null`.
    private @Nullable Obstacle scaleObstacle(Scope scope, String name, String pointer) {
        Scale scale = scope.scale(name);
        if (scale == null) {
            return new Obstacle(pointer, "there is no scale " + name);
        }
        return of(scale) instanceof InBrowser(Obstacle obstacle)
                ? new Obstacle(
                        pointer, "it reads the scale " + name + ", which only the browser knows: " + obstacle.reason())
                : null;
    }

    private Placement decide(Definition definition) {
        return switch (definition) {
            case DataSet dataSet -> dataSets.decide(dataSet);
            case FacetRows facet -> inBrowser(facet.group().pointer(), "its rows are those of a facet's items");
            case MarkItems items -> inBrowser(items.mark().pointer(), "its rows are the items of a mark");
            case TransformSignal signal -> decide(signal);
            case BuiltinSignal signal -> decide(signal);
            case Signal signal -> decide(signal);
            case Scale scale -> decide(scale);
        };
    }

    private Placement decide(Scale scale) {
        String pointer = scale.spec().pointer();
        if (!scale.variable().scope().isEmpty()) {
            return inBrowser(pointer, "it belongs to a nested group, where it may differ between the items");
        }
        Scope scope = scopes.at(List.of());
        ScaleSupport support = scale.spec().projection() instanceof JsonObject projection
                ? ScaleSupport.of(InlinedProjections.withDefaults(projection, scopes), pointer)
                : ScaleSupport.of(scale.spec(), scopes.config(), capabilities.scales(), scopes.reader());
        Obstacle obstacle = support.obstacle();
        for (Map.Entry<String, String> expression : support.expressions().entrySet()) {
            if (obstacle == null) {
                obstacle = expressionObstacle(scope, expression.getValue(), expression.getKey());
            }
        }
        if (obstacle == null) {
            obstacle = rowsOrScaleObstacle(scope, support.data(), Set.of(), pointer);
        }
        if (obstacle == null && scale.spec().isInOrderOfRows() && changing.areChanging(scope, support.data())) {
            obstacle = new Obstacle(pointer, "its values are in the order in which rows came, and the rows may change");
        }
        return obstacle == null ? new ScaleInKernel(support.definition()) : new InBrowser(obstacle);
    }

    private Placement decide(TransformSignal signal) {
        boolean isSet = of(signal.data()) instanceof DataInKernel data && data.holds(signal.transform());
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
                || (Scopes.BUILTIN_SIGNALS.contains(spec.name()) && !isComputedSize(spec));
        if (!isSet && isComputable(signal)) {
            return new SignalInKernel();
        }
        if (!signal.variable().scope().isEmpty()) {
            return inBrowser(spec.pointer(), "it belongs to a nested group, whose values only the browser has");
        }
        Obstacle obstacle = firstValues.obstacle(signal);
        return obstacle == null ? sentByBrowser(signal) : new InBrowser(obstacle);
    }

    /// Whether the kernel can compute a signal. What is computed only once has to stay the same.
    private boolean isComputable(Signal signal) {
        String expression = signal.spec().expression();
        Scope scope = scopes.at(signal.variable().scope());
        boolean isOnce = signal.spec().update() == null;
        String pointer = JsonPointer.child(signal.spec().pointer(), isOnce ? "init" : "update");
        return expression != null
                && expressionObstacle(scope, expression, pointer) == null
                && !(isOnce && changing.isReadBy(scope, expression));
    }

    /// True for a width or height that nothing but its expression sets, as the layout does where it fits the chart in.
    private boolean isComputedSize(SignalSpec spec) {
        JsonObject root = scopes.at(List.of()).spec().json();
        JsonValue autosize = root.get("autosize") == null ? scopes.config().get("autosize") : root.get("autosize");
        JsonValue type = autosize instanceof JsonObject object ? object.get("type") : autosize;
        boolean isFitted = type != null && !type.equals(new JsonString("pad")) && !type.equals(new JsonString("none"));
        return !isFitted && (spec.name().equals("width") || spec.name().equals("height"));
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

    /// Why an expression cannot be evaluated once by the kernel, or `null`.
    @Nullable
    Obstacle expressionObstacle(Scope scope, String expression, String pointer) {
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
        Obstacle obstacle = rowsOrScaleObstacle(
                scope,
                support.references().data().keySet(),
                support.references().scales(),
                pointer);
        return obstacle == null ? namesObstacle(scope, support.references(), pointer) : obstacle;
    }

    /// Why rows that are read, or a scale, cannot be had in the kernel, or `null`.
    @Nullable
    Obstacle rowsOrScaleObstacle(Scope scope, Set<String> data, Set<String> scales, String pointer) {
        for (String name : data) {
            Obstacle obstacle = dataObstacle(scope, name, pointer);
            if (obstacle != null) {
                return obstacle;
            }
        }
        for (String name : scales) {
            Obstacle obstacle = scaleObstacle(scope, name, pointer);
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
