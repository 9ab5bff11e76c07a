package org.sheliak.runtime.source.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Decodes integers of few bits, written as runs of one value and runs of packed bits.
///
/// Source:
/// https://parquet.apache.org/docs/file-format/data-pages/encodings/#run-length-encoding--bit-packing-hybrid-rle--3
final class HybridDecoder {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PACKED_TOGETHER = 8;

    private final byte[] bytes;
    private final int end;
    private final int width;
    private int position;
    /// Of the run that is being read: how many values are left, and whether they are packed.
    private int left;
    private boolean isPacked;
    /// The value of a run of one, or the bit at which the next packed value starts.
    private int value;
    private long bit;

    /// @param bytes behind `end`, [PageDecompressor#PADDING] more may be read
    /// @param width bits of a value, 0 to 32
    HybridDecoder(byte[] bytes, int from, int end, int width) throws ParquetFormatException {
        if (width < 0 || width > Integer.SIZE) {
            throw new ParquetFormatException("has values of " + width + " bits where 0 to 32 were expected");
        }
        this.bytes = bytes;
        this.position = from;
        this.end = end;
        this.width = width;
    }

    /// Whether the next `count` values all stand in one run of this value.
    boolean isOneRun(int wanted, int count) throws ParquetFormatException {
        if (left == 0) {
            startRun();
        }
        return !isPacked && value == wanted && left >= count;
    }

    /// Reads the next values.
    void read(int[] target, int count) throws ParquetFormatException {
        for (int done = 0; done < count; ) {
            if (left == 0) {
                startRun();
            }
            int now = Math.min(left, count - done);
            if (isPacked) {
                unpack(target, done, now);
            } else {
                Arrays.fill(target, done, done + now, value);
            }
            done += now;
            left -= now;
        }
    }

    private void unpack(int[] target, int from, int count) throws ParquetFormatException {
        long last = bit + (long) count * width;
        if (last > (long) end * Byte.SIZE) {
            throw tooShort();
        }
        long mask = (1L << width) - 1;
        long at = bit;
        for (int i = from; i < from + count; i++) {
            target[i] = (int) (((long) LONG.get(bytes, (int) (at >>> 3)) >>> (at & 7)) & mask);
            at += width;
        }
        bit = at;
    }

    private void startRun() throws ParquetFormatException {
        int header = varint();
        isPacked = (header & 1) == 1;
        left = header >>> 1;
        if (isPacked) {
            left = Math.multiplyExact(left, PACKED_TOGETHER);
            bit = (long) position * Byte.SIZE;
            // The last bytes of the last run may be missing.
            position = (int) Math.min(end, position + (long) left / Byte.SIZE * width);
        } else {
            int length = (width + 7) / Byte.SIZE;
            if (end - position < length) {
                throw tooShort();
            }
            value = (int) ((long) LONG.get(bytes, position) & ((1L << (Byte.SIZE * length)) - 1));
            position += length;
        }
        if (left == 0) {
            throw new ParquetFormatException("has an empty run of values");
        }
    }

    private int varint() throws ParquetFormatException {
        int number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            if (position >= end) {
                throw tooShort();
            }
            byte next = bytes[position++];
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new ParquetFormatException("has a run of too many values");
    }

    private static ParquetFormatException tooShort() {
        return new ParquetFormatException("has a page that ends before its values");
    }
}
