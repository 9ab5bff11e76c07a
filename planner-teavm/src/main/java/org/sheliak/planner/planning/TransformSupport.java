package org.sheliak.planner.planning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.analysis.TransformDefinition;
import org.sheliak.planner.analysis.TransformDefinition.Parameter;
import org.sheliak.planner.analysis.TransformDefinitions;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.ExpressionSupport.Place;
import org.sheliak.planner.planning.ServerCapabilities.TransformCapability;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// Whether the kernel can evaluate a transform, apart from the values that its expressions name.
final class TransformSupport {
    private final ServerCapabilities capabilities;
    private final Set<String> signals = new LinkedHashSet<>();
    private final Set<String> data = new LinkedHashSet<>();
    private final Set<String> scales = new LinkedHashSet<>();
    private @Nullable Obstacle obstacle;

    private TransformSupport(ServerCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    static TransformSupport of(TransformSpec transform, ServerCapabilities capabilities) {
        TransformSupport support = new TransformSupport(capabilities);
        support.check(transform);
        return support;
    }

    /// Why the transform cannot be evaluated, or `null`.
    @Nullable
    Obstacle obstacle() {
        return obstacle;
    }

    /// Names of the signals that the transform reads.
    Set<String> signals() {
        return signals;
    }

    /// Names of the data sets that the transform reads besides its input.
    Set<String> data() {
        return data;
    }

    /// Names of the scales that the transform reads.
    Set<String> scales() {
        return scales;
    }

    private void check(TransformSpec transform) {
        TransformDefinition definition = TransformDefinitions.of(transform.type());
        if (definition == null) {
            fail(transform.pointer(), "Vega has no transform \"" + transform.type() + "\"");
            return;
        }
        TransformCapability capability = capabilities.transform(definition.type());
        if (capability == null) {
            fail(transform.pointer(), "the kernel has no transform " + definition.type());
            return;
        }
        if (transform.signal() != null && !capability.parameters().contains("signal")) {
            fail(
                    JsonPointer.child(transform.pointer(), "signal"),
                    "the kernel does not know the value of " + definition.type() + " that the signal is to have");
        }
        for (Map.Entry<String, JsonValue> member : transform.json().members().entrySet()) {
            Parameter parameter = definition.parameter(member.getKey());
            // Vega ignores members that it does not know, and so does the kernel.
            if (parameter != null && obstacle == null) {
                String pointer = JsonPointer.child(transform.pointer(), parameter.name());
                check(parameter, member.getValue(), definition, capability, pointer);
            }
        }
    }

    private void check(
            Parameter parameter,
            JsonValue value,
            TransformDefinition definition,
            TransformCapability capability,
            String pointer) {
        if (!capability.parameters().contains(parameter.name())) {
            fail(pointer, "the kernel does not know the parameter " + parameter.name() + " of " + definition.type());
            return;
        }
        Obstacle shape = ParameterShape.obstacle(parameter, value, pointer);
        if (shape != null) {
            fail(shape.pointer(), shape.reason());
            return;
        }
        switch (parameter.kind()) {
            case EXPRESSION -> checkExpression(value, pointer);
            case FIELD, FOREIGN_FIELD, COMPARE -> checkField(value, pointer);
            case DATA -> checkData(value, pointer);
            case OBJECT -> checkObject(value, pointer);
            case ROW_VALUE -> checkRowValue(value, pointer);
            case PROJECTION -> checkProjection(value, pointer);
            case BOOLEAN, NUMBER, TEXT, VALUE -> {
                Set<String> supported = capability.values().get(parameter.name());
                if (supported != null) {
                    checkValues(value, supported, pointer);
                }
                checkSignals(value, pointer);
                checkField(rangeFields(value), pointer);
            }
        }
    }

    /// The fields of a crossfilter's ranges, which stand in the place of its signal.
    private static JsonValue rangeFields(JsonValue value) {
        return value instanceof JsonObject ranges
                        && ranges.get("query") != null
                        && ranges.get("fields") instanceof JsonValue fields
                ? fields
                : JsonNull.INSTANCE;
    }

    private void checkExpression(JsonValue value, String pointer) {
        if (value instanceof JsonString expression) {
            check(ExpressionSupport.of(expression.value(), Place.ROW, capabilities, pointer));
        } else {
            fail(pointer, "an expression is expected, as text");
        }
    }

    private void checkData(JsonValue value, String pointer) {
        if (value instanceof JsonString(String name)) {
            data.add(name);
        } else {
            fail(pointer, "the name of a data set is expected");
        }
    }

    /// Nested parameters, of which those called `from` are names of data sets.
    private void checkObject(JsonValue value, String pointer) {
        checkSignals(value, pointer);
        switch (value) {
            case JsonArray array -> {
                for (JsonValue element : array.elements()) {
                    checkObject(element, pointer);
                }
            }
            case JsonObject object -> {
                if (object.get("from") instanceof JsonValue from) {
                    checkData(from, pointer);
                }
                for (JsonValue member : object.members().values()) {
                    checkObject(member, pointer);
                }
            }
            default -> {}
        }
    }

    private void checkField(JsonValue value, String pointer) {
        switch (value) {
            case JsonString ignored -> {}
            case JsonNull ignored -> {}
            case JsonArray array -> {
                for (JsonValue element : array.elements()) {
                    checkField(element, pointer);
                }
            }
            case JsonObject object
            when object.get("expr") instanceof JsonString(String expression) ->
                check(ExpressionSupport.of(expression, Place.FIELD, capabilities, pointer));
            case JsonObject object -> checkSignals(object, pointer);
            default -> fail(pointer, "a field is expected");
        }
    }

    /// A projection that was put in the place of its name.
    private void checkProjection(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject projection)) {
            fail(pointer, "only the browser knows the projection");
            return;
        }
        Obstacle found = ProjectionSupport.obstacle(projection, pointer);
        if (found != null) {
            fail(found.pointer(), found.reason());
        }
        checkSignals(projection, pointer);
    }

    private void checkRowValue(JsonValue value, String pointer) {
        if (value instanceof JsonArray(List<JsonValue> elements)) {
            elements.forEach(element -> checkRowValue(element, pointer));
        } else if (value instanceof JsonObject) {
            checkField(value, pointer);
        }
    }

    private void checkValues(JsonValue value, Set<String> supported, String pointer) {
        switch (value) {
            case JsonString name
            when !supported.contains(name.value()) -> fail(pointer, "the kernel has no " + name.value());
            case JsonArray array -> {
                for (JsonValue element : array.elements()) {
                    checkValues(element, supported, pointer);
                }
            }
            case JsonObject ignored ->
                fail(pointer, "only the browser can know whether the signal names something the kernel has");
            default -> {}
        }
    }

    private void checkSignals(JsonValue value, String pointer) {
        switch (value) {
            case JsonArray array -> {
                for (JsonValue element : array.elements()) {
                    checkSignals(element, pointer);
                }
            }
            case JsonObject object
            when Members.signal(object) instanceof String expression ->
                check(ExpressionSupport.of(expression, Place.SIGNAL, capabilities, pointer));
            case JsonObject object -> {
                for (JsonValue member : object.members().values()) {
                    checkSignals(member, pointer);
                }
            }
            default -> {}
        }
    }

    private void check(ExpressionSupport expression) {
        if (obstacle == null) {
            obstacle = expression.obstacle();
        }
        ExpressionReferences references = expression.references();
        signals.addAll(references.signals());
        data.addAll(references.data().keySet());
        scales.addAll(references.scales());
    }

    private void fail(String pointer, String reason) {
        if (obstacle == null) {
            obstacle = new Obstacle(pointer, reason);
        }
    }
}
