package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.IntVector;
import org.jspecify.annotations.Nullable;

/// Strings, dictionary-encoded: an int32 code for each row into a list of distinct strings. Those of a file may be
/// numbered late, when a code or the list is first asked for.
public final class StringColumn implements Column {
    private final IntVector codes;
    private volatile @Nullable DeferredCodes deferred;
    private List<String> dictionary;
    private final MemorySegment values;
    private final Validity validity;
    private final Object identity;

    /// Takes ownership of the codes, which are not changed any more; each lies within the dictionary or
    /// is null.
    public StringColumn(IntVector codes, List<String> dictionary) {
        this(codes, dictionary, null, Validity.of(codes), new Object());
    }

    /// Takes ownership of the memory for codes that are to be written yet.
    StringColumn(IntVector codes, DeferredCodes deferred) {
        this(codes, List.of(), deferred, Validity.of(codes), new Object());
    }

    private StringColumn(
            IntVector codes,
            List<String> dictionary,
            @Nullable DeferredCodes deferred,
            Validity validity,
            Object identity) {
        this.identity = identity;
        this.codes = codes;
        this.dictionary = dictionary;
        this.deferred = deferred;
        this.values = Segments.of(codes.getDataBuffer());
        this.validity = validity;
    }

    /// Sees to it that the codes are there. They are, for a thread that finds nothing deferred: the list was set first.
    private void number() {
        DeferredCodes pending = deferred;
        if (pending != null) {
            dictionary = pending.number();
            deferred = null;
        }
    }

    /// The distinct strings, in the order of their codes; some may not occur in the column.
    public List<String> dictionary() {
        number();
        return dictionary;
    }

    /// The code at a row that is not null.
    public int code(int row) {
        number();
        return values.get(ValueLayout.JAVA_INT_UNALIGNED, 4L * row);
    }

    /// Reads the codes of the rows `from` to `from + count` into `target`, from its start.
    /// What is written for a null is undefined.
    public void load(int from, int count, int[] target) {
        number();
        MemorySegment.copy(values, ValueLayout.JAVA_INT_UNALIGNED, 4L * from, target, 0, count);
    }

    /// The stored codes (int32), `length()` of them; what stands at a null is undefined.
    public MemorySegment codes() {
        number();
        return values;
    }

    public Validity validity() {
        return validity;
    }

    /// The Arrow vector that holds the codes; borrowed, and not to be changed.
    public IntVector vector() {
        number();
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
        return isNull(row) ? null : dictionary().get(code(row));
    }

    @Override
    public Object identity() {
        return identity;
    }

    @Override
    public long sizeBytes() {
        long bytes = codes.getBufferSize();
        DeferredCodes pending = deferred;
        if (pending != null) {
            return bytes + pending.sizeBytes();
        }
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
        return new StringColumn((IntVector) Gather.rows(vector(), validity, rows, allocator), dictionary);
    }

    @Override
    public StringColumn share() {
        IntVector shared = (IntVector) Segments.share(codes);
        DeferredCodes pending = deferred;
        DeferredCodes sharedPending = pending == null ? null : pending.share();
        return new StringColumn(shared, dictionary, sharedPending, validity.in(shared), identity);
    }

    @Override
    public void close() {
        DeferredCodes pending = deferred;
        if (pending != null) {
            // Nobody is to write codes to memory that was given back.
            deferred = null;
            pending.close();
        }
        codes.close();
    }
}
