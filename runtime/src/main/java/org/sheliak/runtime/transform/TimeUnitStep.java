package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.scale.Ticks;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeUnit;

/// Time units, and how many of the smallest make one interval.
///
/// Source: vega-transforms/src/TimeUnit.js, vega-time/src/bin.js @ v6.4.0.
record TimeUnitStep(List<String> units, double step) {
    private static final double MILLIS_PER_YEAR = 365.0 * Calendar.MILLIS_PER_DAY;
    private static final double DEFAULT_MAXBINS = 40;

    private static final List<String> MILLISECONDS = names(
            TimeUnit.YEAR,
            TimeUnit.MONTH,
            TimeUnit.DATE,
            TimeUnit.HOURS,
            TimeUnit.MINUTES,
            TimeUnit.SECONDS,
            TimeUnit.MILLISECONDS);
    private static final List<String> SECONDS = MILLISECONDS.subList(0, 6);
    private static final List<String> MINUTES = MILLISECONDS.subList(0, 5);
    private static final List<String> HOURS = MILLISECONDS.subList(0, 4);
    private static final List<String> DAYS = MILLISECONDS.subList(0, 3);
    private static final List<String> WEEKS = names(TimeUnit.YEAR, TimeUnit.WEEK);
    private static final List<String> MONTHS = MILLISECONDS.subList(0, 2);
    private static final List<String> YEARS = MILLISECONDS.subList(0, 1);

    /// The intervals to choose from, in rising length.
    private static final List<Choice> CHOICES = List.of(
            new Choice(SECONDS, 1, Calendar.MILLIS_PER_SECOND),
            new Choice(SECONDS, 5, 5 * Calendar.MILLIS_PER_SECOND),
            new Choice(SECONDS, 15, 15 * Calendar.MILLIS_PER_SECOND),
            new Choice(SECONDS, 30, 30 * Calendar.MILLIS_PER_SECOND),
            new Choice(MINUTES, 1, Calendar.MILLIS_PER_MINUTE),
            new Choice(MINUTES, 5, 5 * Calendar.MILLIS_PER_MINUTE),
            new Choice(MINUTES, 15, 15 * Calendar.MILLIS_PER_MINUTE),
            new Choice(MINUTES, 30, 30 * Calendar.MILLIS_PER_MINUTE),
            new Choice(HOURS, 1, Calendar.MILLIS_PER_HOUR),
            new Choice(HOURS, 3, 3 * Calendar.MILLIS_PER_HOUR),
            new Choice(HOURS, 6, 6 * Calendar.MILLIS_PER_HOUR),
            new Choice(HOURS, 12, 12 * Calendar.MILLIS_PER_HOUR),
            new Choice(DAYS, 1, Calendar.MILLIS_PER_DAY),
            new Choice(WEEKS, 1, 7 * Calendar.MILLIS_PER_DAY),
            new Choice(MONTHS, 1, 30 * Calendar.MILLIS_PER_DAY),
            new Choice(MONTHS, 3, 90 * Calendar.MILLIS_PER_DAY),
            new Choice(YEARS, 1, 365 * Calendar.MILLIS_PER_DAY));

    /// @param millis the nominal length
    private record Choice(List<String> units, double step, double millis) {}

    /// The units that the parameters give, or else those that suit the dates in the column.
    static TimeUnitStep of(Parameters parameters, Column column, LocalCalendar calendar) {
        if (parameters.isTrue("inferUnits")) {
            return parameters.located("field", () -> TimeGrain.detect(column, calendar));
        }
        if (parameters.isTrue("units")) {
            return new TimeUnitStep(units(parameters), parameters.numberOr("step", 1));
        }
        return choose(extent(parameters, column), parameters.numberOr("maxbins", DEFAULT_MAXBINS));
    }

    private static List<String> units(Parameters parameters) {
        if (parameters.value("units") instanceof String unit) {
            return List.of(unit);
        }
        List<@Nullable String> names = parameters.names("units");
        return names == null ? List.of() : names.stream().map(String::valueOf).toList();
    }

    /// @param last what the span ends at, which in a list that is not a pair is not the second element
    private record Extent(double first, double second, double last) {
        double span() {
            double span = last - first;
            return Double.isNaN(span) ? 0 : Math.abs(span);
        }
    }

    private static Extent extent(Parameters parameters, Column column) {
        List<@Nullable Object> given = parameters.list("extent");
        if (given != null) {
            return new Extent(element(given, 0), element(given, 1), element(given, given.size() - 1));
        }
        double min = Double.NaN;
        double max = Double.NaN;
        for (int row = 0; row < column.length(); row++) {
            Object value = column.value(row);
            double number = Coercion.isNullish(value) ? Double.NaN : Coercion.toNumber(value);
            min = Double.isNaN(min) || number < min ? number : min;
            max = Double.isNaN(max) || number > max ? number : max;
        }
        return new Extent(min, max, max);
    }

    private static double element(List<@Nullable Object> list, int index) {
        return Coercion.toNumber(index >= 0 && index < list.size() ? list.get(index) : Undefined.UNDEFINED);
    }

    /// The units that divide the extent into about so many intervals.
    private static TimeUnitStep choose(Extent extent, double maxbins) {
        double target = extent.span() / maxbins;
        int next = 0;
        while (next < CHOICES.size() && CHOICES.get(next).millis() <= target) {
            next++;
        }
        if (next == CHOICES.size()) {
            double step = Ticks.step(extent.first() / MILLIS_PER_YEAR, extent.second() / MILLIS_PER_YEAR, maxbins);
            return new TimeUnitStep(YEARS, step);
        }
        if (next == 0) {
            return new TimeUnitStep(MILLISECONDS, Math.max(Ticks.step(extent.first(), extent.second(), maxbins), 1));
        }
        Choice below = CHOICES.get(next - 1);
        Choice above = CHOICES.get(next);
        Choice nearest = target / below.millis() < above.millis() / target ? below : above;
        return new TimeUnitStep(nearest.units(), nearest.step());
    }

    static List<String> names(TimeUnit... units) {
        return Arrays.stream(units).map(TimeUnit::vegaName).toList();
    }
}
