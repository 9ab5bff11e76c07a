package org.sheliak.planner.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition.Scale;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// The names that a scope defines, and those of the scopes around it. A name means its nearest definition.
public final class Scope {
    private final ScopeSpec spec;
    private final @Nullable Scope outer;
    private final Map<String, Definition> data = new LinkedHashMap<>();
    private final Map<String, Definition> signals = new LinkedHashMap<>();
    private final Map<String, Definition> scales = new LinkedHashMap<>();

    Scope(ScopeSpec spec, @Nullable Scope outer) {
        this.spec = spec;
        this.outer = outer;
    }

    public ScopeSpec spec() {
        return spec;
    }

    public List<Integer> path() {
        return spec.path();
    }

    /// The data set, facet or named mark of this name, or `null`.
    public @Nullable Definition data(String name) {
        Definition found = data.get(name);
        return found == null && outer != null ? outer.data(name) : found;
    }

    /// What a data set of this scope takes its rows from: one definition for each of its sources that there is. A data
    /// set may bear the name of the outer one that it derives from.
    public List<Definition> sources(DataSpec spec) {
        List<Definition> sources = new ArrayList<>();
        for (String name : spec.sources()) {
            if (source(spec, name) instanceof Definition source) {
                sources.add(source);
            }
        }
        return sources;
    }

    /// What a data set of this scope means by the name of a source, or `null`.
    public @Nullable Definition source(DataSpec spec, String name) {
        if (name.equals(spec.name())) {
            return outer == null ? null : outer.data(name);
        }
        return data(name);
    }

    /// The signal of this name, or `null`.
    public @Nullable Definition signal(String name) {
        Definition found = signals.get(name);
        return found == null && outer != null ? outer.signal(name) : found;
    }

    /// The scale of this name, or `null`.
    public @Nullable Scale scale(String name) {
        if (scales.get(name) instanceof Scale found) {
            return found;
        }
        return outer == null ? null : outer.scale(name);
    }

    /// The scope and the definition of the projection of this name, or `null`.
    public @Nullable ScopedProjection projection(String name) {
        for (JsonValue element : Members.elements(spec.json(), "projections")) {
            if (element instanceof JsonObject projection && name.equals(Members.text(projection, "name"))) {
                return new ScopedProjection(this, projection);
            }
        }
        return outer == null ? null : outer.projection(name);
    }

    /// A projection and the scope in which its signals are looked up.
    public record ScopedProjection(Scope scope, JsonObject json) {}

    /// The data sets, facets and named marks that this scope itself defines.
    public List<Definition> ownData() {
        return List.copyOf(data.values());
    }

    /// Whether this scope itself defines a data set, facet or named mark of this name.
    boolean defines(String name) {
        return data.containsKey(name);
    }

    /// The signals that this scope itself defines.
    public List<Definition> ownSignals() {
        return List.copyOf(signals.values());
    }

    /// The scales that this scope itself defines.
    public List<Definition> ownScales() {
        return List.copyOf(scales.values());
    }

    Variable dataVariable(String name) {
        return new Variable(Namespace.DATA, name, path());
    }

    Variable signalVariable(String name) {
        return new Variable(Namespace.SIGNAL, name, path());
    }

    Variable scaleVariable(String name) {
        return new Variable(Namespace.SCALE, name, path());
    }

    void define(Definition definition) {
        Variable variable = definition.variable();
        Map<String, Definition> names = switch (variable.namespace()) {
            case DATA -> data;
            case SIGNAL -> signals;
            case SCALE -> scales;
        };
        // A signal of the spec merges with Vega's own of the same name; of two data sets, the later one counts.
        names.put(variable.name(), definition);
    }
}
