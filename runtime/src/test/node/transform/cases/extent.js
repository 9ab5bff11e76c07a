import * as tables from '../tables.js';

const extent = (field, data, signals) => ({ name: `${JSON.stringify(field)} of ${Object.keys(data[0] ?? {})}`, data, signals, transform: [{ type: 'extent', field, signal: 'e' }] });

export default [
  extent('v', tables.numbers),
  extent('v', tables.gaps),
  extent('w', tables.gaps),
  extent('v', tables.mixed),
  extent('t', tables.dates),
  extent('t', tables.cleanDates),
  extent('n', tables.dates),
  extent('name', tables.strings),
  extent('b', tables.booleans),
  extent('v', tables.empty),
  extent('none', tables.numbers),
  extent('p.x', tables.nested),
  extent('p\\.x', tables.nested),
  extent({ signal: 'f' }, tables.numbers, { f: 'w' }),
  extent({ expr: 'datum.v + 1' }, tables.numbers),
  { name: 'without signal', data: tables.numbers, transform: [{ type: 'extent', field: 'v' }] },
  { name: 'strings of digits', data: tables.strings.slice(7), transform: [{ type: 'extent', field: 'name', signal: 'e' }] },
  { name: 'after a filter', data: tables.numbers, transform: [{ type: 'filter', expr: 'datum.v < 5' }, { type: 'extent', field: 'v', signal: 'e' }] },
  { name: 'two extents', data: tables.numbers, transform: [{ type: 'extent', field: 'v', signal: 'e' }, { type: 'formula', expr: 'datum.v - e[0]', as: 'v' }, { type: 'extent', field: 'v', signal: 'f' }] },
  { name: 'negative zero', data: [{ v: -0 }, { v: 0 }], transform: [{ type: 'extent', field: 'v', signal: 'e' }] },
];
