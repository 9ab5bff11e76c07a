package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.MarkSpec;
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
    static boolean isIn(TransformSpec transform, ExpressionReader reader) {
        JsonObject json = transform.json();
        return TRANSFORMS.contains(transform.type())
                || mayBootstrap(json.get("ops"))
                || mayBootstrap(json.get("op"))
                || draws(json, reader);
    }

    /// Only the browser knows which operation a signal names.
    private static boolean mayBootstrap(@Nullable JsonValue operations) {
        return switch (operations) {
            case null -> false;
            case JsonString(String name) -> BOOTSTRAPS.contains(name);
            case JsonArray array -> array.elements().stream().anyMatch(RandomDraws::mayBootstrap);
            case JsonObject ignored -> true;
            default -> false;
        };
    }

    private static boolean draws(JsonValue json, ExpressionReader reader) {
        return reader.in(json).functions().stream().anyMatch(FUNCTIONS::contains);
    }

    private void countIn(Scope scope) {
        JsonObject rest = scope.spec().json().without("data").without("marks");
        add(draws(rest, reader));
        for (DataSpec data : scope.spec().data()) {
            data.transforms().forEach(transform -> add(isIn(transform, reader)));
            add(draws(data.json().without("values").without("transform"), reader));
        }
        for (MarkSpec mark : scope.spec().marks()) {
            mark.transforms().forEach(transform -> add(isIn(transform, reader)));
            if (!mark.isGroup()) {
                add(draws(mark.json().without("transform"), reader));
            }
        }
    }

    private void add(boolean draws) {
        count += draws ? 1 : 0;
    }
}
