import * as tables from '../tables.js';

const one = (type) => (name, parameters, data = points, signals = undefined, others = undefined) => ({ name: `${type} ${name}`, data, tables: others, signals, transform: [{ type, ...parameters }] });
const lookup = one('lookup');
const quantile = one('quantile');
const density = one('density');
const kde = one('kde');
const regression = one('regression');
const loess = one('loess');
const sample = one('sample');

const points = Array.from({ length: 24 }, (_, i) => ({ g: 'abc'[i % 3], x: 1 + i * 0.75, y: 3 + Math.sin(i) * 2 + i * i * 0.05 }));
const holes = [...points, { g: 'a', x: null, y: 1 }, { g: 'a', x: 2, y: NaN }, { g: 'd', x: 4, y: 4 }, { g: 'b', x: '5', y: '6' }, { g: null, x: 1, y: 2 }, { g: undefined, x: 3, y: 3 }];
const people = { people: [{ id: 'a', age: 3, p: { q: 1 } }, { id: 1, age: 4, p: { q: 2 } }, { id: 'b', age: null, p: { q: 3 } }, { id: 'a', age: 5, p: { q: 4 } }, { id: null, age: 6, p: { q: 5 } }] };
const pairs = [{ u: 'a', w: 'b' }, { u: 'b', w: 'zzz' }, { u: '1', w: 1 }, { u: null, w: undefined }, { u: 'toString', w: 'a' }];
const join = (name, parameters, data = pairs, signals = undefined) => lookup(name, { from: 'people', key: 'id', ...parameters }, data, signals, people);

