package org.sheliak.runtime.table;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;

/// Copies chosen rows of an Arrow vector.
final class Gather {
    private Gather() {}

    /// The values at the rows, in that order. Caller closes.
    static FieldVector rows(FieldVector source, int[] rows, BufferAllocator allocator) {
        FieldVector target = source.getField().createVector(allocator);
        target.setInitialCapacity(rows.length);
        target.allocateNew();
        for (int i = 0; i < rows.length; i++) {
            target.copyFromSafe(rows[i], i, source);
        }
        target.setValueCount(rows.length);
        return target;
    }
}
