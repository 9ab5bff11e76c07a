package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;

/// The shape `filter* bin* aggregate` at the start of a pipeline, where the aggregate only counts.
///
/// @param filters the expressions of the filters
/// @param bins the bin transforms
/// @param aggregate the aggregate
/// @param groupby the names of the fields to group by
/// @param counts the names of the fields that get the count
record CountSteps(
        List<String> filters, List<BinStep> bins, Task.Transform aggregate, List<String> groupby, List<String> counts) {

    private static final Set<String> PLAIN_AGGREGATE = Set.of("type", "groupby", "ops", "fields", "as", "drop");
    private static final String COUNT = "count";
    private static final String PATH_CHARACTERS = ".[]\\\"'";

    /// One bin transform.
    ///
    /// @param field the binned field, a plain name
    /// @param start the field that gets the start of the bin
    /// @param end the field that gets its end
    record BinStep(Task.Transform transform, String field, String start, String end) {
        boolean writes(String name) {
            return name.equals(start) || name.equals(end);
        }
    }

    /// Number of steps.
    int size() {
        return filters.size() + bins.size() + 1;
    }

    /// The bins and the aggregate, in order.
    List<Task.Transform> afterFilters() {
        List<Task.Transform> steps = new ArrayList<>();
        bins.forEach(bin -> steps.add(bin.transform()));
        steps.add(aggregate);
        return steps;
    }

    /// Reads the shape; empty where the pipeline starts in another way, or a parameter is computed.
    static Optional<CountSteps> read(List<Task.Transform> pipeline) {
        List<String> filters = new ArrayList<>();
        List<BinStep> bins = new ArrayList<>();
        for (Task.Transform transform : pipeline) {
            JsonObject definition = transform.definition();
            switch (definition.get("type") instanceof JsonString(String type) ? type : "") {
                case "filter" -> {
                    if (!bins.isEmpty() || !(definition.get("expr") instanceof JsonString(String expression))) {
                        return Optional.empty();
                    }
                    filters.add(expression);
                }
                case "bin" -> {
                    Optional<BinStep> bin = bin(transform);
                    if (bin.isEmpty() || isWritten(bin.get().field(), bins)) {
                        return Optional.empty();
                    }
                    bins.add(bin.get());
                }
                case "aggregate" -> {
                    return aggregate(filters, bins, transform);
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWritten(String field, List<BinStep> bins) {
        return bins.stream().anyMatch(bin -> bin.writes(field));
    }

    private static Optional<BinStep> bin(Task.Transform transform) {
        JsonObject definition = transform.definition();
        List<String> as = texts(definition.get("as"));
        if (!(definition.get("field") instanceof JsonString(String field)) || !isPlainName(field) || as == null) {
            return Optional.empty();
        }
        return Optional.of(new BinStep(transform, field, element(as, 0, "bin0"), element(as, 1, "bin1")));
    }

    private static Optional<CountSteps> aggregate(List<String> filters, List<BinStep> bins, Task.Transform transform) {
        JsonObject definition = transform.definition();
        List<String> ops = texts(definition.get("ops"));
        List<String> as = texts(definition.get("as"));
        List<String> groupby = texts(definition.get("groupby"));
        if (ops == null
                || as == null
                || groupby == null
                || !PLAIN_AGGREGATE.containsAll(definition.members().keySet())
                || !countsOnly(definition, ops)
                || !groupby.stream().allMatch(CountSteps::isPlainName)) {
            return Optional.empty();
        }
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < Math.max(1, ops.size()); i++) {
            counts.add(element(as, i, COUNT));
        }
        return Optional.of(new CountSteps(filters, bins, transform, groupby, counts));
    }

    private static boolean countsOnly(JsonObject definition, List<String> ops) {
        JsonValue fields = definition.get("fields");
        boolean namesNoField = fields == null
                ? ops.size() <= 1
                : fields instanceof JsonArray(List<JsonValue> elements)
                        && !elements.isEmpty()
                        && elements.size() == ops.size()
                        && elements.stream().allMatch(JsonNull.class::isInstance);
        return namesNoField && ops.stream().allMatch(COUNT::equals);
    }

    /// The texts of a list, empty where an element is null, no texts when there is no list; `null` when there is
    /// anything else.
    private static @Nullable List<String> texts(@Nullable JsonValue json) {
        if (json == null) {
            return List.of();
        }
        if (!(json instanceof JsonArray(List<JsonValue> elements))) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue element : elements) {
            if (!(element instanceof JsonString) && !(element instanceof JsonNull)) {
                return null;
            }
            texts.add(element instanceof JsonString(String text) ? text : "");
        }
        return texts;
    }

    private static String element(List<String> texts, int index, String fallback) {
        return index < texts.size() && !texts.get(index).isEmpty() ? texts.get(index) : fallback;
    }

    /// Whether a reference to a field is its name, not a path into it.
    private static boolean isPlainName(String reference) {
        return !reference.isEmpty()
                && reference.chars().noneMatch(character -> PATH_CHARACTERS.indexOf(character) >= 0);
    }
}
