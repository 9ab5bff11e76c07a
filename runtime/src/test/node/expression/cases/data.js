// Data sets as expressions see them: their rows, and how many rows have a value.
import { odd } from '../arguments.js';

export const tables = {
  odd,
  rows: [{ k: 'a', v: 1 }, { k: 'b', v: 2 }, { k: null, v: null }, { v: NaN }, { k: '1', v: '1' }],
};

export const data = {
  empty: [],
  points: [{ x: 1, s: 'a', 'p.q': 1, p: { q: 2 } }, { x: 2, s: 'b', 'p.q': 3, p: { q: 4 } }, { x: 1, s: null, 'p.q': null, p: { q: null } }, { x: null, s: '', p: null }, { x: NaN, s: '1' }],
  mixed: [{ v: 1 }, { v: '1' }, { v: true }, { v: null }, {}, { v: [1, 2] }, { v: { a: 1 } }, { v: new Date(0) }, { v: -0 }],
  units: [{ unit: 'u1', fields: [{ field: 'x', channel: 'x', type: 'R' }], values: [[0, 3]] }, { unit: 'u2', fields: [{ field: 'y', channel: 'x', type: 'R' }], values: [[10, 20]] }],
  ids: [{ unit: 'u1', _vgsid_: 1 }, { unit: 'u1', _vgsid_: 3 }, { unit: 'u2', _vgsid_: 3 }],
};

export const signals = { wanted: 'a', name: 'points', index: 1 };

export const groups = [
  { sources: ["data('points')", "data('empty')", "data('nothing')", "data('mixed')", "length(data('units'))", "data('units')[1].unit", "pluck(data('ids'), '_vgsid_')", "isTuple(data('ids')[0])", "sort(pluck(data('ids'), '_vgsid_'))", "data('points')[index].s", "data('points')[9]", "data('points')[9].x", "data('points').length", "length(data('nothing'))", "data('nothing')[0]", "extent(pluck(data('points'), 'x'))", "pluck(data('points'), 'p.q')", "pluck(data('points'), 'p\\\\.q')", "isArray(data('empty'))", "data('points') == data('points')",
    "data('points')[0] === data('points')[0]", "peek(data('points'))", "slice(data('points'), 1, 2)", "reverse(pluck(data('points'), 'x'))", "merge(data('points')[0], {x: 9})", "indexof(pluck(data('points'), 's'), 'b')", "toString(data('empty'))", "join(pluck(data('points'), 's'), '|')", "data('points')[0].none", "isDefined(data('points')[4].p)", "span(pluck(data('points'), 'x'))", 'data(name)', 'data()', 'data(5)', "data('points', 'x')",
    "indata('units', 'unit', 'u1')", "indata('units', 'unit', 'u9')", "indata('ids', '_vgsid_', 3)", "indata('ids', '_vgsid_', '3')", "indata('points', 's', wanted)", "indata('points', 's', null)", "indata('points', 's', 'null')", "indata('points', 'x', null)", "indata('points', 'x', NaN)", "indata('mixed', 'v', 1)", "indata('mixed', 'v', true)", "indata('mixed', 'v', '1,2')", "indata('mixed', 'v', {})", "indata('mixed', 'v', 0)", "indata('mixed', 'v', 'toString')", "indata('points', 's', 'a') ? 1 : 2", "indata('points', 's', 'a') + 1", "!indata('points', 's', 'z')", "indata('points', 's')", "indata('points')", "indata(name, 's', 'a')", "indata('points', wanted, 1)",
    'inScope()', 'inScope(null)', 'inScope(0)', 'inScope(false)', "inScope('')"] },
  { table: 'rows', sources: ["indata('points', 's', datum.k)", "indata('points', 'x', datum.v)", "indata('points', 's', datum.k) > 0", "!indata('points', 's', datum.k)", "indata('mixed', 'v', datum.v)", "indata('empty', 'v', datum.v)", "data('points')[datum.v].s", "datum.v > length(data('points'))", "indexof(pluck(data('points'), 's'), datum.k) >= 0", "data('points')[0].x == datum.v", 'inScope(datum.none)', "indata('points', 's', datum.k) ? datum.k : 'other'", "length(data('points')) + datum.v", "merge(datum, data('points')[0])", "isTuple(datum) && isTuple(data('points')[0])"] },
  { table: 'odd', sources: ["indata('mixed', 'v', datum.v)", "indata('points', 's', datum.v)", "data('points')[datum.v]", "[datum.v, length(data('ids'))]"] },
];
