// Draws specs as text, the same text each time.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as vega from '../../widget-frontend/node_modules/vega/build/vega.module.js';
import { compile } from '../../widget-frontend/node_modules/vega-lite/build/index.js';

export { vega };

/** The folder below which specs name their data as `data/NAME`. */
export const DATA_ROOT = fileURLToPath(new URL('../../widget-frontend/node_modules/vega-datasets/', import.meta.url));

// Files arrive in the order in which they are asked for: identifiers count the rows as they come.
const loader = Object.assign(vega.loader(), {
  load: async (name) => readFileSync(new URL(name, `file://${DATA_ROOT}`), 'utf8'),
});

/** Keeps what Vega complains about. */
function listener() {
  const errors = [];
  const ignore = () => logger;
  const logger = {
    errors,
    level: ignore,
    warn: ignore,
    info: ignore,
    debug: ignore,
    error: (...parts) => {
      errors.push(parts.map((part) => part?.message ?? String(part)).join(' '));
      return logger;
    },
  };
  return logger;
}

const silent = Object.fromEntries(['level', 'warn', 'info', 'debug', 'error'].map((name) => [name, () => silent]));

const ELSEWHERE = /https:\/\/cdn\.jsdelivr\.net\/npm\/vega-datasets@[^/]+\/(?=data\/)/g;

/** The Vega spec of a text: as it is, or compiled from Vega-Lite. All data are taken from the folder here. */
export function toVega(text, isVegaLite) {
  const spec = JSON.parse(text.replace(ELSEWHERE, ''));
  return isVegaLite ? compile(spec, { logger: silent }).spec : spec;
}

/**
 * A view that has run once. Caller finalizes it.
 *
 * @throws what Vega throws, or else logs as an error
 */
export async function draw(spec) {
  vega.setRandom(vega.randomLCG(42));
  vega.resetSVGDefIds();
  const logger = listener();
  const view = new vega.View(vega.parse(structuredClone(spec)), { renderer: 'none', loader, logger });
  await view.runAsync();
  if (logger.errors.length > 0) {
    view.finalize();
    throw new Error(logger.errors[0]);
  }
  return view;
}
