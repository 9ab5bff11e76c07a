package org.sheliak.runtime.transform.aggregate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.transform.statistics.Quantiles;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The rows of one group, and what must be computed from all of them.
///
/// Results are kept for the last field asked for. Vega does not forget the quartiles of one field when it is asked for
/// the extent of the next, and then gives the quartiles of the first field for the next one; so does this.
///
/// Source: vega-transforms/src/util/TupleStore.js @ v6.4.0.
@SuppressWarnings("ReferenceEquality")
public final class TupleStore {
    private static final int BOOTSTRAP_SAMPLES = 1000;
    private static final double BOOTSTRAP_ALPHA = 0.05;
    private static final int NO_ROW = -1;

    private final TimeZoneRules zone;
    private final RandomNumbers random;
    private RowList added;
    private Set<Integer> removed = new HashSet<>();
    private int removals;

    private @Nullable FieldValues lastField;
    private int @Nullable [] extent;
    private double @Nullable [] quartiles;
    private @Nullable Object @Nullable [] confidence;

    /// @param rows the rows to start with; not copied
    public TupleStore(int[] rows, TimeZoneRules zone, RandomNumbers random) {
        this.added = new RowList(rows);
        this.zone = zone;
        this.random = random;
    }

    /// Forgets all rows.
    public void clear() {
        added = new RowList(new int[0]);
        removed = new HashSet<>();
        removals = 0;
        lastField = null;
        extent = null;
        quartiles = null;
    }

    public void add(int row) {
        added.add(row);
    }

    public void remove(int row) {
        removed.add(row);
        removals++;
    }

    /// Carries removals out, and forgets which field was asked for last.
    ///
    /// @throws SheliakException SPEC_INVALID when more rows were removed than added, as a frame that begins after
    ///     its end does; Vega fails too
    public void consolidate() {
        lastField = null;
        if (removals == 0) {
            return;
        }
        if (removals > added.size()) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, "the frame ends before it begins");
        }
        RowList kept = new RowList(new int[added.size()], 0);
        for (int i = 0; i < added.size(); i++) {
            if (!removed.remove(added.get(i))) {
                kept.add(added.get(i));
            }
        }
        added = kept;
        removed.clear();
        removals = 0;
    }

    /// The rows in the order in which they came. Rows that come later show in it until the next removal is carried out:
    /// Vega gives its own list away.
    RowList rows() {
        consolidate();
        return added;
    }

    /// Number of values that differ as text.
    double distinct(FieldValues field) {
        consolidate();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < added.size(); i++) {
            seen.add(Coercion.toText(field.value(added.get(i)), zone));
        }
        return seen.size();
    }

    /// The row of the least value; -1 when there is none.
    int argmin(FieldValues field) {
        return extent(field)[0];
    }

    /// The row of the greatest value; -1 when there is none.
    int argmax(FieldValues field) {
        return extent(field)[1];
    }

    private int[] extent(FieldValues field) {
        int[] known = extent;
        if (lastField != field || known == null) {
            consolidate();
            known = findExtent(field);
            extent = known;
            lastField = field;
        }
        return known;
    }

    /// Source: vega-util/src/extentIndex.ts @ v6.4.0.
    private int[] findExtent(FieldValues field) {
        int[] found = {NO_ROW, NO_ROW};
        Object min = Undefined.UNDEFINED;
        Object max = Undefined.UNDEFINED;
        for (int i = 0; i < added.size(); i++) {
            Object value = field.value(added.get(i));
            if (Coercion.isNullish(value)) {
                continue;
            }
            boolean isFirst = found[0] == NO_ROW;
            if (isFirst ? Operations.lessOrEqual(value, value, zone) : Operations.lessThan(value, min, zone)) {
                min = value;
                found[0] = added.get(i);
            }
            if (isFirst ? found[0] != NO_ROW : Operations.lessThan(max, value, zone)) {
                max = value;
                found[1] = added.get(i);
            }
        }
        return found;
    }

    /// The quartiles, 0 to 2; undefined when no value is a number.
    Object quartile(FieldValues field, int index) {
        double[] known = quartiles;
        if (lastField != field || known == null) {
            consolidate();
            known = quartiles(numbers(field));
            quartiles = known;
            lastField = field;
        }
        return known.length == 0 ? Undefined.UNDEFINED : (Object) known[index];
    }

    private static double[] quartiles(double[] numbers) {
        if (numbers.length == 0) {
            return numbers;
        }
        Arrays.sort(numbers);
        return new double[] {
            Quantiles.sorted(numbers, 0.25), Quantiles.sorted(numbers, 0.5), Quantiles.sorted(numbers, 0.75)
        };
    }

    /// The values that are numbers or become some.
    ///
    /// Source: vega-statistics/src/numbers.js @ v6.4.0.
    private double[] numbers(FieldValues field) {
        double[] numbers = new double[added.size()];
        int found = 0;
        for (int i = 0; i < added.size(); i++) {
            Object value = field.value(added.get(i));
            double number = Coercion.isNullish(value) || "".equals(value) ? Double.NaN : Coercion.toNumber(value);
            if (!Double.isNaN(number)) {
                numbers[found++] = number;
            }
        }
        return Arrays.copyOf(numbers, found);
    }

    /// The bounds of the mean's 95 % confidence interval, by bootstrap: 0 or 1. Undefined when no value is a number.
    ///
    /// Source: vega-statistics/src/bootstrapCI.js @ v6.4.0.
    @Nullable
    Object confidence(FieldValues field, int index) {
        Object[] known = confidence;
        if (lastField != field || known == null) {
            consolidate();
            double[] means = bootstrapMeans(numbers(field));
            known = new Object[] {bound(means, BOOTSTRAP_ALPHA / 2), bound(means, 1 - BOOTSTRAP_ALPHA / 2)};
            confidence = known;
            lastField = field;
        }
        return known[index];
    }

    private static Object bound(double[] sortedMeans, double probability) {
        return sortedMeans.length == 0 ? Undefined.UNDEFINED : (Object) Quantiles.sorted(sortedMeans, probability);
    }

    private double[] bootstrapMeans(double[] numbers) {
        if (numbers.length == 0) {
            return numbers;
        }
        double[] means = new double[BOOTSTRAP_SAMPLES];
        for (int sample = 0; sample < BOOTSTRAP_SAMPLES; sample++) {
            double sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                sum += numbers[(int) (random.uniform() * numbers.length)];
            }
            means[sample] = sum / numbers.length;
        }
        Arrays.sort(means);
        return means;
    }
}
