package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.TransformDefinition.Effect;
import org.sheliak.planner.analysis.TransformReferences;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;

/// The columns that data sets of the kernel come out with.
final class OutputColumns {
    private final Draft draft;
    private final Map<Variable, ServerData> data = new LinkedHashMap<>();

    OutputColumns(Draft draft) {
        this.draft = draft;
        for (ServerItem item : draft.items()) {
            if (item instanceof ServerData set) {
                data.put(set.variable(), set);
            }
        }
    }

    /// All columns of a data set, or `null` when only the kernel can know them.
    @Nullable
    Set<String> of(Variable variable) {
        ServerData set = data.get(variable);
        return set == null ? null : of(set);
    }

    private @Nullable Set<String> of(ServerData set) {
        Set<String> columns = ofSource(set);
        for (Task.Transform transform : set.transforms()) {
            TransformReferences references = draft.references(transform);
            columns = switch (references.effect()) {
                case READS_ROWS -> null;
                case REPLACES_COLUMNS ->
                    references.written().isEmpty() && !keepsNothing(transform)
                            ? null
                            : new LinkedHashSet<>(references.written());
                case KEEPS_COLUMNS -> plus(columns, references.written());
            };
        }
        return columns;
    }

    private static boolean keepsNothing(Task.Transform transform) {
        return transform.definition().get("fields") instanceof JsonArray fields
                && fields.elements().isEmpty();
    }

    private @Nullable Set<String> ofSource(ServerData set) {
        Set<String> columns = set.parents().isEmpty() ? null : new LinkedHashSet<>();
        for (Variable parent : set.parents()) {
            Set<String> more = of(parent);
            columns = more == null ? null : plus(columns, more);
        }
        return columns;
    }

    private static @Nullable Set<String> plus(@Nullable Set<String> columns, Set<String> written) {
        if (columns == null) {
            return null;
        }
        Set<String> all = new LinkedHashSet<>(columns);
        all.addAll(written);
        return all;
    }

    /// True when some transform has made the rows, from many rows or from none.
    boolean areMade(Variable variable) {
        ServerData set = data.get(variable);
        if (set == null) {
            return true;
        }
        for (Task.Transform transform : set.transforms()) {
            boolean isProjection = "project".equals(Members.text(transform.definition(), "type"));
            if (draft.references(transform).effect() == Effect.REPLACES_COLUMNS && !isProjection) {
                return true;
            }
        }
        return !set.parents().isEmpty() && set.parents().stream().allMatch(this::areMade);
    }
}
