package org.sheliak.runtime.transform;

/// Compares two rows by their indices, like a [java.util.Comparator] without boxes.
@FunctionalInterface
public interface RowComparator {

    /// Negative, zero or positive as the row at the left comes first, at the same place, or later.
    int compare(int left, int right);

    /// The order from end to start.
    default RowComparator reversed() {
        return (left, right) -> -compare(left, right);
    }

    /// This order, ties broken by another.
    default RowComparator then(RowComparator other) {
        return (left, right) -> {
            int order = compare(left, right);
            return order != 0 ? order : other.compare(left, right);
        };
    }
}
