package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition.BuiltinSignal;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.TransformDefinition;
import org.sheliak.planner.analysis.TransformDefinition.Kind;
import org.sheliak.planner.analysis.TransformDefinition.Parameter;
import org.sheliak.planner.analysis.TransformDefinitions;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.ArrayExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.Expression.ObjectExpression;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.expression.LiteralValue.BooleanValue;
import org.sheliak.planner.expression.LiteralValue.NumberValue;
import org.sheliak.planner.expression.LiteralValue.StringValue;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// What the parameters of a transform are at first, where a signal stands for them and the spec tells its value.
final class KnownParameters {
    /// Kinds of parameters that are left out for a signal without a value.
    private static final List<Kind> HAVE_DEFAULTS = List.of(Kind.TEXT, Kind.COMPARE, Kind.NUMBER);

    private final Scope scope;
    private final Kind kind;

    private KnownParameters(Scope scope, Kind kind) {
        this.scope = scope;
        this.kind = kind;
    }

    /// The first parameter whose signal has a value of another form than Vega declares, or `null`.
    static @Nullable Obstacle obstacle(TransformSpec transform, Scope scope) {
        TransformDefinition definition = TransformDefinitions.of(transform.type());
        for (Map.Entry<String, JsonValue> member : transform.json().members().entrySet()) {
            Parameter parameter = definition == null ? null : definition.parameter(member.getKey());
            Obstacle obstacle = parameter == null
                    ? null
                    : new KnownParameters(scope, parameter.kind())
                            .obstacle(
                                    parameter,
                                    member.getValue(),
                                    JsonPointer.child(transform.pointer(), member.getKey()));
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private @Nullable Obstacle obstacle(Parameter parameter, JsonValue value, String pointer) {
        JsonValue known = known(value);
        if (known.equals(value)) {
            return null;
        }
        boolean isOne = parameter.kind() == Kind.FIELD && parameter.isList() && !(known instanceof JsonArray);
        Obstacle shape = ParameterShape.obstacle(parameter, isOne ? new JsonArray(List.of(known)) : known, pointer);
        return shape == null ? null : new Obstacle(shape.pointer(), shape.reason() + "; the signal has another value");
    }

    /// The value with known values in the place of signals.
    private JsonValue known(JsonValue value) {
        if (Members.signal(value) instanceof String expression) {
            JsonValue known = valueOf(expression);
            return known == null ? value : known;
        }
        return switch (value) {
            case JsonArray(List<JsonValue> elements) -> {
                List<JsonValue> copy = new ArrayList<>();
                for (JsonValue element : elements) {
                    copy.add(known(element));
                }
                yield new JsonArray(copy);
            }
            case JsonObject object -> {
                JsonObject copy = object;
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    copy = copy.with(member.getKey(), known(member.getValue()));
                }
                yield copy;
            }
            default -> value;
        };
    }

    private @Nullable JsonValue valueOf(String expression) {
        try {
            return valueOf(ExpressionParser.parse(expression));
        } catch (SheliakException notParsed) {
            return null;
        }
    }

    private @Nullable JsonValue valueOf(Expression expression) {
        return switch (expression) {
            case Literal literal -> valueOf(literal);
            case ObjectExpression ignored -> JsonObject.EMPTY;
            case ArrayExpression list -> {
                List<JsonValue> elements = new ArrayList<>();
                for (Expression element : list.elements()) {
                    JsonValue value = valueOf(element);
                    // Null may stand anywhere, and so may what is not known.
                    elements.add(value == null ? JsonNull.INSTANCE : value);
                }
                yield new JsonArray(elements);
            }
            case Identifier(String name, int ignored) -> signalValue(name);
            default -> null;
        };
    }

    private static @Nullable JsonValue valueOf(Literal literal) {
        return switch (literal.value()) {
            case NumberValue(double number) -> new JsonNumber(number);
            case StringValue(String text) -> new JsonString(text);
            case BooleanValue(boolean truth) -> new JsonBoolean(truth);
            default -> null;
        };
    }

    private @Nullable JsonValue signalValue(String name) {
        return switch (scope.signal(name)) {
            case Signal signal when signal.spec().expression() != null -> null;
            // Vega leaves out a parameter whose signal never got a value, so that a name or a number takes its
            // default, and rows stay as they are.
            case Signal signal
            when signal.spec().value() == null -> HAVE_DEFAULTS.contains(kind) ? JsonObject.EMPTY : null;
            case Signal signal -> plain(signal.spec().value());
            case BuiltinSignal signal when Members.signal(signal.value()) == null -> plain(signal.value());
            case null, default -> null;
        };
    }

    /// The value without the members of objects, which are no signals here, whatever their names.
    private static @Nullable JsonValue plain(@Nullable JsonValue value) {
        return switch (value) {
            case null -> null;
            case JsonObject ignored -> JsonObject.EMPTY;
            case JsonArray(List<JsonValue> elements) -> {
                List<JsonValue> copy = new ArrayList<>();
                for (JsonValue element : elements) {
                    copy.add(element instanceof JsonObject ? JsonObject.EMPTY : element);
                }
                yield new JsonArray(copy);
            }
            default -> value;
        };
    }
}
