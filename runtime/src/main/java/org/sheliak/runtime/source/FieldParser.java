package org.sheliak.runtime.source;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateText;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.format.DateReader;
import org.sheliak.runtime.value.format.FormatLocale;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Gives the values of a field the type that a data set's `parse` says. Empty texts and `null` become `null`.
///
/// Source: vega-loader/src/type.js and read.js, vega-util/src/to{Boolean,Date,Number,String}.ts @ v6.4.0.
@FunctionalInterface
interface FieldParser {

    @Nullable
    Object parse(@Nullable Object value);

    /// The parser of a type.
    ///
    /// @param field the field, for the message
    /// @throws SheliakException with [ErrorCode#SPEC_INVALID] for an unknown type
    static FieldParser of(String type, String field, TimeZoneRules zone, FormatLocale locale) {
        if (type.startsWith("date:")) {
            return dates(DateReader.local(pattern(type), new LocalCalendar(zone), locale), zone);
        }
        if (type.startsWith("utc:")) {
            return dates(DateReader.utc(pattern(type), locale), zone);
        }
        return switch (type) {
            case "boolean" -> value -> isEmpty(value) ? null : toBoolean(value);
            case "integer", "number" -> value -> isEmpty(value) ? null : (Object) Coercion.toNumber(value);
            case "date" -> value -> isEmpty(value) ? null : toDate(value, zone);
            case "string" -> value -> isEmpty(value) ? null : Coercion.toText(value, zone);
            case "unknown" -> value -> value;
            default ->
                throw new SheliakException(
                        ErrorCode.SPEC_INVALID,
                        SourceLocation.UNKNOWN,
                        "cannot parse the field \"" + field + "\" as \"" + type
                                + "\": expected boolean, number, date, string, date:'format' or utc:'format'");
        };
    }

    private static boolean isEmpty(@Nullable Object value) {
        return Coercion.isNullish(value) || "".equals(value);
    }

    private static boolean toBoolean(@Nullable Object value) {
        return Coercion.toBoolean(value) && !"false".equals(value) && !"0".equals(value);
    }

    /// Epoch millis as a number: what Vega's `date` makes of a text. A date stays one.
    private static @Nullable Object toDate(@Nullable Object value, TimeZoneRules zone) {
        return value instanceof Double || value instanceof DateValue
                ? value
                : (Object) DateText.parse(Coercion.toText(value, zone), zone);
    }

    private static FieldParser dates(DateReader reader, TimeZoneRules zone) {
        return value -> {
            OptionalDouble millis = reader.read(Coercion.toText(value, zone));
            return millis.isPresent() ? new DateValue(millis.getAsDouble()) : null;
        };
    }

    /// The pattern after the colon, without the quotes around it.
    private static String pattern(String type) {
        String pattern = type.substring(type.indexOf(':') + 1);
        if (pattern.isEmpty()) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID,
                    SourceLocation.UNKNOWN,
                    "\"" + type + "\" has no pattern; expected one such as date:'%Y-%m-%d'");
        }
        boolean isQuoted = pattern.length() > 1
                && (pattern.charAt(0) == '\'' || pattern.charAt(0) == '"')
                && pattern.charAt(pattern.length() - 1) == pattern.charAt(0);
        return isQuoted ? pattern.substring(1, pattern.length() - 1) : pattern;
    }
}
