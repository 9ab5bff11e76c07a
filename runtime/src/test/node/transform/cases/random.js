import { chooser, fields, table } from '../random.js';

const ops = ['count', 'valid', 'missing', 'distinct', 'sum', 'mean', 'variance', 'stdevp', 'stderr', 'median', 'q1', 'q3', 'min', 'max', 'product'];
const windowOps = ['row_number', 'rank', 'dense_rank', 'percent_rank', 'cume_dist', 'ntile', 'lag', 'lead', 'first_value', 'last_value', 'nth_value', 'prev_value', 'next_value'];
const unitSets = [['year'], ['year', 'month'], ['month'], ['year', 'month', 'date'], ['day'], ['hours'], ['year', 'week'], ['date', 'hours'], ['year', 'isoweek', 'day'], ['dayofyear']];
const keys = ['whole', 'text', 'date', 'flag', 'mixed'];

const sort = (random) => ({ field: ['whole', random.choose(['number', 'text', 'date'])], order: [random.choose(['ascending', 'descending']), 'ascending'] });
const measures = (random) => {
  const list = Array.from({ length: 1 + random.below(4) }, () => [random.choose(fields), random.choose(ops)]);
  return { fields: list.map(([field]) => field), ops: list.map(([, op]) => op) };
};

const transforms = {
  aggregate: (random) => ({ type: 'aggregate', groupby: random.some(keys), cross: random.next() < 0.2, ...measures(random) }),
  joinaggregate: (random) => ({ type: 'joinaggregate', groupby: random.some(keys), ...measures(random) }),
  bin: (random) => ({
    type: 'bin',
    field: random.choose(['number', 'whole', 'mixed', 'date']),
    extent: [Math.round(random.next() * -1000) / 100, Math.round(random.next() * 2000) / 100],
    maxbins: random.choose([3, 10, 20, 50]),
    ...(random.next() < 0.3 ? { step: random.choose([0.1, 0.25, 1, 3]) } : {}),
    ...(random.next() < 0.3 ? { nice: false } : {}),
    ...(random.next() < 0.3 ? { anchor: random.next() } : {}),
    ...(random.next() < 0.2 ? { base: random.choose([2, 5]) } : {}),
    signal: 'bins',
  }),
  stack: (random) => ({ type: 'stack', field: random.choose(['number', 'whole', 'mixed']), groupby: random.some(keys), offset: random.choose(['zero', 'center', 'normalize']), ...(random.next() < 0.7 ? { sort: sort(random) } : {}) }),
  timeunit: (random) => ({ type: 'timeunit', field: random.choose(['date', 'date', 'number']), units: random.choose(unitSets), step: random.choose([1, 1, 2, 5]), timezone: random.choose(['local', 'utc']), signal: 'unit' }),
  window: (random) => {
    const list = Array.from({ length: 1 + random.below(4) }, () => [random.choose(fields), random.choose(random.next() < 0.5 ? ops : windowOps)]);
    const isSafe = !list.some(([, op]) => /_value$/.test(op));
    return {
      type: 'window',
      groupby: random.some(keys).slice(0, 2),
      fields: list.map(([field]) => field),
      ops: list.map(([, op]) => op),
      params: list.map(() => 1 + random.below(3)),
      frame: random.choose([[null, 0], [null, null], [0, null], [-2, 2], [-1, 0], [0, 1], ...(isSafe ? [[-3, -1], [1, 2]] : [])]),
      ignorePeers: random.next() < 0.5,
      ...(random.next() < 0.7 ? { sort: sort(random) } : {}),
    };
  },
  impute: (random) => ({ type: 'impute', field: random.choose(['number', 'whole']), key: random.choose(keys), groupby: random.some(keys).slice(0, 2), method: random.choose(['value', 'mean', 'median', 'min', 'max']) }),
  pivot: (random) => ({ type: 'pivot', groupby: random.some(['whole', 'flag']), field: 'text', value: random.choose(fields), op: random.choose(ops) }),
  collect: (random) => ({ type: 'collect', sort: sort(random) }),
};

export default Object.entries(transforms).flatMap(([type, make], index) =>
  Array.from({ length: 30 }, (_, number) => {
    const random = chooser(1 + index * 1000 + number);
    const data = table(random, random.choose([1, 4, 8, 8, 16]));
    const transform = [make(random)];
    if (random.next() < 0.3) transform.unshift({ type: 'collect', sort: sort(random) });
    return { name: `random ${type} ${number}`, data, transform };
  }),
);
