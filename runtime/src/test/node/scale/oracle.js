import * as vega from 'vega';
import { FAILED } from '../expression/oracle.js';

/** What Vega makes of expressions that read the scale `s` of a running chart; `FAILED` where it throws. */
export async function evaluate({ scale, data = {}, signals = {}, zone = 'UTC', expressions }) {
  process.env.TZ = zone;
  // An interpolator of dates or lists gives the same object each time: it has to be read before the next one.
  const sharesValues = scale.range?.some?.((value) => value !== null && typeof value === 'object');
  const together = sharesValues ? undefined : await run({ scale, data, signals }, expressions);
  if (together) return together;
  const values = [];
  for (const expression of expressions) values.push(...((await run({ scale, data, signals }, [expression])) ?? [FAILED]));
  return values;
}

// The values of the expressions, as signals; nothing when one of them fails.
async function run({ scale, data, signals }, expressions) {
  const spec = {
    signals: [
      ...Object.entries(signals).map(([name, value]) => ({ name, value })),
      ...expressions.map((update, i) => ({ name: `result_${i}`, update })),
    ],
    data: Object.entries(data).map(([name, rows]) => ({ name, values: rows.map((row) => ({ ...row })) })),
    ...(scale.projection ? { projections: [{ name: 's', ...scale.projection }] } : { scales: [{ name: 's', ...structuredClone(scale) }] }),
  };
  try {
    const view = new vega.View(vega.parse(spec), { renderer: 'none' });
    const errors = [];
    view.logger(recorder(errors));
    await view.runAsync();
    return errors.length ? undefined : expressions.map((_, i) => view.signal(`result_${i}`));
  } catch {
    return undefined;
  }
}

function recorder(errors) {
  const logger = { level: () => logger, warn: () => logger, info: () => logger, debug: () => logger };
  logger.error = (...message) => {
    errors.push(message);
    return logger;
  };
  return logger;
}
