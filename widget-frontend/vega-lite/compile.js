// Vega-Lite for a JVM: this file's exports become globals of the script that bundle.mjs writes.
import "./clone.js";
import { compile } from "vega-lite";
import { findFault } from "../src/diagnose.ts";

/** The text of `{spec, warnings}`: the Vega spec of a Vega-Lite spec, and what Vega-Lite says about it. */
export function toVega(text) {
  const warnings = [];
  const ignore = () => logger;
  const keep = (...parts) => {
    warnings.push(parts.join(" "));
    return logger;
  };
  const logger = { level: ignore, error: keep, warn: keep, info: ignore, debug: ignore };
  const { spec } = compile(JSON.parse(text), { logger });
  return JSON.stringify({ spec, warnings });
}

/** The text of the fault of a spec that Vega-Lite has refused, or null when it is not found. */
export function fault(text) {
  return JSON.stringify(findFault(JSON.parse(text)) ?? null);
}
