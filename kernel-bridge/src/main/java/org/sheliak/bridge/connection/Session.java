package org.sheliak.bridge.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sheliak.bridge.protocol.Content;
import org.sheliak.bridge.protocol.Header;
import org.sheliak.bridge.protocol.IopubContent.Status;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.bridge.protocol.Message;

/// The kernel's side of the conversation: gives every message its header and the right parent header.
public final class Session {
    private final MessageSender sender;
    private final String id = UUID.randomUUID().toString();
    private volatile @Nullable Header cell;
    private volatile boolean isExecuting;

    public Session(MessageSender sender) {
        this.sender = sender;
    }

    /// Answers a request on the channel that it came by.
    public void reply(Channel channel, Message request, Content content) {
        sender.send(channel, message(request.identities(), request.header(), Json.object(), content, List.of()));
    }

    /// Asks the person in front of the frontend that sent a request.
    public void ask(Message request, Content content) {
        reply(Channel.STDIN, request, content);
    }

    /// Publishes on behalf of a request, or of nobody.
    public void publish(@Nullable Header parent, Content content) {
        publish(parent, content, Json.object(), List.of());
    }

    public void publish(@Nullable Header parent, Content content, ObjectNode metadata, List<byte[]> buffers) {
        byte[] topic = ("kernel." + id + "." + content.msgType()).getBytes(StandardCharsets.UTF_8);
        sender.send(Channel.IOPUB, message(List.of(topic), parent, metadata, content, buffers));
    }

    /// The header of the cell that runs, or that ran last; null before the first one.
    public @Nullable Header cell() {
        return cell;
    }

    public void beginCell(Header header) {
        cell = header;
        isExecuting = true;
        busy(header);
    }

    public void endCell(Header header) {
        isExecuting = false;
        publish(header, new Status("idle"));
    }

    public void busy(Header request) {
        publish(request, new Status("busy"));
    }

    /// Ends the answer to a request. While a cell runs the kernel is said to be busy again at once,
    /// because a frontend takes any `idle` for the state of the whole kernel.
    public void idle(Header request) {
        publish(request, new Status("idle"));
        Header running = cell;
        if (isExecuting && running != null) {
            busy(running);
        }
    }

    private Message message(
            List<byte[]> identities,
            @Nullable Header parent,
            ObjectNode metadata,
            Content content,
            List<byte[]> buffers) {
        ObjectNode json = Json.MAPPER.valueToTree(content);
        return new Message(identities, Header.of(content.msgType(), id), parent, metadata, json, buffers);
    }
}
