import * as tables from '../tables.js';

const pie = (name, parameters, data = tables.numbers, signals = undefined) => ({ name: `pie ${name}`, data, signals, transform: [{ type: 'pie', ...parameters }] });

export default [
  pie('of a field', { field: 'v' }),
  pie('without field', {}),
  pie('sorted', { field: 'v', sort: true }),
  pie('sorted without field', { sort: true }),
  pie('of half a circle', { field: 'w', startAngle: -1.5, endAngle: 1.5 }),
  pie('backwards', { field: 'w', startAngle: 3, endAngle: 0 }),
  pie('of null angles', { field: 'w', startAngle: null, endAngle: null }),
  pie('of angles as texts', { field: 'w', endAngle: '3' }),
  pie('as', { field: 'v', as: ['a', 'b'] }),
  pie('as of one name', { field: 'v', as: ['a'] }),
  pie('over its field', { field: 'v', as: ['v', 'end'], sort: true }),
  pie('by an expression', { field: { expr: 'datum.v * datum.v' } }),
  pie('with gaps', { field: 'w' }, tables.gaps),
  pie('with gaps, sorted', { field: 'w', sort: true }, tables.gaps),
  pie('of infinite values', { field: 'v' }, tables.gaps),
  pie('of mixed values', { field: 'v', sort: true }, tables.mixed),
  pie('of dates', { field: 't' }, tables.cleanDates),
  pie('of zeros', { field: 'v' }, [{ v: 0 }, { v: 0 }]),
  pie('of no rows', { field: 'v' }, tables.empty),
  pie('nested', { field: 'p.x' }, tables.nested),
  pie('all from signals', { field: { signal: 'f' }, startAngle: { signal: 'a' }, endAngle: { signal: 'PI + a' }, sort: { signal: 's' }, as: [{ signal: 'n' }, 'to'] }, tables.numbers, { f: 'v', a: 1, s: true, n: 'from' }),
  { name: 'pie after a sort', data: tables.ties, transform: [{ type: 'collect', sort: { field: 'c', order: 'descending' } }, { type: 'pie', field: 'c', sort: true }] },
  { name: 'pie of an aggregate', data: tables.numbers, transform: [{ type: 'aggregate', groupby: ['k'], fields: ['v'], ops: ['sum'], as: ['total'] }, { type: 'pie', field: 'total' }, { type: 'stack', field: 'startAngle' }] },
];
