package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Report.Cause;
import org.sheliak.planner.planning.Report.Item;
import org.sheliak.planner.planning.Report.Kind;
import org.sheliak.planner.planning.Report.Place;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.TaskGraph;

/// The plan for a spec whose items cannot be told apart: all of it stays in the browser, which says what is wrong.
final class MalformedSpec {
    private MalformedSpec() {}

    static SpecPlan plan(JsonObject spec, PlannerOptions options, Obstacle obstacle) {
        Cause cause = new Cause(obstacle.pointer(), WriteReport.sentence(obstacle.reason()));
        List<Item> items = new ArrayList<>();
        add(ScopeSpec.root(spec), cause, items);
        return new SpecPlan(
                spec,
                new TaskGraph(List.of(), options.timezone(), options.seed(), null),
                new CommunicationPlan(List.of(), List.of()),
                new Report(items, List.of(), List.of()));
    }

    private static void add(ScopeSpec scope, Cause cause, List<Item> items) {
        for (DataSpec data : scope.data()) {
            items.add(new Item(Kind.DATA, data.name(), data.pointer(), Place.CLIENT, cause));
            for (TransformSpec transform : data.transforms()) {
                items.add(new Item(Kind.TRANSFORM, transform.type(), transform.pointer(), Place.CLIENT, cause));
            }
        }
        for (SignalSpec signal : scope.signals()) {
            items.add(new Item(Kind.SIGNAL, signal.name(), signal.pointer(), Place.CLIENT, cause));
        }
        for (MarkSpec mark : scope.marks()) {
            if (mark.isGroup()) {
                add(scope.inner(mark), cause, items);
            }
        }
    }
}
