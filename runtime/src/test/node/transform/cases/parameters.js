// Every parameter of a transform in every form that Vega takes: fields as names, objects, expressions and signals; other values as signals.
import * as tables from '../tables.js';

const people = [{ id: 'a', name: 'Ann', age: 30 }, { id: 'b', name: 'Bob', age: null }, { id: 'c', name: 'Cid', age: 50 }];

/** Forms of a field: in an accessor list, or alone. */
const forms = {
  object: (field) => ({ field }),
  'object with alias': (field) => ({ field, as: 'alias' }),
  expression: (field) => ({ expr: `datum.${field}` }),
  'expression with alias': (field) => ({ expr: `datum.${field}`, as: 'alias' }),
  'computed expression': (field) => ({ expr: `if(datum.${field} == null, null, datum.${field} + datum.${field})` }),
  signal: () => ({ signal: 'f' }),
  'signal with alias': () => ({ signal: 'f', as: 'alias' }),
};

/** Transforms, with their parameters that are fields (a list when it is one) and the field that each of them names. */
const transforms = {
  aggregate: [{ groupby: ['k'], fields: ['v', 'w'], ops: ['sum', 'max'] }, 'groupby', 'fields'],
  'aggregate crossed': [{ groupby: ['k', 's'], cross: true, fields: ['v'], ops: ['mean'] }, 'groupby', 'fields'],
  'aggregate by key': [{ groupby: ['k', 's'], key: 'k', fields: ['v'], ops: ['mean'] }, 'key'],
  bin: [{ field: 'v', extent: [0, 10] }, 'field'],
  collect: [{ sort: { field: 'v', order: 'descending' } }],
  countpattern: [{ field: 'k' }, 'field'],
  extent: [{ field: 'v', signal: 'e' }, 'field'],
  flatten: [{ fields: ['x', 'y'] }, 'fields'],
  fold: [{ fields: ['v', 'w'] }, 'fields'],
  impute: [{ field: 'v', key: 's', groupby: ['k'], value: 0 }, 'field', 'key', 'groupby'],
  joinaggregate: [{ groupby: ['k'], fields: ['v', 'w'], ops: ['sum', 'max'] }, 'groupby', 'fields'],
  'joinaggregate by key': [{ groupby: ['k', 's'], key: 'k', fields: ['v'], ops: ['sum'] }, 'key'],
  kde: [{ field: 'v', groupby: ['s'], extent: [0, 10], steps: 3 }, 'field', 'groupby'],
  loess: [{ x: 'w', y: 'v', groupby: ['s'] }, 'x', 'y', 'groupby'],
  lookup: [{ from: 'people', key: 'id', fields: ['k'], values: ['name'], as: ['p'] }, 'fields', 'values', 'key'],
  'lookup without names': [{ from: 'people', key: 'id', fields: ['k'], values: ['name'] }, 'fields', 'values', 'key'],
  'lookup of rows': [{ from: 'people', key: 'id', fields: ['k'], as: ['p'] }, 'fields', 'key'],
  pie: [{ field: 'v' }, 'field'],
  pivot: [{ groupby: ['s'], field: 'k', value: 'v' }, 'groupby', 'field', 'value'],
  'pivot by key': [{ groupby: ['s', 'k'], field: 'k', value: 'v', key: 's' }, 'key'],
  project: [{ fields: ['k', 'v'] }, 'fields'],
  'project with names': [{ fields: ['k', 'v'], as: ['q'] }, 'fields'],
  quantile: [{ field: 'v', groupby: ['s'], step: 0.5 }, 'field', 'groupby'],
  regression: [{ x: 'w', y: 'v', groupby: ['s'], params: true }, 'x', 'y', 'groupby'],
  stack: [{ field: 'v', groupby: ['k'] }, 'field', 'groupby'],
  timeunit: [{ field: 't', units: ['year'], timezone: 'utc' }, 'field'],
  window: [{ fields: ['v', null], ops: ['lag', 'row_number'], groupby: ['k'], sort: { field: 'w' } }, 'fields', 'groupby'],
};

