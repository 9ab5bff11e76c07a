// Trees: each case ends with rows or links, and now and then goes on with transforms that keep, change or lose the tree.

const family = [
  { id: 'a', up: null, size: 0, rank: 3 },
  { id: 'b', up: 'a', size: 2, rank: 9 },
  { id: 'c', up: 'a', size: null, rank: 1 },
  { id: 'd', up: 'b', size: 5, rank: 1 },
  { id: 'e', up: 'b', size: 3, rank: 2 },
  { id: 'f', up: 'c', size: 8, rank: 1 },
  { id: 'g', up: 'c', size: 1, rank: 7 },
  { id: 'h', up: 'c', size: 0, rank: 4 },
  { id: 'i', up: 'g', size: 4.5, rank: 4 },
  { id: 'j', up: 'g', size: NaN, rank: null },
  { id: 'k', up: 'a', size: '6', rank: 2 },
];

/** A larger tree, the same each time. */
const forest = [];
for (let i = 0, seed = 7; i < 120; i++) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  forest.push({ id: i, up: i ? Math.floor((seed / 2147483648) * Math.min(i, 30)) : null, v: (seed % 97) / 7, s: `n${seed % 11}` });
}

/** Leaves of few sizes, so that circles touch in many ways that differ by the last bits only. */
const alike = [{ id: 'root' }];
for (let i = 0; i < 5; i++) alike.push({ id: `g${i}`, up: 'root' });
for (let i = 0; i < 190; i++) alike.push({ id: i, up: `g${i % 7 % 5}`, v: [90, 110, 95, 150][(i * 7) % 11 % 4] });

const cars = [
  { k: 'b', l: 2, v: 3 },
  { k: 'a', l: 10, v: 1 },
  { k: 'b', l: 2, v: 5 },
  { k: 'b', l: 1, v: 2 },
  { k: null, l: 10, v: 4 },
  { k: 'a', l: '10', v: 7 },
  { k: 'a', l: undefined, v: -1 },
  { k: '', l: 1.5, v: 6 },
];

const stratify = { type: 'stratify', key: 'id', parentKey: 'up' };
const nest = { type: 'nest', keys: ['k', 'l'] };
const generated = { ...nest, generate: true };
const links = { type: 'treelinks' };
const of = (data) => (name, transform, signals = undefined) => ({ name, data, signals, transform });
const inFamily = of(family);
const inForest = of(forest);
const inCars = of(cars);
const laidOut = (name, layout, signals = undefined) => inFamily(name, [stratify, layout], signals);
const treemap = (name, parameters, signals) => laidOut(`treemap ${name}`, { type: 'treemap', field: 'size', size: [200, 100], ...parameters }, signals);
const pack = (name, parameters, signals) => laidOut(`pack ${name}`, { type: 'pack', field: 'size', size: [300, 200], ...parameters }, signals);
const partition = (name, parameters, signals) => laidOut(`partition ${name}`, { type: 'partition', field: 'size', size: [300, 200], ...parameters }, signals);
const tree = (name, parameters, signals) => laidOut(`tree ${name}`, { type: 'tree', size: [300, 200], ...parameters }, signals);
const rows = (pairs) => pairs.map(([id, up]) => ({ id, up }));

