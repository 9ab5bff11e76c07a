package org.sheliak.bridge.cli;

import java.util.List;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// A Vega spec, and how it came to be.
///
/// @param compiler what compiled it, with its version; empty for a spec that was one of Vega already
/// @param warnings what the compiler says
record VegaSpec(JsonObject json, String compiler, List<String> warnings) {
    VegaSpec {
        warnings = List.copyOf(warnings);
    }

    boolean isCompiled() {
        return !compiler.isEmpty();
    }
}
