package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.apache.arrow.vector.FieldVector;

/// Which values of a column are not null: Arrow's validity bitmap, least significant bit first.
///
/// @param bits the bitmap
/// @param nullCount number of nulls; the bitmap need not be read when it is zero
public record Validity(MemorySegment bits, int nullCount) {

    static Validity of(FieldVector vector) {
        return new Validity(Segments.of(vector.getValidityBuffer()), vector.getNullCount());
    }

    /// Marks the first `length` values as not null.
    static void fill(FieldVector vector, int length) {
        vector.getValidityBuffer().setOne(0, (length + 7L) / 8);
    }

    public boolean isNull(int row) {
        return nullCount != 0 && (bits.get(ValueLayout.JAVA_BYTE, row >> 3) >> (row & 7) & 1) == 0;
    }
}
