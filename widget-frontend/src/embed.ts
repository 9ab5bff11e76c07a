import { changeset, type Spec, truthy, type View } from "vega";
import embed from "vega-embed";
import { decodeTable } from "./arrow.js";
import { fromValue, type OutputValue, toValue, type Value } from "./messages.js";
import type { Crossing } from "./plan.js";
import { contextAt, findData, findSignal, type Operator, type ScopeContext, specAt } from "./scope.js";

/** The parts of a Vega view that its public type leaves out: nested scopes are only reached through them. */
interface DataflowView {
  readonly _runtime: ScopeContext;
  pulse(operator: Operator, changes: unknown): this;
  update(operator: Operator, value: unknown): this;
  on(operator: Operator, update: null, apply: () => void): this;
}

/** Finds the crossing that an answer of the kernel is for. */
export function findCrossing(crossings: readonly Crossing[], answer: OutputValue): Crossing | undefined {
  return crossings.find(
    (crossing) =>
      crossing.task === answer.output?.task && (crossing.signal ?? "") === (answer.output?.signal ?? ""),
  );
}

/** A server value as Vega takes it: rows for a data set. */
export function toVegaValue(namespace: Crossing["namespace"], value: Value): unknown {
  if (value.kind.case === "table") {
    return decodeTable(value.kind.value);
  }
  return namespace === "data" ? (fromValue(value) ?? []) : fromValue(value);
}

/**
 * The spec with the kernel's first answers in it, so that the first draw already shows them.
 *
 * The given spec stays as it is.
 */
export function withValues(
  spec: Spec,
  crossings: readonly Crossing[],
  answers: readonly OutputValue[],
): Spec {
  const filled = structuredClone(spec);
  for (const answer of answers) {
    const crossing = findCrossing(crossings, answer);
    if (crossing === undefined || answer.result.case !== "value") {
      continue;
    }
    const value = toVegaValue(crossing.namespace, answer.result.value);
    const scope = specAt(filled, crossing.scope);
    if (crossing.namespace === "data") {
      Object.assign(findData(scope, crossing.name) ?? {}, { values: value });
    } else {
      Object.assign(findSignal(scope, crossing.name) ?? {}, { value });
    }
  }
  return filled;
}

/** A drawn chart, whose data sets and signals are exchanged with the kernel. */
export class DrawnChart {
  readonly view: View;
  readonly #spec: Spec;
  readonly #finalize: () => void;

  private constructor(view: View, spec: Spec, finalize: () => void) {
    this.view = view;
    this.#spec = spec;
    this.#finalize = finalize;
  }

  /** @throws what Vega throws when it cannot draw the spec */
  static async draw(element: HTMLElement, spec: Spec): Promise<DrawnChart> {
    const result = await embed(element, spec, {
      mode: "vega",
      actions: { export: true, source: false, compiled: false, editor: false },
    });
    return new DrawnChart(result.view as unknown as View, spec, () => result.finalize());
  }

  /** Gives new values to the chart and draws it once. */
  async apply(crossings: readonly Crossing[], answers: readonly OutputValue[]): Promise<void> {
    for (const answer of answers) {
      const crossing = findCrossing(crossings, answer);
      if (crossing !== undefined && answer.result.case === "value") {
        this.#set(crossing, toVegaValue(crossing.namespace, answer.result.value));
      }
    }
    await this.view.runAsync();
  }

  /** Tells the values of the crossings as they are now, and whenever the user changes them. */
  listen(crossings: readonly Crossing[], onValue: (crossing: Crossing, value: Value) => void): void {
    for (const crossing of crossings) {
      const operator = this.#operator(crossing);
      const tell = () => onValue(crossing, toValue(operator.value));
      this.#dataflow.on(operator, null, tell);
      tell();
    }
  }

  finalize(): void {
    this.#finalize();
  }

  get #dataflow(): DataflowView {
    return this.view as unknown as DataflowView;
  }

  #set(crossing: Crossing, value: unknown): void {
    const context = contextAt(this.#dataflow._runtime, this.#spec, crossing.scope);
    if (crossing.namespace === "data") {
      const data = require(context.data[crossing.name], crossing);
      data.modified = true;
      this.#dataflow.pulse(data.input, changeset().remove(truthy).insert(value));
    } else {
      this.#dataflow.update(require(context.signals[crossing.name], crossing), value);
    }
  }

  #operator(crossing: Crossing): Operator {
    const context = contextAt(this.#dataflow._runtime, this.#spec, crossing.scope);
    return crossing.namespace === "data"
      ? require(context.data[crossing.name], crossing).values
      : require(context.signals[crossing.name], crossing);
  }
}

function require<T>(operator: T | undefined, { namespace, name }: Crossing): T {
  if (operator === undefined) {
    throw new Error(`The drawn chart has no ${namespace} "${name}".`);
  }
  return operator;
}
