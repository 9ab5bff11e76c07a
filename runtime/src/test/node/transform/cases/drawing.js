// Transforms that draw random numbers: all draws of a case come from one sequence, with the seed 1.
import * as tables from '../tables.js';

const rows = Array.from({ length: 40 }, (_, i) => ({ id: i, g: 'abc'[i % 3], v: ((i * 7919) % 40) / 4 }));
const sorted = { type: 'collect', sort: { field: 'v', order: 'descending' } };
const one = (name, ...transform) => ({ name, data: rows, transform });
const withSignals = (signals, item) => ({ ...item, signals });

export default [
  one('sample without a size', { type: 'sample' }),
  one('sample of sorted rows', sorted, { type: 'sample', size: 7 }),
  one('sample, sorted', { type: 'sample', size: 7 }, sorted),
  one('sample of filtered rows', { type: 'filter', expr: 'datum.g !== "b"' }, { type: 'sample', size: 5 }),
  one('sample of groups', { type: 'aggregate', groupby: ['v'] }, { type: 'sample', size: 5 }),
  one('sample of a fraction', { type: 'sample', size: 3.5 }),
  withSignals({ n: 4 }, one('sample from an expression', { type: 'sample', size: { signal: 'n + 1' } })),
  withSignals({ n: 20 }, one('sample of more than all from an expression', { type: 'sample', size: { signal: 'n * 5' } })),
  withSignals({ n: 20 }, one('sample of most from an expression', { type: 'sample', size: { signal: 'n * 1.75' } })),
  ...['ci0', 'ci1'].flatMap((op) => [
    one(`aggregate ${op} of sorted rows`, sorted, { type: 'aggregate', groupby: ['g'], fields: ['v'], ops: [op] }),
    one(`joinaggregate ${op}`, { type: 'joinaggregate', groupby: ['g'], fields: ['v'], ops: [op] }),
    one(`joinaggregate ${op} of sorted rows`, sorted, { type: 'joinaggregate', fields: ['v'], ops: [op], as: ['c'] }),
    one(`window ${op}`, { type: 'window', fields: ['v'], ops: [op], frame: [-2, 2] }),
    one(`window ${op} of sorted groups`, { type: 'window', groupby: ['g'], sort: { field: 'v' }, fields: ['v'], ops: [op], as: ['c'] }),
    one(`pivot ${op}`, { type: 'pivot', field: 'g', value: 'v', op }),
    withSignals({ op }, one(`pivot ${op} from a signal`, { type: 'pivot', groupby: ['g'], field: 'g', value: 'v', op: { signal: 'op' } })),
    withSignals({ op }, one(`aggregate ${op} from a signal`, { type: 'aggregate', groupby: ['g'], fields: ['v'], ops: [{ signal: 'op' }] })),
    withSignals({ op }, one(`window ${op} from a signal`, { type: 'window', fields: ['v'], ops: { signal: '[op]' } })),
  ]),
  one('aggregate both bounds of two fields', { type: 'aggregate', groupby: ['g'], fields: ['v', 'id', 'v', 'id'], ops: ['ci1', 'ci0', 'ci0', 'mean'] }),
  { name: 'aggregate bounds over gaps', data: tables.gaps, transform: [{ type: 'aggregate', groupby: ['k'], fields: ['v', 'v'], ops: ['ci0', 'ci1'] }] },
  one('formula', { type: 'formula', expr: 'random()', as: 'r' }),
  one('formula of sorted rows', sorted, { type: 'formula', expr: '[random(), datum.v + random()]', as: 'r' }),
  one('formula of each distribution', { type: 'formula', expr: '[sampleNormal(), sampleNormal(3, 2), sampleLogNormal(0, 0.5), sampleUniform(), sampleUniform(5), sampleUniform(-1, 1)]', as: 'r' }),
  one('filter', { type: 'filter', expr: 'random() < 0.5' }),
  one('filter of sorted rows', sorted, { type: 'filter', expr: 'random() < datum.v / 10' }),
  { name: 'filter of pairs', data: rows.slice(0, 6), transform: [{ type: 'cross', filter: 'random() < 0.5' }] },
  one('formula, initonly', { type: 'formula', expr: 'datum.v * 2', as: 'r', initonly: true }),
  withSignals({ k: 3, once: true }, one('formula, initonly from a signal', { type: 'formula', expr: 'datum.v * k', as: 'r', initonly: { signal: 'once' } })),
];
