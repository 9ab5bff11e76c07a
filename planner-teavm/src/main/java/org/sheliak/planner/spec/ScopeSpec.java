package org.sheliak.planner.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// The top level of a spec, or a group mark: what holds data sets, signals, scales and marks.
///
/// @param path indices in `marks` of the group marks that lead here, outermost first; empty at the top level
/// @param pointer JSON pointer to the scope
public record ScopeSpec(JsonObject json, List<Integer> path, String pointer) {
    public ScopeSpec {
        path = List.copyOf(path);
    }

    /// The top level of a spec.
    public static ScopeSpec root(JsonObject spec) {
        return new ScopeSpec(spec, List.of(), "");
    }

    public List<DataSpec> data() {
        return views("data", DataSpec::new);
    }

    public List<SignalSpec> signals() {
        return views("signals", SignalSpec::new);
    }

    public List<ScaleSpec> scales() {
        return views("scales", ScaleSpec::new);
    }

    /// The projections, as expressions see them.
    public List<ScaleSpec> projections() {
        return views("projections", ScaleSpec::ofProjection);
    }

    public List<MarkSpec> marks() {
        List<MarkSpec> marks = new ArrayList<>();
        int index = 0;
        for (JsonValue element : Members.elements(json, "marks")) {
            if (element instanceof JsonObject mark) {
                marks.add(new MarkSpec(mark, index, JsonPointer.child(JsonPointer.child(pointer, "marks"), index)));
            }
            index++;
        }
        return marks;
    }

    /// The scope that a group mark of this scope opens.
    public ScopeSpec inner(MarkSpec group) {
        List<Integer> innerPath = new ArrayList<>(path);
        innerPath.add(group.index());
        return new ScopeSpec(group.json(), innerPath, group.pointer());
    }

    private <T> List<T> views(String member, BiFunction<JsonObject, String, T> view) {
        String parent = JsonPointer.child(pointer, member);
        List<T> views = new ArrayList<>();
        int index = 0;
        for (JsonValue element : Members.elements(json, member)) {
            if (element instanceof JsonObject object) {
                views.add(view.apply(object, JsonPointer.child(parent, index)));
            }
            index++;
        }
        return views;
    }
}
