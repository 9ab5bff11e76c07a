package org.sheliak.runtime.kernel;

/// The values that a filter lets through: an interval with both ends, and whether NaN and null pass too.
/// `-0` and `0` are the same. The interval is empty when `lower > upper`.
///
/// @param lower least value that passes
/// @param upper greatest value that passes
/// @param acceptsNaN whether NaN passes, as it does where JavaScript asks for "not greater than"
/// @param acceptsNull whether null passes, as it does where JavaScript compares it as zero and the interval holds zero
public record ValueRange(double lower, double upper, boolean acceptsNaN, boolean acceptsNull) {

    /// Every value, NaN and null.
    public static final ValueRange ALL = new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);

    /// No value at all.
    public static final ValueRange NONE =
            new ValueRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false, false);

    public ValueRange {
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            throw new IllegalArgumentException("range from " + lower + " to " + upper);
        }
    }

    /// Values `>= bound`, without NaN and null.
    public static ValueRange atLeast(double bound) {
        return Double.isNaN(bound) ? NONE : between(bound, Double.POSITIVE_INFINITY);
    }

    /// Values `> bound`, without NaN and null.
    public static ValueRange above(double bound) {
        return bound < Double.POSITIVE_INFINITY ? atLeast(Math.nextUp(bound)) : NONE;
    }

    /// Values `<= bound`, without NaN and null.
    public static ValueRange atMost(double bound) {
        return Double.isNaN(bound) ? NONE : between(Double.NEGATIVE_INFINITY, bound);
    }

    /// Values `< bound`, without NaN and null.
    public static ValueRange below(double bound) {
        return bound > Double.NEGATIVE_INFINITY ? atMost(Math.nextDown(bound)) : NONE;
    }

    /// Values from `lower` to `upper`, both included, without NaN and null.
    public static ValueRange between(double lower, double upper) {
        return new ValueRange(lower, upper, false, false);
    }

    /// What passes both ranges.
    public ValueRange and(ValueRange other) {
        return new ValueRange(
                Math.max(lower, other.lower),
                Math.min(upper, other.upper),
                acceptsNaN && other.acceptsNaN,
                acceptsNull && other.acceptsNull);
    }

    /// The same interval, with null let through or kept out.
    public ValueRange withNull(boolean accepts) {
        return new ValueRange(lower, upper, acceptsNaN, accepts);
    }

    /// The same interval, with NaN let through or kept out.
    public ValueRange withNaN(boolean accepts) {
        return new ValueRange(lower, upper, accepts, acceptsNull);
    }

    /// Whether a value that is not null passes.
    public boolean accepts(double value) {
        return (value >= lower && value <= upper) || (acceptsNaN && Double.isNaN(value));
    }

    /// Whether everything passes.
    public boolean acceptsAll() {
        return equals(ALL);
    }
}
