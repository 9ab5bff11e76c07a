package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Report.Added;

/// A spec whose facets leave what they can to data sets above them.
///
/// @param spec the spec with the lifted pipelines; it draws what the original one draws
/// @param classification where the items of `spec` are evaluated
/// @param origins where its items stood in the original spec
/// @param added the transforms that take the rows of lifted tables inside of groups
/// @param obstacles why pipelines were not lifted, or not as a whole, by the pointers of their data sets in the
///     original spec
record LiftedSpec(
        JsonObject spec,
        Classification classification,
        Origins origins,
        List<Added> added,
        Map<String, Obstacle> obstacles) {
    LiftedSpec {
        added = List.copyOf(added);
        obstacles = new LinkedHashMap<>(obstacles);
    }

    /// This spec, when the one that it was made of had been rewritten before.
    ///
    /// @param earlier where the items stood before that
    LiftedSpec after(Origins earlier) {
        List<Added> told = new ArrayList<>();
        for (Added each : added) {
            told.add(new Added(each.type(), earlier.of(each.pointer())));
        }
        Map<String, Obstacle> reasons = new LinkedHashMap<>();
        obstacles.forEach((pointer, obstacle) ->
                reasons.put(earlier.of(pointer), new Obstacle(earlier.of(obstacle.pointer()), obstacle.reason())));
        return new LiftedSpec(spec, classification, earlier.then(origins), told, reasons);
    }
}
