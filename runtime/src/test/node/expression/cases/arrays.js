import { odd, oddCalls, sparseCalls } from '../arguments.js';

export const tables = {
  odd,
  lists: [[], [3, 1, 2], [1, 2, 3, 2, 1], ['b', 'a', 'c'], [null, 3, undefined, NaN, 1], [10, 9, '8', 7], [0.5, 10], [10, 0], [[1, 2], [3]],
    ['x', ['y', null]], [true, false], [{ a: 1 }, { a: 2 }, { b: 3 }], 'text', '', null, undefined, 5, { a: 1 }].map((v) => ({ v })),
  numbers: [-1, 0, 2, 2.5, 5, 7, NaN, null, Infinity].map((x) => ({ x })),
  texts: ['a', 'b', '', null].map((s) => ({ s })),
};

export const signals = { range: [2, 5], reversed: [5, 2], names: ['a', 'c'], mixed: [1, null, 'b', NaN] };

export const groups = [
  { table: 'lists', sources: ['length(datum.v)', 'datum.v.length', 'peek(datum.v)', 'reverse(datum.v)', 'sort(datum.v)', 'extent(datum.v)', 'span(datum.v)', 'join(datum.v)',
    "join(datum.v, '-')", "join(datum.v, '')", 'slice(datum.v)', 'slice(datum.v, 1)', 'slice(datum.v, -2)', 'slice(datum.v, 1, -1)', 'slice(datum.v, 5, 1)', 'slice(datum.v, 0.9, 2.9)',
    'indexof(datum.v, 2)', "indexof(datum.v, 'a')", 'indexof(datum.v, NaN)', 'indexof(datum.v, null)', 'lastindexof(datum.v, 2)', "lastindexof(datum.v, 't')", "indexof(datum.v, 't', 1)",
    'lerp(datum.v, 0.25)', 'lerp(datum.v, 0)', 'lerp(datum.v, 1)', 'interpolateLinear(datum.v, 0.5)', 'interpolateLinear(datum.v, 0.3)', 'interpolateLinear(datum.v, 2)',
    "pluck(datum.v, 'a')", "pluck(datum.v, 'length')", 'merge(datum.v)', 'merge(datum.v, {z: 0})', 'inrange(3, datum.v)', 'clampRange(datum.v, 0, 5)', 'datum.v[0]', 'datum.v[1]',
    "datum.v['a']", 'flush(datum.v, 4, 2, 0, 1, 2)', 'isArray(datum.v) ? length(datum.v) : -1', 'datum.v && datum.v[0]', 'indexof(datum.v, 1, -2)', 'lastindexof(datum.v, 1, -2)', 'lastindexof(datum.v, 2, 2)'] },
  { table: 'numbers', sources: ['inrange(datum.x, [0, 5])', 'inrange(datum.x, range)', 'inrange(datum.x, reversed)', 'inrange(datum.x, range, false)', 'inrange(datum.x, range, true, false)',
    'inrange(datum.x, range, false, false)', 'inrange(datum.x, [datum.x, 5])', '!inrange(datum.x, range)', 'inrange(datum.x, [])', 'inrange(datum.x, [3])', 'indexof([2, 5, NaN, null], datum.x)', 'indexof([2, 5], datum.x) >= 0',
    'lerp([0, 10], datum.x)', 'sequence(datum.x)', 'interpolateLinear([1, 5, 2], datum.x / 5)', 'clampRange([datum.x, 3], 0, 4)', 'indexof(range, datum.x) !== -1', 'flush(range, datum.x, 1, -1, 1, 0)', 'inrange(datum.x, null)'] },
  { table: 'texts', sources: ["indexof(names, datum.s)", "indexof(names, datum.s) >= 0 ? 1 : 0", "indexof(['a', 'b'], datum.s) === -1", "inrange(datum.s, ['a', 'b'])", "join([datum.s, datum.s])", "slice(datum.s, 0, 1)", "indexof(mixed, datum.s)"] },
  { sources: ['sequence()', 'sequence(3)', 'sequence(1, 4)', 'sequence(0, 1, 0.25)', 'sequence(5, 0, -2)', 'sequence(0, 5, -1)', 'sequence(0, 0)', "sequence('2', '5')", 'sequence(0, 5, 0)', 'extent([])', 'extent()', "extent(['b', 'a'])",
    'extent([5, null, 2, NaN])', 'extent([NaN, 3, 1])', "extent('hello')", 'span([])', 'span()', 'span([1])', "span(['3', '10'])", 'merge()', 'merge({a: 1}, {b: 2}, {a: 3})', "merge('ab')", 'merge(null, [4])', 'sort([])', "sort(['b', null, 'a', 3, 1])",
    'sort([3, NaN, 1, null, 2])', 'peek([])', 'peek([1, 2])', "peek('abc')", "join([1, null, [2, 3], 'x'], ' + ')", "pluck([{a: {b: 1}}, {a: {b: 2}}], 'a.b')", "pluck({a: 5}, 'a')", "pluck([[1, 2], [3, 4]], '[1]')", "pluck([{a: 1}, null], 'a')",
    "length({length: 7})", "length(null)", "length()", 'clampRange([20, 30], 0, 50)', 'clampRange([-5, 5], 0, 50)', 'clampRange([45, 55], 0, 50)', 'clampRange([-100, 100], 0, 50)', 'clampRange([30, 20], 0, 25)', "lerp(['1', '2'], 0.5)", 'lerp([5], 0.5)', 'lerp([], 0.5)',
    "lerp([0, 10], '0.5')", 'flush([0, 10], 1, 2, "l", "r", "c")', 'flush([0, 10], 9, 2, "l", "r", "c")', 'flush([10, 0], 9, 2, "l", "r", "c")', 'flush([0, 10], 5, null, "l", "r", "c")', 'flush([0, 10], 0, 0, "l", "r", "c")', 'reverse([1, [2], null])', 'indexof("banana", "an", 2)',
    'lastindexof("banana", "an")', 'lastindexof("banana", "an", 2)', 'indexof("banana", "")', 'slice("😀x", 0, 1) === "😀"', 'slice("hello", -3, -1)'] },
  { table: 'odd', sources: oddCalls(['peek', 'reverse', 'sort', 'extent', 'span', 'join', 'slice', 'indexof', 'lastindexof', 'lerp', 'interpolateLinear', 'merge', 'inrange', 'clampRange', 'flush']).concat(['length(datum.v)', "length('abc', datum.v)", "pluck(datum.v, 'a')", "pluck([datum.v], 'length')"]) },
  { table: 'odd', sources: ['join([datum.v, [datum.v]])', 'sort([datum.v, 2, null])', 'extent([datum.v, 1])', 'indexof([datum.v], datum.v)', 'lastindexof([1, datum.v], datum.v)', 'merge({a: 1}, datum.v)', 'pluck([{a: datum.v}], "a")', 'slice([1, 2, 3], datum.v)', "slice('abc', 0, datum.v)", 'lerp([0, datum.v], 0.5)', 'interpolateLinear([datum.v, 1], 0.5)', 'interpolateLinear([1, datum.v, 3], 0.75)', 'flush([0, 10], datum.v, 1, 2, 3, 4)', 'inrange(datum.v, [datum.v, 3])', 'inrange(2, [datum.v, 3])', '[datum.v][0]', 'peek([datum.v])', 'length([datum.v, datum.v])', 'inrange(datum.v, [0, 5], 0, 1)', 'sequence(3, 9, datum.v)[1]'] },
  { sources: sparseCalls(['peek', 'reverse', 'sort', 'extent', 'span', 'join', 'slice', 'indexof', 'lastindexof', 'lerp', 'interpolateLinear', 'merge', 'inrange', 'clampRange', 'flush', 'sequence']).concat(['pluck()', 'pluck([1])', 'pluck([1], null)', 'pluck([5, {a: 1}], 7)', 'pluck([5], true)', 'pluck([5], {})', 'pluck([5], [])', "length('a', 'b', 'c')", 'length([1], [2])', "pluck('abc', 'length')", "pluck([{a: 1}], 'a', 'b')"]) },
];
