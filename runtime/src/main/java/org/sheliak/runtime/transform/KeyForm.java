package org.sheliak.runtime.transform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateText;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// How Vega makes a property name of the values of a key, and so which values it takes for the same.
enum KeyForm {
    /// `String(a) + '|' + b`: 1 and `"1"` are the same, so are null and `"null"`, and dates of one second.
    ///
    /// Source: vega-transforms/src/util/AggregateKeys.js @ v6.4.0.
    NAME("|") {
        @Override
        String text(@Nullable Object value, TimeZoneRules zone) {
            return Coercion.toText(value, zone);
        }
    },

    /// `[a, b] + ''`: as by name, but null and undefined are empty.
    ///
    /// Source: `partition` of vega-transforms/src/util/util.js @ v6.4.0.
    LIST(",") {
        @Override
        String text(@Nullable Object value, TimeZoneRules zone) {
            return Coercion.isNullish(value) ? "" : Coercion.toText(value, zone);
        }
    },

    /// `JSON.stringify([a, b])`: types differ; null, undefined, NaN and infinities are the same; dates are their text.
    ///
    /// Source: `partition` of vega-encode/src/Stack.js @ v6.4.0.
    JSON(null) {
        @Override
        String text(@Nullable Object value, TimeZoneRules zone) {
            StringBuilder text = new StringBuilder();
            appendJson(value, zone, text);
            return text.toString();
        }
    },

    /// The value itself, of a column of numbers, dates, strings or booleans: what an expression can tell apart. Not
    /// Vega's.
    VALUE(null) {
        @Override
        String text(@Nullable Object value, TimeZoneRules zone) {
            return JSON.text(value, zone);
        }
    };

    private final @Nullable String separator;

    KeyForm(@Nullable String separator) {
        this.separator = separator;
    }

    /// The text of one value of a key.
    abstract String text(@Nullable Object value, TimeZoneRules zone);

    /// What stands between the values; `null` when texts cannot run into each other.
    @Nullable
    String separator() {
        return separator;
    }

    /// Whether texts of the column's values may run into those of the next column.
    boolean mayHoldSeparator(Column column) {
        if (separator == null) {
            return false;
        }
        return switch (column) {
            case StringColumn strings -> strings.dictionary().stream().anyMatch(text -> text.contains(separator));
            case ValueColumn _ -> true;
            case NumberColumn _, DateColumn _, BooleanColumn _ -> false;
        };
    }

    private static void appendJson(@Nullable Object value, TimeZoneRules zone, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Undefined _ -> text.append("null");
            case Double number -> text.append(Double.isFinite(number) ? Coercion.toText(number, zone) : "null");
            case Boolean bool -> text.append(bool);
            case String string -> appendQuoted(string, text);
            case DateValue(double millis) when Double.isNaN(millis) -> text.append("null");
            case DateValue(double millis) -> appendQuoted(DateText.formatIso(millis), text);
            case List<?> list -> appendList(list, zone, text);
            case Map<?, ?> map -> appendMap(map, zone, text);
            default -> text.append("{}");
        }
    }

    private static void appendList(List<?> list, TimeZoneRules zone, StringBuilder text) {
        text.append('[');
        for (Object element : list) {
            appendJson(element, zone, text);
            text.append(',');
        }
        text.append(']');
    }

    private static void appendMap(Map<?, ?> map, TimeZoneRules zone, StringBuilder text) {
        text.append('{');
        map.forEach((name, member) -> {
            if (member != Undefined.UNDEFINED) {
                appendQuoted((String) name, text);
                appendJson(member, zone, text.append(':'));
                text.append(',');
            }
        });
        text.append('}');
    }

    private static void appendQuoted(String string, StringBuilder text) {
        text.append('"')
                .append(string.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }
}
