package org.sheliak.runtime.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JavaScript `Set`, which the identifiers of a selection are: an object with a `size`, but no `length` and no index.
///
/// @param elements the distinct values in the order in which they were added
public record SetValue(List<@Nullable Object> elements) {

    @Override
    public String toString() {
        return "[object Set]";
    }
}
