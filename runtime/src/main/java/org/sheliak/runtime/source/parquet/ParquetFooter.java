package org.sheliak.runtime.source.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/// Finds and reads a file's footer.
///
/// Source: Parquet format 2.11, https://parquet.apache.org/docs/file-format.
final class ParquetFooter {
    private static final String MAGIC = "PAR1";
    private static final int MAGIC_BYTES = 4;
    private static final int LARGEST_REQUEST = 1 << 19;
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC_BYTES;

    private ParquetFooter() {}

    /// The metadata of a file.
    ///
    /// @throws ParquetFormatException when the file has none
    static FileMetaData read(FileChannel file) throws IOException {
        long size = file.size();
        if (size < MAGIC_BYTES + TAIL_BYTES) {
            throw new ParquetFormatException("ends after " + size + " bytes, but a Parquet file ends with " + MAGIC);
        }
        ByteBuffer tail = bytes(file, size - TAIL_BYTES, TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int length = tail.getInt();
        String magic = StandardCharsets.ISO_8859_1.decode(tail).toString();
        if (!magic.equals(MAGIC)) {
            throw new ParquetFormatException("ends after " + size + " bytes with " + printable(magic)
                    + ", but a Parquet file ends with " + MAGIC + "; it may be truncated");
        }
        long start = size - TAIL_BYTES - length;
        if (length < 0 || start < MAGIC_BYTES) {
            throw new ParquetFormatException(
                    "says that its footer has " + Integer.toUnsignedString(length) + " bytes, but has only " + size);
        }
        return Util.readFileMetaData(
                new ByteArrayInputStream(bytes(file, start, length).array()));
    }

    /// So many bytes from a position on, in an array of their own.
    ///
    /// @throws ParquetFormatException when the file ends before
    static ByteBuffer bytes(FileChannel file, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        read(file, position, bytes, length);
        return ByteBuffer.wrap(bytes);
    }

    /// Reads so many bytes from a position on, to the start of an array.
    ///
    /// @throws ParquetFormatException when the file ends before
    static void read(FileChannel file, long position, byte[] target, int length) throws IOException {
        for (int done = 0; done < length; ) {
            // For what goes to an array, the channel keeps a buffer of the request's size.
            int count =
                    file.read(ByteBuffer.wrap(target, done, Math.min(LARGEST_REQUEST, length - done)), position + done);
            if (count < 0) {
                throw new ParquetFormatException(
                        "ends after " + file.size() + " bytes, but " + length + " bytes were expected at " + position);
            }
            done += count;
        }
    }

    private static String printable(String magic) {
        StringBuilder text = new StringBuilder("\"");
        for (int index = 0; index < magic.length(); index++) {
            char character = magic.charAt(index);
            text.append(character >= ' ' && character < 127 ? character : '?');
        }
        return text.append('"').toString();
    }
}
