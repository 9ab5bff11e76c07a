package org.sheliak.runtime.expression;

import java.util.Optional;
import org.sheliak.runtime.expression.function.DateFunctions;
import org.sheliak.runtime.expression.function.DateFunctions.DatePart;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.DateField;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.OffsetCursor;
import org.sheliak.runtime.value.time.Weeks;

/// Parts of dates on whole batches; a null is the date 1970-01-01, as `new Date(null)` is.
final class DateVectors {
    private DateVectors() {}

    /// A function such as `hours` or `utcyear`, if there is one of this name.
    static Optional<NumberVector> part(String function, NumberVector instants, LocalCalendar local) {
        boolean isUtc = function.startsWith("utc");
        String name = isUtc ? function.substring(3) : function;
        LocalCalendar calendar = isUtc ? LocalCalendar.UTC : local;
        Optional<DateField> field = DateField.ofFunction(name);
        if (field.isPresent()) {
            return Optional.of(field(field.get(), instants, calendar));
        }
        return switch (name) {
            case "quarter" -> Optional.of(part(DateFunctions::quarter, instants, calendar));
            case "week" -> Optional.of(part(Weeks::week, instants, calendar));
            case "isoweek" -> Optional.of(part(Weeks::isoWeek, instants, calendar));
            case "dayofyear" -> Optional.of(part(Weeks::dayOfYear, instants, calendar));
            case "timezoneoffset" ->
                isUtc
                        ? Optional.empty()
                        : Optional.of(part((millis, zone) -> zone.timezoneOffset(millis), instants, calendar));
            case "time" -> isUtc ? Optional.empty() : Optional.of(part((millis, _) -> millis, instants, calendar));
            default -> Optional.empty();
        };
    }

    private static NumberVector field(DateField field, NumberVector instants, LocalCalendar calendar) {
        NumberVector result = NumberVector.numbers(false);
        OffsetCursor cursor = calendar.rules().utcCursor();
        result.by((from, count) -> {
            instants.load(from, count);
            int near = 0;
            for (int i = 0; i < count; i++) {
                double millis = Calendar.clip(instants.values[i]);
                result.values[i] = millis;
                near += DateField.isNear(millis) ? 1 : 0;
            }
            if (near == count) {
                cursor.toLocal(result.values, count);
                field.ofAll(result.values, count);
            } else {
                fieldOneByOne(field, result.values, count, cursor);
            }
        });
        return result;
    }

    private static void fieldOneByOne(DateField field, double[] millis, int count, OffsetCursor cursor) {
        for (int i = 0; i < count; i++) {
            long utc = (long) millis[i];
            millis[i] = Double.isNaN(millis[i]) ? Double.NaN : field.of(utc + cursor.offset(utc));
        }
    }

    private static NumberVector part(DatePart part, NumberVector instants, LocalCalendar calendar) {
        NumberVector result = NumberVector.numbers(false);
        result.by((from, count) -> {
            instants.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = part.of(Calendar.clip(instants.values[i]), calendar);
            }
        });
        return result;
    }

    /// `datetime(instant)`: a new date, never null.
    static NumberVector dates(NumberVector instants) {
        NumberVector result = NumberVector.dates(false);
        result.by((from, count) -> {
            instants.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = Calendar.clip(instants.values[i]);
            }
        });
        return result;
    }

    /// `datetime(year, month, ...)`, or `utc(year, month, ...)`, which is a number.
    ///
    /// @param parts two to seven of them
    /// @param result where the instants go
    static NumberVector construct(NumberVector[] parts, LocalCalendar calendar, NumberVector result) {
        result.by((from, count) -> {
            for (NumberVector part : parts) {
                part.load(from, count);
            }
            for (int i = 0; i < count; i++) {
                result.values[i] = calendar.construct(
                        parts[0].values[i],
                        parts[1].values[i],
                        part(parts, 2, i, 1),
                        part(parts, 3, i, 0),
                        part(parts, 4, i, 0),
                        part(parts, 5, i, 0),
                        part(parts, 6, i, 0));
            }
        });
        return result;
    }

    private static double part(NumberVector[] parts, int part, int index, double otherwise) {
        return part < parts.length ? parts[part].values[index] : otherwise;
    }
}
