// Projections, which expressions take for scales: shapes are measured as the map shows them.
const square = { type: 'Polygon', coordinates: [[[-10, 40], [-10, 55], [15, 58], [20, 42], [-10, 40]], [[0, 45], [8, 45], [8, 50], [0, 45]]] };
const shapes = {
  square,
  feature: { type: 'Feature', id: 'f', properties: { a: 1 }, geometry: square },
  islands: { type: 'MultiPolygon', coordinates: [square.coordinates, [[[170, -20], [170, -10], [-170, -10], [-170, -20], [170, -20]]]] },
  line: { type: 'LineString', coordinates: [[-120, 35], [-80, 40], [-75, 30]] },
  lines: { type: 'MultiLineString', coordinates: [[[0, 0], [10, 10]], [[-100, 40], [-90, 45], [-90, 30]]] },
  point: { type: 'Point', coordinates: [-100, 40] },
  points: { type: 'MultiPoint', coordinates: [[-100, 40], [-150, 62], [-157, 21], [10, 50]] },
  both: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [5, 5] }, square] },
  collection: { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: square }, { type: 'Feature', properties: {}, geometry: null }] },
  sphere: { type: 'Sphere' },
  polar: { type: 'Polygon', coordinates: [[[0, 70], [90, 70], [180, 70], [-90, 70], [0, 70]]] },
  empty: { type: 'GeometryCollection', geometries: [] },
  none: { type: 'none' },
};

const expressions = [
  ...Object.keys(shapes).flatMap((name) => ['geoArea', 'geoBounds', 'geoCentroid'].map((method) => `${method}('s', ${name})`)),
  "geoArea('s', null)",
  "geoCentroid('s', 5)",
  "geoBounds('s', data('rows')[0])",
  "geoScale('s')",
  "geoTranslate('s')",
  "scale('s', [-100, 40])",
  "scale('s', [10, '50'])",
  "bandwidth('s')",
  "geoArea('none', square)",
  "geoScale('none')",
];

const types = ['albers', 'albersUsa', 'azimuthalEqualArea', 'azimuthalEquidistant', 'conicConformal', 'conicEqualArea', 'conicEquidistant', 'equalEarth', 'equirectangular', 'gnomonic', 'identity', 'mercator', 'mollweide', 'naturalEarth1', 'orthographic', 'stereographic', 'transverseMercator'];

export const tables = { rows: [{ type: 'Feature', n: 1, geometry: square }] };

export const groups = [
  {
    expressions,
    signals: { ...shapes, type: 'conicEqualArea', wide: 300, turn: -40 },
    scales: [
      ...types.map((type) => ({ projection: { type } })),
      ...['mercator', 'orthographic', 'albersUsa', 'identity'].map((type) => ({ projection: { type, scale: 90, translate: [120, 70] } })),
      { projection: { type: 'mercator', reflectX: true, rotate: [30, 10, 5] } },
      { projection: { type: 'mercator', rotate: [30, 10, 5], center: [10, 20] } },
      { projection: { type: 'transverseMercator', rotate: [10, 20], center: [5, 10], scale: 200 } },
      { projection: { type: 'identity', reflectY: true, scale: 2 } },
      { projection: { type: 'naturalEarth1', precision: 5, clipAngle: 60 } },
      { projection: { type: { signal: 'type' }, rotate: [{ signal: 'turn' }, 0, 0], parallels: [20, { signal: '-turn' }], translate: [{ signal: 'wide / 2' }, 100] } },
      { projection: { type: 'equalEarth', size: [300, 200], fit: square } },
      { projection: { type: 'albersUsa', size: { signal: '[wide, 200]' }, fit: { signal: 'points' } } },
      { projection: { type: 'identity', extent: [[10, 10], [110, 60]], fit: { signal: 'data("rows")' } } },
      { projection: {} },
    ],
  },
];
