package org.sheliak.runtime.scale;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;

/// A scale from the values of a list to bands, or points, that divide an interval evenly.
///
/// Source: vega-scale/src/scales/scaleBand.js, bandSpace.js @ v6.4.0.
final class BandScale implements Scale {
    /// By how much a value may lie behind a band and still belong to it.
    private static final double TOLERANCE = 1e-10;

    private final DistinctValues values;
    private final double first;
    private final double last;
    /// The start of each value's band, in the order of the domain.
    private final double[] starts;

    private final double bandwidth;

    /// How the bands are laid out.
    ///
    /// @param inner part of a step that lies between two bands
    /// @param outer part of a step that lies before the first and after the last band
    /// @param align where the bands lie in what rounding leaves over: 0 at the start, 1 at the end
    /// @param isRounded whether the bands lie on whole numbers
    record Layout(double inner, double outer, double align, boolean isRounded) {}

    BandScale(DistinctValues values, double first, double last, Layout layout) {
        this.values = values;
        this.first = first;
        this.last = last;
        int count = values.count();
        boolean falls = last < first;
        double start = falls ? last : first;
        double stop = falls ? first : last;
        double space = space(count, layout.inner, layout.outer);
        double step = (stop - start) / (space == 0 ? 1 : space);
        step = layout.isRounded ? Math.floor(step) : step;
        start += (stop - start - step * (count - layout.inner)) * layout.align;
        double width = step * (1 - layout.inner);
        this.bandwidth = layout.isRounded ? Operations.round(width) : width;
        double from = layout.isRounded ? Operations.round(start) : start;
        this.starts = new double[count];
        for (int i = 0; i < count; i++) {
            starts[falls ? count - 1 - i : i] = from + step * i;
        }
    }

    /// How many steps so many bands take.
    static double space(double count, double inner, double outer) {
        double space = count - inner + outer * 2;
        return count == 0 || Double.isNaN(count) ? 0 : space > 0 ? space : 1;
    }

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        int place = values.indexOf(value);
        return place < 0 ? Undefined.UNDEFINED : (Object) starts[place];
    }

    @Override
    public List<@Nullable Object> domain() {
        return values.values();
    }

    @Override
    public List<@Nullable Object> range() {
        return Numbers.list(first, last);
    }

    @Override
    public double bandwidth() {
        return bandwidth;
    }

    /// The value whose band covers a place, or undefined.
    @Override
    public @Nullable Object invert(@Nullable Object value) {
        return invertRange(Arrays.asList(value, value)) instanceof List<?> found
                ? Numbers.at(found, 0)
                : Undefined.UNDEFINED;
    }

    /// The values whose bands an interval touches, or undefined.
    @Override
    public @Nullable Object invertRange(List<?> interval) {
        Object from = Numbers.at(interval, 0);
        Object to = Numbers.at(interval, 1);
        double one = Coercion.isNullish(from) ? Double.NaN : Coercion.toNumber(from);
        double other = Coercion.isNullish(to) ? Double.NaN : Coercion.toNumber(to);
        boolean falls = last < first;
        double[] ascending = falls ? Numbers.reversed(starts) : starts;
        double low = other < one ? other : one;
        double high = other < one ? one : other;
        boolean isOutside = high < Numbers.at(ascending, 0) || low > (falls ? first : last);
        return Double.isNaN(one) || Double.isNaN(other) || isOutside
                ? Undefined.UNDEFINED
                : valuesBetween(ascending, low, high);
    }

    private Object valuesBetween(double[] ascending, double low, double high) {
        int count = ascending.length;
        int from = Math.max(0, Bisection.right(ascending, low, 0, count) - 1);
        int to = low == high ? from : Bisection.right(ascending, high, 0, count) - 1;
        if (low - Numbers.at(ascending, from) > bandwidth + TOLERANCE) {
            from++;
        }
        boolean falls = last < first;
        int begin = falls ? count - 1 - to : from;
        int end = falls ? count - 1 - from : to;
        if (begin > end) {
            return Undefined.UNDEFINED;
        }
        List<@Nullable Object> domain = values.values();
        return domain.subList(Math.clamp(begin, 0, count), Math.clamp(end + 1, 0, count));
    }
}
