package org.sheliak.bridge.comm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sheliak.bridge.connection.Session;
import org.sheliak.bridge.protocol.CommContent;
import org.sheliak.bridge.protocol.CommContent.CommClose;
import org.sheliak.bridge.protocol.CommContent.CommMsg;
import org.sheliak.bridge.protocol.CommContent.CommOpen;
import org.sheliak.bridge.protocol.Header;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.bridge.protocol.Message;
import org.sheliak.bridge.protocol.ShellReply.CommInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open comms of the kernel. Messages are answered on threads of its own, in order within a comm,
/// so that a running cell holds up no widget.
public final class CommRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(CommRegistry.class);

    private record Entry(Comm comm, CommListener listener, CommQueue queue) {}

    private final Session session;
    private final Executor pool;
    private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /// A registry without comms.
    ///
    /// @param pool where comm messages are answered; must have threads to spare
    public CommRegistry(Session session, Executor pool) {
        this.session = session;
        this.pool = pool;
    }

    public void register(String targetName, CommTarget target) {
        targets.put(targetName, target);
    }

    /// Opens a comm to the frontend, on behalf of the running cell.
    ///
    /// @param listener makes the kernel's end
    public Comm open(String targetName, ObjectNode data, ObjectNode metadata, Function<Comm, CommListener> listener) {
        Comm comm = new Comm(UUID.randomUUID().toString().replace("-", ""), targetName, session);
        entries.put(comm.id(), new Entry(comm, listener.apply(comm), new CommQueue(pool)));
        session.publish(session.cell(), new CommOpen(comm.id(), targetName, data), metadata, List.of());
        return comm;
    }

    /// Takes a comm message of the frontend; returns at once.
    public void receive(Message message) {
        switch (message.header().msgType()) {
            case "comm_open" -> opened(message, message.content(CommOpen.class));
            case "comm_msg" -> arrived(message, message.content(CommMsg.class));
            case "comm_close" -> closed(message, message.content(CommClose.class));
            default -> throw new IllegalArgumentException("not a comm message: " + message.header());
        }
    }

    /// The open comms by id, of one target or of all.
    public Map<String, CommInfo> info(@Nullable String targetName) {
        Map<String, CommInfo> comms = new HashMap<>();
        for (Entry entry : entries.values()) {
            String name = entry.comm().targetName();
            if (targetName == null || targetName.isEmpty() || targetName.equals(name)) {
                comms.put(entry.comm().id(), new CommInfo(name));
            }
        }
        return comms;
    }

    /// The kernel's ends of all comms that are of a kind, by comm id.
    public <T> Map<String, T> listeners(Class<T> type) {
        Map<String, T> listeners = new HashMap<>();
        entries.forEach((id, entry) -> {
            if (type.isInstance(entry.listener())) {
                listeners.put(id, type.cast(entry.listener()));
            }
        });
        return listeners;
    }

    private void opened(Message message, CommOpen open) {
        CommTarget target = targets.get(open.targetName());
        if (target == null) {
            LOG.warn("A frontend opened a comm to the unknown target {}", open.targetName());
            answering(
                    message.header(),
                    () -> session.publish(message.header(), new CommClose(open.commId(), Json.object())));
            return;
        }
        Comm comm = new Comm(open.commId(), open.targetName(), session);
        CommEvent event = event(message, open.data());
        CommQueue queue = new CommQueue(pool);
        entries.put(comm.id(), new Entry(comm, target.opened(comm, event), queue));
        queue.add(() -> answering(event.parent(), () -> {}));
    }

    private void arrived(Message message, CommMsg content) {
        Entry entry = find(message, content);
        if (entry == null) {
            return;
        }
        CommEvent event = event(message, content.data());
        entry.listener().arriving(event);
        entry.queue().add(() -> answering(event.parent(), () -> entry.listener().message(event)));
    }

    private void closed(Message message, CommClose content) {
        Entry entry = find(message, content);
        if (entry != null) {
            entries.remove(entry.comm().id());
            entry.queue().add(() -> answering(message.header(), entry.listener()::closed));
        }
    }

    private @Nullable Entry find(Message message, CommContent content) {
        Entry entry = entries.get(content.commId());
        if (entry == null) {
            LOG.warn("{} names the unknown comm {}", content.msgType(), content.commId());
            answering(message.header(), () -> {});
        }
        return entry;
    }

    private void answering(Header parent, Runnable answer) {
        session.busy(parent);
        try {
            answer.run();
        } catch (RuntimeException e) {
            LOG.error("A comm message could not be answered", e);
        } finally {
            session.idle(parent);
        }
    }

    private static CommEvent event(Message message, @Nullable JsonNode data) {
        return new CommEvent(message.header(), data == null ? Json.object() : data, message.buffers());
    }
}
