package org.sheliak;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A chart: a Vega-Lite or Vega spec, and the tables that it names. As the last expression of a cell, or given to
/// [Display#display(Object)], it is drawn in the notebook.
///
/// ```java
/// var flights = Table.read("flights-3m.parquet");
/// Chart.of("""
///     {"data": {"name": "flights"}, "mark": "bar", "encoding": {...}}
///     """).data("flights", flights)
/// ```
public final class Chart {
    private final ChartSpec spec;
    private final Map<String, Table> tables;

    private Chart(ChartSpec spec, Map<String, Table> tables) {
        this.spec = spec;
        this.tables = tables;
    }

    /// A chart of a spec in JSON; whether it is Vega-Lite or Vega is told by `$schema`, else by its shape.
    ///
    /// @throws org.sheliak.planner.error.SheliakException SPEC_INVALID when the text is not such a spec
    public static Chart of(String spec) {
        return new Chart(ChartSpec.parse(spec), Map.of());
    }

    /// The same chart with one more table, which the spec names as `"data": {"name": "…"}` or
    /// `"data": {"url": "table://…"}`.
    public Chart data(String name, Table table) {
        Map<String, Table> more = new LinkedHashMap<>(tables);
        more.put(name, table);
        return new Chart(spec, more);
    }

    /// The same chart, once every table that its spec names is known to be given.
    ///
    /// @throws org.sheliak.planner.error.SheliakException SPEC_INVALID with the name and the place in the spec
    public Chart checked() {
        ChartTables.check(spec, tables.keySet());
        return this;
    }

    public ChartSpec spec() {
        return spec;
    }

    /// The tables by name, in the order given.
    public Map<String, Table> tables() {
        return Collections.unmodifiableMap(tables);
    }

    @Override
    public String toString() {
        return "Chart of " + spec.language() + (tables.isEmpty() ? "" : " with " + String.join(", ", tables.keySet()));
    }
}
