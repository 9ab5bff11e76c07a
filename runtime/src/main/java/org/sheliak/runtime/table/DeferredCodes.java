package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.jspecify.annotations.Nullable;

/// The strings of a column as they were read, to be numbered when somebody first asks for a code. Shared by all handles
/// on the column; safe for any number of threads. The memory of the strings is given up when they have been numbered,
/// or with the last handle.
final class DeferredCodes implements AutoCloseable {
    private final MemorySegment target;
    private final long sizeBytes;
    private final List<FieldVector> vectors;
    private int handles = 1;
    private @Nullable List<Utf8Run> runs;
    private List<String> dictionary = List.of();

    /// @param vectors the memory of the strings, where they are not on the heap; taken ownership of
    /// @param target where the codes belong; borrowed, valid as long as a handle on the column is open
    DeferredCodes(List<Utf8Run> runs, List<FieldVector> vectors, MemorySegment target) {
        this.runs = List.copyOf(runs);
        this.vectors = List.copyOf(vectors);
        this.target = target;
        this.sizeBytes =
                runs.stream().mapToLong(run -> run.strings().sizeBytes()).sum();
    }

    /// Writes the codes, if that was not done before, and returns the strings by their codes.
    synchronized List<String> number() {
        if (runs != null) {
            dictionary = Utf8Numbering.number(runs, target);
            giveUp();
        }
        return dictionary;
    }

    private void giveUp() {
        runs = null;
        vectors.forEach(FieldVector::close);
    }

    /// The same for one more handle on the column, which closes it.
    synchronized DeferredCodes share() {
        handles++;
        return this;
    }

    @Override
    public synchronized void close() {
        handles--;
        if (handles == 0 && runs != null) {
            giveUp();
        }
    }

    /// Bytes of the strings as they were read.
    long sizeBytes() {
        return sizeBytes;
    }
}
