const numbers = [0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 3, 10, 100, -7.25, 1e-10, 1e10, 2 ** 52 + 0.5, 1e308,
  5e-324, NaN, Infinity, -Infinity, null];

export const tables = {
  numbers: numbers.map((x, i) => ({ x, y: numbers[(i + 5) % numbers.length], s: String(x) })),
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
    'hypot(3, 4)', 'hypot(1e200, 1e200)', 'hypot(NaN, 1 / 0)', 'max(1, NaN)', "max('3', 2)", 'max([7])', 'random()', 'random() + random() * 10',
    '[random(), random(), random()]', 'panLinear([0, 10], 0.25)', 'panLog([1, 1000], -0.5)', 'panPow([1, 9], 0.5, 0.5)', 'panLog([-100, -1], 0.5)',
    'panSymlog([-10, 100], 0.1, 1)', 'zoomLinear([0, 10], 5, 0.5)', 'zoomLinear([0, 10], null, 2)', 'zoomLog([1, 1000], 10, 2)', 'panLinear([], 1)',
    'zoomPow([1, 9], null, 0.5, 2)', 'zoomSymlog([-10, 100], 0, 0.5, 2)', "panLinear(['1', '3'], 1)",
    'panPow([-4, 9], 0.5, 2)', "zoomLinear([0, 10], '3', 0.5)"] },
];
