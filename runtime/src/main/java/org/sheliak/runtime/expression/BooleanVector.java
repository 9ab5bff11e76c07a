package org.sheliak.runtime.expression;

/// Booleans. A null is false, as conditions see it.
final class BooleanVector extends TypedVector {
    final boolean[] values = new boolean[BATCH];

    BooleanVector(boolean isNullable) {
        super(isNullable);
    }
}
