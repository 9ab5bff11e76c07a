// Vega-Lite takes structuredClone as given when it is loaded; Rhino has none.

/** A copy of what JSON can say, and of sets and maps of it. */
function clone(value) {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(clone);
  }
  if (value instanceof Set) {
    return new Set(Array.from(value, clone));
  }
  if (value instanceof Map) {
    return new Map(Array.from(value, ([key, member]) => [clone(key), clone(member)]));
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, clone(member)]));
}

globalThis.structuredClone ??= clone;
