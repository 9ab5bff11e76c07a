package org.sheliak.planner.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sheliak.planner.expression.Expression.ArrayExpression;
import org.sheliak.planner.expression.Expression.BinaryExpression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.ConditionalExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.Expression.LogicalExpression;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.Expression.ObjectExpression;
import org.sheliak.planner.expression.Expression.Property;
import org.sheliak.planner.expression.Expression.UnaryExpression;
import org.sheliak.planner.expression.LiteralValue.BooleanValue;
import org.sheliak.planner.expression.LiteralValue.NullValue;
import org.sheliak.planner.expression.LiteralValue.NumberValue;
import org.sheliak.planner.expression.LiteralValue.RegExpValue;
import org.sheliak.planner.expression.LiteralValue.StringValue;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Syntax trees as JSON: the ESTree format as Vega's parser gives it, without the members that repeat the source
/// (`raw`) or never vary (`prefix`, `kind`, `member`).
public final class Estree {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private Estree(String type) {
        text("type", type);
    }

    /// The ESTree node of an expression.
    public static JsonObject of(Expression expression) {
        return switch (expression) {
            case Literal(LiteralValue value, int start) -> ofLiteral(value);
            case Identifier(String name, int start) -> ofIdentifier(name);
            case MemberExpression member ->
                new Estree("MemberExpression")
                        .node("object", member.object())
                        .node("property", member.property())
                        .set("computed", new JsonBoolean(member.computed()))
                        .end();
            case CallExpression call ->
                new Estree("CallExpression")
                        .set("callee", ofIdentifier(call.callee()))
                        .list("arguments", call.arguments(), Estree::of)
                        .end();
            case UnaryExpression unary ->
                new Estree("UnaryExpression")
                        .text("operator", unary.operator())
                        .node("argument", unary.argument())
                        .end();
            case BinaryExpression(String operator, Expression left, Expression right, int start) ->
                new Estree("BinaryExpression").binary(operator, left, right).end();
            case LogicalExpression(String operator, Expression left, Expression right, int start) ->
                new Estree("LogicalExpression").binary(operator, left, right).end();
            case ConditionalExpression conditional ->
                new Estree("ConditionalExpression")
                        .node("test", conditional.test())
                        .node("consequent", conditional.consequent())
                        .node("alternate", conditional.alternate())
                        .end();
            case ArrayExpression array ->
                new Estree("ArrayExpression")
                        .list("elements", array.elements(), Estree::of)
                        .end();
            case ObjectExpression object ->
                new Estree("ObjectExpression")
                        .list("properties", object.properties(), Estree::ofProperty)
                        .end();
        };
    }

    private static JsonObject ofIdentifier(String name) {
        return new Estree("Identifier").text("name", name).end();
    }

    /// A key is an Identifier here however it is written.
    private static JsonObject ofProperty(Property property) {
        return new Estree("Property")
                .set("key", ofIdentifier(property.key()))
                .node("value", property.value())
                .end();
    }

    private static JsonObject ofLiteral(LiteralValue literal) {
        Estree node = new Estree("Literal");
        return switch (literal) {
            case NumberValue(double number) ->
                node.set("value", new JsonNumber(number)).end();
            case StringValue(String string) -> node.text("value", string).end();
            case BooleanValue(boolean isTrue) ->
                node.set("value", new JsonBoolean(isTrue)).end();
            case NullValue ignored -> node.set("value", JsonNull.INSTANCE).end();
            case RegExpValue(String pattern, String flags) -> {
                Map<String, JsonValue> regex = new LinkedHashMap<>();
                regex.put("pattern", new JsonString(pattern));
                regex.put("flags", new JsonString(flags));
                yield node.set("regex", new JsonObject(regex)).end();
            }
        };
    }

    private Estree set(String name, JsonValue value) {
        members.put(name, value);
        return this;
    }

    private Estree text(String name, String value) {
        return set(name, new JsonString(value));
    }

    private Estree node(String name, Expression value) {
        return set(name, of(value));
    }

    private Estree binary(String operator, Expression left, Expression right) {
        return text("operator", operator).node("left", left).node("right", right);
    }

    private <T> Estree list(String name, List<T> values, Function<T, JsonValue> toJson) {
        return set(name, new JsonArray(values.stream().map(toJson).toList()));
    }

    private JsonObject end() {
        return new JsonObject(members);
    }
}
