package org.sheliak.planner.planning;

import java.util.List;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.TransformSpec;

/// Whether a treemap may be tiled by `resquarify`, whose result depends on what was drawn before.
final class Resquarified {
    private static final String RESQUARIFY = "resquarify";

    private Resquarified() {}

    /// True for a treemap that names the method, and for one whose method is a signal when the spec has the name at
    /// all.
    static boolean mayBe(TransformSpec transform, Scopes scopes) {
        if (!transform.type().equals("treemap")) {
            return false;
        }
        return switch (transform.json().get("method")) {
            case JsonString(String method) -> method.equals(RESQUARIFY);
            case JsonObject ignored -> names(scopes.at(List.of()).spec().json());
            case null -> false;
            default -> false;
        };
    }

    private static boolean names(JsonValue json) {
        return switch (json) {
            case JsonString(String text) -> text.contains(RESQUARIFY);
            case JsonArray(List<JsonValue> elements) -> elements.stream().anyMatch(Resquarified::names);
            case JsonObject object -> object.members().values().stream().anyMatch(Resquarified::names);
            default -> false;
        };
    }
}
