package org.sheliak.runtime.fusion;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.fusion.FusedStep.MapStep;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.TimeUnit;

/// A formula such as `hours(datum.time)`, or a time unit: what the calendar says of a date.
///
/// @param dates the field that it reads
/// @param isUtc whether the time is that of UTC, not of the chart's zone
/// @param as the fields that it writes
/// @param millis what it writes is the same for all dates of one day, or hour, or minute, or second: the length of it
record CalendarStep(String dates, boolean isUtc, long millis, List<String> as) {
    private static final String UTC = "utc";

    /// Reads a step; empty where it is none of these.
    static Optional<CalendarStep> read(Task.Transform step) {
        JsonObject definition = step.definition();
        return FusedStep.read(step)
                .flatMap(fused -> fused instanceof MapStep map
                        ? definition.get("expr") instanceof JsonString(String expression)
                                ? readFormula(expression, map.fields())
                                : readTimeUnit(definition, map.fields())
                        : Optional.empty());
    }

    private static Optional<CalendarStep> readFormula(String expression, List<String> as) {
        if (!(ExpressionCompiler.parse(expression) instanceof CallExpression call)
                || call.arguments().size() != 1) {
            return Optional.empty();
        }
        boolean isUtc = call.callee().startsWith(UTC);
        String unit = isUtc ? call.callee().substring(UTC.length()) : call.callee();
        return RowFields.fieldOfDatum(call.arguments().getFirst())
                .flatMap(dates -> millis(unit).map(millis -> new CalendarStep(dates, isUtc, millis, as)));
    }

    private static Optional<CalendarStep> readTimeUnit(JsonObject definition, List<String> as) {
        List<String> units = ParameterTexts.list(definition, "units").orElse(List.of());
        List<Long> millis =
                units.stream().flatMap(unit -> millis(unit).stream()).toList();
        if (units.isEmpty() || millis.size() < units.size()) {
            return Optional.empty();
        }
        boolean isUtc = UTC.equals(ParameterTexts.text(definition.get("timezone")));
        return Optional.of(
                new CalendarStep(ParameterTexts.text(definition.get("field")), isUtc, Collections.min(millis), as));
    }

    /// The longest time in which nothing changes that is said in a unit.
    private static Optional<Long> millis(String unit) {
        return switch (TimeUnit.named(unit)) {
            case null -> Optional.empty();
            case MILLISECONDS -> Optional.empty();
            case SECONDS -> Optional.of(Calendar.MILLIS_PER_SECOND);
            case MINUTES -> Optional.of(Calendar.MILLIS_PER_MINUTE);
            case HOURS -> Optional.of(Calendar.MILLIS_PER_HOUR);
            default -> Optional.of(Calendar.MILLIS_PER_DAY);
        };
    }
}
