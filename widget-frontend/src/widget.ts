import { DOMWidgetModel, DOMWidgetView, type ISerializers } from "@jupyter-widgets/base";
import { Chart, type ChartElement, type ChartSource } from "./chart.js";
import { Line } from "./line.js";
import { decodeResponse, type Response } from "./messages.js";
import { MODULE_NAME, MODULE_VERSION } from "./version.js";
import "../style/base.css";

/** A chart of the notebook: its spec and its comm with the kernel, shared by all its views. */
export class ChartModel extends DOMWidgetModel {
  static override serializers: ISerializers = { ...DOMWidgetModel.serializers };

  /** The comm, on which one view at a time speaks. */
  readonly line = new Line((request) => {
    this.send({ type: "request" }, undefined, [request]);
  });

  override defaults() {
    return {
      ...super.defaults(),
      _model_module: MODULE_NAME,
      _model_module_version: MODULE_VERSION,
      _model_name: "ChartModel",
      _view_module: MODULE_NAME,
      _view_module_version: MODULE_VERSION,
      _view_name: "ChartView",
      spec: "{}",
      mode: "vega-lite",
      tables: [],
    };
  }

  get source(): ChartSource {
    return { spec: this.get("spec"), mode: this.get("mode"), tables: this.get("tables") };
  }
}

export class ChartView extends DOMWidgetView {
  declare model: ChartModel;
  #chart: Chart | undefined;

  override render(): void {
    this.el.classList.add("sheliak-chart");
    this.#chart = new Chart(this.el as ChartElement, this.model.line);
    this.listenTo(this.model, "msg:custom", this.#onMessage);
    this.listenTo(this.model, "change:spec change:mode change:tables", this.#show);
    this.#connection?.connect(this.#onConnectionStatus);
    this.#show();
  }

  override remove(): void {
    this.#connection?.disconnect(this.#onConnectionStatus);
    this.#chart?.close();
    super.remove();
  }

  #show(): void {
    this.#chart?.show(this.model.source);
  }

  #onMessage(content: { type?: unknown }, buffers: readonly DataView[]): void {
    const [buffer] = buffers;
    if (content.type === "response" && buffer !== undefined) {
      this.#chart?.receive(toResponse(buffer));
    }
  }

  get #connection() {
    return (this.model.widget_manager as ManagerWithKernel).kernel?.connectionStatusChanged;
  }

  /** Requests on their way are lost when the connection to the kernel breaks. */
  readonly #onConnectionStatus = (_sender: unknown, status: string): void => {
    if (status === "connected") {
      this.#chart?.reconnect();
    }
  };
}

/** The widget managers of JupyterLab and Voila have a kernel; its type is not shared. */
interface ManagerWithKernel {
  readonly kernel?: {
    readonly connectionStatusChanged: {
      connect(slot: (sender: unknown, status: string) => void): boolean;
      disconnect(slot: (sender: unknown, status: string) => void): boolean;
    };
  } | null;
}

function toResponse(buffer: DataView): Response {
  return decodeResponse(new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength));
}
