// Scales that divide numbers.
export const tables = {
  rows: [{ n: 4 }, { n: 1 }, { n: '12' }, { n: null }, { n: 9 }, { n: 7 }, { n: NaN }, { n: 2.5 }, {}, { n: 'x' }],
  others: [{ m: 50 }, { m: -3 }],
};

const expressions = [
  "domain('s')",
  "range('s')",
  "scale('s', 0)",
  "scale('s', 1)",
  "scale('s', 2.5)",
  "scale('s', 4.1)",
  "scale('s', 9)",
  "scale('s', 20)",
  "scale('s', -1)",
  "scale('s', '3')",
  "scale('s', 'x')",
  "scale('s', null)",
  "scale('s', NaN)",
  "scale('s', datetime(4))",
  "invert('s', 'a')",
  "invert('s', 'b')",
  "invert('s', 'd')",
  "invert('s', 'none')",
  "invert('s', 2)",
  "invert('s', ['a', 'b'])",
  "invert('s', ['c', 'b'])",
  "invert('s', [1.5, 3])",
  "invert('s', ['x', 'y'])",
  "bandwidth('s')",
];

const each = (first, second) => first.flatMap((one) => second.map((other) => ({ ...one, ...other })));
const ranges = [
  { range: ['a', 'b', 'c', 'd'] },
  { range: ['a', 'b', 'c', 'd'], reverse: true },
  { range: [1, 2, 3] },
  { range: ['a'] },
  { range: [] },
  {},
  { range: { scheme: 'blues' } },
  { range: { scheme: 'redyellowblue', count: 3 } },
  { range: { scheme: 'plasma', extent: [1, 0.3] }, reverse: true },
  { range: { scheme: 'set1', count: 4 } },
  { range: { scheme: ['red', '#00f'] } },
];

export const groups = [
  { expressions, scales: each([{ type: 'quantile', domain: { data: 'rows', field: 'n' } }], ranges) },
  { expressions, scales: each([{ type: 'quantile', domain: [3, 8, '1', null, 8, 2] }], ranges.slice(0, 4)) },
  {
    expressions,
    scales: each(
      [{ type: 'quantile', range: ['a', 'b', 'c'] }],
      [{ domain: [] }, { domain: [5] }, {}, { domain: { fields: [{ data: 'rows', field: 'n' }, { data: 'others', field: 'm' }, [100]] } }],
    ),
  },
  { expressions, scales: each([{ type: 'quantize', domain: [1.3, 8.9] }], ranges.filter(({ range }) => range?.length !== 0)) },
  {
    expressions,
    scales: each(
      [{ type: 'quantize', range: ['a', 'b', 'c', 'd'] }],
      [
        {},
        { domain: [1.3, 8.9], nice: true },
        { domain: [1.3, 8.9], nice: 2 },
        { domain: [1.3, 8.9], zero: true },
        { domain: [9, 1] },
        { domain: { data: 'rows', field: 'n' } },
        { domain: { data: 'rows', field: 'n' }, domainMin: -10 },
      ],
    ),
  },
  { expressions, scales: each([{ type: 'threshold', domain: [1, 4, 9] }], ranges) },
  {
    expressions,
    scales: each(
      [{ type: 'threshold', range: ['a', 'b', 'c', 'd'] }],
      [{}, { domain: [2] }, { domain: ['2', '30', '4'] }, { domain: { signal: '[1, 3, 5, 7, 9]' } }, { domain: { data: 'rows', field: 'n' } }],
    ),
  },
  { expressions, scales: each([{ type: 'bin-ordinal', domain: [0, 2, 4, 6, 8] }], ranges) },
  {
    expressions,
    scales: each(
      [{ type: 'bin-ordinal', range: ['a', 'b', 'c', 'd'] }],
      [
        { bins: [0, 3, 6, 9] },
        { bins: { signal: 'sequence(0, 12, 4)' } },
        { bins: { start: 0, stop: 10, step: 2.5 } },
        { bins: { step: 5 }, domain: [0, 10] },
        { domain: ['', null, 2, '5'] },
        { domain: [], range: ['a'] },
      ],
    ),
  },
];
