import * as tables from '../tables.js';

const joined = (parameters) => [{ type: 'joinaggregate', ...parameters }];
const ops = ['valid', 'missing', 'distinct', 'sum', 'mean', 'variance', 'stdevp', 'median', 'q1', 'min', 'max', 'product'];

export default [
  ...ops.flatMap((op) => [
    { name: `${op} by key`, data: tables.gaps, transform: joined({ groupby: ['k'], fields: ['v'], ops: [op] }) },
    { name: `${op} of all`, data: tables.mixed, transform: joined({ fields: ['v'], ops: [op] }) },
  ]),
  { name: 'no parameters', data: tables.numbers, transform: joined({}) },
  { name: 'no rows', data: tables.empty, transform: joined({ groupby: ['k'], fields: ['v'], ops: ['sum'] }) },
  { name: 'keys take the first form', data: tables.mixed, transform: joined({ groupby: ['k'] }) },
  { name: 'dates of one second take the first', data: tables.millis, transform: joined({ groupby: ['t'], fields: ['v'], ops: ['sum'] }) },
  { name: 'dates', data: tables.dates, transform: joined({ groupby: ['t'], fields: ['t'], ops: ['max'] }) },
  { name: 'nested key is written flat', data: tables.nested, transform: joined({ groupby: ['p.x'], fields: ['v'], ops: ['sum'] }) },
  { name: 'two keys', data: tables.numbers, transform: joined({ groupby: ['k', 's'], fields: ['v', 'w', null], ops: ['sum', 'mean', 'count'], as: ['a', null, 'n'] }) },
  { name: 'overwrites the field', data: tables.numbers, transform: joined({ groupby: ['k'], fields: ['v'], ops: ['sum'], as: ['v'] }) },
  { name: 'aggregate_params are no parameter', data: tables.numbers, transform: joined({ fields: ['v'], ops: ['exponential'], aggregate_params: [0.5] }) },
  { name: 'key beside groupby', data: tables.numbers, transform: joined({ groupby: ['k'], key: 's', fields: ['v'], ops: ['sum'] }) },
  { name: 'signals', data: tables.numbers, signals: { g: ['s'], o: 'max' }, transform: joined({ groupby: { signal: 'g' }, fields: ['v'], ops: [{ signal: 'o' }], as: ['r'] }) },
  { name: 'expression key', data: tables.numbers, transform: joined({ groupby: [{ expr: 'datum.v > 2', as: 'big' }], fields: ['v'], ops: ['sum'] }) },
  { name: 'share of the total', data: tables.numbers, transform: [...joined({ fields: ['v'], ops: ['sum'], as: ['total'] }), { type: 'formula', expr: 'datum.v / datum.total', as: 'share' }] },
  { name: 'values', data: tables.numbers.slice(0, 3), transform: [...joined({ groupby: ['k'], fields: ['v', 'v'], ops: ['argmax', 'ci0'], as: ['top', 'low'] }), { type: 'formula', expr: 'datum.top.v', as: 'top' }] },
];
