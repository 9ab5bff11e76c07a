const field = (name, type) => ({ field: name, channel: 'x', type });

export const tables = {
  cars: [
    { x: 1, y: 10, s: 'a', d: new Date(1000), ok: true, _vgsid_: 1, 'p.q': 5 }, { x: 3, y: 20, s: 'b', d: new Date(5000), ok: false, _vgsid_: 2, 'p.q': 6 }, { x: 5, y: null, s: 'c', d: null, ok: true, _vgsid_: 3, 'p.q': 7 },
    { x: null, y: 15, s: null, d: new Date(NaN), ok: null, _vgsid_: 4, 'p.q': 8 }, { x: NaN, y: -0, s: '', d: new Date(3000), ok: true, _vgsid_: 5, 'p.q': null }, { x: 0, y: 10, s: 'a', d: new Date(0), ok: false, _vgsid_: 6, 'p.q': 5 },
  ],
  odd: [{ x: 1 }, { x: '1' }, { x: 'a' }, { x: null }, {}, { x: [1] }, { x: new Date(1) }, { x: true }],
  deep: [{ p: { x: 1, y: [1, 2] }, l: [1, 2], s: 'a' }, { p: { x: 5 }, l: ['a'], s: 'A' }, { p: null, l: [], s: null }, { p: { x: null }, l: [3, null] }, {}],
  items: [{ x: 'cats' }, { x: 'rain' }, { x: 0 }],
};

export const data = {
  empty: [],
  interval: [{ unit: 'u1', fields: [field('x', 'R')], values: [[1, 4]] }],
  backwards: [{ unit: 'u1', fields: [field('x', 'R')], values: [[4, 1]] }],
  interval2: [{ unit: 'u1', fields: [field('x', 'R'), field('y', 'R')], values: [[0, 5], [10, 15]] }],
  times: [{ unit: 'u1', fields: [field('d', 'R')], values: [[new Date(500), new Date(3000)]] }],
  timePoint: [{ unit: 'u1', fields: [field('d', 'E')], values: [new Date(5000)] }],
  timePoints: [{ unit: 'u1', fields: [field('d', 'E')], values: [[new Date(5000), new Date(0)]] }],
  units: [{ unit: 'u1', fields: [field('x', 'R')], values: [[0, 3]] }, { unit: 'u2', fields: [field('y', 'R')], values: [[10, 20]] }],
  manyUnits: [
    { unit: 'u1', fields: [field('s', 'E')], values: ['a'] }, { unit: 'u1', fields: [field('s', 'E')], values: ['b'] }, { unit: 'u2', fields: [field('ok', 'E')], values: [true] }, { unit: 'u2', fields: [field('ok', 'E')], values: [false] },
    { unit: 'u2', fields: [field('x', 'E')], values: [3] },
  ],
  points: [{ unit: 'u1', fields: [field('s', 'E')], values: ['a'] }, { unit: 'u1', fields: [field('s', 'E')], values: ['c'] }],
  lists: [{ unit: 'u1', fields: [field('s', 'E'), field('x', 'E')], values: [['a', 'b', null], [1, 0, null, NaN]] }],
  nan: [{ unit: 'u1', fields: [field('x', 'E')], values: [NaN] }, { unit: 'u1', fields: [field('x', 'E')], values: [null] }],
  bools: [{ unit: 'u1', fields: [field('ok', 'E')], values: [true] }],
  rightOpen: [{ unit: 'u1', fields: [field('x', 'R-RE')], values: [[1, 3]] }],
  open: [{ unit: 'u1', fields: [field('x', 'R-E')], values: [[0, 3]] }],
  leftOpen: [{ unit: 'u1', fields: [field('x', 'R-LE')], values: [[0, 3]] }],
  less: [{ unit: 'u1', fields: [field('x', 'E-LT')], values: [3] }],
  atMost: [{ unit: 'u1', fields: [field('x', 'E-LTE')], values: [3] }],
  more: [{ unit: 'u1', fields: [field('x', 'E-GT')], values: [1] }],
  atLeast: [{ unit: 'u1', fields: [field('x', 'E-GTE')], values: [1] }],
  valid: [{ unit: 'u1', fields: [field('x', 'E-VALID')], values: [true] }],
  validText: [{ unit: 'u1', fields: [field('s', 'E-VALID')], values: [true] }],
  validTime: [{ unit: 'u1', fields: [field('d', 'E-VALID')], values: [true] }],
  oneOf: [{ unit: 'u1', fields: [field('x', 'E-ONE')], values: [[1, 5]] }],
  oneOfTexts: [{ unit: 'u1', fields: [field('s', 'E-ONE')], values: [['a', 'c']] }],
  textRange: [{ unit: 'u1', fields: [field('s', 'R')], values: [['a', 'b']] }],
  textLess: [{ unit: 'u1', fields: [field('s', 'E-LT')], values: ['b'] }],
  dotted: [{ unit: 'u1', fields: [field('p\\.q', 'R')], values: [[5, 6]] }],
  nested: [{ unit: 'u1', fields: [field('p.q', 'E')], values: [5] }],
  absent: [{ unit: 'u1', fields: [field('none', 'E')], values: [5] }, { unit: 'u1', fields: [field('none', 'R')], values: [[1, 2]] }],
  unknownType: [{ unit: 'u1', fields: [field('x', 'Z')], values: [5] }],
  textBounds: [{ unit: 'u1', fields: [field('x', 'R')], values: [['1', '4']] }],
  nullBounds: [{ unit: 'u1', fields: [field('x', 'R')], values: [[null, 2]] }],
  single: [{ unit: 'u1', fields: [field('x', 'R')], values: [[3]] }],
  structs: [{ unit: 'u1', fields: [field('p.x', 'R')], values: [[0, 2]] }],
  structPoint: [{ unit: 'u1', fields: [field('p.x', 'E')], values: [5] }],
  listItem: [{ unit: 'u1', fields: [field('l[0]', 'E')], values: [[1, 'a']] }],
  mixedPoints: [{ unit: 'u1', fields: [field('s', 'E')], values: [[1, 'a', null]] }, { unit: 'u2', fields: [field('s', 'E')], values: ['A'] }],
  spellings: [{ unit: 'u1', fields: [field("['p']['x']", 'E'), field('s', 'E')], values: [1, 'a'] }],
  sameIds: [{ unit: 'u1', _vgsid_: 2 }, { unit: 'u2', _vgsid_: 2 }, { unit: 'u1', _vgsid_: 4 }],
  ids: [{ unit: 'u1', _vgsid_: 1 }, { unit: 'u1', _vgsid_: 3 }, { unit: 'u2', _vgsid_: 3 }],
  overlapping: [{ unit: 'u1', fields: [field('x', 'R')], values: [[0, 4]] }, { unit: 'u1', fields: [field('x', 'R')], values: [[9, 6]] }, { unit: 'u2', fields: [field('x', 'R')], values: [[2, 7]] }, { unit: 'u2', fields: [field('s', 'E')], values: [['a', 'b']] }, { unit: 'u1', fields: [field('s', 'E')], values: ['b'] }],
  apart: [{ unit: 'u1', fields: [field('x', 'R')], values: [[0, 1]] }, { unit: 'u2', fields: [field('x', 'R')], values: [[2, 3]] }, { unit: 'u3', fields: [field('x', 'R')], values: [[0, 9]] }],
};

