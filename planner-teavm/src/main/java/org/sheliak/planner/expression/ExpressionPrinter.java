package org.sheliak.planner.expression;

import java.util.List;
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
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.json.Numbers;

/// Writes a syntax tree as source, with the parentheses that it needs: what the parser made of a source, it makes of
/// the printed one again, offsets apart.
public final class ExpressionPrinter {
    private static final String INFINITY = "1e999";

    private final StringBuilder source = new StringBuilder();

    private ExpressionPrinter() {}

    /// The source of a tree.
    public static String print(Expression expression) {
        ExpressionPrinter printer = new ExpressionPrinter();
        printer.append(expression, Operators.CONDITIONAL);
        return printer.source.toString();
    }

    /// Appends a node, in parentheses when it binds less tightly than its place demands.
    private void append(Expression node, int leastPrecedence) {
        if (precedence(node) >= leastPrecedence) {
            appendBare(node);
            return;
        }
        source.append('(');
        appendBare(node);
        source.append(')');
    }

    private static int precedence(Expression node) {
        return switch (node) {
            case ConditionalExpression ignored -> Operators.CONDITIONAL;
            case LogicalExpression logical -> Operators.precedence(logical.operator());
            case BinaryExpression binary -> Operators.precedence(binary.operator());
            case UnaryExpression ignored -> Operators.UNARY;
            // `1.x` would be read as a number and a name.
            case Literal(NumberValue ignored, int start) -> Operators.UNARY;
            case MemberExpression ignored -> Operators.MEMBER;
            case CallExpression ignored -> Operators.MEMBER;
            case Literal ignored -> Operators.MEMBER;
            case Identifier ignored -> Operators.MEMBER;
            case ArrayExpression ignored -> Operators.MEMBER;
            case ObjectExpression ignored -> Operators.MEMBER;
        };
    }

    private void appendBare(Expression node) {
        switch (node) {
            case Literal literal -> appendLiteral(literal.value());
            case Identifier identifier -> source.append(identifier.name());
            case MemberExpression member -> appendMember(member);
            case CallExpression call -> {
                source.append(call.callee());
                appendList('(', call.arguments(), ')');
            }
            case UnaryExpression unary -> appendUnary(unary);
            case BinaryExpression binary -> appendBinary(binary.left(), binary.operator(), binary.right());
            case LogicalExpression logical -> appendBinary(logical.left(), logical.operator(), logical.right());
            case ConditionalExpression conditional -> appendConditional(conditional);
            case ArrayExpression array -> appendList('[', array.elements(), ']');
            case ObjectExpression object -> appendObject(object);
        }
    }

    private void appendLiteral(LiteralValue value) {
        switch (value) {
            case NumberValue(double number) -> appendNumber(number);
            case StringValue(String string) -> appendString(string);
            case BooleanValue(boolean isTrue) -> source.append(isTrue ? "true" : "false");
            case NullValue ignored -> source.append("null");
            case RegExpValue(String pattern, String flags) ->
                source.append('/').append(pattern).append('/').append(flags);
        }
    }

    private void appendNumber(double number) {
        if (Double.isInfinite(number)) {
            source.append(number < 0 ? "-" : "").append(INFINITY);
        } else {
            source.append(Numbers.text(number));
        }
    }

    /// JSON's form, save for the two line breaks that JSON lets stand.
    private void appendString(String string) {
        source.append(JsonWriter.write(new JsonString(string))
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029"));
    }

    private void appendMember(MemberExpression member) {
        append(member.object(), Operators.MEMBER);
        if (member.computed()) {
            source.append('[');
            append(member.property(), Operators.CONDITIONAL);
            source.append(']');
        } else {
            source.append('.');
            append(member.property(), Operators.MEMBER);
        }
    }

    private void appendUnary(UnaryExpression unary) {
        int start = source.append(unary.operator()).length();
        append(unary.argument(), Operators.UNARY);
        // `--a` would be read as a decrement.
        if (source.charAt(start) == source.charAt(start - 1)) {
            source.insert(start, ' ');
        }
    }

    private void appendBinary(Expression left, String operator, Expression right) {
        int precedence = Operators.precedence(operator);
        append(left, precedence);
        source.append(' ').append(operator).append(' ');
        append(right, precedence + 1);
    }

    private void appendConditional(ConditionalExpression conditional) {
        append(conditional.test(), Operators.CONDITIONAL + 1);
        source.append(" ? ");
        append(conditional.consequent(), Operators.CONDITIONAL);
        source.append(" : ");
        append(conditional.alternate(), Operators.CONDITIONAL);
    }

    private void appendList(char opening, List<Expression> elements, char closing) {
        source.append(opening);
        String separator = "";
        for (Expression element : elements) {
            source.append(separator);
            append(element, Operators.CONDITIONAL);
            separator = ", ";
        }
        source.append(closing);
    }

    private void appendObject(ObjectExpression object) {
        source.append('{');
        String separator = "";
        for (Property property : object.properties()) {
            source.append(separator);
            appendKey(property.key());
            source.append(": ");
            append(property.value(), Operators.CONDITIONAL);
            separator = ", ";
        }
        source.append('}');
    }

    private void appendKey(String key) {
        if (isName(key)) {
            source.append(key);
        } else {
            appendString(key);
        }
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || !IdentifierCharacters.isStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!IdentifierCharacters.isPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
