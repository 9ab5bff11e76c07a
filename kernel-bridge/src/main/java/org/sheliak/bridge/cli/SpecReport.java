package org.sheliak.bridge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.Report;
import org.sheliak.runtime.inline.EvaluatedSpec.Warning;

/// What is reported about a spec.
final class SpecReport {
    private SpecReport() {}

    /// The name of the spec, and that pointers are not into the text that a person wrote where they are not.
    static String heading(SpecFile file, VegaSpec spec) {
        String origin = spec.isCompiled() ? " (pointers into the Vega spec of " + spec.compiler() + ")" : "";
        return "# " + file.name() + origin + "\n";
    }

    /// The planner's report as JSON, with the name of the spec and what compiled it.
    static JsonObject of(SpecFile file, VegaSpec spec, Report report) {
        JsonObject json = JsonObject.EMPTY.with("spec", new JsonString(file.name()));
        if (spec.isCompiled()) {
            json = json.with("compiler", new JsonString(spec.compiler()));
        }
        for (Map.Entry<String, JsonValue> member : report.toJson().members().entrySet()) {
            json = json.with(member.getKey(), member.getValue());
        }
        return json;
    }

    /// An error about the Vega spec that Vega-Lite became, in which nobody has written anything.
    static SheliakException inCompiled(SheliakException error, VegaSpec spec) {
        String detail = error.location().pointer().isEmpty()
                ? error.detail()
                : error.detail() + " (the pointer is into the Vega spec of " + spec.compiler() + ")";
        return new SheliakException(error.code(), error.location(), detail, error);
    }

    static JsonArray warnings(List<Warning> warnings) {
        List<JsonValue> list = new ArrayList<>();
        for (Warning warning : warnings) {
            list.add(JsonObject.EMPTY
                    .with("kind", new JsonString(warning.kind().name().toLowerCase(Locale.ROOT)))
                    .with("pointer", new JsonString(warning.pointer()))
                    .with("message", new JsonString(warning.message())));
        }
        return new JsonArray(list);
    }
}
