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

export default [
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
