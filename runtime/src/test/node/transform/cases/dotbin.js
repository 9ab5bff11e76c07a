// Stacks of dots.
import * as tables from '../tables.js';

const rows = Array.from({ length: 30 }, (_, i) => ({ g: 'ab'[i % 2], v: ((i * 7919) % 101) / 4, u: Math.floor(((i * 31) % 17) / 3) }));
const dotbin = (name, parameters, data = rows, signals = undefined) => ({ name: `dotbin ${name}`, data, signals, transform: [{ type: 'dotbin', field: 'v', signal: 'dots', ...parameters }] });

export default [
  dotbin('plain', {}),
  dotbin('step', { step: 2 }),
  dotbin('step of 0', { step: 0 }),
  dotbin('wide step', { step: 1000 }),
  dotbin('smooth', { step: 2, smooth: true }),
  dotbin('smooth by default step', { smooth: true }),
  dotbin('ties', { field: 'u', step: 1 }),
  dotbin('smooth ties', { field: 'u', step: 1.5, smooth: true }),
  dotbin('groups', { groupby: ['g'], step: 3 }),
  dotbin('smooth groups', { groupby: ['g'], step: 1, smooth: true, as: 'b' }),
  dotbin('two groups', { groupby: ['g', 'u'] }),
  dotbin('as the field', { as: 'v', step: 2 }),
  dotbin('expression', { field: { expr: 'datum.v * k' } }, rows, { k: 3 }),
  dotbin('from signals', { field: { signal: 'f' }, groupby: { signal: 'by' }, step: { signal: 's' }, smooth: { signal: 'yes' }, as: { signal: 'name' } }, rows, { f: 'v', by: ['g'], s: 1.5, yes: true, name: 'b' }),
  dotbin('equal values', {}, [{ v: 3 }, { v: 3 }, { v: 3 }]),
  dotbin('one value', { smooth: true }, [{ v: 3 }]),
  dotbin('nulls', { step: 2 }, [{ v: 3 }, { v: null }, { v: 1 }, { v: -4 }]),
  dotbin('gaps at the end', { step: 2 }, [{ v: 1 }, { v: 3 }, { v: 4 }, { v: 9 }, { v: undefined }]),
  dotbin('booleans', { field: 'b', step: 0.5 }, tables.booleans),
  dotbin('no rows', {}, tables.empty),
  dotbin('no rows, groups', { groupby: ['g'] }, tables.empty),
  dotbin('without a field', { field: undefined }),
  { name: 'dotbin of sorted rows', data: rows, transform: [{ type: 'collect', sort: { field: 'v', order: 'descending' } }, { type: 'dotbin', field: 'u', step: 1 }] },
  { name: 'dotbin, then formula with its signal', data: rows, transform: [{ type: 'dotbin', field: 'v', signal: 'dots' }, { type: 'formula', expr: 'floor((datum.bin - dots.start) / dots.step)', as: 'n' }] },
];
