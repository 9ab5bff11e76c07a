// Values as they stand in the golden files: JSON, with what JSON lacks as objects of one member.

import { FAILED } from './oracle.js';

/** JSON for a value of JavaScript. */
export function encode(value) {
  if (value === FAILED) return { $: 'error' };
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number') return encodeNumber(value);
  if (value instanceof Date) return { $date: Number.isNaN(+value) ? null : +value };
  if (value instanceof RegExp) return { $regexp: [value.source, value.flags] };
  if (value instanceof Set) return { $set: Array.from(value, encode) };
  if (Array.isArray(value)) return Array.from(value, encode);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.keys(value).map((name) => [name, encode(value[name])]));
  }
  return value;
}

function encodeNumber(value) {
  if (Object.is(value, -0)) return { $: '-0' };
  return Number.isFinite(value) ? value : { $: String(value) };
}
