// Values as they stand in the golden files: JSON, with what JSON lacks as objects of one member.

/** JSON for a value of JavaScript. Members that are undefined are left out, as a missing field is the same to Vega. */
export function encode(value) {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number') return encodeNumber(value);
  if (value instanceof Date) return { $date: Number.isNaN(+value) ? null : +value };
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value, encode);
  if (value && typeof value === 'object') return encodeObject(value);
  if (typeof value === 'function') return encodeObject({ ...value });
  return value;
}

/** JSON for a row of input, in which members that are undefined stand: they too have their place among the fields. */
export function encodeRow(row) {
  if (row === null || row?.constructor !== Object) return encode(row);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, encode(value)]));
}

function encodeNumber(value) {
  if (Object.is(value, -0)) return { $: '-0' };
  return Number.isFinite(value) ? value : { $: String(value) };
}

function encodeObject(object) {
  const encoded = {};
  for (const name of Object.keys(object)) {
    if (object[name] !== undefined) encoded[name] = encode(object[name]);
  }
  return encoded;
}
