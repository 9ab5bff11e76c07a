// Compares what two views of a spec hold: their data sets and signals, by name, in all scopes.
import { objects } from './specs.mjs';
import { rowsDifference, valueDifference } from './values.mjs';

/** Vega names what a spec does not, with numbers that count on from view to view. */
const isGenerated = (name) => name === 'root' || name.includes(':vega');

/** Values that are the browser's own: functions, events, and what belongs to the view itself. */
const isOfBrowser = (value) => typeof value === 'function' || value?.vega !== undefined || value?.dataflow !== undefined;

/**
 * Where the state of a view differs first, as text for a person, or undefined.
 *
 * @param how.isPart what only the expected view has does not matter: data sets and columns that nothing draws
 * @param how.isOrdered false when the rows of a data set may be in any order
 * @param how.hidden names of data sets of the top level that are not compared
 */
export function stateDifference(expected, actual, how) {
  const { data, ...rest } = scope(expected);
  const compared = new Map([...data].filter(([name]) => !how.hidden?.has(name)));
  return scopeDifference({ ...rest, data: compared }, scope(actual), how);
}

/** The names of data sets in a spec's groups: Vega files their rows under outer data sets of these names too. */
export function hiddenNames({ marks }) {
  return new Set(objects(marks).flatMap((mark) => [...objects(mark.data).map(({ name }) => name), ...hiddenNames(mark)]));
}

// The public functions of a view see its top level only.
const scope = (view) => scopeOf(view._runtime);

function scopeOf({ data, signals, group, subcontext }) {
  const values = (operators, value) =>
    Object.entries(operators).flatMap(([name, operator]) => (isGenerated(name) ? [] : [[name, value(operator)]]));
  return {
    place: group ? placeOf(group) : '',
    data: new Map(values(data, (dataSet) => dataSet.values?.value)),
    signals: new Map(values(signals, (signal) => signal.value)),
    nested: () => (subcontext ?? []).map(scopeOf).filter(({ place }) => place !== ''),
  };
}

/** Where a group stands in the scenegraph: indices of marks and items; empty when it is no longer there. */
function placeOf(item) {
  const { mark } = item;
  if (!mark?.group) return '/';
  const outer = placeOf(mark.group);
  const indices = [mark.group.items.indexOf(mark), mark.items.indexOf(item)];
  return outer === '' || indices.includes(-1) ? '' : `${outer}${indices.join('.')}/`;
}

function scopeDifference(expected, actual, how) {
  return (
    namedDifference('data set', expected.data, actual.data, how) ??
    namedDifference('signal', expected.signals, actual.signals, how) ??
    nestedDifference(expected.nested(), actual.nested(), how)
  );
}

function namedDifference(what, expected, actual, { isPart, isOrdered }) {
  for (const [name, value] of expected) {
    const isAbsent = !actual.has(name);
    if (isOfBrowser(value) || (isAbsent && isPart)) continue;
    const other = actual.get(name);
    const isBag = !isOrdered && rowsOf(what, value) && rowsOf(what, other);
    const found = isAbsent
      ? ' is missing'
      : isBag
        ? rowsDifference(rowsOf(what, value), rowsOf(what, other), isPart)
        : valueDifference(value, other, isPart);
    if (found) return `${what} ${name}${found}`;
  }
  return undefined;
}

/** What stands in the order of rows, or undefined: the rows of a data set, or what `geojson` made of them. */
function rowsOf(what, value) {
  if (what === 'data set') return Array.isArray(value) ? value : undefined;
  return value?.type === 'FeatureCollection' ? value.features.flatMap(pointsOf) : undefined;
}

const pointsOf = (feature) => (feature.geometry?.type === 'MultiPoint' ? feature.geometry.coordinates : [feature]);

/** Nested scopes may lack what only the top level can be told to keep. */
function nestedDifference(expected, actual, how) {
  const others = new Map(actual.map((nested) => [nested.place, nested]));
  for (const nested of expected) {
    const other = how.isOrdered && others.get(nested.place);
    const found = other && scopeDifference(nested, other, { ...how, isPart: true });
    if (found) return `in ${nested.place}: ${found}`;
  }
  return undefined;
}
