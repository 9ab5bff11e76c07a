package org.sheliak.bridge.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.sheliak.bridge.connection.Session;
import org.sheliak.bridge.protocol.Message;
import org.sheliak.bridge.protocol.ShellRequest.ExecuteRequest;
import org.sheliak.bridge.protocol.StdinContent.InputReply;
import org.sheliak.bridge.protocol.StdinContent.InputRequest;

/// Standard input of cells: a read asks the person in the notebook for a line.
final class StandardInput extends InputStream {
    private final Session session;
    private final CellOutput output;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private volatile @Nullable Message cell;
    private byte[] line = {};
    private int position;

    StandardInput(Session session, CellOutput output) {
        this.session = session;
        this.output = output;
    }

    /// Whom to ask from now on.
    ///
    /// @param request the cell's `execute_request`; null: nobody
    void askFrom(@Nullable Message request) {
        cell = request;
    }

    void receive(InputReply reply) {
        replies.add(reply.value());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == line.length) {
            line = (ask() + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, bytes, offset, count);
        position += count;
        return count;
    }

    private String ask() throws IOException {
        Message request = cell;
        if (request == null || !request.content(ExecuteRequest.class).allowStdin()) {
            throw new IOException("this notebook cannot be asked for input now");
        }
        replies.clear();
        output.flush();
        session.ask(request, new InputRequest("", false));
        try {
            return replies.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while waiting for input").initCause(e);
        }
    }
}
