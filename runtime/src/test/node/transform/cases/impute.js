import * as tables from '../tables.js';

const impute = (name, parameters, data = series, signals = undefined) => ({ name, data, signals, transform: [{ type: 'impute', ...parameters }] });
const series = [
  { x: 0, g: 'a', v: 28 }, { x: 0, g: 'b', v: 91 }, { x: 1, g: 'a', v: 43 }, { x: 3, g: 'a', v: 52 },
  { x: 2, g: 'b', v: null }, { x: 5, g: 'b', v: 7 }, { x: 5, g: 'c', v: undefined }, { x: 1, g: 'b', v: 55 },
];
const methods = ['value', 'mean', 'median', 'max', 'min'];

export default [
  ...methods.flatMap((method) => [
    impute(`${method} by group`, { field: 'v', key: 'x', groupby: ['g'], method }),
    impute(`${method} without group`, { field: 'v', key: 'x', keyvals: [0, 1, 7], method }),
    impute(`${method} of gaps`, { field: 'v', key: 'w', groupby: ['k'], method }, tables.gaps),
    impute(`${method} of mixed values`, { field: 'v', key: 'k', keyvals: ['a', 'b'], method }, tables.mixed),
    impute(`${method} of dates`, { field: 't', key: 'n', groupby: ['k'], method }, tables.cleanDates),
    impute(`${method} of strings`, { field: 'name', key: 'n', groupby: ['city'], method }, tables.strings),
  ]),
  impute('value', { field: 'v', key: 'x', groupby: ['g'], value: 17 }),
  impute('value null', { field: 'v', key: 'x', groupby: ['g'], value: null }),
  impute('value of text', { field: 'v', key: 'x', groupby: ['g'], value: 'none' }),
  impute('value NaN', { field: 'v', key: 'x', groupby: ['g'], value: { signal: 'NaN' } }),
  impute('keyvals', { field: 'v', key: 'x', groupby: ['g'], keyvals: [7, 3, 1] }),
  impute('keyvals of another type', { field: 'v', key: 'x', groupby: ['g'], keyvals: ['0', '9'] }),
  impute('keyvals twice', { field: 'v', key: 'x', groupby: ['g'], keyvals: [8, 8] }),
  impute('keyvals with null', { field: 'v', key: 'x', keyvals: [null, 8] }),
  impute('keyvals of a signal', { field: 'v', key: 'x', keyvals: { signal: 'sequence(0, n)' } }, series, { n: 4 }),
  impute('no groupby, no keyvals', { field: 'v', key: 'x' }),
  impute('two groups', { field: 'v', key: 'w', groupby: ['k', 's'] }, tables.numbers),
  impute('groups with commas', { field: 'v', key: 'x', groupby: ['g', 'h'] }, [{ g: 'a,b', h: 'c', x: 1, v: 1 }, { g: 'a', h: 'b,c', x: 2, v: 2 }, { g: null, h: 'q', x: 3, v: 3 }, { g: '', h: 'q', x: 4, v: 4 }]),
  impute('key in two groups', { field: 'v', key: 'x', groupby: ['g'] }, [{ x: 1, g: 'a', v: 1 }, { x: 1, g: 'a', v: 5 }, { x: 2, g: 'b', v: 3 }]),
  impute('dates as keys', { field: 'v', key: 't', groupby: ['v'] }, tables.millis),
  impute('nested', { field: 'v', key: 'p.x', groupby: ['p.y.z'] }, tables.nested),
  impute('no rows', { field: 'v', key: 'x', keyvals: [1, 2] }, tables.empty),
  impute('unknown method', { field: 'v', key: 'x', method: 'mode' }),
  impute('missing key', { field: 'v' }),
  impute('all from signals', { field: { signal: 'f' }, key: { signal: 'k' }, groupby: { signal: 'g' }, method: { signal: 'm' }, value: { signal: 'val' } }, series, { f: 'v', k: 'x', g: ['g'], m: 'value', val: -1 }),
  { name: 'impute, then sort with ties', data: series, transform: [{ type: 'collect', sort: { field: 'v' } }, { type: 'impute', field: 'v', key: 'x', groupby: ['g'] }, { type: 'collect', sort: { field: 'x' } }] },
  { name: 'impute, then stack', data: series, transform: [{ type: 'impute', field: 'v', key: 'x', groupby: ['g'], value: 1 }, { type: 'stack', field: 'v', groupby: ['x'], sort: { field: 'g' } }] },
];
