package org.sheliak.bridge.widget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.sheliak.Chart;
import org.sheliak.bridge.comm.Comm;
import org.sheliak.bridge.comm.CommEvent;
import org.sheliak.bridge.comm.CommListener;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.runtime.proto.ErrorCode;
import org.sheliak.runtime.session.ChartSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One chart in the notebook. Its state is small: the spec and the names of its tables; data crosses in
/// custom messages, as requests of the frontend and their responses.
final class ChartWidget implements CommListener, WidgetModel {
    private static final Logger LOG = LoggerFactory.getLogger(ChartWidget.class);

    private final Comm comm;
    private final ChartSession session;
    private final ObjectNode state;
    private final AtomicInteger waiting = new AtomicInteger();

    ChartWidget(Comm comm, Chart chart, ChartSession session) {
        this.comm = comm;
        this.session = session;
        this.state = ChartState.of(chart);
    }

    @Override
    public synchronized ObjectNode state() {
        return state.deepCopy();
    }

    @Override
    public void arriving(CommEvent event) {
        if (isRequest(event.data())) {
            waiting.incrementAndGet();
            session.cancel();
        }
    }

    @Override
    public void message(CommEvent event) {
        JsonNode data = event.data();
        switch (data.path("method").asText()) {
            case "custom" -> custom(event);
            case "request_state" -> comm.send(update("update", state()), List.of(), event.parent());
            case "update" -> update(event);
            default -> LOG.warn("A widget message has the unknown method {}", data.path("method"));
        }
    }

    @Override
    public void closed() {
        session.close();
    }

    private void custom(CommEvent event) {
        if (!isRequest(event.data())) {
            LOG.warn("A chart sent the unknown message {}", event.data().path("content"));
            return;
        }
        boolean isStale = waiting.decrementAndGet() > 0;
        byte[] response = respond(event.buffers(), isStale);
        ObjectNode content = Json.object().put("type", "response");
        ObjectNode data = Json.object().put("method", "custom");
        data.set("content", content);
        comm.send(data, List.of(response), event.parent());
    }

    private byte[] respond(List<byte[]> buffers, boolean isStale) {
        if (buffers.isEmpty()) {
            return Refusal.of(0, ErrorCode.PROTOCOL, "a request came without its buffer, which holds the message");
        }
        byte[] request = buffers.getFirst();
        return isStale ? StaleRequest.respond(session, request) : session.respond(request);
    }

    private void update(CommEvent event) {
        JsonNode changes = event.data().path("state");
        synchronized (this) {
            changes.properties().stream()
                    .filter(change -> state.has(change.getKey()))
                    .forEach(change -> state.set(change.getKey(), change.getValue()));
        }
        comm.send(update("echo_update", changes), event.buffers(), event.parent());
    }

    private static ObjectNode update(String method, JsonNode state) {
        ObjectNode data = Json.object().put("method", method);
        data.set("state", state);
        data.putArray("buffer_paths");
        return data;
    }

    private static boolean isRequest(JsonNode data) {
        return data.path("content").path("type").asText().equals("request");
    }
}
