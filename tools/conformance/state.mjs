// Compares what two views of a spec hold: their data sets and signals, by name, in all scopes.
import { valueDifference } from './values.mjs';

/** Vega names what a spec does not, with numbers that count on from view to view. */
const isGenerated = (name) => name === 'root' || name.includes(':vega');

/** Values that are the browser's own: functions, events, and what belongs to the view itself. */
const isOfBrowser = (value) => typeof value === 'function' || value?.vega !== undefined || value?.dataflow !== undefined;

/**
 * Where the state of a view differs first, as text for a person, or undefined.
 *
 * @param isPart what only the expected view has does not matter: data sets and columns that nothing draws
 */
export function stateDifference(expected, actual, isPart) {
  return scopeDifference(scope(expected), scope(actual), isPart);
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

function scopeDifference(expected, actual, isPart) {
  return (
    namedDifference('data set', expected.data, actual.data, isPart) ??
    namedDifference('signal', expected.signals, actual.signals, isPart) ??
    nestedDifference(expected.nested(), actual.nested(), isPart)
  );
}

function namedDifference(what, expected, actual, isPart) {
  for (const [name, value] of expected) {
    const isAbsent = !actual.has(name);
    if (isOfBrowser(value) || (isAbsent && isPart)) continue;
    const found = isAbsent ? ' is missing' : valueDifference(value, actual.get(name), isPart);
    if (found) return `${what} ${name}${found}`;
  }
  return undefined;
}

/** Nested scopes may lack what only the top level can be told to keep. */
function nestedDifference(expected, actual) {
  const others = new Map(actual.map((nested) => [nested.place, nested]));
  for (const nested of expected) {
    const other = others.get(nested.place);
    const found = other && scopeDifference(nested, other, true);
    if (found) return `in ${nested.place}: ${found}`;
  }
  return undefined;
}
