package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.util.VectorBatchAppender;

/// The values of a column where Arrow has them: in one vector, or in several one behind the other, as in the record
/// batches of a file. Any number of handles share the vectors, which are closed with the last of them.
final class FixedWidthValues implements AutoCloseable {
    private final List<? extends BaseFixedWidthVector> vectors;
    private final MemorySegment[] segments;
    /// The first row of each vector, and behind them the number of rows.
    private final int[] bounds;

    private final int width;
    private final Validity validity;
    private final AtomicInteger handles;
    private boolean isClosed;

    private FixedWidthValues(List<? extends BaseFixedWidthVector> vectors) {
        this.vectors = vectors;
        this.segments = vectors.stream()
                .map(vector -> Segments.of(vector.getDataBuffer()))
                .toArray(MemorySegment[]::new);
        this.bounds = new int[segments.length + 1];
        for (int part = 0; part < segments.length; part++) {
            bounds[part + 1] = Math.addExact(bounds[part], vectors.get(part).getValueCount());
        }
        this.width = vectors.getFirst().getTypeWidth();
        this.validity = Validity.of(vectors);
        this.handles = new AtomicInteger(1);
    }

    private FixedWidthValues(FixedWidthValues shared) {
        this.vectors = shared.vectors;
        this.segments = shared.segments;
        this.bounds = shared.bounds;
        this.width = shared.width;
        this.validity = shared.validity;
        this.handles = shared.handles;
    }

    /// Takes ownership of vectors of one type, at least one, which are not changed any more.
    static FixedWidthValues of(List<? extends BaseFixedWidthVector> vectors) {
        return new FixedWidthValues(vectors);
    }

    int length() {
        return bounds[bounds.length - 1];
    }

    Validity validity() {
        return validity;
    }

    /// The first of the vectors, which tells the type of all; borrowed.
    BaseFixedWidthVector first() {
        return vectors.getFirst();
    }

    /// The number of the vector that has a row.
    int part(int row) {
        if (segments.length == 1) {
            return 0;
        }
        int found = Arrays.binarySearch(bounds, row);
        return found >= 0 ? found : -found - 2;
    }

    /// The first row of a vector.
    int firstRow(int part) {
        return bounds[part];
    }

    /// The values of a vector.
    MemorySegment segment(int part) {
        return segments[part];
    }

    /// The values of the rows from `from` on that lie in one vector, not beyond `to`.
    MemorySegment run(int from, int to) {
        int part = part(from);
        int end = Math.min(to, bounds[part + 1]);
        return segments[part].asSlice((long) width * (from - bounds[part]), (long) width * (end - from));
    }

    /// How many values a [#run] has.
    int rows(MemorySegment run) {
        return (int) (run.byteSize() / width);
    }

    /// The values at the rows, in that order. Caller closes.
    BaseFixedWidthVector gather(int[] rows, BufferAllocator allocator) {
        return segments.length == 1
                ? Gather.rows(first(), validity, rows, allocator)
                : Gather.rows(first().getField(), validity, rows, this::copy, allocator);
    }

    private void copy(int[] rows, MemorySegment target) {
        for (int i = 0; i < rows.length; i++) {
            int part = part(rows[i]);
            MemorySegment.copy(
                    segments[part], (long) width * (rows[i] - bounds[part]), target, (long) width * i, width);
        }
    }

    /// All values as one vector: the one that there is, or a copy of several. Caller closes.
    BaseFixedWidthVector vector(BufferAllocator allocator) {
        if (segments.length == 1) {
            return (BaseFixedWidthVector) Segments.share(first());
        }
        BaseFixedWidthVector all = (BaseFixedWidthVector) first().getField().createVector(allocator);
        try {
            all.allocateNew(length());
            VectorBatchAppender.batchAppend(all, vectors.toArray(ValueVector[]::new));
            return all;
        } catch (RuntimeException noRoom) {
            all.close();
            throw noRoom;
        }
    }

    long sizeBytes() {
        return vectors.stream().mapToLong(ValueVector::getBufferSize).sum();
    }

    /// A second handle on the same vectors. Caller closes.
    FixedWidthValues share() {
        handles.incrementAndGet();
        return new FixedWidthValues(this);
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            if (handles.decrementAndGet() == 0) {
                vectors.forEach(BaseFixedWidthVector::close);
            }
        }
    }
}
