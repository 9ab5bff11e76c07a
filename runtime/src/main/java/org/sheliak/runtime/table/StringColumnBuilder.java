package org.sheliak.runtime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;

/// Collects strings and nulls, one by one, into a [StringColumn]. Holds nothing off the heap until [#build].
public final class StringColumnBuilder {
    private static final int SMALLEST_CAPACITY = 16;

    private int[] codes;
    private int length;
    private final BitSet nulls = new BitSet();
    private final List<String> dictionary = new ArrayList<>();
    private final Map<String, Integer> codeOf = new HashMap<>();

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

    /// Appends all that another builder has collected. Cost: one look-up for each of its distinct strings.
    public void appendAll(StringColumnBuilder other) {
        int[] codeHere = other.dictionary.stream().mapToInt(this::code).toArray();
        for (int row = 0; row < other.length; row++) {
            if (other.nulls.get(row)) {
                appendNull();
            } else {
                appendCode(codeHere[other.codes[row]]);
            }
        }
    }

    public void appendNull() {
        reserve();
        nulls.set(length++);
    }

    /// The code of a string in this column, for [#appendCode]; the string need not occur in it.
    public int code(String string) {
        Integer known = codeOf.putIfAbsent(string, dictionary.size());
        if (known != null) {
            return known;
        }
        dictionary.add(string);
        return dictionary.size() - 1;
    }

    /// The string at a row that is not null.
    public String string(int row) {
        return dictionary.get(codes[row]);
    }

    /// The column. Caller closes; the builder is not used any more.
    public StringColumn build(BufferAllocator allocator) {
        return Columns.strings(codes, List.copyOf(dictionary), length, nulls, allocator);
    }

    private void reserve() {
        if (length == codes.length) {
            codes = Arrays.copyOf(codes, length + (length >> 1));
        }
    }
}
