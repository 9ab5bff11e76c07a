package org.sheliak.planner.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// Rewrites a spec scope by scope.
public final class ScopeRewriter {
    private ScopeRewriter() {}

    /// The spec with every scope replaced by what `edit` makes of it, inner scopes before outer ones.
    public static JsonObject rewrite(JsonObject spec, Function<ScopeSpec, JsonObject> edit) {
        return rewrite(ScopeSpec.root(spec), edit);
    }

    private static JsonObject rewrite(ScopeSpec scope, Function<ScopeSpec, JsonObject> edit) {
        List<JsonValue> marks = new ArrayList<>(Members.elements(scope.json(), "marks"));
        boolean changed = false;
        for (MarkSpec mark : scope.marks()) {
            if (mark.isGroup()) {
                JsonObject edited = rewrite(scope.inner(mark), edit);
                changed |= !edited.equals(mark.json());
                marks.set(mark.index(), edited);
            }
        }
        JsonObject json = changed ? scope.json().with("marks", new JsonArray(marks)) : scope.json();
        return edit.apply(new ScopeSpec(json, scope.path(), scope.pointer()));
    }
}
