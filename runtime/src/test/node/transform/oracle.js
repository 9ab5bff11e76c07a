import * as vega from 'vega';
import { encode } from './values.js';

/** What Vega makes of a case: rows, names of the first row's fields in their order, signals; or that it fails. */
export async function evaluate({ data, tables, signals, transform }) {
  vega.setRandom(vega.randomLCG(1));
  const errors = [];
  try {
    const view = new vega.View(vega.parse(spec(data, tables, signals, transform)), { renderer: 'none' });
    view.logger(recorder(errors));
    await view.runAsync();
    if (errors.length) return { error: true };
    const rows = view.data('out');
    return { rows: rows.map(encode), fields: Object.keys(rows[0] ?? {}), signals: transformSignals(view, transform) };
  } catch (failure) {
    if (failure instanceof RangeError) throw failure;
    return { error: true };
  }
}

function spec(data, tables, signals, pipeline) {
  const others = Object.entries(tables ?? {}).map(([name, values]) => ({ name, values: copied(values) }));
  const { transform, projections } = named(pipeline);
  const out = data ? { name: 'out', values: copied(data), transform } : { name: 'out', transform };
  return {
    projections,
    signals: Object.entries(signals ?? {}).map(([name, value]) => ({ name, value })),
    data: [...others, out],
  };
}

/** Projections and crossfilters by their names, as Vega wants them; in a task graph they stand in the transforms. */
function named(pipeline) {
  const projections = [];
  const transform = pipeline.flatMap((step) => {
    if (step.type === 'resolvefilter') {
      return [{ type: 'crossfilter', signal: '_ranges', ...step.filter }, { ...step, filter: { signal: '_ranges' } }];
    }
    if (!step.projection) return step;
    const name = `map${projections.length}`;
    projections.push({ name, ...step.projection });
    return { ...step, projection: name };
  });
  return { transform, projections };
}

/** Rows of their own: Vega writes into the rows that it is given. */
function copied(rows) {
  return rows.map((row) => (row && row.constructor === Object ? { ...row } : row));
}

function transformSignals(view, transform) {
  const values = {};
  for (const { signal } of transform) if (signal) values[signal] = encode(view.signal(signal));
  return values;
}

function recorder(errors) {
  const logger = { level: () => logger, warn: () => logger, info: () => logger, debug: () => logger };
  logger.error = (...message) => {
    errors.push(message);
    return logger;
  };
  return logger;
}
