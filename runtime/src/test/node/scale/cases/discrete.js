// Scales from the values of lists.
export const tables = {
  rows: [
    { c: 'b', n: 4 },
    { c: 'a', n: 1 },
    { c: 'b', n: -2 },
    { c: null, n: 3 },
    { c: 'c', n: 9 },
    { c: 'a', n: 7 },
    { c: 10, n: 1 },
    { c: 9, n: null },
    { n: 5 },
  ],
  others: [{ d: 'e', m: 5 }, { d: 'a', m: 0 }, { d: 'e', m: 1 }],
  none: [],
};

const each = (first, second) => first.flatMap((one) => second.map((other) => ({ ...one, ...other })));

const expressions = [
  "domain('s')",
  "range('s')",
  "bandwidth('s')",
  "scale('s', 'a')",
  "scale('s', 'b')",
  "scale('s', 'c')",
  "scale('s', 'zz')",
  "scale('s', null)",
  "scale('s', 10)",
  "scale('s', '10')",
  "invert('s', 0)",
  "invert('s', 37.5)",
  "invert('s', 100)",
  "invert('s', 199)",
  "invert('s', -1)",
  "invert('s', 201)",
  "invert('s', [10, 90])",
  "invert('s', [190, 20])",
  "invert('s', [50, 50])",
  "invert('s', [-20, -10])",
  "invert('s', [-20, 500])",
  "invert('s', [null, 5])",
  "invert('s', ['10', '120'])",
  "invert('s', 'x')",
];

const letters = ['a', 'b', 'c'];
const bands = [
  {},
  { padding: 0.2 },
  { paddingInner: 0.3 },
  { paddingOuter: 0.4 },
  { padding: 0.2, paddingInner: 0.5 },
  { paddingInner: 0.5, padding: 0.2 },
  { padding: 0.1, paddingOuter: 2 },
  { align: 0 },
  { align: 0.8, padding: 0.37, round: true },
  { round: true },
  { reverse: true },
  { reverse: true, padding: 0.15, round: true },
];

export const groups = [
  {
    expressions,
    scales: each([{ type: 'band' }, { type: 'point' }], each([{ domain: letters, range: [0, 200] }], bands)),
  },
  {
    expressions,
    scales: each(
      [{ type: 'band', paddingInner: 0.1, paddingOuter: 0.05 }, { type: 'point', padding: 0.5 }],
      [
        { domain: letters, range: [200, 0] },
        { domain: letters, range: [200, 0], round: true },
        { domain: ['b', 'a', 'b', null, 10, '10', 'a'], range: [13.7, 199.9] },
        { domain: [], range: [0, 200] },
        { domain: ['a'], range: [0, 200] },
        { domain: letters },
        { domain: letters, range: { step: 20 } },
        { domain: ['a', 'a', 'b'], range: { step: 17.3 }, round: true },
        { range: { step: 20 } },
        { domain: { signal: '["c", "a"]' }, range: { step: { signal: '5 * 5' } } },
      ],
    ),
  },
  {
    expressions: [...expressions, "scale('s', datetime(2020, 0, 1))", "scale('s', time(datetime(2020, 0, 1)))"],
    scales: [
      { type: 'band', domain: [{ signal: 'datetime(2020, 0, 1)' }, { signal: 'datetime(2021, 0, 1)' }], range: [0, 200] },
      { type: 'ordinal', domain: [{ signal: 'datetime(2020, 0, 1)' }, 10], range: ['x', 'y'] },
    ],
  },
  {
    expressions,
    scales: each(
      [{ type: 'ordinal' }],
      [
        { domain: letters, range: ['red', 'green'] },
        { domain: letters, range: ['red', 'green', 3, 4], reverse: true },
        { domain: letters, range: [] },
        { domain: letters },
        { domain: letters, range: { data: 'rows', field: 'n' } },
        { domain: letters, range: { scheme: 'tableau10' } },
        { domain: letters, range: { scheme: 'category20b' }, reverse: true },
        { domain: letters, range: { scheme: 'blues' } },
        { domain: letters, range: { scheme: 'viridis', count: 5 } },
        { domain: letters, range: { scheme: 'viridis', extent: [0.2, 0.8] } },
        { domain: letters, range: { scheme: ['red', 'blue'], count: 4 } },
        { domain: letters, range: { scheme: 'nothing' } },
        { domain: ['10', 10, null], range: [1, 2, 3] },
      ],
    ),
  },
  {
    expressions,
    scales: each(
      [{ type: 'band', range: [0, 200], padding: 0.1 }],
      [
        { data: 'rows', field: 'c' },
        { data: 'rows', field: 'c', sort: true },
        { data: 'rows', field: 'c', sort: { order: 'descending' } },
        { data: 'rows', field: 'c', sort: { op: 'count' } },
        { data: 'rows', field: 'c', sort: { op: 'count', order: 'descending' } },
        { data: 'rows', field: 'c', sort: { op: 'sum', field: 'n' } },
        { data: 'rows', field: 'c', sort: { op: 'max', field: 'n', order: 'descending' } },
        { data: 'rows', field: 'c', sort: { op: 'median', field: 'n', order: { signal: '"descending"' } } },
        { data: 'rows', field: 'c', sort: { field: 'key', order: 'descending' } },
        { data: 'rows', field: 'c', sort: { field: 'count' } },
        { data: 'rows', field: 'c', sort: { field: 'n' } },
        { data: 'rows', field: 'n', sort: true },
        { data: 'none', field: 'c', sort: true },
        { data: 'rows', fields: ['c', 'n'] },
        { data: 'rows', fields: ['c', 'n'], sort: true },
        { fields: [{ data: 'rows', field: 'c' }, { data: 'others', field: 'd' }] },
        { fields: [{ data: 'rows', field: 'c' }, { data: 'others', field: 'd' }], sort: { op: 'count' } },
        { fields: [{ data: 'rows', field: 'c' }, { data: 'others', field: 'd' }], sort: { op: 'count', order: 'descending' } },
        { fields: [{ data: 'rows', field: 'c' }, { data: 'rows', field: 'c' }], sort: { op: 'min', field: 'n' } },
        { fields: [{ data: 'rows', field: 'c' }, ['zz', 'a'], { signal: '["y", "b"]' }] },
        { fields: [{ data: 'rows', field: 'c' }, ['zz', 'a']], sort: true },
      ].map((domain) => ({ domain })),
    ),
  },
];
