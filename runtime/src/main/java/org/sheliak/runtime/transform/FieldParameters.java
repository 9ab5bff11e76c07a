package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;

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
        List<@Nullable Object> orders = listOf(resolver.resolve(sort.get("order"), place + "/order"));
        JsonValue json = sort.get("field");
        List<JsonValue> elements =
                json instanceof JsonArray(List<JsonValue> list) ? list : json == null ? List.of() : List.of(json);
        List<SortOrder.Key> keys = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            FieldAccess field =
                    sortField(elements.get(i), json instanceof JsonArray ? place + "/field/" + i : place + "/field");
            if (field != null) {
                keys.add(new SortOrder.Key(field, i < orders.size() && "descending".equals(orders.get(i))));
            }
        }
        return keys.isEmpty() ? null : new SortOrder(keys);
    }

    /// A field to sort by: a name, a signal or an expression. Vega takes the text of any other object for a name.
    private @Nullable FieldAccess sortField(JsonValue json, String place) {
        boolean isName = json instanceof JsonObject object
                && ParameterResolver.signal(object) == null
                && !(object.get("expr") instanceof JsonString);
        return isName ? named("[object Object]", null, place) : field(json, place);
    }

    private static List<@Nullable Object> listOf(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Undefined _ -> List.of();
            case List<?> list -> Collections.unmodifiableList(list);
            default -> Collections.singletonList(value);
        };
    }
}
