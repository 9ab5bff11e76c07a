import { parse, type Spec, View } from "vega";
import { type Mode, toVega } from "./compile.js";
import { DrawnChart } from "./embed.js";
import { describeThrown, renderProblems } from "./error.js";
import { Indicator } from "./indicator.js";
import type { Line } from "./line.js";
import { LiveChart } from "./live-chart.js";
import type { Response } from "./messages.js";
import { plan } from "./plan.js";

const UNDRAWN = "sheliak-undrawn";

/** The element of a chart; tests and scripts reach the drawn Vega view through it. */
export interface ChartElement extends HTMLElement {
  sheliakView?: DrawnChart["view"];
}

/** What the notebook says of a chart. */
export interface ChartSource {
  /** JSON text; the kernel has read it before. */
  readonly spec: string;
  readonly mode: Mode;
  /** Names of the tables that the kernel holds for the chart. */
  readonly tables: readonly string[];
}

/** A spec on its way from text to a drawn chart that lives with the kernel. */
export class Chart {
  readonly #element: ChartElement;
  readonly #line: Line;
  readonly #problems = document.createElement("div");
  readonly #indicator = new Indicator();
  #live: LiveChart | undefined;

  constructor(element: ChartElement, line: Line) {
    this.#element = element;
    this.#line = line;
  }

  /** Shows a spec in place of what was shown before. */
  show({ spec: text, mode, tables }: ChartSource): void {
    this.close();
    const plot = document.createElement("div");
    this.#problems.replaceChildren();
    this.#element.classList.add(UNDRAWN);
    this.#element.replaceChildren(this.#problems, plot, this.#indicator.element);
    const spec: object = JSON.parse(text);
    let vega: Spec | undefined;
    try {
      vega = toVega(spec, mode);
      this.#live = new LiveChart(vega, plan(vega, tables), this.#line, {
        rehearse: (spec) => new View(parse(spec), { renderer: "none" }),
        draw: (spec) => DrawnChart.draw(plot, spec),
        show: (problems) => this.#problems.replaceChildren(...renderProblems(problems)),
        setBusy: (isBusy) => this.#indicator.set(isBusy),
        setView: (view) => {
          this.#element.sheliakView = view;
          this.#element.classList.remove(UNDRAWN);
        },
      });
      void this.#live.start();
    } catch (thrown) {
      this.#problems.replaceChildren(...renderProblems([describeThrown(thrown, spec, vega)]));
    }
  }

  receive(response: Response): void {
    this.#live?.receive(response);
  }

  reconnect(): void {
    this.#live?.reconnect();
  }

  close(): void {
    this.#live?.close();
    this.#live = undefined;
    delete this.#element.sheliakView;
  }
}
