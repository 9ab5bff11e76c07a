package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.IntVector;
import org.jspecify.annotations.Nullable;

/// Strings, dictionary-encoded: an int32 code for each row into a list of distinct strings.
public final class StringColumn implements Column {
    private final IntVector codes;
    private final List<String> dictionary;
    private final MemorySegment values;
    private final Validity validity;
    private final Object identity;

    /// Takes ownership of the codes, which are not changed any more; each lies within the dictionary or
    /// is null.
    public StringColumn(IntVector codes, List<String> dictionary) {
        this(codes, dictionary, Validity.of(codes), new Object());
    }

    private StringColumn(IntVector codes, List<String> dictionary, Validity validity, Object identity) {
        this.identity = identity;
        this.codes = codes;
        this.dictionary = dictionary;
        this.values = Segments.of(codes.getDataBuffer());
        this.validity = validity;
    }

    /// The distinct strings, in the order of their codes; some may not occur in the column.
    public List<String> dictionary() {
        return dictionary;
    }

    /// The code at a row that is not null.
    public int code(int row) {
        return values.get(ValueLayout.JAVA_INT_UNALIGNED, 4L * row);
    }

    /// Reads the codes of the rows `from` to `from + count` into `target`, from its start.
    /// What is written for a null is undefined.
    public void load(int from, int count, int[] target) {
        MemorySegment.copy(values, ValueLayout.JAVA_INT_UNALIGNED, 4L * from, target, 0, count);
    }

    /// The stored codes (int32), `length()` of them; what stands at a null is undefined.
    public MemorySegment codes() {
        return values;
    }

    public Validity validity() {
        return validity;
    }

    /// The Arrow vector that holds the codes; borrowed, and not to be changed.
    public IntVector vector() {
        return codes;
    }

    @Override
    public int length() {
        return codes.getValueCount();
    }

    @Override
    public boolean isNull(int row) {
        return validity.isNull(row);
    }

    @Override
    public @Nullable Object value(int row) {
        return isNull(row) ? null : dictionary.get(code(row));
    }

    @Override
    public Object identity() {
        return identity;
    }

    @Override
    public long sizeBytes() {
        long bytes = codes.getBufferSize();
        if (dictionary instanceof Utf8Strings texts) {
            return bytes + texts.sizeBytes();
        }
        for (String string : dictionary) {
            bytes += 2L * string.length();
        }
        return bytes;
    }

    @Override
    public StringColumn gather(int[] rows, BufferAllocator allocator) {
        return new StringColumn((IntVector) Gather.rows(codes, validity, rows, allocator), dictionary);
    }

    @Override
    public StringColumn share() {
        IntVector shared = (IntVector) Segments.share(codes);
        return new StringColumn(shared, dictionary, validity.in(shared), identity);
    }

    @Override
    public void close() {
        codes.close();
    }
}
