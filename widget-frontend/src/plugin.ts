import { type IJupyterWidgetRegistry, IJupyterWidgetRegistry as WidgetRegistry } from "@jupyter-widgets/base";
import { MODULE_NAME, MODULE_VERSION } from "./version.js";

/**
 * The JupyterLab extension: tells the widget registry where Sheliak's widgets are.
 *
 * It requires the registry alone, so that it also runs in Notebook and Voila; Vega and the planner are loaded
 * with the first chart.
 */
export default {
  id: `${MODULE_NAME}:plugin`,
  description: "Shows Sheliak charts.",
  requires: [WidgetRegistry],
  autoStart: true,
  activate: (_app: unknown, registry: IJupyterWidgetRegistry): void => {
    registry.registerWidget({
      name: MODULE_NAME,
      version: MODULE_VERSION,
      exports: async () => ({ ...(await import("./widget.js")) }),
    });
  },
};
