// Opens views of specs that draw the same text each time: random numbers are seeded, and time stands still.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Page, RENDERER } from './page.mjs';
import * as vega from '../../widget-frontend/node_modules/vega/build/vega.module.js';

/** What random numbers begin with, in the browser and in the kernel. */
export const SEED = 42;

/** What the time is until it is told to go on. */
let now = Date.UTC(2026, 0, 1);
Date.now = () => now;

/** The folder below which specs name their data as `data/NAME`. */
export const DATA_ROOT = fileURLToPath(new URL('../../widget-frontend/node_modules/vega-datasets/', import.meta.url));

// Files arrive in the order in which they are asked for: identifiers count the rows as they come.
const loader = Object.assign(vega.loader(), {
  async load(name) {
    // What Vega's own loader takes for an address, and nothing else.
    await this.sanitize(name);
    return readFileSync(new URL(name, `file://${DATA_ROOT}`), 'utf8');
  },
});

/** A view that is told of all that happens to it: of events by its `page` and `told` handler, of time by `tick`. */
class ToldView extends vega.View {
  timer(callback) {
    this.timers = [...(this.timers ?? []), callback];
  }
}

/** Lets time pass, and begins the same random numbers again for what comes next. Returns the time. */
export function advance(millis = 0) {
  now += millis;
  vega.setRandom(vega.randomLCG(SEED));
  vega.resetSVGDefIds();
  return now;
}

/** Runs the timers of a view once. */
export function tick(view, elapsed) {
  for (const callback of view.timers ?? []) callback({ timestamp: now, elapsed });
}

/** What Vega warns of a file that it cannot load or parse, and goes on without. */
const FAILED = ['Loading failed', 'Data ingestion failed'];

/** A logger that tells what Vega takes for an error, and of files that fail; the rest is dropped. */
function listener(onError) {
  const logger = {};
  const tell = (parts) => onError(new Error(parts.map((part) => part?.message ?? String(part)).join(' ')));
  for (const name of ['level', 'info', 'debug']) logger[name] = () => logger;
  logger.warn = (...parts) => {
    if (FAILED.includes(parts[0])) tell(parts);
    return logger;
  };
  logger.error = (...parts) => {
    tell(parts);
    return logger;
  };
  return logger;
}

/**
 * A view that has not run. Caller finalizes it.
 *
 * @param onError is told what Vega logs as an error, and which files fail
 * @throws what Vega throws when it cannot read the spec
 */
export function openView(spec, onError) {
  advance();
  globalThis.window = new Page();
  const view = new ToldView(vega.parse(structuredClone(spec)), { renderer: RENDERER, loader, logger: listener(onError) });
  return Object.assign(view.initialize(), { page: globalThis.window });
}

/** The drawing of a view as it stands. */
export async function drawing(view) {
  vega.resetSVGDefIds();
  return view.toSVG();
}