export default [
  join('values', { fields: ['u'], values: ['age'] }),
  join('values as', { fields: ['u'], values: ['age', 'id'], as: ['years', 'who'] }),
  join('two fields', { fields: ['u', 'w'], values: ['age'], as: ['ua', 'wa'] }),
  join('two fields, two values', { fields: ['u', 'w'], values: ['age', 'p.q'], as: ['ua', 'uq', 'wa', 'wq'] }),
  join('two fields without as', { fields: ['u', 'w'], values: ['age'] }),
  join('too few names', { fields: ['u', 'w'], values: ['age'], as: ['ua'] }),
  join('objects', { fields: ['u', 'w'], as: ['uo', 'wo'] }),
  join('objects without as', { fields: ['u'] }),
  join('default', { fields: ['w'], values: ['age'], default: 'nobody' }),
  join('default null', { fields: ['w'], values: ['age'], default: null }),
  join('nested key', { fields: ['u'], key: 'p.q', values: ['id'] }, [{ u: 2 }, { u: '3' }]),
  join('over the key field', { fields: ['u', 'u'], values: ['id'], as: ['u', 'again'] }),
  join('no rows', { fields: ['u'], values: ['age'] }, tables.empty),
  join('signals', { fields: [{ signal: 'f' }], values: { signal: 'v' }, as: { signal: 'a' }, default: { signal: 'd' } }, pairs, { f: 'w', v: ['age'], a: ['years'], d: -1 }),
  quantile('plain', { field: 'y', step: 0.1 }),
  quantile('default step', { field: 'y' }),
  quantile('groups', { field: 'y', groupby: ['g'], step: 0.25 }, holes),
  quantile('probs', { field: 'x', probs: [0, 0.1, 0.5, 1, 2, -1], as: ['p', 'v'] }, holes),
  quantile('gaps', { field: 'v', probs: [0.5] }, tables.gaps),
  quantile('mixed', { field: 'v', probs: [0.25, 0.75] }, tables.mixed),
  quantile('no rows', { field: 'v', probs: [0.5] }, tables.empty),
  quantile('groups without rows', { field: 'v', groupby: ['g'], probs: [0.5] }, tables.empty),
  density('normal', { extent: [-3, 3], distribution: { function: 'normal' }, steps: 10 }),
  density('normal cdf', { extent: [-50, 50], method: 'cdf', distribution: { function: 'normal', mean: 1, stdev: 2 } }),
  density('lognormal', { extent: [0, 5], distribution: { function: 'lognormal', mean: 0.5, stdev: 0.5 } }),
  density('lognormal cdf', { extent: [0.1, 5], method: 'cdf', distribution: { function: 'lognormal' }, steps: 5 }),
  density('uniform', { extent: [-1, 3], distribution: { function: 'uniform', min: 0, max: 2 }, minsteps: 5 }),
  density('uniform cdf', { extent: [-1, 3], method: 'cdf', distribution: { function: 'uniform' } }),
  density('kde', { distribution: { function: 'kde', field: 'y' } }),
  density('kde with bandwidth', { distribution: { function: 'kde', field: 'y', bandwidth: 0.5 }, steps: 20, as: ['a', 'b'] }),
  density('kde cdf', { method: 'cdf', distribution: { function: 'kde', field: 'y' }, maxsteps: 30 }),
  density('kde of another data set', { distribution: { function: 'kde', from: 'people', field: 'age' }, extent: [0, 9], steps: 6 }, points, undefined, people),
  density('mixture', { extent: [-4, 8], distribution: { function: 'mixture', distributions: [{ function: 'normal' }, { function: 'uniform', min: 4, max: 6 }], weights: [1, 3] } }),
  density('mixture without weights', { extent: [-4, 8], steps: 7, distribution: { function: 'mixture', distributions: [{ function: 'normal' }, { function: 'normal', mean: 3 }] } }),
  density('without extent', { distribution: { function: 'normal' } }),
  density('unknown function', { extent: [0, 1], distribution: { function: 'poisson' } }),
  density('unknown method', { extent: [0, 1], method: 'icdf', distribution: { function: 'normal' } }),
  density('signals', { extent: { signal: 'e' }, steps: { signal: 's' }, method: { signal: 'm' }, distribution: { function: 'normal', mean: { signal: 'mu' } } }, points, { e: [0, 4], s: 8, m: 'pdf', mu: 2 }),
  ...['normal', 'lognormal'].map((name) => density(`${name} from signals`, { extent: { signal: 'e' }, minsteps: { signal: 'lo' }, maxsteps: { signal: 'hi' }, method: { signal: 'm' }, as: { signal: 'names' }, distribution: { function: name, mean: { signal: 'mu' }, stdev: { signal: 'sd' } } }, points, { e: [0.5, 4], lo: 4, hi: 9, m: 'cdf', names: ['p', 'q'], mu: 1, sd: 0.7 })),
  density('uniform from signals', { extent: [{ signal: 'a' }, { signal: 'b' }], steps: 6, distribution: { function: 'uniform', min: { signal: 'a' }, max: { signal: 'b / 2' } } }, points, { a: 1, b: 6 }),
  density('kde from signals', { steps: 8, distribution: { function: 'kde', field: { signal: 'f' }, bandwidth: { signal: 'bw' } } }, points, { f: 'y', bw: 0.8 }),
  density('kde of an expression', { steps: 8, distribution: { function: 'kde', field: { expr: 'datum.x + datum.y * k' } } }, points, { k: 0.5 }),
  density('kde without a bandwidth', { steps: 8, distribution: { function: 'kde', field: 'y', bandwidth: 0 } }),
  density('kde of gaps', { steps: 8, extent: [0, 10], distribution: { function: 'kde', field: 'v' } }, tables.gaps),
  density('mixture from signals', { extent: [-4, 8], steps: 7, method: 'cdf', distribution: { function: 'mixture', distributions: [{ function: 'normal', mean: { signal: 'mu' } }, { function: 'kde', field: 'y' }, { function: 'lognormal' }], weights: { signal: 'w' } } }, points, { mu: 2, w: [1, null, 2] }),
  density('mixture with weights of signals', { extent: [-4, 8], steps: 7, distribution: { function: 'mixture', distributions: [{ function: 'uniform' }, { function: 'normal' }], weights: [{ signal: 'w' }, 2] } }, points, { w: 3 }),
  density('steps over minsteps', { extent: [-4, 8], steps: 3, minsteps: 9, maxsteps: 11, distribution: { function: 'normal' } }),
  kde('from signals', { field: { signal: 'f' }, groupby: { signal: 'g' }, cumulative: { signal: 'yes' }, counts: { signal: 'yes' }, bandwidth: { signal: 'bw' }, extent: { signal: 'e' }, minsteps: { signal: 'lo' }, maxsteps: { signal: 'hi' }, resolve: { signal: 'r' }, as: { signal: 'names' } }, points, { f: 'y', g: ['g'], yes: true, bw: 0.9, e: [0, 20], lo: 4, hi: 12, r: 'shared', names: ['p', 'q'] }),
  kde('steps from a signal, independent', { field: 'y', groupby: [{ signal: 'g' }], steps: { signal: 'n' }, resolve: 'independent' }, points, { g: 'g', n: 5 }),
  kde('of an expression', { field: { expr: 'datum.x - datum.y' }, steps: 6 }),
  quantile('from signals', { field: { signal: 'f' }, groupby: [{ signal: 'g' }], probs: { signal: 'p' }, as: { signal: 'names' } }, points, { f: 'y', g: 'g', p: [0.1, 0.5, 0.9], names: ['q', 'v'] }),
  quantile('step from a signal', { field: { expr: 'datum.y * 2' }, step: { signal: 's' } }, points, { s: 0.2 }),
  quantile('probs of signals', { field: 'y', probs: [{ signal: 's' }, 0.5] }, points, { s: 0.2 }),
  kde('plain', { field: 'y' }),
  kde('groups', { field: 'y', groupby: ['g'] }),
  kde('groups, shared', { field: 'y', groupby: ['g'], resolve: 'shared', steps: 12 }),
  kde('shared without steps', { field: 'y', groupby: ['g'], resolve: 'shared', maxsteps: 9 }),
  kde('counts', { field: 'y', groupby: ['g'], counts: true, steps: 5 }),
  kde('cumulative', { field: 'y', cumulative: true, steps: 9 }),
  kde('extent and bandwidth', { field: 'y', extent: [0, 20], bandwidth: 1.5, minsteps: 10, maxsteps: 40, as: ['v', 'd'] }),
  kde('one value', { field: 'v', extent: [0, 10], steps: 4 }, [{ v: 5 }]),
  kde('gaps', { field: 'w', extent: [0, 10], steps: 4 }, tables.gaps),
  kde('no rows', { field: 'v', extent: [0, 10], steps: 4 }, tables.empty),
  ...['constant', 'linear', 'log', 'exp', 'pow', 'quad', 'poly'].flatMap((method) => [
    regression(method, { x: 'x', y: 'y', method }),
    regression(`${method} by group with holes`, { x: 'x', y: 'y', groupby: ['g'], method }, holes),
    regression(`${method} parameters`, { x: 'x', y: 'y', groupby: ['g'], method, params: true }),
    regression(`${method} extent`, { x: 'x', y: 'y', method, extent: [0, 30], as: ['u', 'v'] }),
  ]),
  ...[0, 1, 2, 3, 4, 6].map((order) => regression(`poly of order ${order}`, { x: 'x', y: 'y', method: 'poly', order, params: true })),
  regression('unknown method', { x: 'x', y: 'y', method: 'sinus' }),
  regression('no rows', { x: 'x', y: 'y' }, tables.empty),
  regression('signals', { x: { signal: 'fx' }, y: 'y', method: { signal: 'm' }, extent: { signal: 'e' }, params: { signal: 'p' } }, points, { fx: 'x', m: 'linear', e: [1, 5], p: false }),
  loess('plain', { x: 'x', y: 'y' }),
  loess('bandwidth', { x: 'x', y: 'y', bandwidth: 0.6, as: ['u', 'v'] }),
  loess('groups with holes', { x: 'x', y: 'y', groupby: ['g'], bandwidth: 0.5 }, holes.filter((row) => row.g !== 'd' && row.g)),
  loess('more neighbours than points', { x: 'x', y: 'y', bandwidth: 1.5 }),
  loess('one point', { x: 'x', y: 'y' }, points.slice(0, 1)),
  loess('ties', { x: 'x', y: 'y', bandwidth: 0.5 }, points.flatMap(({ x, y }) => [{ x: Math.floor(x), y }])),
  loess('signals', { x: 'x', y: { signal: 'fy' }, bandwidth: { signal: 'b' } }, points, { fy: 'y', b: 0.4 }),
  sample('all', { size: 100 }),
  sample('few', { size: 5 }),
  sample('from a signal', { size: { signal: 'n' } }, points, { n: 3 }),
  sample('none', { size: 0 }),
  { name: 'sample, then filter', data: points, transform: [{ type: 'sample', size: 9 }, { type: 'filter', expr: 'datum.x > 4' }] },
];
