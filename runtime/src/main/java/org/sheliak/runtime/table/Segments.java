package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.util.TransferPair;

/// Arrow buffers as memory segments, and second owners of them.
final class Segments {
    private Segments() {}

    /// The bytes of a buffer; valid as long as the buffer is.
    @SuppressWarnings("restricted")
    static MemorySegment of(ArrowBuf buffer) {
        return MemorySegment.ofAddress(buffer.memoryAddress()).reinterpret(buffer.capacity());
    }

    /// A second vector over the same buffers. Caller closes.
    static FieldVector share(FieldVector vector) {
        TransferPair pair = vector.getTransferPair(vector.getAllocator());
        pair.splitAndTransfer(0, vector.getValueCount());
        return (FieldVector) pair.getTo();
    }
}
