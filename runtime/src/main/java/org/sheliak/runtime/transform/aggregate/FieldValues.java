package org.sheliak.runtime.transform.aggregate;

import org.jspecify.annotations.Nullable;

/// The values of one field by row. Two of them are the same field only when they are the same object.
@FunctionalInterface
public interface FieldValues {
    @Nullable
    Object value(int row);
}
