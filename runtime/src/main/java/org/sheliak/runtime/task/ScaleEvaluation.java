package org.sheliak.runtime.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task.ScaleTask;
import org.sheliak.planner.taskgraph.TaskValues;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.scale.ProjectionScale;
import org.sheliak.runtime.scale.Scale;
import org.sheliak.runtime.scale.ScaleParameters;
import org.sheliak.runtime.scale.Scales;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Evaluates a scale: the values of its signals, and of its domain and range where they come from data.
/// Or a projection.
///
/// Source: vega-parser/src/parsers/scale.js, projection.js @ v6.4.0.
record ScaleEvaluation(TaskGraphRun run, int task, ScaleTask definition) {
    private static final String SIGNAL = "signal";

    Fingerprint state() {
        StateHash hash = new StateHash("scale")
                .json(definition.definition())
                .text(run.graph().place());
        TaskInputs.of(run, task).addStates(hash);
        return hash.build();
    }

    Scale scale() {
        run.cancellation().check();
        TaskInputs inputs = TaskInputs.of(run, task);
        Reader reader = new Reader(inputs.context(), new ScaleData(run, inputs));
        if (definition.definition().get("projection") instanceof JsonObject projection) {
            return ProjectionScale.of(reader.values(projection));
        }
        return Scales.of(
                reader.parameters(definition.definition()),
                TimeZoneRules.of(run.graph().timezone()));
    }

    /// Reads the members of one scale.
    private record Reader(EvaluationContext context, ScaleData data) {

        ScaleParameters parameters(JsonObject spec) {
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            ScaleData.Use use = ScaleData.Use.of(spec.get("type"));
            spec.members().forEach((name, value) -> {
                switch (name) {
                    case "domain" -> putDomain(parameters, value, use);
                    case "range" -> putRange(parameters, value, use);
                    case "interpolate" -> putInterpolation(parameters, value);
                    case "nice" -> parameters.put(name, members(value));
                    case "bins" -> parameters.put(name, value instanceof JsonArray ? list(value) : members(value));
                    default -> parameters.put(name, literal(value));
                }
            });
            return new ScaleParameters(parameters);
        }

        /// The members of an object at any depth, the signals among them resolved.
        Map<String, @Nullable Object> values(JsonObject object) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            object.members().forEach((name, member) -> values.put(name, value(member)));
            return values;
        }

        private @Nullable Object value(JsonValue json) {
            return switch (json) {
                case JsonObject object when object.get(SIGNAL) == null -> values(object);
                case JsonArray array -> elements(array, this::value);
                default -> literal(json);
            };
        }

        private void putDomain(Map<String, @Nullable Object> parameters, JsonValue domain, ScaleData.Use use) {
            if (domain instanceof JsonObject object && object.get(SIGNAL) == null) {
                parameters.put("domain", data.values(object, use, this::literal));
            } else if (!(domain instanceof JsonNull)) {
                parameters.put("domain", list(domain));
            }
        }

        private void putRange(Map<String, @Nullable Object> parameters, JsonValue range, ScaleData.Use use) {
            if (range instanceof JsonNull) {
                return;
            }
            if (!(range instanceof JsonObject object) || object.get(SIGNAL) != null) {
                parameters.put("range", lists(range));
            } else if (object.get("scheme") instanceof JsonValue scheme) {
                parameters.put("scheme", list(scheme));
                putIfThere(parameters, "schemeExtent", object.get("extent"));
                putIfThere(parameters, "schemeCount", object.get("count"));
            } else if (object.get("step") instanceof JsonValue step) {
                parameters.put("rangeStep", literal(step));
            } else {
                parameters.put("range", data.values(object, use, this::literal));
            }
        }

        private void putInterpolation(Map<String, @Nullable Object> parameters, JsonValue interpolate) {
            JsonValue type = interpolate instanceof JsonObject object && object.get("type") instanceof JsonValue named
                    ? named
                    : interpolate;
            parameters.put("interpolate", literal(type));
            if (interpolate instanceof JsonObject object) {
                putIfThere(parameters, "interpolateGamma", object.get("gamma"));
            }
        }

        private void putIfThere(Map<String, @Nullable Object> parameters, String name, @Nullable JsonValue value) {
            if (value != null) {
                parameters.put(name, list(value));
            }
        }

        /// A list of literals, or a literal.
        private @Nullable Object list(JsonValue value) {
            return value instanceof JsonArray array ? elements(array, this::literal) : literal(value);
        }

        /// A list of literals and of lists of literals, or a literal.
        private @Nullable Object lists(JsonValue value) {
            return value instanceof JsonArray array ? elements(array, this::list) : literal(value);
        }

        private static List<@Nullable Object> elements(JsonArray array, Function<JsonValue, @Nullable Object> reader) {
            List<@Nullable Object> elements = new ArrayList<>();
            array.elements().forEach(element -> elements.add(reader.apply(element)));
            return elements;
        }

        /// An object whose members are literals, or a literal.
        private @Nullable Object members(JsonValue value) {
            if (!(value instanceof JsonObject object) || object.get(SIGNAL) != null) {
                return literal(value);
            }
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, literal(member)));
            return members;
        }

        private @Nullable Object literal(JsonValue value) {
            if (value instanceof JsonObject object && object.get(SIGNAL) instanceof JsonString(String expression)) {
                return ExpressionCompiler.compile(expression).evaluate(context);
            }
            if (!(value instanceof JsonObject) && !(value instanceof JsonArray)) {
                return TaskValueConverter.toValue(TaskValues.of(value));
            }
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID,
                    SourceLocation.UNKNOWN,
                    "found " + JsonWriter.write(value) + " in a scale, expected a literal or a signal");
        }
    }
}
