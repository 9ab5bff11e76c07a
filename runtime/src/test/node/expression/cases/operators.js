const values = [
  null, undefined, true, false, 0, -0, 1, -1, 2, 0.5, -1.5, 7, NaN, Infinity, -Infinity, 2147483648, 4294967297,
  1e21, 1e-7, 5e-324, 1.7976931348623157e308, '', ' ', '0', '5', '-3.5e2', ' 12 ', '0x1F', '0b101', '1_000', '.5', '5.',
  'Infinity', 'abc', 'B', 'b', '😀', '\ufeff7', [], [5], [1, 2], ['a', [null, undefined, 'b']], {}, { a: 1 },
  new Date(Date.UTC(2012, 1, 29)), new Date(NaN),
];

export const tables = {
  any: values.map((a) => ({ a })),
  pairs: values.flatMap((a, i) => [3, 8, 13, 21].map((step) => ({ a, b: values[(i + step) % values.length] }))),
  numbers: [
    [0, 0], [-0, 0], [1, 3], [7, -3], [-7, 3], [-7.5, 2], [5, 0], [-5, 0], [0.1, 0.2], [1e308, 10], [2 ** 53, 1],
    [NaN, 1], [1, NaN], [null, 2], [2, null], [null, null], [Infinity, Infinity], [4294967296.5, 33], [-1, 31], [1, 32],
  ].map(([x, y]) => ({ x, y })),
  big: [[2 ** 53, 1], [2 ** 53 + 2, -1], [-(2 ** 53), -1], [2 ** 53 - 1, 2], [1e21, 1], [1e21, 1e5], [1.7976931348623157e308, 1.7976931348623157e308], [5e-324, 2], [5e-324, -5e-324], [2 ** 31, 31], [2 ** 32, 32], [-(2 ** 31), 1], [2 ** 31 - 1, 1], [4294967295, 0], [1e300, 1e-300], [0.1, 3], [9007199254740993, 9007199254740992], [-1e21, 7], [123456789012, 1000]].map(([x, y]) => ({ x, y })),
  twoTexts: [['a', 'b'], ['b', 'a'], ['a', 'a'], ['', '0'], ['10', '9'], ['Z', 'a'], ['é', 'f'], ['😀', '\uffff'], ['\ud83d', '😀'], ['a', 'ab'], [null, ''], ['1', null], [' 1', '1'], ['null', null]].map(([s, t]) => ({ s, t })),
  twoDates: [[Date.UTC(2012, 2, 11, 6, 30), Date.UTC(2012, 2, 11, 7, 30)], [Date.UTC(2012, 10, 4, 5, 30), Date.UTC(2012, 10, 4, 6, 30)], [-1, 0], [0, -0], [Date.UTC(10000, 0), Date.UTC(9999, 0)], [NaN, 0], [8.64e15, -8.64e15]].map(([d, e]) => ({ d: new Date(d), e: new Date(e) })).concat([{ d: null, e: new Date(1) }, { d: new Date(2), e: null }]),
  structs: [[{ a: 1 }, { a: 1 }], [[1], [1]], [[1, 2], '1,2'], [{}, '[object Object]'], [[], ''], [[], 0], [[[3]], 3], [['a', null], 'a,'], [{ a: 1 }, null], [[null], ''], [[undefined], []], [[1, [2, [3]]], '1,2,3'], [new Date(5), [5]], [true, ['1']]].map(([a, b]) => ({ a, b })),
  dates: [
    [new Date(0), new Date(0)], [new Date(1), new Date(86400000)], [new Date(NaN), new Date(5)], [null, new Date(-7)],
    [new Date(Date.UTC(2012, 2, 11, 7)), null],
  ].map(([d, e]) => ({ d, e })),
  flags: [
    [true, true], [true, false], [false, true], [false, false], [null, true], [false, null], [null, null],
  ].map(([p, q]) => ({ p, q })),
  texts: ['', 'a', 'b', 'B', 'ab', '10', '9', 'é', '😀x', null].map((s) => ({ s })),
};

export const signals = {
  five: 5, word: 'a', nothing: null, range: [2, 8], brush: { x: [1, 5], kind: 'interval', nested: [{ deep: true }] },
  day: new Date(Date.UTC(2012, 0, 1)),
};

const binary = ['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>', '>>>', '==', '!=', '===', '!==', '<', '<=', '>', '>='];

