package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.Placement.DataInKernel;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;

/// Takes data sets apart that wait for each other, although their transforms do not.
///
/// Two data sets may set a signal each, and later read both, as those do of whose shapes a map is fitted. Vega orders
/// transforms; the kernel evaluates a data set as a whole. So the transforms up to such a signal become a data set
/// of their own.
///
/// @param scopes those of the spec without loops
/// @param origins where its items stood before
record SplitLoops(Scopes scopes, Origins origins) {

    /// The spec of these scopes without loops; as it is when it has none, or when the kernel would not evaluate all of
    /// what was taken apart.
    static SplitLoops in(Scopes scopes, PlannerOptions options, ServerCapabilities capabilities) {
        SplitLoops whole = new SplitLoops(scopes, Origins.none());
        SplitLoops split = whole;
        Set<String> taken = new LinkedHashSet<>();
        while (split.loop() instanceof Loop loop
                && taken.add(loop.data().variable().name())) {
            split = split.without(loop);
        }
        return taken.isEmpty() || split.areInKernel(taken, options, capabilities) ? split : whole;
    }

    /// @param data a data set that sets a signal for another one that it waits for
    /// @param first its first transform that waits
    private record Loop(DataSet data, int first) {}

    private @Nullable Loop loop() {
        Scope root = scopes.at(List.of());
        for (Definition definition : root.ownData()) {
            if (definition instanceof DataSet data && isOnce(data)) {
                int first = firstWaiting(root, data);
                if (first > 0) {
                    return new Loop(data, first);
                }
            }
        }
        return null;
    }

    /// Whether the spec has only one data set of this name.
    private boolean isOnce(DataSet data) {
        String name = data.spec().name();
        return !name.isEmpty()
                && scopes.at(List.of()).spec().data().stream()
                                .filter(other -> other.name().equals(name))
                                .count()
                        == 1;
    }

    /// The first transform that reads a signal of a data set which waits for an earlier one of the same data set; 0
    /// when there is none.
    private int firstWaiting(Scope root, DataSet data) {
        boolean setsSignal = false;
        List<TransformSpec> transforms = data.spec().transforms();
        for (int i = 0; i < transforms.size(); i++) {
            for (DataSet other : setters(root, transforms.get(i))) {
                if (setsSignal && !other.equals(data) && waitsFor(root, other, data, new LinkedHashSet<>())) {
                    return i;
                }
            }
            setsSignal |= transforms.get(i).signal() != null;
        }
        return 0;
    }

    private boolean waitsFor(Scope root, DataSet waiting, DataSet data, Set<Variable> visited) {
        if (waiting.equals(data)) {
            return true;
        }
        if (!visited.add(waiting.variable()) || visited.size() > Classification.MAXIMUM_DEPTH) {
            return false;
        }
        List<DataSet> awaited = new ArrayList<>();
        for (Definition source : root.sources(waiting.spec())) {
            if (source instanceof DataSet set) {
                awaited.add(set);
            }
        }
        for (TransformSpec transform : waiting.spec().transforms()) {
            awaited.addAll(setters(root, transform));
        }
        for (DataSet set : awaited) {
            if (!set.equals(waiting) && waitsFor(root, set, data, visited)) {
                return true;
            }
        }
        return false;
    }

    /// The data sets whose transforms set the signals that a transform reads.
    private List<DataSet> setters(Scope root, TransformSpec transform) {
        List<DataSet> setters = new ArrayList<>();
        JsonObject inlined = InlinedProjections.in(transform, root, scopes).json();
        for (String name : scopes.reader().in(inlined.without("signal")).signals()) {
            if (root.signal(name) instanceof TransformSignal signal) {
                setters.add(signal.data());
            }
        }
        return setters;
    }

    private SplitLoops without(Loop loop) {
        Scope root = scopes.at(List.of());
        String pointer = loop.data().spec().pointer();
        String head = new StubNames(scopes).unused(loop.data().variable());
        Origins moved = new Origins();
        List<JsonValue> data = new ArrayList<>();
        int index = 0;
        for (JsonValue element : Members.elements(root.spec().json(), "data")) {
            String old = JsonPointer.child("/data", index++);
            if (old.equals(pointer) && element instanceof JsonObject set) {
                data.add(head(set, head, loop.first()));
                noteTail(moved, pointer, JsonPointer.child("/data", data.size()), loop);
                data.add(tail(set, head, loop.first()));
            } else {
                moved.put(JsonPointer.child("/data", data.size()), old);
                data.add(element);
            }
        }
        JsonObject spec = scopes.spec().with("data", new JsonArray(data));
        return new SplitLoops(Scopes.of(spec, scopes.reader()), origins.then(moved));
    }

    private static void noteTail(Origins moved, String pointer, String tail, Loop loop) {
        moved.put(tail, pointer);
        int count = loop.data().spec().transforms().size();
        for (int i = loop.first(); i < count; i++) {
            moved.put(transform(tail, i - loop.first()), transform(pointer, i));
        }
    }

    private static String transform(String data, int index) {
        return JsonPointer.child(JsonPointer.child(data, "transform"), index);
    }

    private static JsonObject head(JsonObject set, String name, int count) {
        return set.with("name", new JsonString(name))
                .without("on")
                .with(
                        "transform",
                        new JsonArray(Members.elements(set, "transform").subList(0, count)));
    }

    private static JsonObject tail(JsonObject set, String head, int first) {
        List<JsonValue> transforms = Members.elements(set, "transform");
        JsonObject tail = JsonObject.EMPTY;
        for (Map.Entry<String, JsonValue> member : set.members().entrySet()) {
            switch (member.getKey()) {
                case "url", "values", "format", "async", "source", "transform" -> {}
                default -> tail = tail.with(member.getKey(), member.getValue());
            }
        }
        return tail.with("source", new JsonString(head))
                .with("transform", new JsonArray(transforms.subList(first, transforms.size())));
    }

    private boolean areInKernel(Set<String> names, PlannerOptions options, ServerCapabilities capabilities) {
        Classification classification = Classification.of(scopes, options, capabilities, Map.of());
        for (String name : names) {
            boolean isThere = scopes.at(List.of()).data(name) instanceof DataSet tail
                    && classification.of(tail) instanceof DataInKernel placement
                    && placement.isComplete();
            if (!isThere) {
                return false;
            }
        }
        return true;
    }
}
