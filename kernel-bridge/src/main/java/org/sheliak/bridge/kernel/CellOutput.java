package org.sheliak.bridge.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.sheliak.bridge.connection.Session;
import org.sheliak.bridge.protocol.IopubContent.Stream;

/// What cells print, on standard output and standard error, in one order.
///
/// Text is gathered for a moment and sent in pieces, because a Jupyter server drops messages that come too fast.
/// What threads print after their cell has ended belongs to the cell that ran last.
public final class CellOutput {
    private static final int DELAY_MILLIS = 40;
    private static final int MAX_PENDING_BYTES = 64 * 1024;
    private static final String NONE = "";

    private final Session session;
    private final Executor later =
            CompletableFuture.delayedExecutor(DELAY_MILLIS, TimeUnit.MILLISECONDS, Runnable::run);
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingName = NONE;
    private boolean isScheduled;

    public CellOutput(Session session) {
        this.session = session;
    }

    /// A stream that prints below the cell.
    ///
    /// @param name `stdout` or `stderr`
    public PrintStream stream(String name) {
        return new PrintStream(new CellStream(name), false, StandardCharsets.UTF_8);
    }

    /// Sends what was printed until now.
    public synchronized void flush() {
        send(pending.size());
    }

    private synchronized void append(String name, byte[] bytes, int offset, int length) {
        if (!name.equals(pendingName)) {
            flush();
            pendingName = name;
        }
        pending.write(bytes, offset, length);
        if (pending.size() >= MAX_PENDING_BYTES) {
            send(wholeCharacters(pending.toByteArray()));
        } else if (!isScheduled) {
            isScheduled = true;
            later.execute(this::flushOnTime);
        }
    }

    private synchronized void flushOnTime() {
        isScheduled = false;
        send(wholeCharacters(pending.toByteArray()));
    }

    private void send(int length) {
        if (length == 0) {
            return;
        }
        byte[] bytes = pending.toByteArray();
        pending.reset();
        pending.write(bytes, length, bytes.length - length);
        session.publish(session.cell(), new Stream(pendingName, new String(bytes, 0, length, StandardCharsets.UTF_8)));
    }

    /// The length without the bytes of a UTF-8 character that is not yet whole.
    private static int wholeCharacters(byte[] bytes) {
        int start = bytes.length - 1;
        while (start >= 0 && bytes.length - start < 4 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        if (start < 0) {
            return bytes.length;
        }
        int leadingOnes = Integer.numberOfLeadingZeros(~(bytes[start] << 24));
        return bytes.length - start < leadingOnes ? start : bytes.length;
    }

    private final class CellStream extends OutputStream {
        private final String name;

        CellStream(String name) {
            this.name = name;
        }

        @Override
        public void write(int value) {
            append(name, new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            append(name, bytes, offset, length);
        }
    }
}