const stores = Object.keys(data);
const byField = stores.filter((name) => !/ids/i.test(name));

export const signals = { items: [{ datum: { a: 1, _vgsid_: 7, b: { c: 2 } } }, { datum: { a: null, _vgsid_: 9, b: { c: 3 } } }] };

export const groups = [
  { table: 'cars', sources: byField.flatMap((name) => [`vlSelectionTest('${name}', datum)`, `vlSelectionTest('${name}', datum, 'intersect')`]) },
  { table: 'cars', sources: [...byField.map((name) => `!length(data('${name}')) || vlSelectionTest('${name}', datum)`), "vlSelectionTest('units', datum, 'union')", "vlSelectionTest('interval', datum) && datum.y > 10", "!(vlSelectionTest('interval', datum))", "vlSelectionTest('interval', datum) && vlSelectionTest('points', datum)",
    "vlSelectionTest('interval', datum) ? datum.x : null", "vlSelectionTest('nothing', datum)", "vlSelectionTest('interval', {x: 2})", "vlSelectionTest('interval', null)", "length(data('units'))", "data('interval')[0].values[0][1] + datum.x", "vlSelectionTest('empty', datum) || datum.ok"] },
  { table: 'odd', sources: ['interval', 'textBounds', 'nullBounds', 'less', 'atMost', 'more', 'atLeast', 'valid', 'oneOf', 'nan', 'single', 'backwards', 'unknownType'].map((name) => `vlSelectionTest('${name}', datum)`) },
  { table: 'cars', sources: ["vlSelectionIdTest('ids', datum)", "vlSelectionIdTest('ids', datum, 'intersect')", "vlSelectionIdTest('ids', datum, 'union')", "vlSelectionIdTest('empty', datum)", "vlSelectionIdTest('none', datum)", "!length(data('ids')) || vlSelectionIdTest('ids', datum)"] },
  { table: 'odd', sources: ["vlSelectionIdTest('ids', datum)"] },
  { sources: [...stores.filter((name) => !['unknownType', 'single'].includes(name)).flatMap((name) => [`vlSelectionResolve('${name}', 'union')`, `vlSelectionResolve('${name}', 'intersect')`, `vlSelectionResolve('${name}', 'union', true, true)`, `vlSelectionResolve('${name}', 'intersect', true)`]), "vlSelectionResolve('interval')", "vlSelectionResolve('nothing')",
    "vlSelectionTuples(items, {unit: 'u', fields: [{field: 'a'}, {field: 'b.c'}]})", "vlSelectionTuples(items, {unit: 'u'})", 'vlSelectionTuples(5, {})', 'vlSelectionTuples([], 5)'] },
  { table: 'deep', sources: ['structs', 'structPoint', 'listItem', 'lists', 'mixedPoints', 'spellings'].flatMap((name) => [`vlSelectionTest('${name}', datum)`, `vlSelectionTest('${name}', datum, 'intersect')`]) },
  { table: 'cars', sources: ["vlSelectionTest('interval', datum, 'none')", "vlSelectionTest('interval', datum, null)", "vlSelectionTest('interval', datum, 'intersect', 1)", "vlSelectionTest('interval')", "vlSelectionTest('empty')", "vlSelectionTest()", "vlSelectionTest(datum.s, datum)", "vlSelectionIdTest('ids')", "vlSelectionIdTest('ids', {_vgsid_: datum.x})", "vlSelectionIdTest('sameIds', datum, 'intersect')", "vlSelectionIdTest('sameIds', datum)", "!vlSelectionIdTest('ids', datum) && datum.ok", "vlSelectionIdTest('ids', datum) ? datum.s : 'rest'", "!(length(data('interval'))) || vlSelectionTest('interval', datum, 'union') && datum.ok",
    "vlSelectionTest('interval', datum) || vlSelectionTest('points', datum)", "!vlSelectionTest('units', datum, 'intersect')", "(vlSelectionTest('interval', datum) ? 1 : 0) + datum.y", "if(vlSelectionTest('points', datum), datum.s, null)", "vlSelectionTest('times', datum) && datum.d", "vlSelectionResolve('interval').x[0] <= datum.x"] },
  { sources: [...['deep', 'ids', 'sameIds'].flatMap((name) => [`length(vlSelectionResolve('${name}')._vgsid_)`]), "vlSelectionResolve('ids')._vgsid_", "isArray(vlSelectionResolve('ids')._vgsid_)", "isObject(vlSelectionResolve('ids')._vgsid_)", "vlSelectionResolve('ids')._vgsid_.size", "'' + vlSelectionResolve('ids')._vgsid_", "vlSelectionResolve('ids', 'intersect')._vgsid_.size", "vlSelectionResolve('ids')._vgsid_[0]", "toString(vlSelectionResolve('ids')._vgsid_)", "+vlSelectionResolve('ids')._vgsid_", "vlSelectionResolve('ids')._vgsid_ ? 1 : 2", "vlSelectionResolve()", "vlSelectionResolve('interval', 'other')", "vlSelectionResolve('units', null)", "vlSelectionResolve('points', 'union', 1)", "vlSelectionResolve('points', 'union', true, true).vlPoint.or", "vlSelectionResolve('points', 'intersect', true, true).vlPoint.and", "vlSelectionResolve('units').x", "vlSelectionResolve('units').x[1] - vlSelectionResolve('units').x[0]",
    "vlSelectionTuples()", "vlSelectionTuples(items)", "vlSelectionTuples(items, {})", "vlSelectionTuples(items, {unit: 'u', _vgsid_: 4})", "vlSelectionTuples(items, {fields: []})", "vlSelectionTuples(items, {fields: [{field: 'b'}]})", "vlSelectionTuples(items, {fields: [{field: 'none.deeper'}]})", "vlSelectionTuples([{}], {})", "vlSelectionTuples([null], {})", "vlSelectionTuples([{datum: {}}], {unit: 1})"] },
];
