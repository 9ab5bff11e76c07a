package org.sheliak.runtime.task;

import java.util.ArrayList;
import java.util.Collections;
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
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.task.DomainOrder.Weighed;
import org.sheliak.runtime.task.ScaleFields.Part;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The values of a scale's domain or range that come from data sets.
///
/// Source: vega-parser/src/parsers/scale.js, DataScope.js; vega-transforms/src/Values.js, MultiValues.js,
/// MultiExtent.js @ v6.4.0.
record ScaleData(TaskGraphRun run, TaskInputs inputs) {
    private static final String DOMAIN = "domain";

    /// What a type of scale makes of the values of a field.
    enum Use {
        /// The least and the greatest number.
        EXTENT,
        /// Each value once.
        DISTINCT,
        /// All values.
        ALL;

        static Use of(@Nullable JsonValue type) {
            String name = type instanceof JsonString(String text) ? text : "";
            return switch (name) {
                case "ordinal", "band", "point", "bin-ordinal" -> DISTINCT;
                case "quantile" -> ALL;
                default -> EXTENT;
            };
        }
    }

    /// The values of a domain `{data, field, sort}` or `{data, fields, sort}`.
    ///
    /// @param literal evaluates what stands for itself or is a signal
    List<@Nullable Object> values(JsonObject domain, Use use, Function<JsonValue, @Nullable Object> literal) {
        if (use == Use.ALL) {
            return compute(domain, use, literal);
        }
        StateHash hash = new StateHash("values of a scale")
                .text(use.name())
                .json(domain)
                .text(run.graph().place());
        inputs.namedIn(domain).addStates(hash);
        try (DataResult kept = run.executor()
                .cache()
                .get(hash.build(), () -> result(compute(domain, use, literal)), run.cancellation())) {
            return kept.signals().get(DOMAIN) instanceof List<?> list ? new ArrayList<>(list) : List.of();
        }
    }

    private static DataResult result(List<@Nullable Object> values) {
        return new DataResult(
                new Table(new LinkedHashMap<>(), 0), Map.of(DOMAIN, Collections.unmodifiableList(values)));
    }

    private List<@Nullable Object> compute(JsonObject domain, Use use, Function<JsonValue, @Nullable Object> literal) {
        ScaleFields fields = new ScaleFields(inputs.context());
        TimeZoneRules zone = TimeZoneRules.of(run.graph().timezone());
        boolean isMultiple = domain.get("fields") != null;
        List<Part> parts = isMultiple ? parts(domain, literal) : List.of(part(domain));
        return switch (use) {
            case EXTENT -> isMultiple ? extent(parts, fields) : fields.extent(parts.getFirst());
            case ALL ->
                parts.stream().flatMap(part -> fields.values(part).stream()).toList();
            case DISTINCT -> {
                DomainOrder order = DomainOrder.of(domain.get("sort"), isMultiple, literal);
                List<List<Weighed>> weighed =
                        parts.stream().map(part -> fields.distinct(part, order)).toList();
                yield order.sorted(isMultiple ? order.combined(weighed, zone) : weighed.getFirst(), zone);
            }
        };
    }

    private static Part part(JsonObject domain) {
        JsonValue field = domain.get("field");
        if (field == null) {
            throw invalid("a domain of data has no field: " + domain);
        }
        return new Part(Members.text(domain, "data"), field, null);
    }

    private static List<Part> parts(JsonObject domain, Function<JsonValue, @Nullable Object> literal) {
        List<Part> parts = new ArrayList<>();
        for (JsonValue field : Members.elements(domain, "fields")) {
            parts.add(
                    switch (field) {
                        case JsonString name -> new Part(Members.text(domain, "data"), name, null);
                        case JsonArray(List<JsonValue> elements) -> {
                            List<@Nullable Object> values = new ArrayList<>();
                            elements.forEach(element -> values.add(literal.apply(element)));
                            yield literals(values);
                        }
                        case JsonObject object
                        when object.get("signal") != null ->
                            literals(literal.apply(object) instanceof List<?> list ? list : List.of());
                        case JsonObject object -> part(object);
                        default -> throw invalid("a field of a domain is " + field);
                    });
        }
        return parts;
    }

    private static Part literals(List<? extends @Nullable Object> values) {
        return new Part(null, new JsonString(Part.VALUE_FIELD), new ArrayList<>(values));
    }

    /// The least and the greatest number of all parts.
    private static List<@Nullable Object> extent(List<Part> parts, ScaleFields fields) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Part part : parts) {
            List<@Nullable Object> extent = fields.extent(part);
            if (extent.getFirst() instanceof Double low && extent.getLast() instanceof Double high) {
                min = Math.min(min, low);
                max = Math.max(max, high);
            }
        }
        return List.of(min, max);
    }

    private static SheliakException invalid(String detail) {
        return new SheliakException(ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, detail);
    }
}
