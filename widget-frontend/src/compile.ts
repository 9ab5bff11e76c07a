import type { Spec } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { findFault, type SpecFault } from "./diagnose.js";

/** The language of a chart's spec. */
export type Mode = "vega" | "vega-lite";

/** A Vega-Lite spec has a fault at a known place. */
export class SpecError extends Error {
  readonly fault: SpecFault;

  constructor(fault: SpecFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/**
 * The Vega spec of a chart.
 *
 * @throws SpecError, or Vega-Lite's own error when the spec makes no sense to it
 */
export function toVega(spec: object, mode: Mode): Spec {
  if (mode === "vega") {
    return spec as Spec;
  }
  try {
    return compile(spec as TopLevelSpec).spec;
  } catch (thrown) {
    const fault = findFault(spec);
    throw fault === undefined ? thrown : new SpecError(fault);
  }
}