const sorted = {
  collect: (sort) => ({ type: 'collect', sort }),
  stack: (sort) => ({ type: 'stack', field: 'c', sort }),
  window: (sort) => ({ type: 'window', ops: ['rank', 'dense_rank', 'percent_rank', 'cume_dist', 'ntile'], params: [null, null, null, null, 3], sort }),
  'window of ranges': (sort) => ({ type: 'window', ops: ['count', 'sum', 'first_value', 'nth_value'], fields: [null, 'c', 'id', 'id'], params: [null, null, null, 2], frame: [-1, 1], sort }),
};

const orders = {
  'no order': { field: ['a', 'b'] },
  'one order of two': { field: ['a', 'b'], order: ['descending'] },
  'order as text': { field: 'a', order: 'descending' },
  'two orders': { field: ['b', 'a'], order: ['descending', 'ascending'] },
  'unknown order': { field: ['a'], order: ['downwards'] },
  'null order': { field: ['a', 'b'], order: [null, 'descending'] },
  'fields as objects': { field: [{ field: 'b' }, { expr: '-datum.a' }] },
  'field of a signal': { field: { signal: 'f' }, order: { signal: 'o' } },
  'elements from signals': { field: [{ signal: 'f' }, 'b'], order: [{ signal: 'o' }, { signal: 'o' }] },
  'nested field': { field: 'n.x', order: 'descending' },
};

const nestedTies = tables.ties.map((row) => ({ ...row, n: { x: row.c % 3 } }));

function dataOf(type) {
  if (type.startsWith('flatten')) return tables.lists;
  return type === 'timeunit' ? tables.cleanDates : tables.numbers;
}

function variants(name, [parameters, ...fields]) {
  const type = name.split(' ')[0];
  return fields.flatMap((field) =>
    Object.entries(forms).map(([form, make]) => {
      const given = parameters[field];
      const first = Array.isArray(given) ? given[0] : given;
      const value = Array.isArray(given) ? [make(first), ...given.slice(1)] : make(first);
      const signals = form.startsWith('signal') ? { f: first } : undefined;
      return { name: `${name}: ${field} as ${form}`, data: dataOf(type), tables: type === 'lookup' ? { people } : undefined, signals, transform: [{ type, ...parameters, [field]: value }] };
    }),
  );
}

const one = (name, type, parameters, signals, data = tables.numbers, others = undefined) => ({ name, data, tables: others, signals, transform: [{ type, ...parameters }] });

