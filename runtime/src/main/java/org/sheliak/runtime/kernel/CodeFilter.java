package org.sheliak.runtime.kernel;

import java.util.BitSet;

/// Keeps the rows whose code is in a set.
///
/// @param accepted the codes; not changed any more
public record CodeFilter(CodedRows codes, BitSet accepted) implements RowFilter {

    @Override
    public Object identity() {
        return codes.identity();
    }

    /// Whether a row passes.
    public boolean accepts(int row) {
        return accepted.get(codes.slot(row));
    }
}
