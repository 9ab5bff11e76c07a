package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Gives stubs names of their own where a data set of a nested group has the same name: of two such data sets a view's
/// public functions reach the inner one, whose operators Vega files under the name of the outer one.
///
/// Source: vega-runtime/src/context.js @ v6.4.0, `add`.
final class RenameShadowedStubs implements Pass {

    @Override
    public Draft apply(Draft draft) {
        Scopes scopes = draft.references().scopes();
        StubNames names = new StubNames(scopes);
        Map<String, String> renamed = new LinkedHashMap<>();
        List<Stub> stubs = new ArrayList<>();
        for (Stub stub : draft.stubs()) {
            Variable variable = new Variable(stub.namespace(), stub.name(), List.of());
            if (stub.namespace() == Namespace.DATA && scopes.isShadowed(variable)) {
                String name = names.unused(variable);
                renamed.put(stub.name(), name);
                stubs.add(new Stub(Namespace.DATA, name, stub.target()));
            } else {
                stubs.add(stub);
            }
        }
        return renamed.isEmpty()
                ? draft
                : draft.withClient(rename(draft.client(), renamed)).withStubs(stubs);
    }

    /// The spec in which each stub stands before a data set of its old name that derives from it.
    private static JsonObject rename(JsonObject spec, Map<String, String> renamed) {
        List<JsonValue> data = new ArrayList<>();
        for (JsonValue element : Members.elements(spec, "data")) {
            String name = element instanceof JsonObject set ? Members.text(set, "name") : null;
            if (name != null && renamed.get(name) instanceof String stub) {
                data.add(JsonObject.EMPTY.with("name", new JsonString(stub)));
                data.add(JsonObject.EMPTY.with("name", new JsonString(name)).with("source", new JsonString(stub)));
            } else {
                data.add(element);
            }
        }
        return spec.with("data", new JsonArray(data));
    }
}
