import type { Spec, View } from "vega";
import embed from "vega-embed";
import { decodeTable, type Tuple } from "./arrow.js";
import { fromValue, type OutputValue, toValue, type Value } from "./messages.js";
import type { ClientValue, ServerValue } from "./plan.js";

/** A server value that has arrived. */
export interface Arrival {
  readonly target: ServerValue;
  readonly value: Value;
}

/** The values among the kernel's answers, each with what it is for. */
export function arrivals(targets: readonly ServerValue[], answers: readonly OutputValue[]): Arrival[] {
  return answers.flatMap(({ output, result }) => {
    const target = targets.find(({ task, signal }) => task === output?.task && signal === output.signal);
    return target !== undefined && result.case === "value" ? [{ target, value: result.value }] : [];
  });
}

/**
 * The client spec with the kernel's first values in it, so that the first draw already shows them.
 *
 * The given spec stays as it is. Only the top level is looked at, where the planner puts its stubs.
 */
export function withValues(spec: Spec, arrived: readonly Arrival[]): Spec {
  if (arrived.length === 0) {
    return spec;
  }
  const find = <T extends { name: string }>(among: readonly T[] | undefined, name: string) =>
    among?.find((item) => item.name === name) ?? {};
  const filled: Spec = { ...spec, data: copies(spec.data), signals: copies(spec.signals) } as Spec;
  for (const { target, value } of arrived) {
    if (target.namespace === "data") {
      Object.assign(find(filled.data, target.name), { values: toTuples(value) });
    } else {
      Object.assign(find(filled.signals, target.name), { value: fromValue(value) });
    }
  }
  return filled;
}

/** The values that only a view of the browser's half knows: those that it starts with. Runs and finalizes it. */
export async function startValues(
  view: View,
  values: readonly ClientValue[],
): Promise<Map<ClientValue, Value>> {
  await view.runAsync();
  const started = new Map(values.map((value) => [value, current(view, value)]));
  view.finalize();
  return started;
}

/** A drawn chart, whose data sets and signals are exchanged with the kernel. */
export class DrawnChart {
  readonly view: View;
  readonly #finalize: () => void;

  /** @param finalize ends the view and what surrounds it */
  constructor(view: View, finalize: () => void) {
    this.view = view;
    this.#finalize = finalize;
  }

  /**
   * Draws on a canvas, where the spec does not name another renderer (`usermeta.embedOptions.renderer`): as SVG, each
   * mark is an element of the page, and a heat map of 23,000 cells takes four times as long to draw anew.
   *
   * @throws what Vega throws when it cannot draw the spec
   */
  static async draw(element: HTMLElement, spec: Spec): Promise<DrawnChart> {
    const result = await embed(element, spec, {
      mode: "vega",
      renderer: "canvas",
      actions: { export: true, source: false, compiled: false, editor: false },
    });
    const unfollow = element.classList.contains("fit-x") ? followWidth(element) : () => {};
    return new DrawnChart(result.view as unknown as View, () => {
      unfollow();
      result.finalize();
    });
  }

  /** Gives new values to the chart and draws it once. */
  async apply(arrived: readonly Arrival[]): Promise<void> {
    for (const { target, value } of arrived) {
      if (target.namespace === "data") {
        this.view.data(target.name, toTuples(value));
      } else {
        this.view.signal(target.name, fromValue(value));
      }
    }
    await this.view.runAsync();
  }

  /** Tells the values as they are now, and whenever the user changes them. */
  listen(values: readonly ClientValue[], onValue: (client: ClientValue, value: Value) => void): void {
    for (const client of values) {
      const tell = () => onValue(client, current(this.view, client));
      if (client.namespace === "data") {
        this.view.addDataListener(client.name, tell);
      } else {
        this.view.addSignalListener(client.name, tell);
      }
      tell();
    }
  }

  finalize(): void {
    this.#finalize();
  }
}

/** Tells a chart as wide as its container when that has changed: Vega itself listens to the window only. */
function followWidth(element: HTMLElement): () => void {
  let width = element.clientWidth;
  const observer = new ResizeObserver(() => {
    if (element.clientWidth !== width) {
      width = element.clientWidth;
      window.dispatchEvent(new Event("resize"));
    }
  });
  observer.observe(element);
  return () => observer.disconnect();
}

function current(view: View, { namespace, name }: ClientValue): Value {
  return toValue(namespace === "data" ? view.data(name) : view.signal(name));
}

function toTuples(value: Value): Tuple[] {
  return value.kind.case === "table" ? decodeTable(value.kind.value) : ((fromValue(value) ?? []) as Tuple[]);
}

/** A copy of a list and of its items. What is no list stays as it is: a spec may be wrong in all places. */
function copies<T extends object>(items: readonly T[] | undefined): readonly T[] | undefined {
  return Array.isArray(items) ? items.map((item) => ({ ...item })) : items;
}