const layouts = [
  ...['squarify', 'resquarify', 'binary', 'dice', 'slice', 'slicedice'].flatMap((method) => [
    treemap(method, { method }),
    treemap(`${method} with ratio and paddings`, { method, ratio: 3, padding: 4, paddingTop: 9 }),
    treemap(`${method} counted`, { method, field: undefined, round: true }),
    treemap(`${method} sorted`, { method, sort: { field: 'value', order: 'descending' } }),
    treemap(`${method} sorted by a field that nodes lack`, { method, sort: { field: 'size', order: 'descending' } }),
    treemap(`${method} without size`, { method, size: undefined }),
    treemap(`${method} upright`, { method, size: [50, 400] }),
    inForest(`treemap ${method} of many`, [stratify, { type: 'treemap', method, field: 'v', size: [640, 480], paddingInner: 1, sort: { field: 'value', order: 'descending' } }]),
    inForest(`treemap ${method} of zeros`, [stratify, { type: 'treemap', method, field: 'nothing', size: [640, 480] }]),
  ]),
  treemap('with each padding', { paddingInner: 2, paddingOuter: 3, paddingTop: 10, paddingRight: 5, paddingBottom: 6, paddingLeft: 7 }),
  treemap('with outer padding', { padding: 1, paddingOuter: 3 }),
  treemap('with inner padding', { paddingInner: 8 }),
  treemap('with more padding than room', { padding: 80 }),
  treemap('ratio below one', { ratio: 0.5 }),
  treemap('ratio of null', { ratio: null }),
  treemap('ratio as text', { ratio: '2' }),
  treemap('rounded', { round: true }),
  treemap('with numbers as texts', { padding: '3', paddingTop: null, size: ['120', 80] }),
  treemap('with padding that is no number', { padding: 'wide' }),
  treemap('as', { as: ['left', 'top', 'right', 'bottom', 'level', 'count'] }),
  treemap('as of two names', { as: ['left', 'top'] }),
  treemap('as over other fields', { as: ['id', 'size', 'up', 'rank', 'depth', 'children'] }),
  treemap('unknown method', { method: 'circle' }),
  treemap('method of null', { method: null }),
  treemap('size of null', { size: null }),
  treemap('all from signals', {
    method: { signal: 'm' }, ratio: { signal: 'r' }, size: { signal: '[w, h]' }, round: { signal: 'o' }, padding: { signal: 'p' }, paddingInner: { signal: 'p + 1' },
    paddingOuter: { signal: 'p + 2' }, paddingTop: { signal: 'p + 3' }, paddingRight: { signal: 'p + 4' }, paddingBottom: { signal: 'p + 5' }, paddingLeft: { signal: 'p + 6' },
    field: { signal: 'f' }, sort: { field: { signal: 's' }, order: { signal: 'd' } }, as: [{ signal: 'a' }, 'y0', 'x1', 'y1', 'depth', 'children'],
  }, { s: 'value', m: 'squarify', r: 2, w: 400, h: 300, o: true, p: 1, f: 'size', d: 'descending', a: 'left' }),
  ...['method', 'size', 'padding', 'ratio', 'field', 'round', 'sort'].map((name) => treemap(`${name} from a signal that is undefined`, { [name]: { signal: 'u.nothing' } }, { u: {} })),
  treemap('size from a short list', { size: { signal: 'u' } }, { u: [70] }),
  treemap('size of two signals', { size: [{ signal: 'w' }, { signal: 'w * 2' }] }, { w: 50 }),

  partition('plain', {}),
  partition('without size', { size: undefined }),
  partition('padded', { padding: 3 }),
  partition('with more padding than room', { padding: 40 }),
  partition('rounded', { round: true }),
  partition('counted', { field: undefined }),
  partition('sorted', { sort: { field: 'data.rank' } }),
  partition('as', { as: ['a0', 'b0', 'a1', 'b1', 'd', 'c'] }),
  partition('by an expression', { field: { expr: 'datum.rank * 2' }, sort: { field: { expr: '-datum.data.rank' } } }),
  partition('sorted by height and name', { sort: { field: ['height', 'id'], order: ['descending', 'descending'] } }),
  partition('sorted by depth', { sort: { field: 'depth', order: 'descending' } }),
  partition('sorted by number of children', { sort: { field: 'children.length' } }),
  partition('sorted by the children', { sort: { field: { expr: 'datum.children ? length(datum.children) : 0' }, order: 'descending' } }),
  partition('all from signals', { size: { signal: '[w, w]' }, padding: { signal: 'p' }, round: { signal: 'o' }, field: { signal: 'f' }, sort: { field: { signal: '"data." + f' }, order: { signal: 'd' } }, as: [{ signal: 'a' }, 'b0', 'a1', 'b1', 'd', 'c'] }, { w: 90, p: 2, o: true, f: 'rank', d: 'descending', a: 'a0' }),
  inForest('partition of many', [stratify, { type: 'partition', field: 'v', size: [6.283185307179586, 300], sort: { field: 'data.s' } }]),

  pack('plain', {}),
  pack('without size', { size: undefined }),
  pack('padded', { padding: 3 }),
  pack('counted', { field: undefined, padding: 1 }),
  pack('sorted', { sort: { field: 'value', order: 'descending' } }),
  pack('sorted by two fields', { sort: { field: ['data.rank', 'data.id'], order: ['descending', 'ascending'] } }),
  pack('as', { as: ['cx', 'cy', 'cr', 'd', 'c'] }),
  pack('by the value of nodes', { radius: 'value' }),
  pack('by a field of rows', { radius: 'data.rank', padding: 5 }),
  pack('by a field that nodes lack', { radius: 'size' }),
  pack('by the depth of nodes', { radius: 'depth', size: undefined }),
  pack('by the parent of nodes', { radius: 'parent.value' }),
  pack('by the siblings of nodes', { radius: { expr: 'length(datum.parent.children) + datum.height' } }),
  pack('by the name of nodes', { radius: { expr: "datum.id === 'd' ? 9 : 4" } }),
  pack('radius of null', { radius: null }),
  pack('all from signals', { size: { signal: '[w, h]' }, padding: { signal: 'p' }, field: { signal: 'f' }, radius: { signal: 'r' }, sort: { field: { signal: 'r' }, order: { signal: 'd' } }, as: [{ signal: 'a' }, 'cy', 'cr', 'd', 'c'] }, { w: 90, h: 70, p: 2, f: 'size', r: 'value', d: 'descending', a: 'cx' }),
  inForest('pack of many', [stratify, { type: 'pack', field: 'v', size: [500, 400], padding: 2, sort: { field: 'value', order: 'descending' } }]),
  inForest('pack of many in their order', [stratify, { type: 'pack', field: 'v', size: [500, 400] }]),
  ...[0, 2].map((padding) => of(alike)(`pack of leaves that are alike, padded by ${padding}`, [stratify, { type: 'pack', field: 'v', size: [280, 280], padding, sort: { field: 'value' } }])),
  inForest('pack of zeros', [stratify, { type: 'pack', field: 'nothing', size: [500, 400] }]),

  ...['tidy', 'cluster'].flatMap((method) => [
    tree(method, { method }),
    tree(`${method} without size`, { method, size: undefined }),
    tree(`${method} by node size`, { method, nodeSize: [20, 50] }),
    tree(`${method} by node size alone`, { method, nodeSize: [20, 50], size: undefined }),
    tree(`${method} evenly`, { method, separation: false }),
    tree(`${method} with separation of null`, { method, separation: null }),
    tree(`${method} sorted`, { method, sort: { field: 'data.rank', order: 'descending' } }),
    tree(`${method} of a field`, { method, field: 'rank' }),
    tree(`${method} as`, { method, as: ['u', 'v', 'd', 'c'] }),
    tree(`${method} from signals`, { method: { signal: 'm' }, size: { signal: 's' }, separation: { signal: 'e' }, field: { signal: 'f' }, sort: { field: { signal: '"data." + f' } }, as: [{ signal: 'a' }, 'v', 'd', 'c'] }, { m: method, s: [10, 20], e: false, f: 'rank', a: 'u' }),
    tree(`${method} by node size from a signal`, { method, nodeSize: { signal: '[n, n * 2]' } }, { n: 7 }),
    inForest(`tree ${method} of many`, [stratify, { type: 'tree', method, size: [800, 600] }]),
    inForest(`tree ${method} of many by node size`, [stratify, { type: 'tree', method, nodeSize: [8, 40], separation: false, sort: { field: ['data.s', 'data.id'], order: ['descending'] } }]),
    of(family.slice(0, 1))(`tree ${method} of one node`, [stratify, { type: 'tree', method, size: [800, 600] }]),
    of(rows([['a'], ['b', 'a'], ['c', 'b']]))(`tree ${method} of a chain`, [stratify, { type: 'tree', method, size: [80, 60] }]),
  ]),
  tree('without method', {}),
  tree('unknown method', { method: 'radial' }),
];

