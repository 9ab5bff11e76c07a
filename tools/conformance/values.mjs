// Compares values of data sets and signals.
const TOLERANCE = 1e-6;

/** Whether two numbers are equal but for rounding. */
export function isClose(left, right) {
  const distance = Math.abs(left - right);
  return Object.is(left, right) || (distance < Infinity && distance <= TOLERANCE * Math.max(1, Math.abs(left)));
}

/**
 * Where a value differs first, as text for a person, or undefined.
 *
 * A member that is undefined may as well be absent, and so may a function, which Vega keeps there for later. An item of
 * the scenegraph stands for the row that it draws. Where a value contains itself, the other one may end: no message holds a
 * value without end.
 *
 * @param isPart members that only the expected value has do not matter
 */
export function valueDifference(expected, actual, isPart = false) {
  const enclosing = [];

  function compare(left, right, path) {
    if (Object.is(left, right)) return undefined;
    const unequal = () => `${path}: expected ${show(left)}, found ${show(right)}`;
    if (typeof left === 'number' && typeof right === 'number') return isClose(left, right) ? undefined : unequal();
    if (right === undefined && enclosing.includes(left)) return undefined;
    if (kind(left) !== kind(right)) return unequal();
    switch (kind(left)) {
      case 'date':
        return Object.is(left.getTime(), right.getTime()) ? undefined : unequal();
      case 'list':
        return left.length === right.length
          ? compareMembers(left, right, path)
          : `${path}: expected ${left.length} elements, found ${right.length}`;
      case 'object':
        return compareMembers(left, right, path);
      case 'regexp':
        return String(left) === String(right) ? undefined : unequal();
      default:
        return unequal();
    }
  }

  function compareMembers(left, right, path) {
    if (enclosing.includes(left)) return undefined;
    enclosing.push(left);
    const names = Object.keys(isPart || Array.isArray(left) ? right : { ...left, ...right });
    let found;
    for (let i = 0; i < names.length && !found; i++) {
      found = compare(plain(left[names[i]]), plain(right[names[i]]), `${path}/${names[i]}`);
    }
    enclosing.pop();
    return found;
  }

  return compare(plain(expected), plain(actual), '');
}

const isItem = (value) => typeof value === 'object' && value?.mark?.marktype !== undefined;

function plain(value) {
  let row = value;
  while (isItem(row)) row = row.datum;
  return typeof row === 'function' ? undefined : row;
}

function kind(value) {
  if (value === null || typeof value !== 'object') return 'scalar';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regexp';
  return Array.isArray(value) || ArrayBuffer.isView(value) ? 'list' : 'object';
}

function show(value) {
  if (value instanceof Date) return `the date ${value.getTime()}`;
  const text = typeof value === 'object' ? safeJson(value) : typeof value === 'string' ? `"${value}"` : String(value);
  return text.slice(0, 120);
}

function safeJson(value) {
  try {
    return JSON.stringify(value);
  } catch {
    return 'an object that contains itself';
  }
}

/** Where two lists of rows differ first, in whatever order, as text for a person, or undefined. */
export function rowsDifference(expected, actual, isPart) {
  if (expected.length !== actual.length) return `: expected ${expected.length} elements, found ${actual.length}`;
  const compare = (left, right) => valueDifference(left, right, isPart);
  return bagDifference(expected.map(plain), actual.map(plain), compare, (row) => safeJson(row));
}

/**
 * Where two lists of the same length differ, in whatever order, as text for a person, or undefined: what is left of them
 * when equal elements are taken out of both.
 *
 * @param compare where two elements differ, or undefined
 * @param keyOf a text; elements with the same are equal
 */
export function bagDifference(expected, actual, compare, keyOf) {
  const byKey = new Map();
  for (const element of actual) {
    const key = keyOf(element);
    byKey.set(key, [...(byKey.get(key) ?? []), element]);
  }
  const missing = expected.filter((element) => byKey.get(keyOf(element))?.pop() === undefined);
  const others = [...byKey.values()].flat();
  for (const element of missing) {
    const index = others.findIndex((other) => compare(element, other) === undefined);
    if (index < 0) return compare(element, others[0]);
    others.splice(index, 1);
  }
  return undefined;
}
