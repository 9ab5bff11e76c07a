package org.sheliak.runtime.ipc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.table.Table;

/// Reads the tables that [TableStreamWriter], or any other writer of Arrow IPC streams, wrote.
public final class TableStreamReader {
    private TableStreamReader() {}

    /// The table of a stream. Caller closes.
    ///
    /// @throws SheliakException with [ErrorCode#PROTOCOL] when the bytes are no Arrow IPC stream
    public static Table read(byte[] stream, BufferAllocator allocator) {
        try (ArrowReader reader =
                new DecompressingStreamReader(Channels.newChannel(new ByteArrayInputStream(stream)), null, allocator)) {
            return ArrowTables.read(reader, null, allocator);
        } catch (SheliakException | OutOfMemoryException known) {
            throw known;
        } catch (IOException | RuntimeException malformed) {
            throw new SheliakException(
                    ErrorCode.PROTOCOL,
                    SourceLocation.UNKNOWN,
                    "expected a table as an Arrow IPC stream but its " + stream.length + " bytes cannot be read: "
                            + malformed.getMessage(),
                    malformed);
        }
    }
}
