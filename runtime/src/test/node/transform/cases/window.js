import * as tables from '../tables.js';

const window = (name, parameters, data = tables.ties, signals = undefined) => ({ name, data, signals, transform: [{ type: 'window', ...parameters }] });
const ranks = ['row_number', 'rank', 'dense_rank', 'percent_rank', 'cume_dist'];
const valued = ['first_value', 'last_value', 'prev_value', 'next_value'];
const aggregates = ['count', 'valid', 'missing', 'distinct', 'sum', 'product', 'mean', 'variance', 'stdev', 'stdevp', 'stderr', 'median', 'q1', 'min', 'max', 'ci0'];
const frames = [[null, 0], [null, null], [0, null], [-1, 1], [-2, 0], [0, 0], [-1, null], [null, 2]];
const outside = [[1, 2], [-2, -1], [2, 1], [3, 1], [null, -1], [1, null]];

export default [
  ...ranks.flatMap((op) => [
    window(op, { ops: [op] }),
    window(`${op} sorted`, { ops: [op], sort: { field: 'c' } }),
    window(`${op} sorted with gaps, by key`, { ops: [op], sort: { field: 'a', order: 'descending' }, groupby: ['b'] }),
    window(`${op} ignoring peers`, { ops: [op], sort: { field: 'a' }, ignorePeers: true }),
  ]),
  ...valued.flatMap((op) => [
    window(op, { ops: [op], fields: ['a'] }),
    window(`${op} sorted, by key`, { ops: [op], fields: ['a'], sort: { field: 'c', order: 'descending' }, groupby: ['b'] }),
    window(`${op} with a frame`, { ops: [op], fields: ['a'], sort: { field: 'c' }, frame: [-1, 1] }),
  ]),
  ...['lag', 'lead', 'nth_value', 'ntile'].flatMap((op) => [
    window(op, { ops: [op], fields: ['c'], params: [2], sort: { field: 'c' } }),
    window(`${op} without parameter`, { ops: [op], fields: ['c'], sort: { field: 'a' } }),
    window(`${op} of 0`, { ops: [op], fields: ['c'], params: [0] }),
    window(`${op} by key`, { ops: [op], fields: ['a'], params: [3], groupby: ['b'], frame: [-2, 2] }),
    window(`${op} of a negative`, { ops: [op], fields: ['c'], params: [-1] }),
  ]),
  ...aggregates.flatMap((op) => [
    window(`${op}`, { ops: [op], fields: ['v'], as: ['r'] }, tables.numbers),
    window(`${op} of gaps`, { ops: [op], fields: ['v'], as: ['r'], frame: [-1, 1] }, tables.gaps),
    window(`${op} sorted with peers`, { ops: [op], fields: ['c'], as: ['r'], sort: { field: 'c' }, frame: [-1, 0] }),
    window(`${op} of mixed values`, { ops: [op], fields: ['v'], as: ['r'], frame: [-2, 0], groupby: ['k'] }, tables.mixed),
    window(`${op} of dates`, { ops: [op], fields: ['t'], as: ['r'], frame: [-2, 1] }, tables.dates),
  ]),
  ...[...frames, ...outside].flatMap((frame) => [
    window(`frame ${JSON.stringify(frame)}`, { ops: ['sum', 'count', 'mean', 'min'], fields: ['v', null, 'v', 'v'], frame }, tables.numbers),
    window(`frame ${JSON.stringify(frame)} without store`, { ops: ['sum', 'count', 'variance'], fields: ['v', null, 'v'], frame }, tables.numbers),
    window(`frame ${JSON.stringify(frame)} sorted`, { ops: ['sum', 'max', 'rank'], fields: ['c', 'c', null], frame, sort: { field: 'c' } }),
    window(`frame ${JSON.stringify(frame)} of peers, by key`, { ops: ['sum', 'first_value', 'last_value'], fields: ['c', 'id', 'id'], frame, sort: { field: 'a' }, groupby: ['b'] }),
    window(`frame ${JSON.stringify(frame)} ignoring peers`, { ops: ['sum', 'count'], fields: ['c', null], frame, sort: { field: 'a' }, ignorePeers: true }),
  ]),
  ...[[null, 0], [-1, 1]].map((frame) => ({ name: `rows of the frame ${JSON.stringify(frame)}`, data: tables.ties, transform: [{ type: 'window', ops: ['values', 'argmin', 'argmax'], fields: ['c', 'c', 'c'], as: ['l', 'lo', 'hi'], frame }, { type: 'formula', expr: '[length(datum.l), datum.l[0].id]', as: 'l' }, { type: 'formula', expr: 'datum.lo.id', as: 'lo' }, { type: 'formula', expr: 'datum.hi.id', as: 'hi' }] })),
  window('default names', { ops: ['lag', 'sum', 'row_number', 'count'], fields: ['c', 'c'] }),
  window('as', { ops: ['lag', 'sum'], fields: ['c', 'c'], as: ['p', null] }),
  window('as over the field of a later row', { ops: ['lag'], fields: ['c'], as: ['c'] }),
  window('lead over its field', { ops: ['lead'], fields: ['c'], as: ['c'] }),
  window('sum over its field', { ops: ['sum'], fields: ['v'], as: ['v'], frame: [-1, 0] }, tables.numbers),
  window('over the sort field', { ops: ['row_number', 'rank'], as: ['a', 'r'], sort: { field: 'a' } }),
  window('over the sort field, with peers', { ops: ['sum', 'rank'], fields: ['c'], as: ['c', 'r'], sort: { field: 'c' } }),
  window('two ops of one field', { ops: ['first_value', 'rank', 'mean', 'max'], fields: ['c', null, 'c', 'c'], as: ['f', 'r', 'm', 'x'], groupby: ['b'], sort: { field: ['c', 'id'], order: ['descending', 'ascending'] } }),
  window('two keys', { ops: ['row_number'], groupby: ['k', 's'], sort: { field: 'v' } }, tables.numbers),
  window('keys with gaps', { ops: ['row_number', 'sum'], fields: [null, 'w'], groupby: ['k'] }, tables.gaps),
  window('keys of dates', { ops: ['row_number'], groupby: ['t'] }, tables.millis),
  window('sorted by dates', { ops: ['rank', 'lag'], fields: [null, 'n'], sort: { field: 't' } }, tables.dates),
  window('sorted by strings', { ops: ['rank', 'cume_dist'], sort: { field: ['city', 'name'] } }, tables.strings),
  window('no ops', { groupby: ['k'] }, tables.numbers),
  window('empty ops', { ops: [] }, tables.numbers),
  window('no rows', { ops: ['rank', 'sum'], fields: [null, 'v'], sort: { field: 'v' } }, tables.empty),
  window('one row', { ops: ['percent_rank', 'cume_dist', 'ntile', 'variance'], fields: [null, null, null, 'v'], params: [null, null, 4] }, tables.numbers.slice(0, 1)),
  window('value without field', { ops: ['lag'] }),
  window('sum without field', { ops: ['sum'] }),
  window('unknown op', { ops: ['mode'], fields: ['c'] }),
  window('exponential', { ops: ['exponential', 'exponentialb'], fields: ['v', 'v'], aggregate_params: [0.5], frame: [-2, 0] }, tables.numbers),
  window('nested fields', { ops: ['lag', 'sum'], fields: ['p.y.z', 'p.x'], groupby: ['p.x'], sort: { field: 'v', order: 'descending' } }, tables.nested),
  window('all from signals', { ops: { signal: 'o' }, fields: { signal: 'f' }, as: { signal: 'a' }, params: { signal: 'p' }, frame: { signal: 'fr' }, ignorePeers: { signal: 'ip' }, groupby: { signal: 'g' }, sort: { field: { signal: 's' }, order: 'descending' } }, tables.ties, { o: ['lag', 'sum'], f: ['c', 'c'], a: ['l', 't'], p: [2, null], fr: [-1, 1], ip: true, g: ['b'], s: 'c' }),
  window('elements from signals', { ops: [{ signal: 'o' }], fields: [{ signal: 'f' }], as: ['r'], frame: [{ signal: '-n' }, { signal: 'n' }] }, tables.numbers, { o: 'mean', f: 'v', n: 1 }),
  { name: 'ties after a sort', data: tables.ties, transform: [{ type: 'collect', sort: { field: 'id', order: 'descending' } }, { type: 'window', ops: ['row_number'], sort: { field: 'b' } }, { type: 'window', ops: ['row_number'], as: ['plain'] }] },
  { name: 'impute of vega-lite', data: tables.gaps, transform: [{ type: 'window', as: ['mean_v'], ops: ['mean'], fields: ['v'], frame: [-2, 2], ignorePeers: false }, { type: 'formula', expr: 'datum.v === null ? datum.mean_v : datum.v', as: 'v' }] },
];
