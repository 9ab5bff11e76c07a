package org.sheliak.bridge.kernel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.sheliak.bridge.comm.CommRegistry;
import org.sheliak.bridge.connection.Channel;
import org.sheliak.bridge.connection.MessageReceiver;
import org.sheliak.bridge.connection.Session;
import org.sheliak.bridge.kernel.KernelBackend.Completion;
import org.sheliak.bridge.protocol.Content;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.bridge.protocol.Message;
import org.sheliak.bridge.protocol.ShellReply.CommInfoReply;
import org.sheliak.bridge.protocol.ShellReply.CompleteReply;
import org.sheliak.bridge.protocol.ShellReply.ErrorReply;
import org.sheliak.bridge.protocol.ShellReply.HistoryReply;
import org.sheliak.bridge.protocol.ShellReply.InspectReply;
import org.sheliak.bridge.protocol.ShellReply.InterruptReply;
import org.sheliak.bridge.protocol.ShellReply.IsCompleteReply;
import org.sheliak.bridge.protocol.ShellReply.ShutdownReply;
import org.sheliak.bridge.protocol.ShellRequest.CommInfoRequest;
import org.sheliak.bridge.protocol.ShellRequest.CompleteRequest;
import org.sheliak.bridge.protocol.ShellRequest.InspectRequest;
import org.sheliak.bridge.protocol.ShellRequest.IsCompleteRequest;
import org.sheliak.bridge.protocol.ShellRequest.ShutdownRequest;
import org.sheliak.bridge.protocol.StdinContent.InputReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers Jupyter's requests. Three kinds of work never wait for each other: cells (one thread),
/// questions about code (one thread) and comm messages (the registry's pool).
public final class Kernel implements MessageReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(Kernel.class);

    private final Session session;
    private final KernelBackend backend;
    private final CommRegistry comms;
    private final CellQueue cells;
    private final StandardInput input;
    private final Runnable stop;
    private final ExecutorService questions = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sheliak-questions").factory());

    /// A kernel that answers by a session.
    ///
    /// @param stop ends the process once the messages that were sent have left
    public Kernel(Session session, KernelBackend backend, CommRegistry comms, CellOutput output, Runnable stop) {
        this.session = session;
        this.backend = backend;
        this.comms = comms;
        this.input = new StandardInput(session, output);
        this.cells = new CellQueue(session, backend, output, input);
        this.stop = stop;
    }

    /// Begins to run cells.
    public void start() {
        System.setIn(input);
        cells.start();
    }

    @Override
    public void receive(Channel channel, Message message) {
        switch (message.header().msgType()) {
            case "execute_request" -> cells.add(message);
            case "comm_open", "comm_msg", "comm_close" -> comms.receive(message);
            case "complete_request", "inspect_request", "is_complete_request" ->
                questions.execute(() -> answer(channel, message, this::question));
            case "kernel_info_request" -> answer(channel, message, request -> KernelInfo.reply(backend.languageInfo()));
            case "comm_info_request" -> answer(channel, message, this::commInfo);
            case "history_request" -> answer(channel, message, request -> new HistoryReply("ok", List.of()));
            case "interrupt_request" -> answer(channel, message, this::interrupt);
            case "shutdown_request" -> shutdown(channel, message);
            case "input_reply" -> input.receive(message.content(InputReply.class));
            default -> LOG.debug("No answer to {}", message.header());
        }
    }

    private void answer(Channel channel, Message request, Function<Message, Content> answer) {
        session.busy(request.header());
        try {
            session.reply(channel, request, answer.apply(request));
        } catch (RuntimeException e) {
            LOG.error("No answer to " + request.header(), e);
            session.reply(channel, request, failure(request, e));
        } finally {
            session.idle(request.header());
        }
    }

    private Content question(Message message) {
        return switch (message.header().msgType()) {
            case "complete_request" -> complete(message.content(CompleteRequest.class));
            case "inspect_request" -> inspect(message.content(InspectRequest.class));
            default -> isComplete(message.content(IsCompleteRequest.class));
        };
    }

    private Content complete(CompleteRequest request) {
        String code = request.code();
        Completion completion = backend.complete(code, CodePoints.toChars(code, request.cursorPos()));
        int start = CodePoints.fromChars(code, completion.start());
        int end = CodePoints.fromChars(code, completion.end());
        return new CompleteReply("ok", completion.matches(), start, end, Json.object());
    }

    private Content inspect(InspectRequest request) {
        String code = request.code();
        var text = backend.inspect(code, CodePoints.toChars(code, request.cursorPos()));
        Map<String, String> data =
                text.map(known -> Map.of("text/plain", known)).orElse(Map.of());
        return new InspectReply("ok", text.isPresent(), data, Json.object());
    }

    private Content isComplete(IsCompleteRequest request) {
        return switch (backend.isComplete(request.code())) {
            case COMPLETE -> new IsCompleteReply("complete", null);
            case INCOMPLETE -> new IsCompleteReply("incomplete", "    ");
            case INVALID -> new IsCompleteReply("invalid", null);
        };
    }

    private Content commInfo(Message message) {
        return new CommInfoReply(
                "ok", comms.info(message.content(CommInfoRequest.class).targetName()));
    }

    private Content interrupt(Message request) {
        backend.interrupt();
        return new InterruptReply("ok");
    }

    private void shutdown(Channel channel, Message message) {
        ShutdownRequest request = message.content(ShutdownRequest.class);
        answer(channel, message, ignored -> new ShutdownReply("ok", request.restart()));
        stop.run();
    }

    private static Content failure(Message request, RuntimeException e) {
        String type = request.header().msgType().replace("_request", "_reply");
        return new ErrorReply(type, "error", e.getClass().getName(), String.valueOf(e.getMessage()), List.of());
    }
}
