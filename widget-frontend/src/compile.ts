import type { Spec } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** The language of a chart's spec. */
export type Mode = "vega" | "vega-lite";

/**
 * The Vega spec of a chart.
 *
 * @throws Vega-Lite's error when the spec makes no sense to it
 */
export function toVega(spec: object, mode: Mode): Spec {
  return mode === "vega-lite" ? compile(spec as TopLevelSpec).spec : (spec as Spec);
}
