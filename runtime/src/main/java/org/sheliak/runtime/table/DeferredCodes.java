package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The strings of a column as they were read, to be numbered when somebody first asks for a code. Shared by all handles
/// on the column; safe for any number of threads.
final class DeferredCodes {
    private final MemorySegment target;
    private final long sizeBytes;
    private @Nullable List<Utf8Run> runs;
    private List<String> dictionary = List.of();

    /// @param target where the codes belong; borrowed, valid as long as a handle on the column is open
    DeferredCodes(List<Utf8Run> runs, MemorySegment target) {
        this.runs = List.copyOf(runs);
        this.target = target;
        this.sizeBytes =
                runs.stream().mapToLong(run -> run.strings().sizeBytes()).sum();
    }

    /// Writes the codes, if that was not done before, and returns the strings by their codes.
    synchronized List<String> number() {
        if (runs != null) {
            dictionary = Utf8Numbering.number(runs, target);
            runs = null;
        }
        return dictionary;
    }

    /// Bytes of the strings as they were read.
    long sizeBytes() {
        return sizeBytes;
    }
}
