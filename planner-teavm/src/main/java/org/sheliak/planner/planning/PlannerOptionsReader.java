package org.sheliak.planner.planning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Reads options from JSON: `{"timezone", "tables", "inlineRows", "keep", "browserOnly", "seed"}`, all but the first
/// optional. `keep` and `browserOnly` are lists of `{"namespace": "data" | "signal", "name"}` at the top level of the
/// spec.
public final class PlannerOptionsReader {
    private PlannerOptionsReader() {}

    /// The options.
    ///
    /// @throws SheliakException SPEC_INVALID when there is no time zone
    public static PlannerOptions read(JsonObject json) {
        String timezone = Members.text(json, "timezone");
        if (timezone == null) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID,
                    SourceLocation.UNKNOWN,
                    "found planner options without a timezone, expected an IANA name such as \"Europe/Berlin\"");
        }
        double rows =
                json.get("inlineRows") instanceof JsonNumber(double value) ? value : PlannerOptions.DEFAULT_INLINE_ROWS;
        return PlannerOptions.in(timezone)
                .withTables(names(json))
                .withInlineRows(rows >= Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) Math.max(rows, 0))
                .withKeep(variables(json, "keep"))
                .withBrowserOnly(variables(json, "browserOnly"))
                .withSeed(json.get("seed") instanceof JsonNumber(double seed) ? seed : null);
    }

    private static Set<String> names(JsonObject json) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonValue element : Members.elements(json, "tables")) {
            if (element instanceof JsonString(String name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static Set<Variable> variables(JsonObject json, String member) {
        Set<Variable> variables = new LinkedHashSet<>();
        for (JsonValue element : Members.elements(json, member)) {
            if (element instanceof JsonObject object && Members.text(object, "name") instanceof String name) {
                boolean isData = "data".equals(Members.text(object, "namespace"));
                variables.add(new Variable(isData ? Namespace.DATA : Namespace.SIGNAL, name, List.of()));
            }
        }
        return variables;
    }
}
