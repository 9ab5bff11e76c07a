package org.sheliak.runtime.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;

/// Collects strings and nulls, one by one, into a [StringColumn]. Holds nothing off the heap until
/// [#build].
public final class StringColumnBuilder {
    private static final int SMALLEST_CAPACITY = 16;

    private int[] codes;
    private int length;
    private final BitSet nulls = new BitSet();
    private final StringCodes dictionary = new StringCodes();

    /// An empty column.
    ///
    /// @param expectedLength how many values will come, as a hint
    public StringColumnBuilder(int expectedLength) {
        this.codes = new int[Math.max(SMALLEST_CAPACITY, expectedLength)];
    }

    /// Number of values so far.
    public int length() {
        return length;
    }

    /// Appends a string.
    public void append(String string) {
        appendCode(code(string));
    }

    /// Appends the string of a code that [#code] returned.
    public void appendCode(int code) {
        reserve();
        codes[length++] = code;
    }

    public void appendNull() {
        reserve();
        nulls.set(length++);
    }

    /// The code of a string in this column, for [#appendCode]; the string need not occur in it.
    public int code(String string) {
        return dictionary.code(string);
    }

    /// The distinct strings so far, by their codes. A copy.
    public List<String> distinct() {
        return dictionary.strings();
    }

    /// The code at a row that is not null.
    public int code(int row) {
        return codes[row];
    }

    /// The string at a row that is not null.
    public String string(int row) {
        return dictionary.string(codes[row]);
    }

    /// The column. Caller closes; the builder is not used any more.
    public StringColumn build(BufferAllocator allocator) {
        return Columns.strings(codes, dictionary.strings(), length, nulls, allocator);
    }

    private void reserve() {
        if (length == codes.length) {
            codes = Arrays.copyOf(codes, length + (length >> 1));
        }
    }
}
