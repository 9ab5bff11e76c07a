package org.sheliak.runtime.expression;

/// Numbers, or dates as milliseconds since 1970 with NaN for an invalid one. A null is zero, as arithmetic sees it.
final class NumberVector extends TypedVector {
    final double[] values = new double[BATCH];
    final boolean isDate;

    private NumberVector(boolean isNullable, boolean isDate) {
        super(isNullable);
        this.isDate = isDate;
    }

    static NumberVector numbers(boolean isNullable) {
        return new NumberVector(isNullable, false);
    }

    static NumberVector dates(boolean isNullable) {
        return new NumberVector(isNullable, true);
    }

    /// A vector of the same kind.
    static NumberVector like(NumberVector other, boolean isNullable) {
        return new NumberVector(isNullable, other.isDate);
    }
}
