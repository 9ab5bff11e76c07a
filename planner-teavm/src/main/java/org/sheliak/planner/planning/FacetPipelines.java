package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.planning.FacetStep.Lifted;
import org.sheliak.planner.planning.FacetStep.Rows;
import org.sheliak.planner.planning.FacetStep.Stays;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;

/// Finds what can be lifted of the data sets of a faceted group.
final class FacetPipelines {
    private static final List<String> MEMBERS = List.of("name", "source", "transform");

    private final FacetGroup group;
    private final Classification original;
    private final ServerCapabilities capabilities;
    private final FacetSteps steps;
    private final Map<Variable, FacetPipeline> known = new LinkedHashMap<>();

    /// @param original what is known of the spec before any lifting; groups have the same paths in it
    private FacetPipelines(FacetGroup group, Classification original, ServerCapabilities capabilities) {
        this.group = group;
        this.original = original;
        this.capabilities = capabilities;
        this.steps = new FacetSteps(group.fields());
    }

    /// The data sets of the group that derive from the facet's rows, or can be told so, each after the one that it
    /// derives from.
    static List<FacetPipeline> of(FacetGroup group, Classification original, ServerCapabilities capabilities) {
        FacetPipelines pipelines = new FacetPipelines(group, original, capabilities);
        for (DataSpec spec : group.inner().spec().data()) {
            if (group.inner().data(spec.name()) instanceof DataSet data
                    && data.spec().pointer().equals(spec.pointer())) {
                pipelines.add(data);
            }
        }
        return List.copyOf(pipelines.known.values());
    }

    private void add(DataSet data) {
        if (!isPlain(data)) {
            return;
        }
        String name = data.spec().source();
        Definition source = name == null ? null : group.inner().source(data.spec(), name);
        FacetPipeline parent = source == null ? null : known.get(source.variable());
        if (group.isItsRows(source) || (parent != null && parent.isComplete())) {
            known.put(
                    data.variable(),
                    lift(
                            new FacetPipeline(data, parent, List.of(), null),
                            data.spec().transforms()));
        } else if (source == null || isInKernel(source, data)) {
            addFromItem(data, source instanceof DataSet table ? table : null);
        }
    }

    /// Whether rows above the group are the kernel's.
    private boolean isInKernel(Definition source, DataSet data) {
        Scope outer = original.scopes().at(group.outer().path());
        String pointer = data.spec().pointer();
        return !isOwn(source) && original.dataObstacle(outer, source.variable().name(), pointer) == null;
    }

    /// Adds a data set that is made for the item's row, when all of it can be lifted.
    private void addFromItem(DataSet data, @Nullable DataSet source) {
        List<TransformSpec> told = ItemData.of(group, data, source, List.copyOf(known.values()), original);
        if (told == null) {
            return;
        }
        FacetPipeline nothing = new FacetPipeline(data, null, List.of(), null);
        FacetPipeline pipeline = lift(nothing, told);
        known.put(
                data.variable(),
                pipeline.obstacle() instanceof Obstacle obstacle ? nothing.endingAt(obstacle) : pipeline);
    }

    /// The pipeline with as many of the transforms as can be lifted.
    private FacetPipeline lift(FacetPipeline begun, List<TransformSpec> transforms) {
        FacetPipeline pipeline = begun;
        for (TransformSpec transform : transforms) {
            Obstacle obstacle = obstacle(transform);
            if (obstacle == null && pipeline.rows() == Rows.ANY) {
                obstacle = steps.obstacleWithoutRows(transform);
            }
            switch (obstacle == null ? steps.lift(transform) : new Stays(obstacle)) {
                case Lifted step -> pipeline = pipeline.with(step);
                case Stays stays -> {
                    return pipeline.endingAt(stays.obstacle());
                }
            }
        }
        return pipeline;
    }

    private boolean isPlain(DataSet data) {
        boolean isKnown = original.scopes()
                        .at(data.variable().scope())
                        .data(data.variable().name())
                != null;
        boolean isChanged = isKnown && original.scopes().isChanged(data.variable());
        String name = data.variable().name();
        // Expressions of outer scopes read the inner data set of two with this name, as long as there is one.
        boolean isReadOutside =
                group.outer().data(name) != null && original.scopes().isReadByName(name);
        return !isChanged
                && !isReadOutside
                && MEMBERS.containsAll(data.spec().json().members().keySet());
    }

    /// Why the kernel cannot evaluate a transform outside of the group, or `null`.
    private @Nullable Obstacle obstacle(TransformSpec transform) {
        TransformSupport support = TransformSupport.of(transform, capabilities);
        if (support.obstacle() != null) {
            return support.obstacle();
        }
        Scope inner = original.scopes().at(group.inner().path());
        Scope outer = original.scopes().at(group.outer().path());
        for (String name : support.signals()) {
            if (isOwn(inner.signal(name))) {
                return differs(transform, "the signal " + name);
            }
            Obstacle obstacle = original.signalObstacle(outer, name, transform.pointer());
            if (obstacle != null) {
                return obstacle;
            }
        }
        for (String name : support.scales()) {
            if (isOwn(inner.scale(name))) {
                return differs(transform, "the scale " + name);
            }
        }
        for (String name : support.data()) {
            if (isOwn(inner.data(name))) {
                return differs(transform, name);
            }
            Obstacle obstacle = original.dataObstacle(outer, name, transform.pointer());
            if (obstacle != null) {
                return obstacle;
            }
        }
        return original.rowsOrScaleObstacle(outer, Set.of(), support.scales(), transform.pointer());
    }

    private boolean isOwn(@Nullable Definition definition) {
        return definition != null
                && definition.variable().scope().equals(group.inner().path());
    }

    private static Obstacle differs(TransformSpec transform, String what) {
        return new Obstacle(transform.pointer(), "it reads " + what + ", which differs between the facets");
    }
}
