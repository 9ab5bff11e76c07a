package org.sheliak.runtime.table;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Strings in UTF-8 as parts of an array that holds them, with their hashes.
public final class Utf8Slices implements Utf8Source {
    private static final int SMALLEST_CAPACITY = 64;

    private final byte[] bytes;
    private int[] starts = new int[SMALLEST_CAPACITY];
    private int[] lengths = new int[SMALLEST_CAPACITY];
    private int[] hashes = new int[SMALLEST_CAPACITY];
    private int size;

    /// Without any yet.
    ///
    /// @param bytes where they lie; borrowed
    public Utf8Slices(byte[] bytes, int expectedSize) {
        this.bytes = bytes;
        reserve(expectedSize);
    }

    /// Strings from texts.
    public static Utf8Slices of(List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] ends = new int[texts.size()];
        for (int index = 0; index < ends.length; index++) {
            bytes.writeBytes(Utf8Text.encode(texts.get(index)));
            ends[index] = bytes.size();
        }
        return endingAt(ends, bytes.toByteArray());
    }

    private static Utf8Slices endingAt(int[] ends, byte[] bytes) {
        Utf8Slices strings = new Utf8Slices(bytes, ends.length);
        int start = 0;
        for (int end : ends) {
            strings.add(start, end - start);
            start = end;
        }
        return strings;
    }

    /// Adds the string of `length` bytes from an index on.
    public void add(int start, int length) {
        if (size == starts.length) {
            reserve(2 * size);
        }
        starts[size] = start;
        lengths[size] = length;
        hashes[size++] = Utf8Bytes.hash(bytes, start, length);
    }

    private void reserve(int capacity) {
        if (capacity > starts.length) {
            starts = Arrays.copyOf(starts, capacity);
            lengths = Arrays.copyOf(lengths, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Utf8Slices slices() {
        return this;
    }

    @Override
    public long sizeBytes() {
        return 3L * Integer.BYTES * starts.length + bytes.length;
    }

    /// The same strings; what is malformed in them is replaced by U+FFFD, so that strings that read the same are the
    /// same.
    Utf8Slices wellFormed() {
        for (int index = 0; index < size; index++) {
            if (repaired(index) != null) {
                return allRepaired();
            }
        }
        return this;
    }

    private byte @Nullable [] repaired(int index) {
        return Utf8Text.isAscii(bytes, starts[index], lengths[index])
                ? null
                : Utf8Text.repaired(bytes, starts[index], lengths[index]);
    }

    private Utf8Slices allRepaired() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int[] ends = new int[size];
        for (int index = 0; index < size; index++) {
            byte[] repaired = repaired(index);
            if (repaired == null) {
                text.write(bytes, starts[index], lengths[index]);
            } else {
                text.writeBytes(repaired);
            }
            ends[index] = text.size();
        }
        return endingAt(ends, text.toByteArray());
    }

    /// The same strings in the order of their partitions.
    Utf8Spread spread() {
        return Utf8Spread.of(bytes, starts, lengths, hashes, size);
    }

    /// Codes of the strings, in their order.
    void codes(Utf8Codes codes, int[] target) {
        for (int first = 0; first < size; first += Utf8Codes.TOGETHER) {
            int count = Math.min(Utf8Codes.TOGETHER, size - first);
            codes.codes(bytes, starts, lengths, hashes, first, count, target);
        }
    }
}
