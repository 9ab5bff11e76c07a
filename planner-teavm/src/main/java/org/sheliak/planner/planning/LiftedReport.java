package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.planning.Report.Cause;
import org.sheliak.planner.planning.Report.Crossing;
import org.sheliak.planner.planning.Report.Item;
import org.sheliak.planner.planning.Report.Place;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.ScaleSpec;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.spec.TransformSpec;

/// Tells the report of a spec with lifted facets as that of the original spec.
final class LiftedReport {
    private final LiftedSpec lifted;
    private final Map<String, List<Item>> items = new LinkedHashMap<>();

    private LiftedReport(Report report, LiftedSpec lifted) {
        this.lifted = lifted;
        for (Item item : report.items()) {
            String origin = lifted.origins().of(item.pointer());
            items.computeIfAbsent(origin, ignored -> new ArrayList<>()).add(item);
        }
    }

    /// @param scopes those of the original spec
    static Report of(Report report, LiftedSpec lifted, Scopes scopes) {
        LiftedReport writer = new LiftedReport(report, lifted);
        List<Item> told = new ArrayList<>();
        for (Scope scope : scopes.all()) {
            for (DataSpec data : scope.spec().data()) {
                told.addAll(writer.tell(data));
            }
            for (SignalSpec signal : scope.spec().signals()) {
                told.addAll(writer.itemsFrom(signal.pointer()));
            }
            for (ScaleSpec scale : scope.spec().scales()) {
                told.addAll(writer.itemsFrom(scale.pointer()));
            }
            for (ScaleSpec projection : scope.spec().projections()) {
                told.addAll(writer.itemsFrom(projection.pointer()));
            }
        }
        List<Crossing> crossings = new ArrayList<>();
        for (Crossing crossing : report.crossings()) {
            crossings.add(new Crossing(
                    crossing.name(),
                    lifted.origins().of(crossing.pointer()),
                    crossing.to(),
                    crossing.rows(),
                    crossing.columns(),
                    crossing.reason()));
        }
        return new Report(told, crossings, lifted.added());
    }

    private List<Item> tell(DataSpec data) {
        List<Item> told = new ArrayList<>();
        Set<Place> places = new LinkedHashSet<>();
        for (TransformSpec transform : data.transforms()) {
            Item item = item(transform.type(), transform.pointer(), data.pointer(), null);
            if (item != null) {
                told.add(item);
                places.add(item.place());
            }
        }
        Place place = places.size() == 1 ? places.iterator().next() : null;
        Item whole = item(data.name(), data.pointer(), data.pointer(), place);
        if (whole != null) {
            told.addFirst(whole);
        }
        for (TransformSpec transform : data.transforms()) {
            told.addAll(itemsFrom(JsonPointer.child(transform.pointer(), "signal")));
        }
        return told;
    }

    /// The items that stood at a place, told as standing there.
    private List<Item> itemsFrom(String origin) {
        List<Item> told = new ArrayList<>();
        for (Item item : items.getOrDefault(origin, List.of())) {
            told.add(new Item(item.kind(), item.name(), origin, item.place(), cause(origin, item.cause())));
        }
        return told;
    }

    /// The entry for an item that may stand at several places now.
    ///
    /// @param place where the item is evaluated, or `null` when it is where the items are that it has become
    private @Nullable Item item(String name, String pointer, String data, @Nullable Place place) {
        List<Item> found = items.getOrDefault(pointer, List.of());
        if (found.isEmpty()) {
            return null;
        }
        Item first = found.getFirst();
        Place all = first.place();
        Cause cause = null;
        for (Item each : found) {
            all = each.place() == all ? all : Place.BOTH;
            cause = cause == null ? each.cause() : cause;
        }
        boolean isMoved = found.size() > 1 || place == Place.SERVER;
        Place told = place == null || !isMoved ? all : place;
        return new Item(first.kind(), name, pointer, told, told == Place.SERVER ? null : cause(data, cause));
    }

    private @Nullable Cause cause(String data, @Nullable Cause found) {
        if (lifted.obstacles().get(data) instanceof Obstacle obstacle) {
            return new Cause(obstacle.pointer(), WriteReport.sentence(obstacle.reason()));
        }
        return found == null ? null : new Cause(lifted.origins().of(found.pointer()), found.reason());
    }
}
