// GeoJSON, graticules, and places on maps.
import * as tables from '../tables.js';

const places = [
  { name: 'Paris', lon: 2.35, lat: 48.86 }, { name: 'Quito', lon: -78.5, lat: -0.2 }, { name: 'Apia', lon: -171.76, lat: -13.83 },
  { name: 'Sydney', lon: 151.2, lat: -33.87 }, { name: 'pole', lon: 0, lat: 90 }, { name: 'south pole', lon: 40, lat: -90 }, { name: 'origin', lon: 0, lat: 0 },
  { name: 'antimeridian', lon: 180, lat: 10 }, { name: 'beyond', lon: 370, lat: 95 }, { name: 'Boise', lon: -116.2, lat: 43.6 }, { name: 'Juneau', lon: -134.4, lat: 58.3 },
  { name: 'Honolulu', lon: '-157.86', lat: '21.3' }, { name: 'none', lon: null, lat: undefined }, { name: 'half', lon: 10, lat: NaN },
];
const types = ['albers', 'albersUsa', 'azimuthalEqualArea', 'azimuthalEquidistant', 'conicConformal', 'conicEqualArea', 'conicEquidistant', 'equalEarth', 'equirectangular', 'gnomonic', 'identity', 'mercator', 'mollweide', 'naturalEarth1', 'orthographic', 'stereographic', 'transverseMercator'];
const point = (name, projection, parameters = {}, data = places, signals = undefined) => ({ name: `geopoint ${name}`, data, signals, transform: [{ type: 'geopoint', fields: ['lon', 'lat'], projection, ...parameters }] });
const geojson = (name, parameters, data = places, signals = undefined) => ({ name: `geojson ${name}`, data, signals, transform: [{ type: 'geojson', signal: 'geo', ...parameters }] });
const graticule = (name, parameters, signals = undefined) => ({ name: `graticule ${name}`, signals, transform: [{ type: 'graticule', ...parameters }] });
const shape = (x) => ({ type: 'Point', coordinates: [x, 1] });
const shapes = [{ id: 1, g: shape(1) }, { id: 2, g: null }, { id: 3, g: { type: 'Feature', geometry: shape(3), properties: { a: [1] } } }];
const coarse = { stepMinor: [60, 60], precision: 60 };

/** Shapes that projections are fitted to. */
const box = (west, south, east, north) => [[[west, south], [west, north], [east, north], [east, south], [west, south]]];
const circle = (lon, lat, radius) => [Array.from({ length: 25 }, (_, i) => [lon + (radius * Math.sin((i % 24) * Math.PI / 12)) / Math.cos(lat * Math.PI / 180), lat + radius * Math.cos((i % 24) * Math.PI / 12)])];
const around = (latitude, step) => [Array.from({ length: 360 / Math.abs(step) + 1 }, (_, i) => [(i * step) % 360, latitude])];
const feature = (geometry) => ({ type: 'Feature', geometry, properties: {} });
const fits = {
  points: { type: 'MultiPoint', coordinates: [[-120, 30], [-70, 45], [-90, 20]] },
  'a line': { type: 'LineString', coordinates: [[-100, 10], [60, 50], [20, -30]] },
  'a line over the antimeridian': { type: 'MultiLineString', coordinates: [[[170, 10], [-160, 40]], [[150, -20], [-170, -30], [175, -50]]] },
  'a polygon': { type: 'Polygon', coordinates: circle(10, 45, 12) },
  'a polygon over the antimeridian': feature({ type: 'Polygon', coordinates: circle(178, -10, 15) }),
  'a polygon around the pole': { type: 'Polygon', coordinates: around(60, -30) },
  'a polygon around the other pole': { type: 'Polygon', coordinates: around(-70, 30) },
  'a polygon with a hole': { type: 'Polygon', coordinates: [...circle(-100, 40, 15), circle(-100, 40, 5)[0].toReversed()] },
  'all but a box': { type: 'Polygon', coordinates: box(-20, -20, 40, 40).map((ring) => ring.toReversed()) },
  'a wide polygon': { type: 'Polygon', coordinates: box(-100, -60, 100, 75) },
  'several shapes': { type: 'FeatureCollection', features: [feature({ type: 'MultiPolygon', coordinates: [circle(20, 0, 30), circle(-150, 60, 10)] }), feature({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [5, 5] }] }), feature(null)] },
  'the sphere': { type: 'Sphere' },
};
const fitted = (name, projection, fit, signals = undefined) => point(`fitted to ${name}`, { size: [300, 200], fit, ...projection }, {}, places.slice(0, 4), signals);

