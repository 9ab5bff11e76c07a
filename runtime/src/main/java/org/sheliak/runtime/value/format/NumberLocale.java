package org.sheliak.runtime.value.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// The signs with which numbers are written.
///
/// @param grouping how many digits each group has, from the last one on, over and over; empty for no groups
/// @param numerals the digits; empty for those of ASCII
///
/// Source: d3-format/src/locale.js, locale/en-US.json @ v3.1.
record NumberLocale(
        String decimal,
        String thousands,
        List<Integer> grouping,
        String currencyPrefix,
        String currencySuffix,
        List<String> numerals,
        String percent,
        String minus,
        String nan) {
    static final NumberLocale ENGLISH =
            new NumberLocale(".", ",", List.of(3), "$", "", List.of(), "%", "\u2212", "NaN");

    NumberLocale {
        grouping = List.copyOf(grouping);
        numerals = List.copyOf(numerals);
    }

    /// The locale of a definition as d3 has them. What it does not say is as d3 has it, which is not always English.
    static NumberLocale of(JsonObject definition) {
        List<String> currency = texts(definition.get("currency"));
        boolean isGrouped = definition.get("grouping") != null && definition.get("thousands") != null;
        return new NumberLocale(
                text(definition, "decimal", ENGLISH.decimal),
                text(definition, "thousands", ""),
                isGrouped ? sizes(definition.get("grouping")) : List.of(),
                currency.isEmpty() ? "" : currency.getFirst(),
                currency.size() < 2 ? "" : currency.get(1),
                texts(definition.get("numerals")),
                text(definition, "percent", ENGLISH.percent),
                text(definition, "minus", ENGLISH.minus),
                text(definition, "nan", ENGLISH.nan));
    }

    private static String text(JsonObject definition, String member, String absent) {
        return definition.get(member) instanceof JsonString(String text) ? text : absent;
    }

    static List<String> texts(@Nullable JsonValue value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonArray(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                texts.add(element instanceof JsonString(String text) ? text : "");
            }
        }
        return texts;
    }

    private static List<Integer> sizes(@Nullable JsonValue value) {
        List<Integer> sizes = new ArrayList<>();
        if (value instanceof JsonArray(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                sizes.add(element instanceof JsonNumber(double size) ? (int) size : 0);
            }
        }
        return sizes;
    }

    /// The text with its digits written as numerals.
    String localized(String text) {
        if (numerals.isEmpty()) {
            return text;
        }
        StringBuilder localized = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            localized.append(
                    character >= '0' && character <= '9' ? numerals.get(character - '0') : String.valueOf(character));
        }
        return localized.toString();
    }
}
