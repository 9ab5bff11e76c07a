// Scales from numbers to numbers, texts, dates and lists.
export const tables = {
  rows: [{ a: 3.5 }, { a: null }, { a: '17' }, { a: -2.25 }, { a: 'x' }, { a: 8 }, {}, { a: NaN }, { a: '' }],
  others: [{ b: 31 }, { b: -4 }, { b: 0.1 }],
  none: [],
};

const range = [0, 200];
const numbers = [
  "domain('s')",
  "range('s')",
  "bandwidth('s')",
  "scale('s', 0)",
  "scale('s', 0.1)",
  "scale('s', 3)",
  "scale('s', 7.77)",
  "scale('s', -5)",
  "scale('s', 1e6)",
  "scale('s', '4')",
  "scale('s', null)",
  "scale('s', 'x')",
  "scale('s', NaN)",
  "scale('s', true)",
  "scale('s', datetime(5))",
  "invert('s', 0)",
  "invert('s', 33)",
  "invert('s', 200.5)",
  "invert('s', -10)",
  "invert('s', '50')",
  "invert('s', null)",
  "invert('s', [20, 150])",
  "invert('s', [150, 20])",
  "invert('s', [])",
];

const options = [
  {},
  { nice: true },
  { nice: 3 },
  { nice: 50 },
  { zero: true },
  { zero: false },
  { round: true },
  { clamp: true },
  { reverse: true },
  { domainMin: -7 },
  { domainMax: 12.5 },
  { domainMin: 1, domainMax: 4, nice: true },
  { domainMid: 5 },
  { domainRaw: [2, 6] },
  { domainRaw: null },
  { padding: 10 },
  { padding: 5, nice: true },
  { unknown: -1 },
];

const types = [
  { type: 'linear' },
  { type: 'log' },
  { type: 'log', base: 2 },
  { type: 'log', base: Math.E },
  { type: 'log', base: 7 },
  { type: 'pow' },
  { type: 'pow', exponent: 2 },
  { type: 'pow', exponent: 0.5 },
  { type: 'pow', exponent: -0.7 },
  { type: 'sqrt' },
  { type: 'symlog' },
  { type: 'symlog', constant: 0.1 },
];

const each = (first, second) => first.flatMap((one) => second.map((other) => ({ ...one, ...other })));

export const groups = [
  { expressions: numbers, scales: each([{ ...types[0], range }], each([{ domain: [1.3, 8.9] }], options)) },
  { expressions: numbers, scales: each(types.slice(1), each([{ domain: [1.3, 8.9], range }], options.slice(0, 12))) },
  { expressions: numbers, scales: each(types, [{ domain: [9, 2], range }, { domain: [-8, -2], range: [100, 0] }]) },
  {
    expressions: numbers,
    scales: each(
      [{ type: 'linear' }, { type: 'sqrt' }, { type: 'symlog' }, { type: 'log' }],
      [
        { domain: [1, 4, 10], range: [0, 50, 200] },
        { domain: [10, 4, 1], range: [0, 50, 200], clamp: true },
        { domain: [1, 4, 10], range: [200, 50, 0], nice: true },
        { domain: [1, 4, 10], range: [0, 200] },
        { domain: [1, 10], range: [0, 50, 200] },
        { domain: [1, 2, 5, 10], range: [0, 10, 100, 200], round: true },
        { domain: [3, 3], range },
        { domain: [3], range },
        { domain: [], range },
        { domain: [0, 10], range: [5] },
        { range },
        {},
        { domain: ['2', '30'], range: ['10', '9'] },
        { domain: [null, 'x'], range },
        { domain: [1, 10], range: [[0, 0], [10, 100]] },
        { domain: [1, 10], range: ['1px 2em', '11px 5em'] },
        { domain: [1, 10], range: ['a', 'b'], zero: false },
        { domain: [1, 10, 20, 30], range: ['3 pt', '4 pt', '10 pt', '4 pt'], zero: false },
        { domain: [1, 10], range: [true, false] },
      ],
    ),
  },
  {
    expressions: numbers,
    signals: { low: 2, wide: 300, raw: null, brush: [3, 5], yes: true },
    scales: [
      { domain: [{ signal: 'low' }, { signal: 'low * 5' }], range: [0, { signal: 'wide' }] },
      { domain: { signal: '[low, 40]' }, range: { signal: '[wide, 0]' }, nice: { signal: 'yes' } },
      { domain: [0, 1], domainRaw: { signal: 'raw' }, range },
      { domain: [0, 1], domainRaw: { signal: 'brush' }, range, nice: true, zero: { signal: '!yes' } },
      { domain: [0, 1], domainMax: { signal: 'wide' }, range, clamp: { signal: 'yes' }, reverse: { signal: 'yes' } },
      { domain: [4, 9], range, padding: { signal: 'low' }, round: { signal: 'yes' } },
    ],
  },
  {
    expressions: numbers,
    scales: each(
      [{ type: 'linear', range }, { type: 'symlog', range, nice: true }, { type: 'linear', zero: false, range, nice: true }],
      [
        { domain: { data: 'rows', field: 'a' } },
        { domain: { data: 'none', field: 'a' } },
        { domain: { data: 'rows', fields: ['a', 'missing'] } },
        { domain: { fields: [{ data: 'rows', field: 'a' }, { data: 'others', field: 'b' }] } },
        { domain: { fields: [{ data: 'rows', field: 'a' }, [100, 7], { signal: '[-50, 2]' }] } },
        { domain: { data: 'others', field: 'b' }, domainMax: 100, padding: 4 },
      ],
    ),
  },
  { expressions: numbers, scales: each([{ type: 'identity' }], [{}, { domain: [2, 8] }, { range: [1, 9] }, { domain: [1.3, 8.9], nice: true }]) },
];