export default [
  ...types.flatMap((type) => Object.entries(fits).filter(([name]) => type !== 'identity' || name !== 'the sphere').flatMap(([name, fit]) => [
    fitted(`${name}, ${type}`, { type }, fit),
    fitted(`${name}, ${type} turned`, { type, rotate: [100, -35, 20], center: [5, 8], reflectX: true, extent: [[20, 30], [220, 130]] }, fit),
  ])),
  ...['azimuthalEqualArea', 'mercator'].flatMap((type) => [20, 90, 120].flatMap((clipAngle) => Object.entries(fits).map(([name, fit]) =>
    fitted(`${name}, ${type} of ${clipAngle} degrees`, { type, clipAngle, rotate: [30, -20] }, fit),
  ))),
  ...[0, 0.1, 3].map((precision) => fitted(`a wide polygon, to ${precision}`, { type: 'conicEqualArea', precision }, fits['a wide polygon'])),
  fitted('a list', { type: 'mercator' }, [fits.points, fits['several shapes'], [fits['a line'], null, feature(fits['a polygon'])]]),
  fitted('a list with nothing in it', { type: 'mercator' }, [fits.points, null]),
  fitted('a list of one', { type: 'mercator' }, [fits['a polygon']]),
  fitted('nothing', { type: 'mercator' }, []),
  fitted('what is no shape', { type: 'mercator' }, { type: 'Cube' }),
  fitted('a shape with a scale', { type: 'mercator', scale: 10, translate: [1, 2], clipExtent: [[0, 0], [10, 10]] }, fits.points),
  fitted('a shape without a size', { type: 'mercator', size: null }, fits.points),
  fitted('an outline of its own', { type: 'conicConformal', parallels: [20, 60] }, fits['a wide polygon']),
  fitted('signals', { type: 'equalEarth', size: { signal: '[w, w / 2]' } }, { signal: 'shape' }, { w: 120, shape: fits['several shapes'] }),
  ...types.flatMap((type) => [
    point(type, { type }),
    point(`${type}, set up`, { type, scale: 200, translate: [100, 50], center: [10, 20], rotate: [30, -20, 15], reflectX: true, precision: 0.1, clipAngle: 80 }),
    point(`${type}, turned by two angles`, { type, rotate: [-100, 40], reflectY: true, clipExtent: [[0, 0], [100, 100]] }),
  ]),
  ...['conicConformal', 'conicEqualArea', 'conicEquidistant', 'albers'].flatMap((type) => [[20, 50], [-40, 40], [35, 35], [0, 0], [-60, -20]].map((parallels) => point(`${type} between ${parallels}`, { type, parallels, center: [5, 12] }))),
  point('turned by 0', { type: 'orthographic', rotate: [0, 0] }),
  point('turned around', { type: 'equirectangular', rotate: [360, 0, 0] }),
  point('of no type', {}),
  point('of another spelling', { type: 'MERCATOR', center: null }),
  point('of an unknown type', { type: 'flat' }),
  point('from signals', { type: { signal: 't' }, scale: { signal: 's * 2' }, translate: { signal: 'xy' }, center: [{ signal: 's' }, 0], rotate: { signal: '[s, 0, 0]' }, reflectY: { signal: 'yes' } }, { fields: [{ signal: 'a' }, 'lat'], as: { signal: 'names' } }, places, { t: 'naturalEarth1', s: 50, xy: [1, 2], yes: true, a: 'lon', names: ['px', 'py'] }),
  point('with signals, conic', { type: 'conicEqualArea', parallels: { signal: 'p' } }, {}, places, { p: [10, 30] }),
  point('as', { type: 'mercator' }, { as: ['u', 'v'] }),
  point('over its own fields', { type: 'mercator' }, { as: ['lon', 'lat'] }),
  point('of expressions', { type: 'mercator' }, { fields: [{ expr: 'datum.lon / 2' }, { expr: 'datum.lat + up' }] }, places, { up: 1 }),
  point('of one field', { type: 'mercator' }, { fields: ['lon'] }),
  point('without fields', { type: 'mercator' }, { fields: undefined }),
  point('without a projection', undefined),
  point('no rows', { type: 'mercator' }, {}, tables.empty),
  geojson('rows', {}, shapes),
  geojson('field', { geojson: 'g' }, shapes),
  geojson('nested field', { geojson: 'g.geometry' }, shapes.slice(2)),
  geojson('points', { fields: ['lon', 'lat'] }),
  geojson('points and features', { fields: ['lon', 'lat'], geojson: 'name' }),
  geojson('expressions', { fields: [{ expr: 'datum.lon * 2' }, { expr: 'k' }], geojson: { expr: '{type: "Point", coordinates: [datum.lon, k]}' } }, places, { k: 4 }),
  geojson('from signals', { fields: { signal: 'f' }, geojson: { signal: 'g' } }, places, { f: ['lon', 'lat'], g: 'name' }),
  geojson('no rows', {}, tables.empty),
  geojson('points of no rows', { fields: ['lon', 'lat'] }, tables.empty),
  { name: 'geojson, then a formula with its signal', data: places, transform: [{ type: 'geojson', fields: ['lon', 'lat'], signal: 'geo' }, { type: 'formula', expr: 'length(geo.features[0].geometry.coordinates)', as: 'n' }] },
  graticule('plain', {}),
  graticule('coarse', coarse),
  graticule('step', { ...coarse, step: [45, 30] }),
  graticule('major step', { ...coarse, stepMajor: [120, 45] }),
  graticule('step, then minor step', { step: [90, 90], stepMinor: [40, 50], precision: 90 }),
  graticule('extent', { ...coarse, extent: [[-100, -50], [120, 70]] }),
  graticule('corners the other way round', { ...coarse, extent: [[120, 70], [-100, -50]] }),
  graticule('extents', { ...coarse, extentMajor: [[-170, -85], [170, 85]], extentMinor: [[-10, -10], [100, 80]] }),
  graticule('extent, then minor extent', { ...coarse, extent: [[-170, -85], [170, 85]], extentMinor: [[-10, -10], [100, 80]] }),
  graticule('from signals', { extent: { signal: 'e' }, step: { signal: '[s, s]' }, precision: { signal: 's' } }, { e: [[-90, -45], [90, 45]], s: 30 }),
  graticule('each parameter from signals', { extentMajor: { signal: 'major' }, extentMinor: { signal: 'minor' }, stepMajor: { signal: 'wide' }, stepMinor: { signal: '[60, 60]' }, precision: 60 }, { major: [[-170, -85], [170, 85]], minor: [[-10, -10], [100, 80]], wide: [120, 45] }),
  graticule('of lists of signals', { extentMajor: [{ signal: '[-w, -60]' }, { signal: '[w, 60]' }], stepMinor: [{ signal: 'w' }, 30], precision: 60 }, { w: 60 }),
  graticule('extent of one corner', { extent: [[1, 2]] }),
  { name: 'graticule after rows', data: [{ a: 1 }], transform: [{ type: 'graticule', ...coarse }] },
];
