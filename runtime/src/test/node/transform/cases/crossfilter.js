// In a task graph a resolvefilter has the ranges of its crossfilter; the oracle makes a crossfilter of them.
import * as tables from '../tables.js';

const resolved = (name, ignore, filter, data = tables.numbers, signals = undefined) => ({
  name: `resolvefilter ${name}`,
  data,
  signals,
  transform: [
    { type: 'resolvefilter', ignore, filter },
    { type: 'project', fields: Object.keys(data[0] ?? { v: 0 }) },
  ],
});

const two = { fields: ['v', 'w'], query: [[2, 8], [1, 6]] };
const mixed = ['k', 2, null, 10, 'a', undefined, 3, true, '4', NaN, -1].map((v, id) => ({ id, v }));

export default [
  resolved('of both', 0, two),
  ...[1, 2, 3, -1, -2, 4].map((ignore) => resolved(`ignoring ${ignore}`, ignore, two)),
  resolved('of one', 0, { fields: ['v'], query: [[2, 8]] }),
  resolved('ignoring the only one', 1, { fields: ['v'], query: [[2, 8]] }),
  resolved('of an empty range', 0, { fields: ['v'], query: [[5, 5]] }),
  resolved('backwards', 0, { fields: ['v'], query: [[8, 2]] }),
  resolved('without end', 0, { fields: ['v'], query: [{ signal: '[2, Infinity]' }] }),
  resolved('of ranges that are no numbers', 0, { fields: ['v', 'w'], query: [[null, 3], [0, 'x']] }),
  resolved('of one field twice', 0, { fields: ['v', 'v'], query: [[0, 8], [3, 20]] }),
  resolved('of fewer ranges than fields', 0, { fields: ['v', 'w'], query: [[2, 8]] }),
  resolved('of more ranges than fields', 0, { fields: ['v'], query: [[2, 8], [1, 6]] }),
  resolved('of texts', 0, { fields: ['k'], query: [['a', 'c']] }),
  resolved('of an expression', 0, { fields: [{ expr: 'datum.v * 2' }], query: [[4, 11]] }),
  resolved('of gaps', 0, { fields: ['v'], query: [[-1, 5]] }, tables.gaps),
  resolved('of dates', 0, { fields: ['t'], query: [[0, 1400000000000]] }, tables.cleanDates),
  resolved('of mixed values', 0, { fields: ['v'], query: [[0, 5]] }, mixed),
  resolved('of mixed values to the end', 0, { fields: ['v'], query: [[-5, 50]] }, mixed),
  resolved('of seven ranges', 4, { fields: Array(7).fill('v'), query: Array.from({ length: 7 }, (_, i) => [i - 3, i + 2]) }),
  resolved('of no rows', 0, { fields: ['v'], query: [[2, 8]] }, tables.empty),
  resolved('all from signals', { signal: 'bits' }, { fields: [{ signal: 'f' }, 'w'], query: [{ signal: '[low, low + 6]' }, [1, 6]] }, tables.numbers, { bits: 2, f: 'v', low: 1 }),
  { name: 'resolvefilter of an aggregate', data: tables.numbers, transform: [{ type: 'resolvefilter', ignore: 0, filter: two }, { type: 'aggregate', groupby: ['k'], fields: ['v'], ops: ['sum'] }] },
  { name: 'resolvefilter of an aggregate, from signals', data: tables.numbers, signals: { bits: 2, f: 'v', low: 1 }, transform: [{ type: 'resolvefilter', ignore: { signal: 'bits' }, filter: { fields: [{ signal: 'f' }, 'w'], query: [{ signal: '[low, low + 6]' }, [1, 6]] } }, { type: 'aggregate', groupby: ['k'] }] },
  { name: 'crossfilter aggregated after a filter', data: tables.numbers, transform: [{ type: 'filter', expr: 'datum.v > 2' }, { type: 'resolvefilter', ignore: 1, filter: two }, { type: 'aggregate', groupby: ['k'] }] },
];
