package org.sheliak.runtime.transform;

import java.util.List;

/// A `sort` parameter: fields, the most significant first.
public record SortOrder(List<Key> keys) {
    public SortOrder {
        keys = List.copyOf(keys);
    }

    /// One field of a sort.
    public record Key(FieldAccess field, boolean descending) {}
}
