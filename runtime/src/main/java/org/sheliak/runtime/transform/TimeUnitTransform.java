package org.sheliak.runtime.transform;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeInterval;
import org.sheliak.runtime.value.time.TimeUnit;
import org.sheliak.runtime.value.time.TimeUnitFloor;

/// Truncates dates to time units: n rows to n rows with the dates `unit0` and, unless `interval` is false, `unit1`, the
/// start of the next interval. Null and undefined give null; what is no number or date, an invalid date.
/// The signal is `unit`, `units`, `step`, and the extent of the results as `start` and `stop`.
///
/// Source: vega-transforms/src/TimeUnit.js @ v6.4.0.
final class TimeUnitTransform implements Transform {
    private final Parameters parameters;
    private final FieldAccess field;
    private final boolean utc;

    TimeUnitTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.requiredField("field");
        this.utc = "utc".equals(parameters.value("timezone"));
    }

    @Override
    public TransformResult apply(Table input) {
        double[] starts;
        BitSet nulls;
        TimeUnitStep unitStep;
        LocalCalendar calendar = utc ? LocalCalendar.UTC : new LocalCalendar(parameters.zone());
        try (Column column = field.read(input, parameters.allocator())) {
            unitStep = TimeUnitStep.of(parameters, column, calendar);
            nulls = nullish(column);
            starts = millis(column, nulls);
        }
        List<TimeUnit> units = parameters.located("units", () -> TimeUnit.parse(unitStep.units()));
        floor(units, unitStep.step(), calendar).floor(starts, starts.length);
        double[] ends = ends(starts, nulls, TimeInterval.of(units.getLast(), calendar), unitStep.step());
        try (OutputColumns output = new OutputColumns(input)) {
            output.put(parameters.as(0, "unit0"), dates(starts, nulls));
            boolean band = parameters.isNotFalse("interval");
            if (band) {
                output.put(parameters.as(1, "unit1"), dates(ends, nulls));
            }
            return TransformResult.of(
                    output.build(input), signal(units, unitStep.step(), starts, band ? ends : starts, nulls));
        }
    }

    private TimeUnitFloor floor(List<TimeUnit> units, double step, LocalCalendar calendar) {
        return utc ? TimeUnitFloor.utc(units, step) : TimeUnitFloor.local(units, step, calendar);
    }

    private static BitSet nullish(Column column) {
        BitSet nulls = new BitSet();
        if (column instanceof NumericColumn numbers && numbers.validity().nullCount() == 0) {
            return nulls;
        }
        for (int row = 0; row < column.length(); row++) {
            if (column.isNull(row) || (column instanceof ValueColumn && Coercion.isNullish(column.value(row)))) {
                nulls.set(row);
            }
        }
        return nulls;
    }

    private static double[] millis(Column column, BitSet nulls) {
        double[] millis = NumberValues.plus(column);
        nulls.stream().forEach(row -> millis[row] = 0);
        return millis;
    }

    /// Start of the interval after each; intervals repeat within a column, so the last one is kept.
    private static double[] ends(double[] starts, BitSet nulls, TimeInterval interval, double step) {
        double[] ends = new double[starts.length];
        double lastStart = Double.NaN;
        double lastEnd = Double.NaN;
        for (int row = 0; row < starts.length; row++) {
            if (starts[row] != lastStart) {
                lastStart = starts[row];
                lastEnd = interval.offset(lastStart, step);
            }
            ends[row] = lastEnd;
        }
        nulls.stream().forEach(row -> ends[row] = 0);
        return ends;
    }

    private Column dates(double[] millis, BitSet nulls) {
        return Columns.dates(millis, millis.length, nulls, parameters.allocator());
    }

    private static Map<String, @Nullable Object> signal(
            List<TimeUnit> units, double step, double[] starts, double[] ends, BitSet nulls) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < starts.length; row++) {
            if (!nulls.get(row)) {
                min = starts[row] < min ? starts[row] : min;
                max = ends[row] > max ? ends[row] : max;
            }
        }
        Map<String, @Nullable Object> signal = new LinkedHashMap<>();
        signal.put("unit", units.getLast().vegaName());
        signal.put("units", units.stream().map(TimeUnit::vegaName).toList());
        signal.put("step", step);
        signal.put("start", dateOrInfinity(min));
        signal.put("stop", dateOrInfinity(max));
        return signal;
    }

    private static Object dateOrInfinity(double millis) {
        return Double.isInfinite(millis) ? (Object) millis : new DateValue(millis);
    }
}
