// Scales from dates.
const day = (text) => new Date(text);

export const tables = {
  rows: [{ t: day('2012-03-10T07:31:12.250Z') }, { t: day('2012-11-05T22:00:00Z') }, { t: null }, { t: day('2012-04-01T00:00:00Z') }],
  later: [{ u: day('2014-01-01T00:00:00Z') }],
};

const expressions = [
  "domain('s')",
  "range('s')",
  "scale('s', datetime(2012, 4, 5))",
  "scale('s', utc(2012, 2, 11, 10))",
  "scale('s', '2012')",
  "scale('s', 1333333333333)",
  "scale('s', null)",
  "scale('s', toDate('x'))",
  "invert('s', 0)",
  "invert('s', 77.7)",
  "invert('s', -30)",
  "invert('s', 'x')",
  "invert('s', [150, 20])",
];

const each = (first, second) => first.flatMap((one) => second.map((other) => ({ ...one, ...other })));
const spans = [
  ['2012-03-10T07:31:12.250Z', '2012-11-05T22:00:00Z'],
  ['2012-03-10T07:31:12.250Z', '2012-03-10T07:31:12.290Z'],
  ['2012-03-10T07:31:12.250Z', '2012-03-10T07:31:40Z'],
  ['2012-03-10T07:31:12.250Z', '2012-03-10T09:17:40Z'],
  ['2012-03-10T07:31:12.250Z', '2012-03-11T19:17:40Z'],
  ['2012-03-10T07:31:12.250Z', '2012-03-24T07:00:00Z'],
  ['2012-03-10T07:31:12.250Z', '2012-05-24T07:00:00Z'],
  ['1987-03-10T07:31:12.250Z', '2012-05-24T07:00:00Z'],
  ['1487-03-10T07:31:12.250Z', '2012-05-24T07:00:00Z'],
  ['2012-11-05T22:00:00Z', '2012-03-10T07:31:12.250Z'],
].map((ends) => ({ domain: ends.map((end) => ({ signal: `toDate('${end}')` })), range: [0, 200] }));

const nice = [
  true,
  3,
  40,
  'year',
  'quarter',
  'month',
  'week',
  'isoweek',
  'date',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
  'nothing',
  { interval: 'month', step: 5 },
  { interval: 'date', step: 3 },
  { interval: 'week', step: 2 },
  { interval: 'year', step: 10 },
  { interval: 'minutes', step: 7 },
].map((value) => ({ nice: value }));

export const groups = ['UTC', 'America/New_York'].flatMap((zone) => [
  { zone, expressions, scales: each([{ type: 'time' }, { type: 'utc' }], each(spans, [{}, { nice: true }])) },
  { zone, expressions, scales: each([{ type: 'time' }, { type: 'utc' }], each(spans.slice(0, 1), nice)) },
  { zone, expressions, scales: each([{ type: 'time' }], each(spans.slice(6, 9), [{ nice: 3 }, { nice: 100 }])) },
  {
    zone,
    expressions,
    scales: each(
      [{ type: 'time' }, { type: 'utc' }],
      [
        { range: [0, 200] },
        { domain: { data: 'rows', field: 't' }, range: [0, 200], nice: true },
        { domain: { data: 'rows', field: 't' }, range: [200, 0], clamp: true, round: true, padding: 8 },
        { domain: { fields: [{ data: 'rows', field: 't' }, { data: 'later', field: 'u' }] }, range: [0, 200] },
        { domain: ['x', 5.7], range: [0, 200] },
        { domain: [1.2e12, 1.4e12, 1.5e12], range: [0, 10, 200], reverse: true },
        { domain: [1.2e12, 1.4e12], range: ['red', 'blue'] },
        { domain: [1.2e12, 1.4e12], range: [{ signal: 'datetime(2000, 0, 1)' }, { signal: 'datetime(2001, 0, 1)' }] },
      ],
    ),
  },
]);
