package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.expression.Expressions;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// Lets transforms that ask for the time read it from a signal, which the browser sets when the view starts.
///
/// The kernel's clock is not the browser's, and what it keeps would grow old. But where neither the rows nor the
/// parameters of a transform can change, Vega evaluates it once, when the view starts: then `now()` is a value like
/// others that the browser sends. Where they can change, it is another time with each change, which the signal does
/// not tell: such a transform stays in the browser, as `now()` itself does.
final class ClockSignal {
    private static final String NOW = "now";
    private static final String DATE = "datetime";

    private final Scopes scopes;
    private final ChangingItems changing;
    private final String name;
    private boolean isUsed;

    private ClockSignal(Scopes scopes, ChangingItems changing, String name) {
        this.scopes = scopes;
        this.changing = changing;
        this.name = name;
    }

    /// The scopes of the spec whose transforms read the signal; the same object when none asks for the time once.
    static Scopes in(Scopes scopes, PlannerOptions options, ServerCapabilities capabilities) {
        if (!isAsked(scopes)) {
            return scopes;
        }
        Classification classification = Classification.of(scopes, options, capabilities, Map.of());
        ClockSignal clock = new ClockSignal(scopes, new ChangingItems(classification), freeName(scopes));
        JsonObject read = clock.rewrite(scopes.spec());
        return clock.isUsed ? Scopes.of(read.with("signals", clock.signals()), scopes.reader()) : scopes;
    }

    private static boolean isAsked(Scopes scopes) {
        for (DataSpec data : scopes.at(List.of()).spec().data()) {
            for (TransformSpec transform : data.transforms()) {
                if (isAsked(transform, scopes)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether an expression asks for the time.
    static boolean isAskedIn(Expression expression) {
        List<Expression> calls = new ArrayList<>();
        Expressions.walk(expression, node -> {
            if (isAsked(node)) {
                calls.add(node);
            }
        });
        return !calls.isEmpty();
    }

    private static boolean isAsked(Expression node) {
        return node instanceof CallExpression call
                && (call.callee().equals(NOW)
                        || (call.callee().equals(DATE) && call.arguments().isEmpty()));
    }

    private static boolean isAsked(TransformSpec transform, Scopes scopes) {
        JsonObject parameters = transform.json().without("signal");
        return scopes.reader().in(parameters).functions().stream()
                .anyMatch(function -> function.equals(NOW) || function.equals(DATE));
    }

    private static String freeName(Scopes scopes) {
        String name = "_now";
        while (isTaken(name, scopes)) {
            name = "_" + name;
        }
        return name;
    }

    private static boolean isTaken(String name, Scopes scopes) {
        return scopes.all().stream().anyMatch(scope -> scope.signal(name) != null);
    }

    private JsonArray signals() {
        List<JsonValue> signals = new ArrayList<>(Members.elements(scopes.spec(), "signals"));
        signals.add(JsonObject.EMPTY.with("name", new JsonString(name)).with("init", new JsonString("now()")));
        return new JsonArray(signals);
    }

    private JsonObject rewrite(JsonObject spec) {
        Scope root = scopes.at(List.of());
        List<JsonValue> data = new ArrayList<>(Members.elements(spec, "data"));
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i) instanceof JsonObject json
                    && Members.text(json, "name") instanceof String set
                    && root.data(set) instanceof DataSet found
                    && found.spec().pointer().equals("/data/" + i)) {
                data.set(i, rewrite(found, root));
            }
        }
        return spec.with("data", new JsonArray(data));
    }

    private JsonObject rewrite(DataSet set, Scope root) {
        JsonObject json = set.spec().json();
        List<JsonValue> transforms = new ArrayList<>(Members.elements(json, "transform"));
        boolean isRewritten = false;
        for (int i = 0; i < transforms.size(); i++) {
            TransformSpec transform = set.spec().transforms().get(i);
            if (isAsked(transform, scopes) && !changing.reach(root, set, i)) {
                transforms.set(i, members(transform.json(), true));
                isRewritten = true;
            }
        }
        return isRewritten ? json.with("transform", new JsonArray(transforms)) : json;
    }

    /// @param isTransform whether the object is a transform, whose member `signal` is a name
    private JsonObject members(JsonObject object, boolean isTransform) {
        JsonObject read = object;
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            boolean isExpression =
                    member.getKey().equals("expr") || (member.getKey().equals("signal") && !isTransform);
            JsonValue value = isExpression && member.getValue() instanceof JsonString(String expression)
                    ? new JsonString(reading(expression))
                    : inner(member.getValue());
            read = read.with(member.getKey(), value);
        }
        return read;
    }

    private JsonValue inner(JsonValue value) {
        return switch (value) {
            case JsonObject object -> members(object, false);
            case JsonArray array ->
                new JsonArray(array.elements().stream().map(this::inner).toList());
            default -> value;
        };
    }

    /// The expression with the signal in the place of the clock; as it is when it cannot be parsed.
    private String reading(String expression) {
        List<CallExpression> calls = new ArrayList<>();
        try {
            Expressions.walk(ExpressionParser.parse(expression), node -> {
                if (node instanceof CallExpression call
                        && isAsked(call)
                        && call.arguments().isEmpty()) {
                    calls.add(call);
                }
            });
        } catch (SheliakException unparsed) {
            return expression;
        }
        String read = expression;
        calls.sort((first, second) -> second.start() - first.start());
        for (CallExpression call : calls) {
            int end = read.indexOf(')', call.start()) + 1;
            String value = call.callee().equals(NOW) ? name : DATE + "(" + name + ")";
            read = read.substring(0, call.start()) + value + read.substring(end);
            isUsed = true;
        }
        return read;
    }
}
