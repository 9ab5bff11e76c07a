import { odd, oddCalls, sparseCalls } from '../arguments.js';

const numbers = [0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 3, 10, 100, -7.25, 1e-10, 1e10, 2 ** 52 + 0.5, 1e308,
  5e-324, NaN, Infinity, -Infinity, null];

export const tables = {
  odd,
  numbers: numbers.map((x, i) => ({ x, y: numbers[(i + 5) % numbers.length], s: String(x) })),
  big: [2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 2 ** 31, -(2 ** 31), 2 ** 32 - 1, 2 ** 63, 1e21, -1e21, 1.7976931348623157e308, 5e-324, -5e-324, 2.2250738585072014e-308, 4.9e-310, 0.1 + 0.2, 1 - 2 ** -53, 1 + 2 ** -52, 123456789.987654321, -0].map((x, i, list) => ({ x, y: list[(i * 7 + 3) % list.length] })),
  any: ['', '2', 'x', null, undefined, true, [], [4], [1, 2], {}, new Date(9), '0x10', '-Infinity'].map((v) => ({ v })),
};

const unary = ['abs', 'acos', 'asin', 'atan', 'ceil', 'cos', 'exp', 'floor', 'log', 'round', 'sin', 'sqrt', 'tan', 'isNaN', 'isFinite'];

export const groups = [
  { table: 'numbers', sources: [...unary.map((name) => `${name}(datum.x)`), ...unary.map((name) => `${name}(datum.x * 3 - 1)`),
    ...['atan2', 'hypot', 'max', 'min', 'pow'].map((name) => `${name}(datum.x, datum.y)`),
    'max(datum.x, 2, datum.y)', 'min(datum.x)', 'clamp(datum.x, -2, 2)', 'clamp(datum.x, datum.y, 3)', 'pow(datum.x, 2)',
    'pow(2, datum.x)', 'hypot(datum.x, 3, 4)', 'hypot(datum.x)', 'floor(datum.x / 0.25) * 0.25', 'log(datum.x) / LN10',
    'sqrt(datum.x * datum.x + datum.y * datum.y)', 'abs(datum.x) > 1 && isFinite(datum.y)', 'round(datum.x * 100) / 100',
    'floor(datum.s)', 'bandspace(datum.x, 0.1, 0.2)', 'abs(datum.missing)', 'datum.x % 3', 'pow(datum.x, 0.5)',
    'isNaN(+datum.s)', 'max(datum.x, datum.missing)'] },
  { table: 'any', sources: [...unary, 'max', 'min', 'hypot'].map((name) => `${name}(datum.v)`).concat(['atan2(datum.v, 1)',
    'pow(datum.v, 2)', 'clamp(datum.v, 0, 3)', 'bandspace(datum.v)']) },
  { sources: ['max()', 'min()', 'hypot()', 'abs()', 'pow(2)', 'clamp(1, 2)', 'clamp(1, 2, 3, 4)', 'pow(1, 1 / 0)', 'pow(-8, 1 / 3)',
    'pow(0, 0)', 'pow(NaN, 0)', 'round(-0.5)', 'round(-0.2)', '1 / round(-0.2)', 'round(0.5)', 'round(1.5)', 'round(-1.5)',
    'round(4503599627370495.5)', 'floor(-0.5)', '1 / ceil(-0.5)', 'sqrt(-1)', 'log(-1)', '1 / max(-0, 0)', '1 / min(-0, 0)',
    'hypot(3, 4)', 'hypot(1e200, 1e200)', 'hypot(NaN, 1 / 0)', 'max(1, NaN)', "max('3', 2)", 'max([7])'] },
  { table: 'big', sources: [...unary.map((name) => `${name}(datum.x)`), ...['atan2', 'hypot', 'max', 'min', 'pow'].flatMap((name) => [`${name}(datum.x, datum.y)`, `${name}(datum.y, 0.5)`]), 'clamp(datum.x, datum.y, 9)', 'datum.x % datum.y', 'round(datum.x * datum.y)', 'floor(datum.x) == datum.x', 'hypot(datum.x, datum.x, datum.y, 1)'] },
  { table: 'odd', sources: oddCalls(['atan2', 'hypot', 'max', 'min', 'pow', 'clamp', 'bandspace', 'round', 'floor', 'log']) },
  { sources: sparseCalls([...unary, 'atan2', 'hypot', 'max', 'min', 'pow', 'bandspace']).concat(['clamp()', 'clamp(1)', "clamp('5', '1', '3')", 'clamp([2], [1], [3])']) },
];
