package org.sheliak.runtime.source.parquet;

import java.util.BitSet;

/// A data page of a column that is not nested.
///
/// @param count how many values it has, nulls among them
/// @param nulls which of them are null
/// @param content the values that are not null, from `from` to `end`, and behind them
///     [PageDecompressor#PADDING] bytes
/// @param hasCodes whether they are codes of the dictionary, not plain values
@SuppressWarnings("ArrayRecordComponent")
record FlatPage(int count, BitSet nulls, byte[] content, int from, int end, boolean hasCodes) {

    /// How many values are not null.
    int presentCount() {
        return count - nulls.cardinality();
    }

    /// The codes of the values that are not null. The width of a code stands before them; a page without
    /// any may end before it.
    int[] codes() throws ParquetFormatException {
        int[] codes = new int[presentCount()];
        if (codes.length > 0) {
            codeReader().read(codes, codes.length);
        }
        return codes;
    }

    /// Reads the codes of the values that are not null, of which there must be some.
    HybridDecoder codeReader() throws ParquetFormatException {
        checkLength(1);
        return new HybridDecoder(content, from + 1, end, content[from]);
    }

    /// Checks that the values fill so many bytes at least.
    void checkLength(long bytes) throws ParquetFormatException {
        if (end - from < bytes) {
            throw new ParquetFormatException(
                    "has a page of " + (end - from) + " bytes where " + bytes + " were expected");
        }
    }
}
