package org.sheliak.bridge.comm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.bridge.connection.Session;
import org.sheliak.bridge.protocol.CommContent.CommMsg;
import org.sheliak.bridge.protocol.Header;
import org.sheliak.bridge.protocol.Json;

/// One open comm. It lives on when the page that shows its widget goes, until one side closes it.
public final class Comm {
    private final String id;
    private final String targetName;
    private final Session session;

    Comm(String id, String targetName, Session session) {
        this.id = id;
        this.targetName = targetName;
        this.session = session;
    }

    public String id() {
        return id;
    }

    public String targetName() {
        return targetName;
    }

    /// Sends to the frontend.
    ///
    /// @param parent the message that this answers; null: the running cell
    public void send(JsonNode data, List<byte[]> buffers, @Nullable Header parent) {
        session.publish(parent == null ? session.cell() : parent, new CommMsg(id, data), Json.object(), buffers);
    }
}
