package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Reads the parameters that name fields. `place` is the JSON pointer to what is read.
///
/// Source: vega-parser/src/parsers/transform.js @ v6.4.0.
record FieldParameters(ParameterResolver resolver) {

    /// A field; `null` when it is absent, null or empty.
    @Nullable
    FieldAccess field(@Nullable JsonValue json, String place) {
        return switch (json) {
            case null -> null;
            case JsonNull _ -> null;
            case JsonString(String reference) -> named(reference, null, place);
            case JsonObject object
            when ParameterResolver.signal(object) != null -> namedBySignal(resolver.resolve(object, place), place);
            case JsonObject object
            when object.get("expr") instanceof JsonString(String source) ->
                new FieldAccess.Computed(RowExpression.of(source, resolver.context(), place + "/expr"));
            case JsonObject object
            when object.get("field") instanceof JsonString(String reference) -> named(reference, alias(object), place);
            default -> throw ParameterErrors.mismatch(place, "a field", resolver.resolve(json, place));
        };
    }

    private static @Nullable FieldAccess namedBySignal(@Nullable Object reference, String place) {
        if (Coercion.isNullish(reference)) {
            throw ParameterErrors.mismatch(place, "the name of a field", reference);
        }
        return named(reference, null, place);
    }

    private static @Nullable String alias(JsonObject object) {
        return object.get("as") instanceof JsonString(String alias) ? alias : null;
    }

    private static @Nullable FieldAccess named(@Nullable Object reference, @Nullable String alias, String place) {
        return switch (reference) {
            case null -> null;
            case Undefined _ -> null;
            case String text ->
                text.isEmpty() ? null : ParameterErrors.locatedAt(place, () -> FieldAccess.of(text, alias));
            default -> throw ParameterErrors.mismatch(place, "the name of a field", reference);
        };
    }

    /// A list of fields, null where an element is null; `null` when the parameter is absent.
    ///
    /// @throws SheliakException TYPE_MISMATCH when it is no list
    @Nullable
    List<@Nullable FieldAccess> fields(@Nullable JsonValue json, String place) {
        if (json instanceof JsonArray(List<JsonValue> elements)) {
            List<@Nullable FieldAccess> fields = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                fields.add(field(elements.get(i), place + "/" + i));
            }
            return Collections.unmodifiableList(fields);
        }
        if (json == null) {
            return null;
        }
        if (ParameterResolver.signal(json) == null) {
            throw ParameterErrors.mismatch(place, "a list of fields", resolver.resolve(json, place));
        }
        return fieldsOfSignal(resolver.resolve(json, place), place);
    }

    private static @Nullable List<@Nullable FieldAccess> fieldsOfSignal(@Nullable Object value, String place) {
        return switch (value) {
            case null -> null;
            case Undefined _ -> null;
            case List<?> names -> {
                List<@Nullable FieldAccess> fields = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    fields.add(named(names.get(i), null, place + "/" + i));
                }
                yield Collections.unmodifiableList(fields);
            }
            default -> Collections.singletonList(named(value, null, place));
        };
    }

    /// A sort order; `null` when it names no field.
    @Nullable
    SortOrder sort(JsonObject sort, String place) {
        List<JsonValue> fields = elements(sort.get("field"));
        List<JsonValue> orders = elements(sort.get("order"));
        boolean isConstant = Stream.concat(fields.stream(), orders.stream()).noneMatch(FieldParameters::isComputed);
        List<SortOrder.Key> keys = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            FieldAccess field = sortField(fields.get(i), isConstant, elementPlace(sort, "field", i, place));
            Object order = i < orders.size()
                    ? resolver.resolve(orders.get(i), elementPlace(sort, "order", i, place))
                    : Undefined.UNDEFINED;
            if (field != null) {
                keys.add(new SortOrder.Key(field, "descending".equals(order)));
            }
        }
        return keys.isEmpty() ? null : new SortOrder(keys);
    }

    private static List<JsonValue> elements(@Nullable JsonValue json) {
        return switch (json) {
            case null -> List.of();
            case JsonArray(List<JsonValue> list) -> list;
            default -> List.of(json);
        };
    }

    private static String elementPlace(JsonObject sort, String name, int index, String place) {
        String pointer = place + "/" + name;
        return sort.get(name) instanceof JsonArray ? pointer + "/" + index : pointer;
    }

    private static boolean isComputed(JsonValue json) {
        return ParameterResolver.signal(json) != null || isExpression(json);
    }

    private static boolean isExpression(JsonValue json) {
        return json instanceof JsonObject object && object.get("expr") instanceof JsonString;
    }

    /// A field to sort by. In an order with signals Vega takes what has no length, as a number, for the row itself.
    private @Nullable FieldAccess sortField(JsonValue json, boolean isConstant, String place) {
        if (ParameterResolver.signal(json) == null && isExpression(json)) {
            return field(json, place);
        }
        return switch (resolver.resolve(json, place)) {
            case null -> null;
            case Undefined _ -> null;
            case String name -> named(name, null, place);
            case List<?> names -> named(startOf(names), null, place);
            case Object other when isConstant -> throw ParameterErrors.mismatch(place, "the name of a field", other);
            default -> named(".", null, place);
        };
    }

    /// What Vega reads of a list where it expects a name: of its text, as many characters as it has elements and one.
    private String startOf(List<?> names) {
        String text = Coercion.toText(names, TimeZoneRules.of(resolver.context().timezone()));
        return names.isEmpty() ? "." : text.substring(0, Math.min(text.length(), names.size() + 1));
    }
}
