package org.sheliak.planner.planning;

import java.util.Map;
import java.util.Objects;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scope.ScopedProjection;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.analysis.TransformDefinition;
import org.sheliak.planner.analysis.TransformDefinition.Kind;
import org.sheliak.planner.analysis.TransformDefinition.Parameter;
import org.sheliak.planner.analysis.TransformDefinitions;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// Puts projections in the place of their names in transforms, which is how they travel in a task graph.
///
/// Source: vega-parser/src/parsers/projection.js @ v6.4.0 (the defaults of `config`).
final class InlinedProjections {
    private InlinedProjections() {}

    /// The transform with its projection; as it is when it names none, or one that cannot be told here.
    static TransformSpec in(TransformSpec transform, Scope scope, Scopes scopes) {
        TransformDefinition definition = TransformDefinitions.of(transform.type());
        if (definition == null) {
            return transform;
        }
        JsonObject json = transform.json();
        for (Parameter parameter : definition.parameters()) {
            if (parameter.kind() == Kind.PROJECTION
                    && json.get(parameter.name()) instanceof JsonString(String name)
                    && scope.projection(name) instanceof ScopedProjection projection
                    && meansTheSame(projection, scope, scopes)) {
                json = json.with(parameter.name(), withDefaults(projection.json(), scopes));
            }
        }
        return new TransformSpec(json, transform.pointer());
    }

    /// Whether the projection's signals are the same ones in the transform's scope.
    private static boolean meansTheSame(ScopedProjection projection, Scope scope, Scopes scopes) {
        for (String signal : scopes.reader().in(projection.json()).signals()) {
            if (!Objects.equals(projection.scope().signal(signal), scope.signal(signal))) {
                return false;
            }
        }
        return true;
    }

    /// The settings of a projection, with those of `config` where it has none.
    static JsonObject withDefaults(JsonObject projection, Scopes scopes) {
        JsonObject settings = projection.without("name");
        JsonObject config = Members.object(scopes.all().getFirst().spec().json(), "config");
        JsonObject defaults = config == null ? null : Members.object(config, "projection");
        if (defaults != null) {
            for (Map.Entry<String, JsonValue> member : defaults.members().entrySet()) {
                JsonValue given = settings.get(member.getKey());
                settings = given == null || given instanceof JsonValue.JsonNull
                        ? settings.with(member.getKey(), member.getValue())
                        : settings;
            }
        }
        return settings;
    }
}
