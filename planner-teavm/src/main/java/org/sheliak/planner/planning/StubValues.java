package org.sheliak.planner.planning;

import java.util.List;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.TransformSpec;

/// Values of stub signals with which a view can run before the kernel's values are there.
final class StubValues {
    /// An extent without ends.
    static final JsonValue EXTENT = new JsonArray(List.of(JsonNull.INSTANCE, JsonNull.INSTANCE));

    private StubValues() {}

    /// A value of the kind that the transform's signal has.
    static JsonValue of(TransformSpec transform) {
        return switch (transform.type()) {
            case "bin", "dotbin" ->
                JsonObject.EMPTY
                        .with("start", new JsonNumber(0))
                        .with("stop", new JsonNumber(1))
                        .with("step", new JsonNumber(1));
            case "geojson" ->
                JsonObject.EMPTY
                        .with("type", new JsonString("FeatureCollection"))
                        .with("features", new JsonArray(List.of()));
            case "timeunit" ->
                JsonObject.EMPTY
                        .with("unit", new JsonString("year"))
                        .with("units", new JsonArray(List.of(new JsonString("year"))))
                        .with("step", new JsonNumber(1))
                        .with("start", new JsonNumber(0))
                        .with("stop", new JsonNumber(0));
            default -> EXTENT;
        };
    }
}
