package org.sheliak.runtime.value.time;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Vega's time units, in the order in which a set of them is written.
///
/// Source: vega-time/src/units.js @ v6.4.0.
public enum TimeUnit {
    YEAR,
    QUARTER,
    MONTH,
    WEEK,
    ISOWEEK,
    DATE,
    DAY,
    DAYOFYEAR,
    HOURS,
    MINUTES,
    SECONDS,
    MILLISECONDS;

    private final String vegaName = name().toLowerCase(Locale.ROOT);

    /// The name in a spec.
    public String vegaName() {
        return vegaName;
    }

    /// The unit of this name, or `null`.
    public static @Nullable TimeUnit named(String name) {
        for (TimeUnit unit : values()) {
            if (unit.vegaName.equals(name)) {
                return unit;
            }
        }
        return null;
    }

    /// The units of these names in order, repeated ones kept.
    ///
    /// @throws SheliakException SPEC_INVALID when there is none, one is unknown, or they do not go together
    public static List<TimeUnit> parse(List<String> names) {
        if (names.isEmpty()) {
            throw invalid("missing time unit");
        }
        List<TimeUnit> units = new ArrayList<>();
        for (String name : names) {
            TimeUnit unit = named(name);
            if (unit == null) {
                throw invalid("\"" + name + "\" is not a time unit; expected one of " + List.of(values()));
            }
            units.add(unit);
        }
        requireCompatible(EnumSet.copyOf(units));
        units.sort(null);
        return units;
    }

    private static void requireCompatible(Set<TimeUnit> units) {
        int families = (units.contains(WEEK) || units.contains(ISOWEEK) || units.contains(DAY) ? 1 : 0)
                + (units.contains(QUARTER) || units.contains(MONTH) || units.contains(DATE) ? 1 : 0)
                + (units.contains(DAYOFYEAR) ? 1 : 0);
        if (families > 1 || (units.contains(WEEK) && units.contains(ISOWEEK))) {
            throw invalid("time units do not go together: " + units);
        }
    }

    private static SheliakException invalid(String message) {
        return new SheliakException(ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, message);
    }

    @Override
    public String toString() {
        return vegaName;
    }
}
