package org.sheliak.runtime.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.ArrayExpression;
import org.sheliak.planner.expression.Expression.BinaryExpression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.ConditionalExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.Expression.LogicalExpression;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.Expression.ObjectExpression;
import org.sheliak.planner.expression.Expression.UnaryExpression;
import org.sheliak.planner.expression.LiteralValue;
import org.sheliak.runtime.expression.function.Arguments;
import org.sheliak.runtime.expression.function.FunctionDefinition;
import org.sheliak.runtime.expression.function.FunctionLibrary;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;

/// Compiles any expression to a tree of [RowEvaluator]s.
///
/// Source: vega-expression/src/codegen.js, vega-functions/src/codegen.js @ v6.4.0.
final class RowCompiler {
    static final String DATUM = "datum";

    private static final Set<String> DRAWING_NAMES = Set.of("event", "item");
    private static final Set<String> LITERAL_ARGUMENT = Set.of(
            "data",
            "indata",
            "treePath",
            "treeAncestors",
            "vlSelectionTest",
            "vlSelectionIdTest",
            "vlSelectionResolve");
    private static final Set<String> INHERITED_NAMES = Set.of(
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__",
            "__proto__",
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "toString",
            "valueOf");

    private RowCompiler() {}

    /// @throws SheliakException EXPRESSION_SYNTAX for an unknown function or one with arguments missing,
    ///     UNSUPPORTED for one that needs a browser
    static RowEvaluator compile(Expression node) {
        return switch (node) {
            case Literal literal -> literal(literal.value());
            case Identifier identifier -> identifier(identifier);
            case MemberExpression member -> member(member);
            case CallExpression call -> call(call);
            case UnaryExpression unary -> unary(unary);
            case BinaryExpression binary -> binary(binary);
            case LogicalExpression logical -> logical(logical);
            case ConditionalExpression conditional ->
                conditional(conditional.test(), conditional.consequent(), conditional.alternate());
            case ArrayExpression array -> array(array);
            case ObjectExpression object -> object(object);
        };
    }

    private static RowEvaluator literal(LiteralValue literal) {
        return constant(Constants.value(literal));
    }

    private static RowEvaluator constant(@Nullable Object value) {
        return _ -> value;
    }

    private static RowEvaluator identifier(Identifier identifier) {
        String name = identifier.name();
        Double constant = Constants.named(name);
        if (constant != null) {
            return constant(constant);
        }
        if (name.equals(DATUM)) {
            return scope -> scope.datum();
        }
        if (name.equals("_")) {
            throw syntax(identifier, "the name _ cannot be used");
        }
        if (DRAWING_NAMES.contains(name)) {
            throw new SheliakException(
                    ErrorCode.UNSUPPORTED, at(identifier), name + " is known only where the chart is drawn");
        }
        SourceLocation location = at(identifier);
        return scope -> {
            Object value = scope.context().signal(name);
            if (value == null && !scope.context().hasSignal(name)) {
                throw new SheliakException(ErrorCode.SPEC_INVALID, location, "there is no signal \"" + name + "\"");
            }
            return value;
        };
    }

    private static RowEvaluator member(MemberExpression member) {
        boolean isRow = member.object() instanceof Identifier identifier
                && identifier.name().equals(DATUM);
        String name = memberName(member);
        if (name != null && isRow) {
            return scope -> scope.field(name);
        }
        RowEvaluator object = compile(member.object());
        SourceLocation location = at(member);
        if (name != null) {
            return scope -> located(location, () -> Members.get(object.evaluate(scope), name));
        }
        RowEvaluator property = compile(member.property());
        if (isRow) {
            return scope -> scope.field(scope.text(property.evaluate(scope)));
        }
        return scope -> {
            Object value = object.evaluate(scope);
            Object key = property.evaluate(scope);
            return located(
                    location,
                    () -> key instanceof Double index
                            ? Members.get(value, index.doubleValue())
                            : Members.get(value, scope.text(key)));
        };
    }

    /// The name of the member when it stands in the expression, else `null`.
    static @Nullable String memberName(MemberExpression member) {
        if (!member.computed()) {
            return ((Identifier) member.property()).name();
        }
        return member.property() instanceof Literal literal && literal.value() instanceof LiteralValue.StringValue text
                ? text.value()
                : null;
    }

    @FunctionalInterface
    private interface Step {
        @Nullable
        Object run();
    }

    /// Says where in the expression an error arose, unless a part of it knew better.
    private static @Nullable Object located(SourceLocation location, Step step) {
        try {
            return step.run();
        } catch (SheliakException error) {
            throw error.location().equals(SourceLocation.UNKNOWN) ? error.at(location) : error;
        }
    }