export const groups = [
  { table: 'pairs', sources: binary.map((op) => `datum.a ${op} datum.b`) },
  { table: 'pairs', zones: ['America/New_York'], sources: ['datum.a + datum.b', "datum.a + ''", 'datum.a < datum.b'] },
  { table: 'pairs', sources: ['datum.a && datum.b', 'datum.a || datum.b', 'datum.a ? datum.b : 7', '[datum.a, datum.b]',
    '{x: datum.a, y: datum.b}', '!datum.a && !datum.b', '!(datum.a || datum.b)'] },
  { table: 'any', sources: ['+datum.a', '-datum.a', '!datum.a', '~datum.a', '!!datum.a', "'' + datum.a", 'datum.a == null',
    'datum.a === null', 'datum.a != null', 'datum.a !== null', 'datum.missing', 'datum.missing == null',
    'datum.missing === null', "datum['a']", "datum['a'] === datum.a", 'datum.a === datum.a', 'if(datum.a, 1, 2)', 'datum.a > 3',
    'datum.a == 5', "datum.a == '5'", 'datum.a == true', '3 < datum.a', "datum.a + 1", 'datum.a * 1', "datum.a < 'b'"] },
  { table: 'numbers', sources: [...binary.map((op) => `datum.x ${op} datum.y`), 'datum.x + 1', '2 * datum.x - datum.y / 4',
    'datum.x > 0 ? datum.x : datum.y', 'datum.x > 0 ? datum.x : null', 'datum.x && datum.y', 'datum.x || datum.y',
    'datum.x || 0', '!datum.x', '-datum.x', '+datum.x', '~datum.x', 'datum.x == null', 'datum.x === null', 'datum.x != null',
    'datum.x !== null', 'datum.x == datum.x', 'datum.x > 1 && datum.y < 3', 'datum.x > 1 || datum.y < 3',
    '!(datum.x > 1 && datum.y < 3)', "datum.x + ''", 'datum.x > five', 'datum.x < range[1] && datum.x >= range[0]',
    'datum.x - five * datum.y', 'datum.x === five', 'datum.x == true', 'datum.x + true', 'datum.x == nothing',
    '(datum.x > 1) + (datum.y > 1)', 'datum.x > 1 == datum.y > 1', 'if(datum.x > 1, datum.y, datum.x)',
    'datum.x > 1 ? true : false', 'datum.x > 1 ? true : null', "datum.x > 1 ? 'big' : 'small'", "datum.x > 1 ? 'big' : null",
    'datum.x > 1 ? day : null', 'datum.x > 1 ? datum.x : true', 'datum.x, 1'] },
  { table: 'dates', zones: ['UTC', 'Europe/Berlin'], sources: ['datum.d', '+datum.d', 'datum.d - datum.e', 'datum.d < datum.e',
    'datum.d <= datum.e', 'datum.d > 5', 'datum.d == datum.e', 'datum.d == datum.d', 'datum.d === datum.d', 'datum.d == null',
    'datum.d != null && datum.d > datum.e', "datum.d + ''", 'datum.d + 1', 'datum.d * 2', '!datum.d', 'datum.d ? 1 : 0',
    'datum.d > day', 'datum.d - day', 'datum.d || datum.e', 'datum.d && datum.e', 'datum.e > datum.d ? datum.e : datum.d',
    'datum.d > 0 ? datum.d : null', '[datum.d] + 1', 'datum.d == +datum.d', 'datum.d - null'] },
  { table: 'flags', sources: ['datum.p', '!datum.p', 'datum.p && datum.q', 'datum.p || datum.q', 'datum.p == datum.q',
    'datum.p === datum.q', 'datum.p != datum.q', 'datum.p + datum.q', '+datum.p', 'datum.p < datum.q', 'datum.p == null',
    'datum.p === true', 'datum.p == true', 'datum.p == 1', 'datum.p === 1', 'datum.p ? datum.q : !datum.q', 'datum.p ? 1 : 2',
    '-datum.p * 2', 'datum.p & datum.q', "datum.p + ''", "datum.p == '1'"] },
  { table: 'texts', sources: ["datum.s == 'a'", "datum.s === 'a'", "datum.s != 'a'", "datum.s !== 'a'", "datum.s < 'b'",
    "datum.s >= 'b'", 'datum.s > 9', 'datum.s == 10', 'datum.s === word', 'datum.s + 1', '+datum.s', 'datum.s * 2', '!datum.s',
    "datum.s || 'none'", "datum.s && 'some'", 'datum.s == null', 'datum.s === null', 'datum.s.length', 'datum.s[0]',
    "datum.s ? datum.s.length : -1", "datum.s === 'a' || datum.s === 'b'", "datum.s == 'a' ? 1 : datum.s == 'b' ? 2 : 3",
    "[datum.s, datum.s + '!']", "datum.s === datum.s", "'' + datum.s", "datum.s ? datum.s : word"] },
  { table: 'big', sources: [...binary.map((op) => `datum.x ${op} datum.y`), '-datum.x', '~datum.x', 'datum.x + 1 - 1 == datum.x', "'' + datum.x", 'datum.x * datum.y / datum.x', 'datum.x + datum.y * 2', 'datum.x | 0', 'datum.x >>> 0', 'datum.x % 10', '(datum.x & datum.y) === 0', "+('' + datum.x) === datum.x"] },
  { table: 'twoTexts', sources: [...binary.map((op) => `datum.s ${op} datum.t`), 'datum.s + datum.t + 1', '1 + datum.s', 'datum.s + null', '+datum.s < +datum.t', 'datum.s && datum.t', 'datum.s || datum.t', "datum.s <= 'a'", "'a' <= datum.s", "datum.s != null && datum.s > datum.t"] },
  { table: 'twoDates', zones: ['UTC', 'America/New_York'], sources: [...binary.map((op) => `datum.d ${op} datum.e`), '+datum.d == +datum.e', 'datum.d - 5', "datum.d + 'x'", "datum.d < '5'", 'datum.d == "" + datum.d', 'datum.d > null', '[datum.d] < [datum.e]', 'datum.d - datum.e > 0 ? datum.d : datum.e'] },
  { table: 'structs', sources: [...binary.map((op) => `datum.a ${op} datum.b`), '[datum.a] == datum.b', '{x: datum.a}.x === datum.a', "datum.a + ''", '+datum.a', '!datum.a', '"a" in datum.a', '0 in datum.a', '[datum.a, datum.b]'] },
];
