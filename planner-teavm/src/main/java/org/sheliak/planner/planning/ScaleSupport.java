package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.ScaleReferences;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.ServerCapabilities.ScaleCapability;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScaleSpec;

/// Whether the kernel can evaluate a scale, apart from the values that it names.
///
/// @param definition the scale as the kernel gets it, see [org.sheliak.planner.taskgraph.Task.ScaleTask]
/// @param expressions the expressions of its signal references, by their JSON pointers
/// @param data names of the data sets that its domain or range is taken from
/// @param obstacle why it cannot be evaluated, or `null`
record ScaleSupport(
        JsonObject definition,
        Map<String, String> expressions,
        Set<String> data,
        @Nullable Obstacle obstacle) {

    /// @param config the spec's own settings
    static ScaleSupport of(ScaleSpec spec, JsonObject config, ScaleCapability capability, ExpressionReader reader) {
        Check check = new Check(spec, capability);
        JsonObject definition = check.definition(config);
        Map<String, String> expressions = new LinkedHashMap<>();
        collectSignals(definition, spec.pointer(), expressions);
        Set<String> data = ScaleReferences.of(definition, reader).data().keySet();
        return new ScaleSupport(definition, expressions, data, check.obstacle);
    }

    /// @param projection what expressions take for a scale, with its defaults
    static ScaleSupport of(JsonObject projection, String pointer) {
        Map<String, String> expressions = new LinkedHashMap<>();
        collectSignals(projection, pointer, expressions);
        JsonObject definition = JsonObject.EMPTY.with("projection", projection);
        return new ScaleSupport(
                definition, expressions, Set.of(), ProjectionSupport.shapesObstacle(projection, pointer));
    }

    private static void collectSignals(JsonValue json, String pointer, Map<String, String> found) {
        switch (json) {
            case JsonObject object
            when Members.signal(object) instanceof String expression -> found.put(pointer, expression);
            case JsonObject object ->
                object.members()
                        .forEach((name, member) -> collectSignals(member, JsonPointer.child(pointer, name), found));
            case JsonArray array -> {
                int index = 0;
                for (JsonValue element : array.elements()) {
                    collectSignals(element, JsonPointer.child(pointer, index++), found);
                }
            }
            default -> {}
        }
    }

    /// Goes through the members of one scale.
    private static final class Check {
        private final ScaleSpec spec;
        private final ScaleCapability capability;
        private @Nullable Obstacle obstacle;

        Check(ScaleSpec spec, ScaleCapability capability) {
            this.spec = spec;
            this.capability = capability;
        }

        JsonObject definition(JsonObject config) {
            String unexpected = ScaleShape.unexpected(spec.json());
            if (unexpected != null) {
                fail(unexpected, "only the browser can know what it means");
            }
            if (!capability.types().contains(spec.type())) {
                fail("type", "the kernel has no scale of type " + spec.type());
            }
            checkDomain(spec.json().get("domain"));
            checkInterpolation(spec.json().get("interpolate"));
            JsonObject definition = spec.json().without("name");
            JsonValue range = spec.json().get("range");
            if (range instanceof JsonString(String name)) {
                range = ScaleRanges.named(name, spec, config);
                definition = range == null ? definition : definition.with("range", range);
            }
            checkRange(range);
            return definition;
        }

        private void checkDomain(@Nullable JsonValue domain) {
            boolean isAbsent = domain == null || domain.equals(JsonNull.INSTANCE);
            if (!isAbsent && !(domain instanceof JsonArray) && !(domain instanceof JsonObject)) {
                fail("domain", "a domain is expected, as a list, a signal or a field");
            }
            JsonValue implicit = spec.json().get("domainImplicit");
            boolean isImplicit = implicit != null && !implicit.equals(new JsonBoolean(false));
            if (spec.type().equals("ordinal") && (isAbsent || isImplicit)) {
                fail("domain", "the domain grows with each value that the browser looks up");
            }
        }

        private void checkInterpolation(@Nullable JsonValue interpolate) {
            JsonValue type = interpolate instanceof JsonObject object && object.get("type") instanceof JsonValue inner
                    ? inner
                    : interpolate;
            if (type instanceof JsonObject) {
                fail("interpolate", "only the browser can know whether the signal names something the kernel has");
            } else if (type instanceof JsonString(String name)
                    && !capability.interpolations().contains(name)) {
                fail("interpolate", "the kernel has no interpolation " + name);
            }
        }

        private void checkRange(@Nullable JsonValue range) {
            switch (range) {
                case null -> {}
                case JsonNull ignored -> {}
                case JsonArray ignored -> {}
                case JsonObject object
                when object.get("scheme") instanceof JsonString(String name) -> {
                    if (!capability.schemes().contains(name.toLowerCase(Locale.ROOT))) {
                        fail("range", "the kernel has no scheme " + name);
                    }
                }
                case JsonObject object
                when object.get("signal") != null || object.get("scheme") != null || object.get("step") != null -> {}
                case JsonObject ignored when isDiscrete() -> {}
                default -> fail("range", "a range is expected, as a list, a signal, a scheme or a step");
            }
        }

        private boolean isDiscrete() {
            return spec.isDiscrete() || spec.type().equals("bin-ordinal");
        }

        private void fail(String member, String reason) {
            if (obstacle == null) {
                obstacle = new Obstacle(JsonPointer.child(spec.pointer(), member), reason);
            }
        }
    }
}
