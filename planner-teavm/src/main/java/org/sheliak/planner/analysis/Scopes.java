package org.sheliak.planner.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition.BuiltinSignal;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.FacetRows;
import org.sheliak.planner.analysis.Definition.MarkItems;
import org.sheliak.planner.analysis.Definition.Scale;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScaleSpec;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;

/// All scopes of a spec, and what is known of the spec as a whole.
///
/// Source: vega-parser/src/parsers/scope.js, view.js, mark.js and marks/facet.js @ v6.4.0.
public final class Scopes {
    /// The signals that every spec has.
    public static final List<String> BUILTIN_SIGNALS =
            List.of("width", "height", "padding", "autosize", "background", "cursor");

    private final Map<List<Integer>, Scope> scopes = new LinkedHashMap<>();
    private final Set<Variable> pushed = new LinkedHashSet<>();
    private final Set<Variable> changedData = new LinkedHashSet<>();
    private final Set<Variable> facetKeys = new LinkedHashSet<>();
    private final Set<String> readByName = new LinkedHashSet<>();
    private final Map<Variable, List<Signal>> writers = new LinkedHashMap<>();

    private final ExpressionReader reader;
    private boolean areWritesFound;

    private Scopes(ExpressionReader reader) {
        this.reader = reader;
    }

    /// The scopes of a spec.
    public static Scopes of(JsonObject spec, ExpressionReader reader) {
        Scopes scopes = new Scopes(reader);
        scopes.open(ScopeSpec.root(spec), null, null);
        return scopes;
    }

    /// The spec itself.
    public JsonObject spec() {
        return at(List.of()).spec().json();
    }

    /// The spec's own settings; empty when it has none.
    public JsonObject config() {
        JsonObject config = Members.object(spec(), "config");
        return config == null ? JsonObject.EMPTY : config;
    }

    /// Reads the spec's expressions.
    public ExpressionReader reader() {
        return reader;
    }

    /// All scopes, outer before inner ones.
    public List<Scope> all() {
        return List.copyOf(scopes.values());
    }

    /// The scope at a path.
    public Scope at(List<Integer> path) {
        Scope scope = scopes.get(path);
        if (scope == null) {
            throw new IllegalArgumentException("no scope at " + path);
        }
        return scope;
    }

    /// True for a signal that an inner scope sets by `push: outer`.
    public boolean isPushed(Variable signal) {
        findWrites();
        return pushed.contains(signal);
    }

    /// True for a data set that some expression or trigger writes to.
    public boolean isChanged(Variable data) {
        findWrites();
        return changedData.contains(data);
    }

    /// True for a data set whose name a scope inside of its own gives to another one. Vega's expression
    /// `data(name)` reads the inner one in both scopes.
    public boolean isShadowed(Variable data) {
        int depth = data.scope().size();
        for (Scope scope : scopes.values()) {
            boolean isInside = scope.path().size() > depth
                    && scope.path().subList(0, depth).equals(data.scope());
            if (isInside && scope.defines(data.name())) {
                return true;
            }
        }
        return false;
    }

    /// True when some expression reads rows by this name, as in `data(name)`.
    public boolean isReadByName(String name) {
        return readByName.contains(name);
    }

    /// True for a data set whose rows are the items of a group that splits another data set: Vega takes the groups
    /// from the data set's own aggregate transform.
    public boolean isFacetKey(Variable data) {
        findWrites();
        return facetKeys.contains(data);
    }

    /// The signals whose own expression writes to a data set, so that it happens when the view starts, and not only
    /// when an event occurs.
    public List<Signal> writers(Variable data) {
        findWrites();
        return writers.getOrDefault(data, List.of());
    }

    /// Looks through the whole spec, the first time that it is asked for: most passes only look names up.
    private void findWrites() {
        if (!areWritesFound) {
            areWritesFound = true;
            for (Scope scope : all()) {
                findPushedSignals(scope);
                findChangedData(scope);
                findFacetKeys(scope);
            }
        }
    }