export default [
  ...layouts,
  inFamily('stratify keeps the rows', [stratify]),
  of([])('stratify of nothing', [stratify]),
  of([])('layout of nothing', [stratify, { type: 'treemap', field: 'size' }]),
  of(rows([['a', 'b'], ['b', 'a']]))('stratify without root', [stratify]),
  of(rows([['a', null], ['b', undefined]]))('stratify with two roots', [stratify]),
  of(rows([['a', null], ['b', 'x']]))('stratify with a missing parent', [stratify]),
  of(rows([['a', null], ['a', 'a']]))('stratify with an ambiguous parent', [stratify]),
  of(rows([['r', null], ['a', 'r'], ['a', 'r']]))('stratify with keys that are not unique but no parents', [stratify, links]),
  of(rows([['r', null], ['a', 'b'], ['b', 'a']]))('stratify with a cycle', [stratify]),
  of(rows([['r', ''], [1, 'r'], ['2', 1], [true, '1'], [null, 2], [undefined, 'true']]))('stratify with keys of all types', [stratify, links]),
  of(rows([['r', null], ['', 'r'], ['x', '']]))('stratify with an empty key', [stratify]),
  of([{ p: { id: 1 } }, { p: { id: 2 }, up: 1 }])('stratify by a nested key', [{ type: 'stratify', key: 'p.id', parentKey: 'up' }, links]),
  inFamily('stratify by expressions', [{ type: 'stratify', key: { expr: "datum.id + '!'" }, parentKey: { expr: "datum.up ? datum.up + '!' : null" } }, links]),
  inFamily('stratify by signals', [{ type: 'stratify', key: { signal: 'k' }, parentKey: { signal: 'p' } }, links], { k: 'id', p: 'up' }),
  inFamily('stratify without key', [{ type: 'stratify', parentKey: 'up' }]),
  inFamily('stratify without parent key', [{ type: 'stratify', key: 'id' }]),
  inFamily('layout without tree', [{ type: 'treemap', field: 'size' }]),
  inFamily('links without tree', [links]),
  inFamily('links', [stratify, links]),
  inFamily('links of a layout', [stratify, { type: 'tree', size: [100, 100] }, links]),
  inFamily('links of a sorted layout', [stratify, { type: 'tree', size: [100, 100], sort: { field: 'data.rank' } }, links]),
  inFamily('links of what a filter leaves', [stratify, { type: 'filter', expr: "datum.id != 'c' && datum.id != 'k'" }, links]),
  inFamily('links after a formula', [stratify, { type: 'formula', expr: 'datum.size * 2', as: 'double' }, links]),
  inFamily('links after an aggregate', [stratify, { type: 'aggregate', groupby: ['up'] }, links]),
  inFamily('links after a fold', [stratify, { type: 'fold', fields: ['size', 'rank'] }, links]),
  inFamily('links after a project', [stratify, { type: 'project', fields: ['id'] }, links]),
  inFamily('links after a sample', [stratify, { type: 'sample', size: 100 }, links]),
  inFamily('links after an impute', [stratify, { type: 'impute', field: 'size', key: 'rank', keyvals: [1, 100], groupby: ['up'], value: 3 }, links]),
  inFamily('links after a sort', [stratify, { type: 'collect', sort: { field: 'rank', order: 'descending' } }, links]),
  inFamily('links after a window and a stack', [stratify, { type: 'window', ops: ['row_number'], as: ['n'] }, { type: 'stack', field: 'rank' }, { type: 'joinaggregate', ops: ['count'] }, links]),
  inFamily('layout of what a filter leaves', [stratify, { type: 'filter', expr: "datum.id != 'g'" }, { type: 'treemap', field: 'size', size: [100, 100] }]),
  inFamily('layout, filter, layout', [stratify, { type: 'tree', size: [9, 9], sort: { field: 'data.rank' } }, { type: 'filter', expr: 'datum.children > 0' }, { type: 'formula', expr: 'datum.x + 100', as: 'size' }, { type: 'pack', field: 'size', size: [50, 50], as: ['x', 'y', 'r', 'depth', 'n'] }]),
  inFamily('layout after an impute', [stratify, { type: 'impute', field: 'size', key: 'rank', keyvals: [100], value: 3 }, { type: 'partition', field: 'size', size: [10, 10] }]),
  inFamily('sorted, then stratified', [{ type: 'collect', sort: { field: 'rank', order: 'descending' } }, stratify, { type: 'tree', size: [90, 90] }, links]),
  inFamily('sorted, then stratified, ties', [{ type: 'collect', sort: { field: 'id', order: 'descending' } }, stratify, { type: 'tree', size: [90, 90], sort: { field: 'data.rank' } }, links]),
  inFamily('filtered, then stratified', [{ type: 'filter', expr: "datum.up != 'g'" }, stratify, { type: 'treemap', field: 'rank', size: [90, 90] }, links]),
  inFamily('two trees', [stratify, { type: 'tree', size: [90, 90] }, { type: 'nest', keys: ['rank'] }, { type: 'treemap', field: 'size', size: [90, 90], as: ['x0', 'y0', 'x1', 'y1', 'd', 'c'] }]),
  inFamily('stack after a layout', [stratify, { type: 'partition', field: 'size', size: [90, 90], sort: { field: 'value' } }, { type: 'stack', field: 'x1', groupby: ['depth'], sort: { field: 'rank' } }]),

  inCars('nest', [nest]),
  inCars('nest with generated rows', [generated]),
  inCars('nest without keys', [{ type: 'nest' }, links]),
  inCars('nest by no keys', [{ type: 'nest', keys: [] }, { type: 'treemap', field: 'v', size: [10, 10] }]),
  inCars('nest by one key', [{ type: 'nest', keys: ['l'], generate: true }]),
  inCars('nest by signals', [{ type: 'nest', keys: { signal: 'k' }, generate: { signal: 'g' } }], { k: ['l', 'k'], g: true }),
  inCars('nest by fields from signals', [{ type: 'nest', keys: [{ signal: 'k' }], generate: { signal: 'g' } }], { k: 'k', g: false }),
  inCars('nest by an expression', [{ type: 'nest', keys: [{ expr: 'datum.v > 3' }], generate: true }]),
  of([])('nest of nothing', [generated]),
  of([{ k: 'toString', v: 1 }])('nest by the name of what all objects have', [{ type: 'nest', keys: ['k'] }]),
  of([{ k: 'a', key: 5, v: 1 }, { k: 'b', v: 2 }])('nest of rows that have a key', [{ type: 'nest', keys: ['k'], generate: true }]),
  of([{ k: 'a', values: null }, { k: 'b', values: 0 }, { k: 'b', values: 7 }])('nest of rows that have values', [{ type: 'nest', keys: ['k'], generate: true }]),
  inCars('layout of a nest', [nest, { type: 'treemap', field: 'v', size: [100, 50] }]),
  inCars('layout of a nest with generated rows', [generated, { type: 'treemap', field: 'v', size: [100, 50], paddingTop: 2 }]),
  inCars('pack of a nest with generated rows', [generated, { type: 'pack', field: 'v', size: [100, 50], sort: { field: 'value' } }]),
  inCars('sort by the keys of inner nodes', [generated, { type: 'partition', size: [100, 50], sort: { field: 'data.key', order: 'descending' } }]),
  inCars('sort by the keys of nodes that are no rows', [nest, { type: 'partition', size: [100, 50], sort: { field: 'data.key', order: 'descending' } }, { type: 'tree', size: [100, 50], sort: { field: 'depth' } }]),
  inCars('formula over generated rows', [generated, { type: 'formula', expr: 'datum.v + 1', as: 'w' }, { type: 'filter', expr: 'datum.w > 3 || datum.values' }]),
  inCars('layouts of generated rows that are filtered', [generated, { type: 'filter', expr: "datum.key != '10'" }, { type: 'treemap', field: 'v', size: [100, 50] }, { type: 'filter', expr: 'datum.depth < 2' }, { type: 'formula', expr: 'length(datum.values)', as: 'n' }]),
  inCars('links of a nest', [nest, links]),
  inCars('links of generated rows', [generated, { type: 'tree', size: [100, 50] }, links, { type: 'formula', expr: 'datum.target.x - datum.source.x', as: 'dx' }, { type: 'project', fields: ['dx', 'source.key', 'target.depth'], as: ['dx', 'from', 'depth'] }]),
  inCars('nest after a sort', [{ type: 'collect', sort: { field: 'v' } }, generated, { type: 'tree', size: [10, 10] }]),
  inCars('sort after a nest', [generated, { type: 'collect', sort: { field: 'v', order: 'descending' } }]),
];
