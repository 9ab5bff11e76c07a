package org.sheliak.runtime.value.format;

import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// How numbers and dates are written: en-US where a chart says nothing else.
///
/// Source: vega-format/src/locale.js @ v6.4.0.
public final class FormatLocale {
    public static final FormatLocale ENGLISH = new FormatLocale(NumberLocale.ENGLISH, DateLocale.ENGLISH);

    private final NumberLocale numbers;
    private final DateLocale dates;

    private FormatLocale(NumberLocale numbers, DateLocale dates) {
        this.numbers = numbers;
        this.dates = dates;
    }

    /// The locale of a chart's `config.locale`.
    ///
    /// @param definition an object with the members `number` and `time`, either of which may be absent; or `null`
    public static FormatLocale of(@Nullable JsonObject definition) {
        if (definition == null) {
            return ENGLISH;
        }
        return new FormatLocale(
                definition.get("number") instanceof JsonObject number ? NumberLocale.of(number) : NumberLocale.ENGLISH,
                definition.get("time") instanceof JsonObject time ? DateLocale.of(time) : DateLocale.ENGLISH);
    }

    NumberLocale numbers() {
        return numbers;
    }

    DateLocale dates() {
        return dates;
    }
}
