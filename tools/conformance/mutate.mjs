// Makes a spec wrong in one to three places, the same way for the same random numbers.

/** Values that stand where they are not expected. Numbers are small: Vega itself takes forever over huge ones. */
const STRANGE = [
  null, true, false, 0, -1, 0.5, 7, 100, '', 'nothing', 'datum', '2 +', 'datum.', "'", '1/0', 'data(', '💥', [], [null], [[]],
  {}, { signal: 'nothing' }, { signal: '1 +' }, { signal: null }, { field: 'nothing' }, { expr: 'datum.x' }, { data: 'nothing' },
];

/**
 * A changed copy of a spec.
 *
 * @param random gives numbers from 0 to below 1
 */
export function mutate(spec, random) {
  const copy = structuredClone(spec);
  for (let count = 1 + Math.floor(3 * random() ** 2); count > 0; count--) change(copy, random);
  return copy;
}

function change(spec, random) {
  const places = placesOf(spec);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const place = pick(places);
  if (!place) return;
  const { parent, key } = place;
  const value = parent[key];
  const changes = [
    () => remove(parent, key),
    () => (parent[key] = structuredClone(pick(STRANGE))),
    () => (parent[key] = structuredClone(valueAt(pick(places)))),
    () => (parent[key] = [value]),
    () => (parent[key] = { signal: typeof value === 'string' ? value : JSON.stringify(value) }),
    () => swap(parent, key, pick(places)),
    () => (parent[key] = scrambled(value, random, pick)),
    () => rename(parent, key, random),
  ];
  pick(changes)();
}

/** Every member and element but the rows of data, of which there are too many. */
function placesOf(spec) {
  const places = [];
  const visit = (parent) => {
    for (const key of Object.keys(parent)) {
      places.push({ parent, key });
      if (typeof parent[key] === 'object' && parent[key] !== null && key !== 'values') visit(parent[key]);
    }
  };
  visit(spec);
  return places;
}

const valueAt = ({ parent, key }) => parent[key];

function remove(parent, key) {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

/** Exchanges two values, unless one holds the other. */
function swap(parent, key, other) {
  const [one, two] = [parent[key], valueAt(other)];
  if (holds(one, other.parent) || holds(two, parent)) return;
  parent[key] = two;
  other.parent[other.key] = one;
}

const holds = (value, part) =>
  value === part || (typeof value === 'object' && value !== null && Object.values(value).some((below) => holds(below, part)));

function scrambled(value, random, pick) {
  if (typeof value === 'number') return pick([-value, value + 1, value / 3, 0]);
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return random() < 0.5 ? [...value].reverse() : [...value, ...structuredClone(value.slice(0, 1))];
  if (typeof value !== 'string') return value;
  const at = Math.floor(random() * value.length);
  return value.slice(0, at) + pick(['', ' ', '(', ')', '.', '[0]', "'", '+', '&& ', 'x', '\\', '𝒙']) + value.slice(at + pick([0, 1]));
}

function rename(parent, key, random) {
  if (Array.isArray(parent)) return;
  parent[random() < 0.5 ? `${key}s` : key.slice(1)] = parent[key];
  delete parent[key];
}
