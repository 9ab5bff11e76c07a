// Scales to colours.
export const tables = { rows: [{ n: 2 }, { n: 7 }, { n: -4 }] };

const expressions = [
  "domain('s')",
  "range('s')",
  "scale('s', 0)",
  "scale('s', 1.3)",
  "scale('s', 4.4)",
  "scale('s', 7)",
  "scale('s', 8.9)",
  "scale('s', 12)",
  "scale('s', -3)",
  "scale('s', null)",
  "scale('s', 'x')",
];

const each = (first, second) => first.flatMap((one) => second.map((other) => ({ ...one, ...other })));
const domain = [1.3, 8.9];
const ranges = [
  ['red', 'steelblue'],
  ['#123', 'hsl(200, 30%, 60%)'],
  ['rgba(10, 20, 30, 0.2)', 'transparent'],
  ['hotpink', 'lime', 'navy'],
  ['black', 'white'],
  ['none', 'red'],
];
const interpolations = ['rgb', 'hsl', 'hsl-long', 'lab', 'hcl', 'hcl-long', 'cubehelix', 'cubehelix-long'];
const named =
  'blues greens reds bluegreen yellowgreenblue blueorange redyellowgreen spectral viridis magma inferno plasma cividis rainbow sinebow turbo teals warmgreys goldred lightmulti darkgreen darkmulti'.split(' ');

export const groups = [
  { expressions, scales: each([{ domain }], each(interpolations.map((interpolate) => ({ interpolate })), ranges.map((range) => ({ range })))) },
  {
    expressions,
    scales: each(
      [{ domain, range: ranges[0] }],
      ['rgb', 'cubehelix', 'cubehelix-long', 'lab'].flatMap((type) => [0.5, 1, 2.2].map((gamma) => ({ interpolate: { type, gamma } }))),
    ),
  },
  { expressions, scales: named.map((scheme) => ({ domain, range: { scheme } })) },
  {
    expressions,
    scales: each(
      [{ domain, range: { scheme: 'viridis' } }],
      [
        { reverse: true },
        { range: { scheme: 'viridis', extent: [0.25, 0.75] } },
        { range: { scheme: 'viridis', extent: [1, 0] }, reverse: true },
        { range: { scheme: 'Viridis' } },
        { range: { scheme: ['red', 'yellow', 'green'] } },
        { range: { scheme: ['red', 'yellow'] }, interpolate: 'hcl' },
        { range: { scheme: 'tableau10' } },
        { clamp: true },
        { nice: true },
        { zero: true },
        { domainMid: 4 },
        { domain: [1, 3, 10] },
        { domain: [10, 3, 1] },
        { domain: [5, 5] },
        { domain: [1, 2, 3, 4] },
        { domain: { data: 'rows', field: 'n' }, domainMin: 0 },
        { domain: { data: 'rows', field: 'n' }, domainMid: 0 },
      ],
    ),
  },
  {
    expressions,
    scales: each(
      ['log', 'pow', 'sqrt', 'symlog', 'sequential'].map((type) => ({ type })),
      [
        { domain, range: ['red', 'blue'] },
        { domain, range: { scheme: 'magma' }, nice: true, clamp: true },
        { domain, range: ['red', 'blue'], exponent: 3, constant: 0.2, base: 2, nice: true },
        { range: ['red', 'blue'] },
      ],
    ),
  },
  {
    expressions,
    scales: each(
      ['linear', 'log', 'pow', 'sqrt', 'symlog'].map((type) => ({ type })),
      [
        { domain: [1, 3, 10], range: ['red', 'white', 'blue'] },
        { domain: [1, 10], domainMid: 2, range: { scheme: 'redblue' }, clamp: true },
        { domain: [10, 3, 1], range: { scheme: 'redblue' }, reverse: true, exponent: 2 },
        { domain: [1, 1, 10], range: ['red', 'blue'] },
      ],
    ),
  },
];
