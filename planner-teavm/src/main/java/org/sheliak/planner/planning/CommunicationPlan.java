package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task.Output;
import org.sheliak.planner.taskgraph.Variable;

/// Which values go between the browser and the kernel.
///
/// All variables stand at the top level of the client spec, where a view's `data` and `signal` functions reach them.
///
/// @param serverToClient what the client spec expects from the kernel
/// @param clientToServer what the kernel expects from the browser
public record CommunicationPlan(List<ServerValue> serverToClient, List<ClientValue> clientToServer) {
    public CommunicationPlan {
        serverToClient = List.copyOf(serverToClient);
        clientToServer = List.copyOf(clientToServer);
    }

    /// A value that the kernel sends.
    ///
    /// @param variable the stub in the client spec that it goes to
    /// @param output the value to ask for
    public record ServerValue(Variable variable, Output output) {}

    /// A value that the browser sends whenever it changes.
    ///
    /// @param variable the signal or data set in the client spec
    /// @param task index of the root that takes the value
    /// @param hasInitialValue true when the task graph holds the value that the view starts with; if not, only the
    ///     view knows it
    public record ClientValue(Variable variable, int task, boolean hasInitialValue) {}

    /// True when the kernel can be asked before the view has run.
    public boolean isReadyAtStart() {
        for (ClientValue value : clientToServer) {
            if (!value.hasInitialValue()) {
                return false;
            }
        }
        return true;
    }

    /// This plan as JSON, in the form that `docs/protocol.md` describes.
    public JsonObject toJson() {
        List<JsonValue> toClient = new ArrayList<>();
        for (ServerValue value : serverToClient) {
            toClient.add(variable(value.variable())
                    .with("task", new JsonNumber(value.output().task()))
                    .with("signal", new JsonString(value.output().signal())));
        }
        List<JsonValue> toServer = new ArrayList<>();
        for (ClientValue value : clientToServer) {
            toServer.add(variable(value.variable())
                    .with("task", new JsonNumber(value.task()))
                    .with("hasInitialValue", new JsonBoolean(value.hasInitialValue())));
        }
        return JsonObject.EMPTY
                .with("serverToClient", new JsonArray(toClient))
                .with("clientToServer", new JsonArray(toServer));
    }

    static JsonObject variable(Variable variable) {
        List<JsonValue> scope = new ArrayList<>();
        for (int index : variable.scope()) {
            scope.add(new JsonNumber(index));
        }
        String namespace = variable.namespace().name().toLowerCase(Locale.ROOT);
        return JsonObject.EMPTY
                .with("namespace", new JsonString(namespace))
                .with("name", new JsonString(variable.name()))
                .with("scope", new JsonArray(scope));
    }
}
