package org.sheliak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// The tables that a spec names, so that a wrong name is told in the cell.
///
/// A table is named by `"url": "table://…"` in both languages. In Vega-Lite, data that have a name and nothing else
/// name a table too, unless another data object of the spec defines that name. In Vega such data may be filled by
/// signals, so their names are not held against the tables.
final class ChartTables {
    private static final String URL_SCHEME = "table://";
    private static final List<String> SOURCES =
            List.of("url", "values", "source", "sequence", "sphere", "graticule", "transform", "on");

    private final Map<String, String> pointers = new LinkedHashMap<>();
    private final Set<String> defined = new LinkedHashSet<>();
    private final boolean isVegaLite;

    private ChartTables(boolean isVegaLite) {
        this.isVegaLite = isVegaLite;
    }

    /// Checks that every table that the spec names is given.
    ///
    /// @throws SheliakException SPEC_INVALID at the first name that is not
    static void check(ChartSpec spec, Set<String> given) {
        ChartTables tables = new ChartTables(spec.language() == ChartSpec.Language.VEGA_LITE);
        tables.visit(ChartSpec.tree(spec.json()), "");
        tables.pointers.forEach((name, pointer) -> {
            if (!given.contains(name) && !tables.defined.contains(name)) {
                throw missing(name, pointer, given);
            }
        });
    }

    private void visit(JsonNode node, String pointer) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(node.get(i), pointer + "/" + i);
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String place = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            switch (member.getKey()) {
                case "data" -> visitData(member.getValue(), place);
                case "datasets" -> member.getValue().fieldNames().forEachRemaining(defined::add);
                case "values" -> {}
                default -> visit(member.getValue(), place);
            }
        }
    }

    private void visitData(JsonNode data, String pointer) {
        if (data.isArray()) {
            for (int i = 0; i < data.size(); i++) {
                visitData(data.get(i), pointer + "/" + i);
            }
            return;
        }
        String url = data.path("url").asText();
        String name = data.path("name").asText();
        if (url.startsWith(URL_SCHEME)) {
            pointers.putIfAbsent(url.substring(URL_SCHEME.length()), pointer + "/url");
        } else if (isVegaLite && !name.isEmpty() && SOURCES.stream().noneMatch(data::has)) {
            pointers.putIfAbsent(name, pointer + "/name");
        } else if (!name.isEmpty()) {
            defined.add(name);
        }
    }

    private static SheliakException missing(String name, String pointer, Set<String> given) {
        String has = given.isEmpty() ? "it has no tables" : "it has \"" + String.join("\", \"", given) + "\"";
        String detail = "the spec names the table \"" + name + "\", which the chart was not given: " + has
                + "; give it with .data(\"" + name + "\", Table.read(…))";
        return new SheliakException(ErrorCode.SPEC_INVALID, SourceLocation.at(pointer), detail);
    }
}
