package org.sheliak.bridge.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sheliak.Chart;
import org.sheliak.bridge.protocol.Json;

/// The state of a chart's widget model, which the frontend mirrors.
final class ChartState {
    private static final String MODULE = "jupyterlab-sheliak";
    private static final String MODULE_VERSION = "^0.1.0";

    private ChartState() {}

    static ObjectNode of(Chart chart) {
        ObjectNode state = Json.object()
                .put("_model_module", MODULE)
                .put("_model_module_version", MODULE_VERSION)
                .put("_model_name", "ChartModel")
                .put("_view_module", MODULE)
                .put("_view_module_version", MODULE_VERSION)
                .put("_view_name", "ChartView")
                .putNull("_view_count")
                .put("spec", chart.spec().json())
                .put("mode", chart.spec().language().mode());
        state.putArray("_dom_classes");
        chart.tables().keySet().forEach(state.putArray("tables")::add);
        return state;
    }
}
