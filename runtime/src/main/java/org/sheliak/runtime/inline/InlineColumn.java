package org.sheliak.runtime.inline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.Numbers;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

/// A column as members of inline rows. Where JSON has not its values, members stand for them, and an expression over
/// `datum` tells Vega which.
final class InlineColumn {
    /// How values are written.
    private enum Coding {
        /// As they are.
        JSON,
        /// Dates as milliseconds, and `""` for an invalid one.
        DATES,
        /// Numbers that JSON has not as text: `"NaN"`, `"-Infinity"`, `"-0"`.
        NUMBERS,
        /// As places in a list of values.
        PLACES
    }

    private final String name;
    private final Column column;
    private final int rowCount;
    private final Coding coding;
    private final Map<@Nullable Object, Integer> places = new LinkedHashMap<>();

    /// @param column borrowed, with at least `rowCount` values
    InlineColumn(String name, Column column, int rowCount) {
        this.name = name;
        this.column = column;
        this.rowCount = rowCount;
        this.coding = coding();
        if (coding == Coding.PLACES) {
            for (int row = 0; row < rowCount; row++) {
                places.putIfAbsent(column.value(row), places.size());
            }
        }
    }

    private Coding coding() {
        boolean onlyDates = true;
        boolean onlyNumbers = true;
        boolean onlyJson = true;
        for (int row = 0; row < rowCount; row++) {
            Object value = column.value(row);
            if (value != null && value != Undefined.UNDEFINED) {
                onlyDates &= value instanceof DateValue;
                onlyNumbers &= value instanceof Double || value instanceof Boolean;
                onlyJson &= SpecValues.isJson(value);
            }
        }
        return onlyJson ? Coding.JSON : onlyDates ? Coding.DATES : onlyNumbers ? Coding.NUMBERS : Coding.PLACES;
    }

    String name() {
        return name;
    }

    /// The member of a row, or `null` when it has none because its value is `undefined`.
    @Nullable
    JsonValue member(int row) {
        Object value = column.value(row);
        if (coding == Coding.PLACES) {
            return new JsonNumber(Objects.requireNonNull(places.get(value)));
        }
        return switch (value) {
            case Undefined _ -> null;
            case DateValue(double epochMillis) ->
                Double.isNaN(epochMillis) ? new JsonString("") : new JsonNumber(epochMillis);
            case Double number
            when !SpecValues.isJson(number) -> new JsonString(number == 0 ? "-0" : Numbers.text(number));
            case null, default -> SpecValues.json(value);
        };
    }

    /// The list that members are places in, as an expression, or `null` when they are not.
    @Nullable
    String list() {
        return coding == Coding.PLACES
                ? SpecValues.expression(places.keySet().stream().toList())
                : null;
    }

    /// What a member stands for, as an expression, or `null` when it stands for itself.
    ///
    /// @param list name of the signal that has the [#list]
    @Nullable
    String value(String list) {
        String member = "datum[" + SpecValues.string(name) + "]";
        return switch (coding) {
            case JSON -> null;
            case DATES -> "isValid(" + member + ") ? datetime(" + member + ") : " + member;
            case NUMBERS -> "isString(" + member + ") ? toNumber(" + member + ") : " + member;
            case PLACES -> list + "[" + member + "]";
        };
    }
}
