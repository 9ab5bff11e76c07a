package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sheliak.planner.analysis.Reference;
import org.sheliak.planner.analysis.Reference.Role;
import org.sheliak.planner.analysis.References;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Which pipelines of a faceted group are lifted, and which of the lifted tables the group has to split.
///
/// A lifted table that only lifted pipelines read need not be split. Rows that are as many as those of the facet are
/// not sent twice: where several parts of the group need such rows, these parts all start from the facet's own rows, as
/// in the spec.
///
/// @param lifted the pipelines that are evaluated above the facet, each after its parent
/// @param split those whose rows are needed inside of the group
/// @param staying those that are evaluated inside of the group as before
/// @param areRowsNeeded true when the facet's own rows are needed there too
record FacetParts(
        List<FacetPipeline> lifted, List<FacetPipeline> split, Set<FacetPipeline> staying, boolean areRowsNeeded) {
    FacetParts {
        lifted = List.copyOf(lifted);
        split = List.copyOf(split);
        staying = new LinkedHashSet<>(staying);
    }

    static FacetParts of(FacetGroup group, List<FacetPipeline> pipelines, References references) {
        List<FacetPipeline> moving = new ArrayList<>();
        Set<String> pointers = new LinkedHashSet<>();
        for (FacetPipeline pipeline : pipelines) {
            if (!pipeline.steps().isEmpty() && (pipeline.parent() == null || moving.contains(pipeline.parent()))) {
                moving.add(pipeline);
                pointers.add(pipeline.data().spec().pointer());
            }
        }
        Variable rows = new Variable(Namespace.DATA, group.name(), group.inner().path());
        boolean areRowsNeeded = isRead(rows, pointers, references);
        List<FacetPipeline> split = new ArrayList<>();
        List<FacetPipeline> unreduced = new ArrayList<>();
        for (FacetPipeline pipeline : moving) {
            if (!pipeline.isComplete() || isRead(pipeline.data().variable(), pointers, references)) {
                split.add(pipeline);
                if (!pipeline.isReducing()) {
                    unreduced.add(pipeline);
                }
            }
        }
        if (unreduced.size() + (areRowsNeeded ? 1 : 0) <= 1) {
            return new FacetParts(moving, split, Set.of(), areRowsNeeded);
        }
        split.removeAll(unreduced);
        Set<FacetPipeline> staying = withParents(unreduced);
        Set<FacetPipeline> needed = withParents(split);
        moving.removeIf(pipeline -> staying.contains(pipeline) && !needed.contains(pipeline));
        return new FacetParts(moving, split, staying, true);
    }

    /// Whether something else than the data sets at these pointers reads rows.
    static boolean isRead(Variable rows, Set<String> pointers, References references) {
        for (Reference reference : references.to(rows)) {
            if (reference.role() != Role.SOURCE || !pointers.contains(reference.pointer())) {
                return true;
            }
        }
        return false;
    }

    private static Set<FacetPipeline> withParents(List<FacetPipeline> pipelines) {
        Set<FacetPipeline> all = new LinkedHashSet<>();
        for (FacetPipeline pipeline : pipelines) {
            for (FacetPipeline each = pipeline; each != null; each = each.parent()) {
                all.add(each);
            }
        }
        return all;
    }
}
