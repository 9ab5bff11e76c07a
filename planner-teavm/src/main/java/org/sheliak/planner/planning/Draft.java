package org.sheliak.planner.planning;

import java.util.List;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// A plan in the making, handed from pass to pass.
///
/// @param original what is known of the original spec
/// @param client the client spec as it stands
/// @param items what the kernel evaluates
/// @param stubs what the client spec expects from the kernel
record Draft(Classification original, JsonObject client, List<ServerItem> items, List<Stub> stubs) {
    Draft {
        items = List.copyOf(items);
        stubs = List.copyOf(stubs);
    }

    Draft withClient(JsonObject spec) {
        return new Draft(original, spec, items, stubs);
    }

    Draft withItems(List<ServerItem> others) {
        return new Draft(original, client, others, stubs);
    }

    Draft withStubs(List<Stub> others) {
        return new Draft(original, client, items, others);
    }

    /// One step of the planner.
    interface Pass {
        /// The plan after this step.
        Draft apply(Draft draft);
    }
}
