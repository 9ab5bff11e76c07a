package org.sheliak.bridge.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.sheliak.MimeBundle;
import org.sheliak.bridge.connection.Channel;
import org.sheliak.bridge.connection.Session;
import org.sheliak.bridge.kernel.KernelBackend.CellResult;
import org.sheliak.bridge.kernel.KernelBackend.Failure;
import org.sheliak.bridge.kernel.KernelBackend.Success;
import org.sheliak.bridge.protocol.Header;
import org.sheliak.bridge.protocol.IopubContent.CellError;
import org.sheliak.bridge.protocol.IopubContent.ExecuteInput;
import org.sheliak.bridge.protocol.IopubContent.ExecuteResult;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.bridge.protocol.Message;
import org.sheliak.bridge.protocol.ShellReply.ExecuteReply;
import org.sheliak.bridge.protocol.ShellRequest.ExecuteRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs cells one after the other on a thread of its own. An error aborts the cells that wait behind it.
final class CellQueue {
    private static final Logger LOG = LoggerFactory.getLogger(CellQueue.class);

    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    private final Session session;
    private final KernelBackend backend;
    private final CellOutput output;
    private final StandardInput input;
    private int executionCount;

    CellQueue(Session session, KernelBackend backend, CellOutput output, StandardInput input) {
        this.session = session;
        this.backend = backend;
        this.output = output;
        this.input = input;
    }

    void start() {
        Thread.ofPlatform().daemon().name("cell").start(this::run);
    }

    void add(Message request) {
        waiting.add(request);
    }

    private void run() {
        backend.start();
        while (true) {
            try {
                execute(waiting.take());
            } catch (InterruptedException e) {
                LOG.debug("Interrupted between two cells", e);
            }
        }
    }

    private void execute(Message message) {
        Header header = message.header();
        session.beginCell(header);
        try {
            ExecuteRequest request = message.content(ExecuteRequest.class);
            if (!request.silent()) {
                executionCount++;
                session.publish(header, new ExecuteInput(request.code(), executionCount));
            }
            input.askFrom(message);
            CellResult result = backend.execute(request.code(), executionCount);
            input.askFrom(null);
            output.flush();
            session.reply(Channel.SHELL, message, publish(header, request, result));
            if (result instanceof Failure && request.abortsOnError()) {
                abortWaiting();
            }
        } catch (RuntimeException e) {
            LOG.error("A cell could not be run", e);
            String text = String.valueOf(e.getMessage());
            CellError error = new CellError(e.getClass().getName(), text, List.of(text));
            session.publish(header, error);
            session.reply(Channel.SHELL, message, ExecuteReply.error(executionCount, error));
        } finally {
            session.endCell(header);
        }
    }

    private ExecuteReply publish(Header header, ExecuteRequest request, CellResult result) {
        return switch (result) {
            case Success success -> {
                MimeBundle value = success.value();
                if (value != null && !request.silent()) {
                    session.publish(header, new ExecuteResult(executionCount, value.data(), Json.object()));
                }
                yield ExecuteReply.ok(executionCount);
            }
            case Failure failure -> {
                session.publish(header, failure.error());
                yield ExecuteReply.error(executionCount, failure.error());
            }
        };
    }

    private void abortWaiting() {
        List<Message> aborted = new ArrayList<>();
        waiting.drainTo(aborted);
        for (Message message : aborted) {
            session.busy(message.header());
            session.reply(Channel.SHELL, message, ExecuteReply.aborted(executionCount));
            session.idle(message.header());
        }
    }
}