    private static RowEvaluator call(CallExpression call) {
        if (call.callee().equals(FunctionLibrary.IF)) {
            requireCount(call, 3, 3);
            return conditional(
                    call.arguments().get(0),
                    call.arguments().get(1),
                    call.arguments().get(2));
        }
        FunctionDefinition function = function(call);
        requireCount(call, function.least(), function.most());
        requireLiteral(call, 0);
        if (call.callee().equals("indata")) {
            requireLiteral(call, 1);
        }
        RowEvaluator[] arguments =
                call.arguments().stream().map(RowCompiler::compile).toArray(RowEvaluator[]::new);
        SourceLocation location = at(call);
        return scope -> {
            @Nullable Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].evaluate(scope);
            }
            return located(location, () -> function.body().call(new Arguments(values), scope));
        };
    }

    private static void requireLiteral(CallExpression call, int index) {
        if (LITERAL_ARGUMENT.contains(call.callee()) && !(call.arguments().get(index) instanceof Literal)) {
            throw syntax(
                    call, "argument " + (index + 1) + " of " + call.callee() + " must be a string, not an expression");
        }
    }

    private static FunctionDefinition function(CallExpression call) {
        FunctionDefinition function = FunctionLibrary.named(call.callee());
        if (function != null) {
            return function;
        }
        if (FunctionLibrary.needsBrowser(call.callee())) {
            throw new SheliakException(
                    ErrorCode.UNSUPPORTED,
                    at(call),
                    "the function \"" + call.callee() + "\" needs " + FunctionLibrary.browserNeed(call.callee()));
        }
        throw syntax(
                call,
                "unknown function \"" + call.callee() + "\"; did you mean \"" + FunctionLibrary.nearest(call.callee())
                        + "\"?");
    }

    private static void requireCount(CallExpression call, int least, int most) {
        int count = call.arguments().size();
        if (count < least || count > most) {
            String expected = least == most ? String.valueOf(least) : "at least " + least;
            throw syntax(call, call.callee() + " has " + count + " arguments, expected " + expected);
        }
    }

    private static RowEvaluator conditional(Expression test, Expression consequent, Expression alternate) {
        RowEvaluator condition = compile(test);
        RowEvaluator then = compile(consequent);
        RowEvaluator otherwise = compile(alternate);
        return scope ->
                Coercion.toBoolean(condition.evaluate(scope)) ? then.evaluate(scope) : otherwise.evaluate(scope);
    }

    private static RowEvaluator logical(LogicalExpression logical) {
        RowEvaluator left = compile(logical.left());
        RowEvaluator right = compile(logical.right());
        boolean isAnd = logical.operator().equals("&&");
        return scope -> {
            Object value = left.evaluate(scope);
            return Coercion.toBoolean(value) == isAnd ? right.evaluate(scope) : value;
        };
    }

    private static RowEvaluator unary(UnaryExpression unary) {
        RowEvaluator argument = compile(unary.argument());
        return switch (unary.operator()) {
            case "+" -> scope -> Coercion.toNumber(argument.evaluate(scope));
            case "-" -> scope -> -Coercion.toNumber(argument.evaluate(scope));
            case "!" -> scope -> !Coercion.toBoolean(argument.evaluate(scope));
            case "~" -> scope -> (double) ~Coercion.toInt32(Coercion.toNumber(argument.evaluate(scope)));
            default -> throw new IllegalArgumentException("unary operator " + unary.operator());
        };
    }

    private static RowEvaluator binary(BinaryExpression binary) {
        RowEvaluator left = compile(binary.left());
        RowEvaluator right = compile(binary.right());
        BinaryOperator operator = BinaryOperator.of(binary.operator());
        SourceLocation location = at(binary);
        return scope -> {
            Object first = left.evaluate(scope);
            Object second = right.evaluate(scope);
            return located(location, () -> operator.apply(first, second, scope.zone()));
        };
    }

    private static RowEvaluator array(ArrayExpression array) {
        List<RowEvaluator> elements =
                array.elements().stream().map(RowCompiler::compile).toList();
        return scope -> {
            List<@Nullable Object> values = new ArrayList<>(elements.size());
            for (RowEvaluator element : elements) {
                values.add(element.evaluate(scope));
            }
            return values;
        };
    }

    private static RowEvaluator object(ObjectExpression object) {
        Map<String, RowEvaluator> members = new LinkedHashMap<>();
        for (Expression.Property property : object.properties()) {
            if (INHERITED_NAMES.contains(property.key())) {
                throw new SheliakException(
                        ErrorCode.EXPRESSION_SYNTAX,
                        new SourceLocation("", property.start()),
                        "the name \"" + property.key() + "\" cannot be used in an object");
            }
            members.put(property.key(), compile(property.value()));
        }
        return scope -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            members.forEach((name, member) -> values.put(name, member.evaluate(scope)));
            return values;
        };
    }

    private static SourceLocation at(Expression node) {
        return new SourceLocation("", node.start());
    }

    private static SheliakException syntax(Expression node, String message) {
        return new SheliakException(ErrorCode.EXPRESSION_SYNTAX, at(node), message);
    }
}
