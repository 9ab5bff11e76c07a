package org.sheliak.planner.planning;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// The locale that a spec sets, by `config.locale`.
///
/// Source: vega-format/src/locale.js @ v6.4.0, d3-format/src/locale.js @ v3.1, d3-time-format/src/locale.js @ v4.1.
///
/// @param definition the locale, when the kernel can follow it, or `null`
/// @param isOdd true when there is one that only Vega understands
record SpecLocale(@Nullable JsonObject definition, boolean isOdd) {
    private static final List<String> SIGNS = List.of("decimal", "thousands", "percent", "minus", "nan");
    private static final List<String> PATTERNS = List.of("dateTime", "date", "time");

    /// @param config the spec's settings
    static SpecLocale of(JsonObject config) {
        JsonValue locale = config.get("locale");
        if (isFalse(locale)) {
            return new SpecLocale(null, false);
        }
        boolean isPlain = locale instanceof JsonObject object
                && isAbsentOr(object.get("number"), SpecLocale::isNumberLocale)
                && isAbsentOr(object.get("time"), SpecLocale::isDateLocale);
        return isPlain ? new SpecLocale((JsonObject) locale, false) : new SpecLocale(null, true);
    }

    /// What of a kernel's capabilities can be used.
    ServerCapabilities usable(ServerCapabilities capabilities) {
        return isOdd ? capabilities.withoutLocales() : capabilities;
    }

    private static boolean isFalse(@Nullable JsonValue value) {
        return value == null || value instanceof JsonValue.JsonNull;
    }

    private static boolean isAbsentOr(@Nullable JsonValue value, Predicate<JsonObject> test) {
        return value == null || (value instanceof JsonObject object && test.test(object));
    }

    private static boolean isNumberLocale(JsonObject locale) {
        for (String sign : SIGNS) {
            if (locale.get(sign) != null && !(locale.get(sign) instanceof JsonString)) {
                return false;
            }
        }
        JsonValue currency = locale.get("currency");
        JsonValue numerals = locale.get("numerals");
        return (currency == null || areTexts(currency, 2))
                && (numerals == null || areTexts(numerals, 10))
                && areSizes(locale.get("grouping"));
    }

    private static boolean areSizes(@Nullable JsonValue grouping) {
        return grouping == null
                || (grouping instanceof JsonArray(List<JsonValue> sizes)
                        && !sizes.isEmpty()
                        && sizes.stream().allMatch(SpecLocale::isSize));
    }

    private static boolean isSize(JsonValue size) {
        return size instanceof JsonNumber(double number)
                && number >= 1
                && number <= 100
                && number == Math.floor(number);
    }

    private static boolean isDateLocale(JsonObject locale) {
        for (String pattern : PATTERNS) {
            if (!(locale.get(pattern) instanceof JsonString)) {
                return false;
            }
        }
        return areTexts(locale.get("periods"), 2)
                && areTexts(locale.get("days"), 7)
                && areTexts(locale.get("shortDays"), 7)
                && areTexts(locale.get("months"), 12)
                && areTexts(locale.get("shortMonths"), 12);
    }

    private static boolean areTexts(@Nullable JsonValue value, int count) {
        return value instanceof JsonArray(List<JsonValue> texts)
                && texts.size() == count
                && texts.stream().allMatch(JsonString.class::isInstance);
    }
}
