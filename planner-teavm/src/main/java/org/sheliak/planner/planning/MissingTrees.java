package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.TreeReferences;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;

/// Finds the trees that the browser reads although the kernel makes them. Rows cross between the two, trees do not.
final class MissingTrees {
    private MissingTrees() {}

    /// What reads each such tree, by JSON pointer to the transform that makes it.
    static Map<String, String> in(Draft draft) {
        if (draft.items().stream().noneMatch(MissingTrees::plants)) {
            return Map.of();
        }
        Map<Variable, String> readers =
                TreeReferences.in(draft.references().scopes()).readers();
        Map<String, String> missing = new LinkedHashMap<>();
        ServerItems items = new ServerItems(draft.original(), draft.items());
        for (Stub stub : draft.stubs()) {
            String reader = readers.get(new Variable(stub.namespace(), stub.name(), List.of()));
            String maker = reader == null ? null : maker(items, stub.target().variable());
            if (reader != null && maker != null) {
                missing.put(maker, reader);
            }
        }
        return missing;
    }

    private static boolean plants(ServerItem item) {
        return item instanceof ServerData data && planting(data) != null;
    }

    private static @Nullable String maker(ServerItems items, @Nullable Variable variable) {
        if (variable == null || !(items.get(variable) instanceof ServerData data)) {
            return null;
        }
        String planting = planting(data);
        return planting == null ? maker(items, data.parent()) : planting;
    }

    /// Pointer to the last transform that lays a tree over the rows, or `null`.
    private static @Nullable String planting(ServerData data) {
        for (Task.Transform transform : data.transforms().reversed()) {
            if (TreeReferences.plants(new TransformSpec(transform.definition(), transform.pointer()))) {
                return transform.pointer();
            }
        }
        return null;
    }
}
