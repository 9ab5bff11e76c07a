package org.sheliak.runtime.source.delimited;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.sheliak.runtime.table.Utf8Text;

/// A text in UTF-8 that is read piece by piece, by any thread.
interface TextBytes {

    /// How many bytes it has.
    long size();

    /// Whether it is known to be well-formed, with surrogates that stand alone as [Utf8Text] writes them.
    /// In any other text, what is malformed reads as U+FFFD.
    boolean isWellFormed();

    /// Copies the bytes from a position on, which the text has, to where they are wanted.
    void read(long position, byte[] target, int from, int count) throws IOException;

    /// All of it as a string.
    default String text() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(size())];
        read(0, bytes, 0, bytes.length);
        return Utf8Text.decode(bytes, 0, bytes.length, isWellFormed());
    }

    /// A text in memory.
    @SuppressWarnings("ArrayRecordComponent")
    record InMemory(byte[] bytes) implements TextBytes {
        InMemory(String text) {
            this(Utf8Text.encode(text));
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public boolean isWellFormed() {
            return true;
        }

        @Override
        public void read(long position, byte[] target, int from, int count) {
            System.arraycopy(bytes, (int) position, target, from, count);
        }
    }

    /// A file without its byte order mark.
    ///
    /// @param start bytes of the mark
    record InFile(FileChannel file, long start, long size) implements TextBytes {
        private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
        /// For what goes to an array, a channel keeps a buffer of the request's size.
        private static final int LARGEST_REQUEST = 1 << 19;

        static InFile of(FileChannel file) throws IOException {
            ByteBuffer mark = ByteBuffer.allocate(BYTE_ORDER_MARK.length);
            boolean isMarked = file.read(mark, 0) == BYTE_ORDER_MARK.length
                    && mark.flip().equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
            long start = isMarked ? BYTE_ORDER_MARK.length : 0;
            return new InFile(file, start, file.size() - start);
        }

        @Override
        public boolean isWellFormed() {
            return false;
        }

        @Override
        public void read(long position, byte[] target, int from, int count) throws IOException {
            for (int done = 0; done < count; ) {
                ByteBuffer piece = ByteBuffer.wrap(target, from + done, Math.min(LARGEST_REQUEST, count - done));
                int read = file.read(piece, start + position + done);
                if (read < 0) {
                    throw new EOFException("became shorter while it was read");
                }
                done += read;
            }
        }
    }

    /// A text behind another, both of one kind.
    @SuppressWarnings("ArrayRecordComponent")
    record Joined(byte[] lead, TextBytes rest) implements TextBytes {
        @Override
        public long size() {
            return lead.length + rest.size();
        }

        @Override
        public boolean isWellFormed() {
            return rest.isWellFormed();
        }

        @Override
        public void read(long position, byte[] target, int from, int count) throws IOException {
            int ofLead = Math.clamp(lead.length - position, 0, count);
            System.arraycopy(lead, (int) Math.min(position, lead.length - ofLead), target, from, ofLead);
            rest.read(position + ofLead - lead.length, target, from + ofLead, count - ofLead);
        }
    }
}