export default [
  ...Object.entries(transforms).flatMap(([name, transform]) => variants(name, transform)),
  ...Object.entries(sorted).flatMap(([name, make]) =>
    Object.entries(orders).map(([order, sort]) => ({ name: `${name}: sort with ${order}`, data: nestedTies, signals: { f: 'a', o: 'descending' }, transform: [make(sort)] })),
  ),
  ...[[false, false], [false, true], [true, false], [true, true]].flatMap(([cross, drop]) => [
    one(`aggregate cross ${cross} drop ${drop}`, 'aggregate', { groupby: ['k', 's'], cross, drop, fields: ['v', null], ops: ['sum', 'count'] }),
    one(`aggregate cross ${cross} drop ${drop} from signals`, 'aggregate', { groupby: ['k', 's'], cross: { signal: 'c' }, drop: { signal: 'd' } }, { c: cross, d: drop }),
    one(`aggregate cross ${cross} drop ${drop} without groupby`, 'aggregate', { cross, drop, ops: ['count'] }),
    one(`aggregate cross ${cross} drop ${drop} without rows`, 'aggregate', { groupby: ['k', 's'], cross, drop }, undefined, tables.empty),
    one(`aggregate cross ${cross} drop ${drop} without rows and groupby`, 'aggregate', { cross, drop }, undefined, tables.empty),
    one(`aggregate cross ${cross} drop ${drop} by one`, 'aggregate', { groupby: ['k'], cross, drop }, undefined, tables.gaps),
    one(`aggregate cross ${cross} drop ${drop} by three`, 'aggregate', { groupby: ['k', 's', 'w'], cross, drop, fields: ['v'], ops: ['values'] }),
  ]),
  one('aggregate params from signals', 'aggregate', { fields: ['v'], ops: ['exponential'], aggregate_params: { signal: 'p' } }, { p: [0.3] }),
  one('aggregate params with signals', 'aggregate', { fields: ['v', 'w'], ops: ['exponential', 'exponential'], aggregate_params: [{ signal: 'p' }, 0.9] }, { p: 0.3 }),
  one('joinaggregate params from signals', 'joinaggregate', { fields: ['v'], ops: ['exponential'], aggregate_params: { signal: 'p' }, as: { signal: 'a' } }, { p: [0.3], a: ['x'] }),
  ...['interval', 'anchor', 'maxbins', 'base', 'divide', 'extent', 'span', 'step', 'steps', 'minstep', 'nice', 'name', 'as'].map((name) => {
    const values = { interval: false, anchor: 0.25, maxbins: 5, base: 2, divide: [4], extent: [1, 6], span: 20, step: 1.5, steps: [1, 3], minstep: 2, nice: false, name: 'binned', as: ['from', 'to'] };
    return one(`bin ${name} from a signal`, 'bin', { field: 'v', extent: [0, 10], signal: 'b', [name]: { signal: 's' } }, { s: values[name] });
  }),
  one('bin extent of signals', 'bin', { field: 'v', extent: [{ signal: 'a' }, { signal: 'a + 9' }], divide: [{ signal: 'a + 3' }], steps: [{ signal: 'a + 1' }], as: [{ signal: 'n' }, 'to'] }, { a: 1, n: 'from' }),
  one('bin without interval', 'bin', { field: 'v', extent: [0, 10], interval: false, as: ['from', 'to'] }),
  ...['units', 'step', 'timezone', 'interval', 'maxbins', 'extent', 'inferUnits', 'as'].map((name) => {
    const values = { units: ['month'], step: 2, timezone: 'local', interval: false, maxbins: 3, extent: [1325376000000, 1330000000000], inferUnits: true, as: ['from', 'to'] };
    const units = ['maxbins', 'extent', 'inferUnits'].includes(name) ? {} : { units: ['year', 'month'] };
    return one(`timeunit ${name} from a signal`, 'timeunit', { field: 't', timezone: 'utc', signal: 'u', ...units, [name]: { signal: 's' } }, { s: values[name] }, tables.cleanDates);
  }),
  one('timeunit extent of signals', 'timeunit', { field: 't', timezone: 'utc', extent: [{ signal: 'a' }, { signal: 'a + 1e9' }], as: [{ signal: 'n' }, 'to'], signal: 'u' }, { a: 1325376000000, n: 'from' }, tables.cleanDates),
  ...['value', 'method', 'keyvals'].map((name) => one(`impute ${name} from a signal`, 'impute', { field: 'v', key: 's', groupby: ['k'], method: 'value', value: 3, [name]: { signal: 's' } }, { s: { value: 'x', method: 'max', keyvals: ['x', 'z'] }[name] })),
  one('impute keyvals with signals', 'impute', { field: 'v', key: 's', keyvals: [{ signal: 's' }, 'q'], value: 1 }, { s: 'z' }),
  one('impute null method', 'impute', { field: 'v', key: 's', keyvals: ['q'], method: null, value: 1 }),
  ...['ops', 'params', 'aggregate_params', 'as', 'frame', 'ignorePeers'].map((name) => {
    const values = { ops: ['lead', 'sum'], params: [2, null], aggregate_params: [null, 0.5], as: ['p', 'q'], frame: [-2, 0], ignorePeers: true };
    return one(`window ${name} from a signal`, 'window', { fields: ['v', 'w'], ops: ['lag', 'exponential'], params: [1, null], aggregate_params: [null, 0.3], sort: { field: 's' }, frame: [null, 0], [name]: { signal: 's' } }, { s: values[name] });
  }),
  one('window elements from signals', 'window', { fields: [{ signal: 'f' }, null], ops: [{ signal: 'o' }, 'ntile'], params: [{ signal: 'n' }, { signal: 'n + 1' }], as: [{ signal: 'a' }, null], frame: [{ signal: '-n' }, null] }, { f: 'v', o: 'lag', n: 1, a: 'x' }),
  ...[[null, null], [0, 0], [-1, 1], [1, null], [null, -1], [-0.5, 0.5], [2, 1]].flatMap((frame) =>
    [false, true].map((ignorePeers) => one(`window frame ${JSON.stringify(frame)} ${ignorePeers}`, 'window', { ops: ['sum', 'count', 'first_value', 'last_value'], fields: ['v', null, 'v', 'v'], sort: { field: 's' }, groupby: ['k'], frame, ignorePeers })),
  ),
  ...['default', 'as'].map((name) => one(`lookup ${name} from a signal`, 'lookup', { from: 'people', key: 'id', fields: ['k', 's'], values: ['name'], as: ['p', 'q'], [name]: { signal: 's' } }, { s: { default: 'none', as: ['x', 'y'] }[name] }, tables.numbers, { people })),
  one('lookup fields from a signal', 'lookup', { from: 'people', key: 'id', fields: { signal: 'f' }, values: { signal: 'v' }, as: ['a', 'b', 'c', 'd'] }, { f: ['k', 's'], v: ['name', 'age'] }, tables.numbers, { people }),
  one('lookup of rows with too few names', 'lookup', { from: 'people', key: 'id', fields: ['k', 's'], as: ['p'] }, undefined, tables.numbers, { people }),
  one('lookup by a signal', 'lookup', { from: 'people', key: { signal: 'k' }, fields: ['k'], values: ['age'], default: null }, { k: 'id' }, tables.numbers, { people }),
  ...['op', 'limit'].map((name) => one(`pivot ${name} from a signal`, 'pivot', { groupby: ['s'], field: 'k', value: 'v', [name]: { signal: 's' } }, { s: { op: 'max', limit: 2 }[name] })),
  ...['start', 'stop', 'step', 'as'].map((name) => ({ name: `sequence ${name} from a signal`, signals: { s: { start: 2, stop: 5, step: 3, as: 'n' }[name] }, transform: [{ type: 'sequence', start: 0, stop: 9, [name]: { signal: 's' } }] })),
  ...['case', 'pattern', 'stopwords', 'as'].map((name) => one(`countpattern ${name} from a signal`, 'countpattern', { field: 'name', [name]: { signal: 's' } }, { s: { case: 'lower', pattern: '[a-z]', stopwords: 'bob', as: ['t', 'n'] }[name] }, tables.strings)),
  one('identifier from a signal', 'identifier', { as: { signal: 's' } }, { s: 'id' }),
  one('stack offset and names from signals', 'stack', { field: 'v', groupby: { signal: 'g' }, offset: { signal: 'o' }, as: { signal: 'a' } }, { g: ['k'], o: 'center', a: ['lo', 'hi'] }),
  one('fold names from a signal', 'fold', { fields: { signal: 'f' }, as: { signal: 'a' } }, { f: ['v', 'w'], a: ['name', 'number'] }),
  one('flatten index and names from signals', 'flatten', { fields: { signal: 'f' }, index: { signal: 'i' }, as: { signal: 'a' } }, { f: ['x', 'y'], i: 'n', a: ['p'] }, tables.lists),
  one('project names from a signal', 'project', { fields: { signal: 'f' }, as: { signal: 'a' } }, { f: ['v', 'w'], a: ['p', null] }),
  one('formula name from a signal', 'formula', { expr: 'datum.v + n', as: { signal: 'a' } }, { n: 1, a: 'x' }),
  one('formula of an initial value', 'formula', { expr: 'datum.v + n', as: 'x', initonly: { signal: 'n > 0' } }, { n: 1 }),
];
