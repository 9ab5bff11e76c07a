package org.sheliak.bridge.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sheliak.Chart;
import org.sheliak.MimeBundle;
import org.sheliak.bridge.comm.Comm;
import org.sheliak.bridge.comm.CommRegistry;
import org.sheliak.bridge.kernel.Renderer;
import org.sheliak.bridge.protocol.Json;

/// Shows a chart as a widget: opens its comm, then names it in the output.
public final class ChartRenderer implements Renderer {
    private static final String TARGET = "jupyter.widget";
    private static final String PROTOCOL_VERSION = "2.1.0";
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";

    private final CommRegistry comms;
    private final Function<Chart, ChartEvaluator> evaluators;

    /// A renderer that opens comms in a registry.
    ///
    /// @param evaluators opens the evaluator of a chart, which the widget closes
    public ChartRenderer(CommRegistry comms, Function<Chart, ChartEvaluator> evaluators) {
        this.comms = comms;
        this.evaluators = evaluators;
    }

    @Override
    public Optional<MimeBundle> render(Object value) {
        return value instanceof Chart chart ? Optional.of(open(chart)) : Optional.empty();
    }

    private MimeBundle open(Chart chart) {
        ObjectNode data = Json.object();
        data.set("state", ChartState.of(chart));
        data.putArray("buffer_paths");
        ObjectNode metadata = Json.object().put("version", PROTOCOL_VERSION);
        Comm comm =
                comms.open(TARGET, data, metadata, opened -> new ChartWidget(opened, chart, evaluators.apply(chart)));
        return MimeBundle.text(chart.toString())
                .with(VIEW, Map.of("version_major", 2, "version_minor", 0, "model_id", comm.id()));
    }
}
