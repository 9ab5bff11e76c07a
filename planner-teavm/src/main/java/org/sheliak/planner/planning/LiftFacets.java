package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.FacetRows;
import org.sheliak.planner.analysis.References;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.FacetItems.Kind;
import org.sheliak.planner.planning.Placement.DataInKernel;
import org.sheliak.planner.planning.Report.Added;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.taskgraph.Variable;

/// Lifts the data pipelines of faceted groups above the groups, so that the kernel can evaluate them on whole tables.
///
/// A facet's rows exist only in the browser. What a group does with them can often be done before they are split; see
/// [FacetSteps] for the transforms of which this is so, and [FacetItems] for how the group's items stay the same.
/// Facets inside of facets are lifted from the inside out. What the kernel could not evaluate after all is not
/// lifted.
final class LiftFacets {
    private final JsonObject original;
    private final PlannerOptions options;
    private final ServerCapabilities capabilities;
    private final Classification classification;
    /// The paths of groups that are not worth lifting.
    private final Set<List<Integer>> excluded = new LinkedHashSet<>();

    private LiftFacets(Scopes scopes, PlannerOptions options, ServerCapabilities capabilities) {
        this.original = scopes.spec();
        this.options = options;
        this.capabilities = capabilities;
        this.classification = Classification.of(scopes, options, capabilities, Map.of());
    }

    /// The spec of these scopes with lifted pipelines; the same object when there are none.
    static LiftedSpec in(Scopes scopes, PlannerOptions options, ServerCapabilities capabilities) {
        return new LiftFacets(scopes, options, capabilities).run();
    }

    private LiftedSpec run() {
        while (true) {
            Attempt attempt = new Attempt();
            for (Scope scope : classification.scopes().all().reversed()) {
                for (MarkSpec mark : scope.spec().marks()) {
                    List<Integer> path = scope.spec().inner(mark).path();
                    if (mark.isGroup() && mark.facet() != null && !excluded.contains(path)) {
                        attempt.lift(path);
                    }
                }
            }
            Set<List<Integer>> failed = attempt.failures();
            if (failed.isEmpty()) {
                return new LiftedSpec(attempt.spec, attempt.lifted, attempt.origins, attempt.added, attempt.obstacles);
            }
            excluded.addAll(failed);
        }
    }

    /// A table that has been added above a group.
    ///
    /// @param mustBeConstant true when it may not change while the user works with the chart
    private record Table(List<Integer> group, boolean mustBeConstant) {}

    /// One way to lift the groups that are not excluded.
    private final class Attempt {
        private final StubNames names = new StubNames(classification.scopes());
        private final Map<String, Obstacle> obstacles = new LinkedHashMap<>();
        private final List<Added> added = new ArrayList<>();
        private final Map<Variable, Table> tables = new LinkedHashMap<>();
        /// The tables that have taken the place of data sets inside of groups.
        private final Map<Variable, Variable> places = new LinkedHashMap<>();

        private JsonObject spec = original;
        private Origins origins = Origins.none();
        private Scopes scopes = classification.scopes();
        private Classification lifted = classification;
        private @Nullable References references;

        void lift(List<Integer> path) {
            FacetGroup group = group(path);
            if (group == null || !isComputable(group.source())) {
                return;
            }
            List<FacetPipeline> pipelines = FacetPipelines.of(group, classification, capabilities);
            if (pipelines.isEmpty()) {
                return;
            }
            FacetParts parts = FacetParts.of(group, pipelines, references());
            FacetWidening widening = parts.split().isEmpty() && !parts.staying().isEmpty()
                    ? FacetWidening.of(group, pipelines, references(), names)
                    : null;
            if (widening != null) {
                rewrite(widening, path);
                return;
            }
            note(pipelines, parts);
            if (parts.split().isEmpty()) {
                return;
            }
            FacetItems items = FacetItems.of(group, parts, usage(group), capabilities);
            FacetColumns columns = new FacetColumns(
                    group, parts, FacetRewrite.areMerged(parts, items), references(), classification.reader());
            Obstacle obstacle = items.obstacle() == null ? columns.obstacle() : items.obstacle();
            if (obstacle == null) {
                rewrite(items, new FacetRewrite(group, parts, items, columns, names), path);
            } else {
                pipelines.forEach(pipeline -> note(pipeline, obstacle));
            }
        }

        /// The columns that are read of the items' rows. Who asks for values to be kept may look at named items as
        /// well.
        private ColumnUsage usage(FacetGroup group) {
            boolean isKept = !options.keep().isEmpty() && group.mark().name() != null;
            return isKept ? ColumnUsage.ALL : references().ofItems(group.outer(), group.mark());
        }

