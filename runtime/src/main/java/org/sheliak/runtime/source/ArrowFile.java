package org.sheliak.runtime.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.runtime.ipc.ArrowTables;
import org.sheliak.runtime.ipc.DecompressingStreamReader;
import org.sheliak.runtime.table.Table;

/// Reads Arrow IPC, both the file format, which is mapped to memory, and the stream format.
final class ArrowFile {
    private static final String FILE_MAGIC = "ARROW1";

    private ArrowFile() {}

    /// The rows of a file. Caller closes.
    ///
    /// @param columns the columns to deliver, those of them that exist, or `null` for all
    static Table read(Path path, @Nullable List<String> columns, BufferAllocator allocator) throws IOException {
        try (FileChannel channel = FileChannel.open(path);
                ArrowReader reader = isFileFormat(channel)
                        ? MappedArrowReader.open(channel, columns, allocator)
                        : new DecompressingStreamReader(channel, columns, allocator)) {
            return ArrowTables.read(reader, columns, allocator);
        } catch (SheliakException | OutOfMemoryException known) {
            throw known;
        } catch (RuntimeException malformed) {
            throw new IOException(
                    isCutOff(path)
                            ? "begins as an Arrow file and does not end as one; it may be truncated"
                            : "is no Arrow IPC file or stream, or a damaged one: " + malformed.getMessage(),
                    malformed);
        }
    }

    private static boolean isFileFormat(FileChannel channel) throws IOException {
        return hasMagic(channel, 0);
    }

    private static boolean isCutOff(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return isFileFormat(channel) && !hasMagic(channel, channel.size() - FILE_MAGIC.length());
        }
    }

    private static boolean hasMagic(FileChannel channel, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(FILE_MAGIC.length());
        int read = channel.read(bytes, position);
        return read == FILE_MAGIC.length() && FILE_MAGIC.equals(new String(bytes.array(), StandardCharsets.ISO_8859_1));
    }
}