    private void open(ScopeSpec spec, @Nullable Scope outer, @Nullable MarkSpec group) {
        Scope scope = new Scope(spec, outer);
        scopes.put(spec.path(), scope);
        if (group == null) {
            defineBuiltins(scope);
        } else {
            defineGroup(scope, group);
        }
        for (SignalSpec signal : spec.signals()) {
            if (!signal.pushesOuter()) {
                scope.define(new Signal(scope.signalVariable(signal.name()), signal));
            }
        }
        for (DataSpec data : spec.data()) {
            define(scope, data);
        }
        for (ScaleSpec projection : spec.projections()) {
            scope.define(new Scale(scope.scaleVariable(projection.name()), projection));
        }
        for (ScaleSpec scale : spec.scales()) {
            scope.define(new Scale(scope.scaleVariable(scale.name()), scale));
        }
        for (MarkSpec mark : spec.marks()) {
            if (mark.name() instanceof String name) {
                scope.define(new MarkItems(scope.dataVariable(name), mark));
            }
        }
        for (MarkSpec mark : spec.marks()) {
            if (mark.isGroup()) {
                open(spec.inner(mark), scope, mark);
            }
        }
    }

    private static void defineBuiltins(Scope root) {
        JsonObject spec = root.spec().json();
        for (String name : BUILTIN_SIGNALS) {
            root.define(new BuiltinSignal(root.signalVariable(name), spec.get(name)));
        }
        JsonObject config = Members.object(spec, "config");
        if (config != null) {
            for (SignalSpec signal : new ScopeSpec(config, List.of(), "/config").signals()) {
                root.define(new Signal(root.signalVariable(signal.name()), signal));
            }
        }
    }

    private static void defineGroup(Scope scope, MarkSpec group) {
        scope.define(new BuiltinSignal(scope.signalVariable("parent"), null));
        JsonObject facet = group.facet();
        if (facet != null && Members.text(facet, "name") instanceof String name) {
            scope.define(new FacetRows(scope.dataVariable(name), group));
        }
    }

    private static void define(Scope scope, DataSpec data) {
        DataSet dataSet = new DataSet(scope.dataVariable(data.name()), data);
        scope.define(dataSet);
        int index = 0;
        for (TransformSpec transform : data.transforms()) {
            if (transform.signal() instanceof String signal) {
                scope.define(new TransformSignal(scope.signalVariable(signal), dataSet, index));
            }
            index++;
        }
    }

    private void findPushedSignals(Scope scope) {
        for (SignalSpec signal : scope.spec().signals()) {
            if (signal.pushesOuter() && scope.signal(signal.name()) instanceof Definition outer) {
                pushed.add(outer.variable());
            }
        }
    }

    private void findChangedData(Scope scope) {
        ExpressionReferences references = reader.in(ownJson(scope.spec()));
        readByName.addAll(references.data().keySet());
        for (String name : references.changedData()) {
            if (scope.data(name) instanceof Definition changed) {
                changedData.add(changed.variable());
            }
        }
        for (Definition definition : scope.ownSignals()) {
            if (definition instanceof Signal signal && signal.spec().expression() instanceof String expression) {
                findWrittenData(scope, signal, reader.of(expression));
            }
        }
        for (DataSpec data : scope.spec().data()) {
            if (data.json().get("on") != null && scope.data(data.name()) instanceof Definition changed) {
                changedData.add(changed.variable());
            }
        }
    }

    private void findFacetKeys(Scope scope) {
        for (MarkSpec mark : scope.spec().marks()) {
            if (mark.facet() != null
                    && mark.data() instanceof String name
                    && scope.data(name) instanceof Definition data) {
                facetKeys.add(data.variable());
            }
        }
    }

    private void findWrittenData(Scope scope, Signal signal, ExpressionReferences references) {
        for (String name : references.changedData()) {
            if (scope.data(name) instanceof Definition written) {
                writers.computeIfAbsent(written.variable(), ignored -> new ArrayList<>())
                        .add(signal);
            }
        }
    }

    /// A scope's JSON without the rows of its data sets and without the marks that are scopes of their own. Marks stand
    /// among the data sets.
    public static JsonObject ownJson(ScopeSpec scope) {
        JsonObject own = scope.json().without("data").without("marks");
        List<JsonValue> rest = new ArrayList<>();
        for (DataSpec data : scope.data()) {
            rest.add(data.json().without("values"));
        }
        for (MarkSpec mark : scope.marks()) {
            if (!mark.isGroup()) {
                rest.add(mark.json());
            }
        }
        return own.with("data", new JsonArray(rest));
    }
}
