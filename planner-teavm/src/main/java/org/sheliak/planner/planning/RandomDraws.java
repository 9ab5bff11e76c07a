package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.spec.TransformSpec;

/// What draws random numbers in a spec.
///
/// A view draws all of them from one sequence, in the order in which its operators happen to run. With a seed, the
/// kernel can only repeat them where a single transform draws all numbers at once; without one, any numbers will do.
final class RandomDraws {
    /// Functions of the expression language that draw.
    static final List<String> FUNCTIONS = List.of("random", "sampleUniform", "sampleNormal", "sampleLogNormal");

    private static final List<String> TRANSFORMS = List.of("sample", "wordcloud");
    private static final List<String> BOOTSTRAPS = List.of("ci0", "ci1");

    private final Scopes scopes;
    private final ExpressionReader reader;
    private int count;

    private RandomDraws(Scopes scopes) {
        this.scopes = scopes;
        this.reader = scopes.reader();
    }

    /// How many items of a spec draw random numbers.
    static int count(Scopes scopes) {
        RandomDraws draws = new RandomDraws(scopes);
        for (Scope scope : draws.scopes.all()) {
            draws.countIn(scope);
        }
        return draws.count;
    }

    /// Whether a transform draws random numbers, or may do so.
    static boolean isIn(TransformSpec transform, Scope scope, Scopes scopes) {
        JsonObject json = transform.json();
        return TRANSFORMS.contains(transform.type())
                || mayBootstrap(json.get("ops"), scope, scopes)
                || mayBootstrap(json.get("op"), scope, scopes)
                || draws(json, scopes.reader());
    }

    private static boolean mayBootstrap(@Nullable JsonValue operations, Scope scope, Scopes scopes) {
        return switch (operations) {
            case null -> false;
            case JsonString(String name) -> BOOTSTRAPS.contains(name);
            case JsonArray array ->
                array.elements().stream().anyMatch(operation -> mayBootstrap(operation, scope, scopes));
            case JsonObject object -> {
                List<JsonValue> choices = choices(Members.signal(object), scope, scopes);
                yield choices == null || choices.stream().anyMatch(choice -> mayBootstrap(choice, scope, scopes));
            }
            default -> false;
        };
    }

    /// The values that a signal may have, or `null` when only the browser can know them.
    private static @Nullable List<JsonValue> choices(@Nullable String name, Scope scope, Scopes scopes) {
        if (name == null || !(scope.signal(name) instanceof Signal signal) || scopes.isPushed(signal.variable())) {
            return null;
        }
        SignalSpec spec = signal.spec();
        return spec.expression() == null && spec.json().get("on") == null ? choices(spec) : null;
    }

    private static @Nullable List<JsonValue> choices(SignalSpec signal) {
        List<JsonValue> choices = new ArrayList<>();
        if (signal.value() instanceof JsonValue value) {
            choices.add(value);
        }
        JsonValue bind = signal.json().get("bind");
        if (bind instanceof JsonObject input && input.get("options") instanceof JsonArray(List<JsonValue> options)) {
            choices.addAll(options);
            return choices;
        }
        return bind == null ? choices : null;
    }

    private static boolean draws(JsonValue json, ExpressionReader reader) {
        return reader.in(json).functions().stream().anyMatch(FUNCTIONS::contains);
    }

    private void countIn(Scope scope) {
        JsonObject rest = scope.spec().json().without("data").without("marks");
        add(draws(rest, reader));
        for (DataSpec data : scope.spec().data()) {
            data.transforms().forEach(transform -> add(isIn(transform, scope, scopes)));
            add(draws(data.json().without("values").without("transform"), reader));
        }
        for (MarkSpec mark : scope.spec().marks()) {
            mark.transforms().forEach(transform -> add(isIn(transform, scope, scopes)));
            if (!mark.isGroup()) {
                add(draws(mark.json().without("transform"), reader));
            }
        }
    }

    private void add(boolean draws) {
        count += draws ? 1 : 0;
    }
}
