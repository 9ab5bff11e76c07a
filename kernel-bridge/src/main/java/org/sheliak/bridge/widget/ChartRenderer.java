package org.sheliak.bridge.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sheliak.Chart;
import org.sheliak.MimeBundle;
import org.sheliak.bridge.comm.Comm;
import org.sheliak.bridge.comm.CommRegistry;
import org.sheliak.bridge.kernel.Renderer;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.runtime.SheliakRuntime;
import org.sheliak.runtime.session.ChartSession;
import org.sheliak.runtime.source.SourceTable;

/// Shows a chart as a widget: opens its comm, then names it in the output.
public final class ChartRenderer implements Renderer {
    private static final String TARGET = "jupyter.widget";
    private static final String PROTOCOL_VERSION = "2.1.0";
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";

    private final CommRegistry comms;
    private final Supplier<SheliakRuntime> runtime;

    /// A renderer that opens comms in a registry.
    ///
    /// @param runtime gives the runtime that evaluates all charts; asked at the first one
    public ChartRenderer(CommRegistry comms, Supplier<SheliakRuntime> runtime) {
        this.comms = comms;
        this.runtime = runtime;
    }

    @Override
    public Optional<MimeBundle> render(Object value) {
        return value instanceof Chart chart ? Optional.of(open(chart.checked())) : Optional.empty();
    }

    private MimeBundle open(Chart chart) {
        Map<String, SourceTable> tables = new LinkedHashMap<>();
        chart.tables().forEach((name, table) -> tables.put(name, table.source()));
        ChartSession session = runtime.get().openChart(tables);
        ObjectNode data = Json.object();
        data.set("state", ChartState.of(chart));
        data.putArray("buffer_paths");
        ObjectNode metadata = Json.object().put("version", PROTOCOL_VERSION);
        Comm comm = comms.open(TARGET, data, metadata, opened -> new ChartWidget(opened, chart, session));
        return MimeBundle.text(chart.toString())
                .with(VIEW, Map.of("version_major", 2, "version_minor", 0, "model_id", comm.id()));
    }
}
