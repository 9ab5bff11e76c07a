package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.planning.FacetStep.Lifted;
import org.sheliak.planner.planning.FacetStep.Rows;
import org.sheliak.planner.spec.TransformSpec;

/// A data set of a faceted group that derives from the rows of the facet, or can be told so.
///
/// @param parent the data set of the group that it derives from, or `null` for the facet's rows
/// @param steps its first transforms, as they stand above the facet; more than it has where it is told so ([ItemData])
/// @param obstacle why not all of its transforms can be lifted, or `null`
record FacetPipeline(
        DataSet data,
        @Nullable FacetPipeline parent,
        List<Lifted> steps,
        @Nullable Obstacle obstacle) {
    FacetPipeline {
        steps = List.copyOf(steps);
    }

    /// This pipeline with one step more.
    FacetPipeline with(Lifted step) {
        List<Lifted> all = new ArrayList<>(steps);
        all.add(step);
        return new FacetPipeline(data, parent, all, obstacle);
    }

    /// This pipeline, of which no more can be lifted.
    FacetPipeline endingAt(Obstacle reason) {
        return new FacetPipeline(data, parent, steps, reason);
    }

    /// True when none of its transforms is left inside of the facet.
    boolean isComplete() {
        return obstacle == null;
    }

    /// Its own transforms of which the steps have taken the place.
    List<TransformSpec> lifted() {
        List<TransformSpec> all = data.spec().transforms();
        return isComplete() ? all : all.subList(0, steps.size());
    }

    /// Its own transforms that are left inside of the facet.
    List<TransformSpec> remaining() {
        List<TransformSpec> all = data.spec().transforms();
        return all.subList(lifted().size(), all.size());
    }

    /// All steps from the facet's rows on.
    List<Lifted> path() {
        List<Lifted> path = parent == null ? new ArrayList<>() : new ArrayList<>(parent.path());
        path.addAll(steps);
        return path;
    }

    /// What the steps do to the rows of each facet.
    Rows rows() {
        Rows rows = Rows.SAME;
        for (Lifted step : path()) {
            rows = rows.then(step.rows());
        }
        return rows;
    }

    /// True when the steps make few rows from many.
    boolean isReducing() {
        return path().stream().anyMatch(Lifted::isReducing);
    }
}
