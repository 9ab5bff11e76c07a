package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfLong;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// Decodes a column chunk of numbers or dates to where its column has them.
final class FlatNumbers {
    private static final OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Values that are decoded at a time, within the first-level cache.
    private static final int TOGETHER = 1024;

    private final LeafType type;
    private final int storedBytes;
    private final boolean isStoredAsItIs;
    private final MemorySegment target;
    private final BitSet nulls = new BitSet();
    private long[] dictionary = {};
    private int row;
    private final int[] codes = new int[TOGETHER];
    private final long[] decoded = new long[TOGETHER];

    /// @param target of all values of the chunk, in the width of the type
    FlatNumbers(LeafType type, PrimitiveTypeName stored, MemorySegment target) {
        this.type = type;
        this.target = target;
        this.storedBytes =
                stored == PrimitiveTypeName.DOUBLE || stored == PrimitiveTypeName.INT64 ? Long.BYTES : Integer.BYTES;
        this.isStoredAsItIs =
                stored == PrimitiveTypeName.DOUBLE || stored == PrimitiveTypeName.FLOAT || type.isStoredAs(storedBytes);
    }

    /// Reads all pages, and returns which values are null.
    BitSet read(FlatPages pages) throws IOException {
        FlatPage known = pages.dictionary();
        dictionary = known == null ? dictionary : plain(known);
        for (FlatPage page = pages.next(); page != null; page = pages.next()) {
            read(page);
            row += page.count();
        }
        return nulls;
    }

    private void read(FlatPage page) throws ParquetFormatException {
        if (page.nulls().isEmpty()) {
            if (!page.hasCodes() && isStoredAsItIs) {
                long bytes = (long) page.count() * storedBytes;
                page.checkLength(bytes);
                MemorySegment.copy(
                        page.content(), page.from(), target, ValueLayout.JAVA_BYTE, (long) row * storedBytes, (int)
                                bytes);
            } else if (page.hasCodes()) {
                decode(page);
            } else {
                put(plain(page), row, page.count());
            }
            return;
        }
        page.nulls().stream().forEach(index -> nulls.set(row + index));
        put(spread(present(page), page), row, page.count());
    }

    /// Writes the values of a page's codes, none of which is null.
    private void decode(FlatPage page) throws ParquetFormatException {
        if (page.count() == 0) {
            return;
        }
        HybridDecoder reader = page.codeReader();
        for (int done = 0; done < page.count(); done += TOGETHER) {
            int count = Math.min(TOGETHER, page.count() - done);
            reader.read(codes, count);
            for (int index = 0; index < count; index++) {
                decoded[index] = dictionary[codes[index]];
            }
            put(decoded, row + done, count);
        }
    }

    /// The bits of the values that are not null.
    private long[] present(FlatPage page) throws ParquetFormatException {
        return page.hasCodes()
                ? Arrays.stream(page.codes())
                        .mapToLong(code -> dictionary[code])
                        .toArray()
                : plain(page);
    }

    private long[] plain(FlatPage page) throws ParquetFormatException {
        long[] bits = new long[page.presentCount()];
        page.checkLength((long) bits.length * storedBytes);
        MemorySegment stored = MemorySegment.ofArray(page.content()).asSlice(page.from());
        if (storedBytes == Long.BYTES) {
            MemorySegment.copy(stored, LONG, 0, bits, 0, bits.length);
        } else {
            for (int index = 0; index < bits.length; index++) {
                bits[index] = stored.getAtIndex(INT, index);
            }
        }
        if (!isStoredAsItIs) {
            convert(bits);
        }
        return bits;
    }

    private void convert(long[] bits) {
        for (int index = 0; index < bits.length; index++) {
            if (type.isFloating()) {
                bits[index] = Double.doubleToRawLongBits(type.toDouble(bits[index]));
            } else {
                bits[index] = storedBytes == Long.BYTES ? type.toLong(bits[index]) : type.toLong((int) bits[index]);
            }
        }
    }

    /// The values, and 0 where one is null.
    private static long[] spread(long[] present, FlatPage page) {
        long[] bits = new long[page.count()];
        int next = 0;
        for (int index = page.nulls().nextClearBit(0);
                index < bits.length;
                index = page.nulls().nextClearBit(index + 1)) {
            bits[index] = present[next++];
        }
        return bits;
    }

    /// Writes the first `count` values to the rows from one on.
    private void put(long[] bits, int first, int count) {
        switch (type.kind()) {
            case INT64, DATE, FLOAT64 -> MemorySegment.copy(bits, 0, target, LONG, (long) Long.BYTES * first, count);
            case INT32, FLOAT32 -> {
                MemorySegment rows = target.asSlice((long) Integer.BYTES * first, (long) Integer.BYTES * count);
                for (int index = 0; index < count; index++) {
                    rows.setAtIndex(INT, index, (int) bits[index]);
                }
            }
            case INT16 -> {
                MemorySegment rows = target.asSlice((long) Short.BYTES * first, (long) Short.BYTES * count);
                for (int index = 0; index < count; index++) {
                    rows.setAtIndex(ValueLayout.JAVA_SHORT_UNALIGNED, index, (short) bits[index]);
                }
            }
            case INT8 -> {
                for (int index = 0; index < count; index++) {
                    target.set(ValueLayout.JAVA_BYTE, first + index, (byte) bits[index]);
                }
            }
            case BOOLEAN, STRING -> throw new IllegalStateException("not a column of numbers: " + type.kind());
        }
    }
}