        private @Nullable FacetGroup group(List<Integer> path) {
            List<Integer> outer = path.subList(0, path.size() - 1);
            for (MarkSpec mark : scopes.at(outer).spec().marks()) {
                if (mark.index() == path.getLast()) {
                    return FacetGroup.of(scopes.at(outer), scopes.at(path), mark);
                }
            }
            return null;
        }

        private References references() {
            if (references == null) {
                references = References.in(spec, classification.reader());
            }
            return references;
        }

        /// Whether the kernel will have the rows, once the facets around them are lifted.
        private boolean isComputable(Definition rows) {
            List<Integer> path = rows.variable().scope();
            return switch (rows) {
                case DataSet data when tables.containsKey(data.variable()) -> true;
                case DataSet data when isInKernel(classification, data.variable()) -> true;
                case DataSet data when !path.isEmpty() -> isCompletelyLifted(group(path), data);
                case FacetRows ignored ->
                    group(path) instanceof FacetGroup outer && !excluded.contains(path) && isComputable(outer.source());
                default -> false;
            };
        }

        private boolean isCompletelyLifted(@Nullable FacetGroup group, DataSet data) {
            if (group == null || excluded.contains(group.inner().path()) || !isComputable(group.source())) {
                return false;
            }
            for (FacetPipeline pipeline : FacetPipelines.of(group, classification, capabilities)) {
                if (pipeline.data().variable().equals(data.variable())) {
                    return pipeline.isComplete();
                }
            }
            return false;
        }

        private void note(List<FacetPipeline> pipelines, FacetParts parts) {
            for (FacetPipeline pipeline : pipelines) {
                if (pipeline.obstacle() != null) {
                    note(pipeline, pipeline.obstacle());
                } else if (parts.staying().contains(pipeline)) {
                    String pointer = pipeline.data().spec().pointer();
                    note(pipeline, new Obstacle(pointer, "the browser needs the facet's rows all the same"));
                }
            }
        }

        private void note(FacetPipeline pipeline, Obstacle obstacle) {
            obstacles.put(
                    origins.of(pipeline.data().spec().pointer()),
                    new Obstacle(origins.of(obstacle.pointer()), obstacle.reason()));
        }

        private void rewrite(FacetWidening widening, List<Integer> path) {
            spec = widening.rewrite(spec);
            noteRewriting(widening.added(), widening.origins());
            tables.put(widening.table(), new Table(path, false));
        }

        private void rewrite(FacetItems items, FacetRewrite rewrite, List<Integer> path) {
            spec = rewrite.rewrite(spec);
            noteRewriting(rewrite.added(), rewrite.origins());
            boolean mustBeConstant = items.kind() == Kind.MEASURED_KEYS && !items.areExtremes();
            for (Variable table : rewrite.tables()) {
                boolean isKeys = mustBeConstant && table.equals(rewrite.tables().getFirst());
                tables.put(table, new Table(path, isKeys));
            }
            places.putAll(rewrite.places());
        }

        private void noteRewriting(List<Added> others, Origins moved) {
            for (Added each : others) {
                added.add(new Added(each.type(), origins.of(each.pointer())));
            }
            origins = origins.then(moved);
            scopes = Scopes.of(spec, classification.reader());
            references = null;
        }

        /// The groups of whose tables the kernel cannot evaluate all.
        Set<List<Integer>> failures() {
            Set<List<Integer>> failures = new LinkedHashSet<>();
            if (tables.isEmpty()) {
                return failures;
            }
            lifted = Classification.of(scopes, options, capabilities, Map.of());
            boolean areAnyConstant = tables.values().stream().anyMatch(Table::mustBeConstant);
            Interactivity interactivity =
                    areAnyConstant ? new Interactivity(new ExtractServerData().apply(Draft.of(lifted, spec))) : null;
            tables.forEach((variable, table) -> {
                Variable last = variable;
                while (places.get(last) instanceof Variable next) {
                    last = next;
                }
                boolean changes = interactivity != null && table.mustBeConstant() && interactivity.changes(last);
                if (changes || !isInKernel(lifted, last)) {
                    failures.add(table.group());
                }
            });
            return failures;
        }

        private static boolean isInKernel(Classification classification, Variable data) {
            return classification.scopes().at(data.scope()).data(data.name()) instanceof DataSet set
                    && set.variable().equals(data)
                    && classification.of(set) instanceof DataInKernel placement
                    && placement.isComplete();
        }
    }
}
