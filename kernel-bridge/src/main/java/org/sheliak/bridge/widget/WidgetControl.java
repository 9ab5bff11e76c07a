package org.sheliak.bridge.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sheliak.bridge.comm.Comm;
import org.sheliak.bridge.comm.CommEvent;
import org.sheliak.bridge.comm.CommListener;
import org.sheliak.bridge.comm.CommRegistry;
import org.sheliak.bridge.comm.CommTarget;
import org.sheliak.bridge.protocol.Json;

/// Tells a page that was opened again which widgets the kernel has, all in one message.
public final class WidgetControl implements CommTarget {
    /// The name that frontends open this target by.
    public static final String TARGET = "jupyter.widget.control";

    private final CommRegistry comms;

    public WidgetControl(CommRegistry comms) {
        this.comms = comms;
    }

    @Override
    public CommListener opened(Comm comm, CommEvent open) {
        return event -> {
            if (event.data().path("method").asText().equals("request_states")) {
                comm.send(states(), List.of(), event.parent());
            }
        };
    }

    private ObjectNode states() {
        ObjectNode data = Json.object().put("method", "update_states");
        ObjectNode states = data.putObject("states");
        comms.listeners(WidgetModel.class).forEach((id, model) -> states.set(id, described(model.state())));
        data.putArray("buffer_paths");
        return data;
    }

    private static ObjectNode described(ObjectNode state) {
        ObjectNode described = Json.object()
                .put("model_name", state.path("_model_name").asText())
                .put("model_module", state.path("_model_module").asText())
                .put("model_module_version", state.path("_model_module_version").asText());
        described.set("state", state);
        return described;
    }
}
