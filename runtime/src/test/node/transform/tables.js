// Small tables that hold what goes wrong: nulls, undefined, NaN, empty strings, mixed types, dates, ties, odd names.

const date = (year, month = 0, day = 1, hour = 0, minute = 0, second = 0, millis = 0) =>
  new Date(Date.UTC(year, month, day, hour, minute, second, millis));

export const empty = [];

export const numbers = [
  { k: 'a', s: 'x', v: 3, w: 10 },
  { k: 'b', s: 'x', v: 1, w: 20 },
  { k: 'a', s: 'y', v: 4, w: 30 },
  { k: 'c', s: 'y', v: 1.5, w: -5 },
  { k: 'b', s: 'x', v: 5, w: 0 },
  { k: 'a', s: 'y', v: 9.25, w: 7 },
  { k: 'c', s: 'x', v: -2, w: 7 },
];

export const gaps = [
  { k: 'a', v: 3, w: null },
  { k: null, v: null, w: 2 },
  { k: 'a', v: NaN, w: undefined },
  { k: undefined, v: 7, w: 4 },
  { k: 'b', v: undefined, w: NaN },
  { k: 'null', v: -1, w: 8 },
  { k: 'b', v: 0, w: -0 },
  { k: '', v: Infinity, w: 1 },
  { k: 'a', v: 2, w: 5 },
];

export const mixed = [
  { k: 1, v: '10' },
  { k: '1', v: 9 },
  { k: true, v: 'abc' },
  { k: 'true', v: '' },
  { k: null, v: true },
  { k: 'null', v: null },
  { k: 1, v: date(1970, 0, 1, 0, 0, 0, 5) },
  { k: 0, v: false },
  { k: -0, v: ' 7 ' },
  { k: '0', v: '0x10' },
];

export const dates = [
  { k: 'a', t: date(2012, 0, 1, 5), n: 1 },
  { k: 'b', t: date(2012, 5, 15, 13, 45, 12, 345), n: 2 },
  { k: 'a', t: date(2013, 2, 10, 7, 30), n: 3 },
  { k: 'a', t: null, n: 4 },
  { k: 'b', t: date(2012, 10, 4, 6, 15), n: 5 },
  { k: 'c', t: date(2016, 1, 29, 23, 59, 59, 999), n: 6 },
  { k: 'b', t: new Date(NaN), n: 7 },
  { k: 'c', t: date(1969, 11, 31, 23, 59, 59, 1), n: 8 },
  { k: 'a', t: undefined, n: 9 },
  { k: 'c', t: date(2012, 0, 1, 5), n: 10 },
];

export const cleanDates = [
  { k: 'a', t: date(2012, 0, 1, 5), n: 1 },
  { k: 'b', t: date(2012, 2, 11, 6, 59, 59), n: 2 },
  { k: 'a', t: date(2012, 2, 11, 7), n: 3 },
  { k: 'b', t: date(2012, 10, 4, 5, 30), n: 4 },
  { k: 'c', t: date(2012, 10, 4, 6, 30), n: 5 },
  { k: 'c', t: date(2015, 11, 28, 12), n: 6 },
  { k: 'a', t: date(2016, 0, 3, 12), n: 7 },
  { k: 'a', t: date(2016, 11, 31, 23), n: 8 },
  { k: 'b', t: date(2018, 6, 4, 3, 2, 1, 7), n: 9 },
];

export const millis = [
  { t: date(2012, 0, 1, 0, 0, 0, 1), v: 1 },
  { t: date(2012, 0, 1, 0, 0, 0, 2), v: 2 },
  { t: date(2012, 0, 1, 0, 0, 1, 1), v: 3 },
  { t: date(1969, 11, 31, 23, 59, 59, 999), v: 4 },
  { t: date(1970), v: 5 },
  { t: date(1969, 11, 31, 23, 59, 59, 1), v: 6 },
];

export const ties = [
  { id: 0, a: 2, b: 'x', c: 1 },
  { id: 1, a: 1, b: 'y', c: 1 },
  { id: 2, a: 2, b: 'y', c: 2 },
  { id: 3, a: null, b: 'x', c: 3 },
  { id: 4, a: 1, b: 'x', c: 4 },
  { id: 5, a: NaN, b: 'y', c: 5 },
  { id: 6, a: undefined, b: 'x', c: 6 },
  { id: 7, a: 2, b: 'x', c: 1 },
  { id: 8, a: null, b: 'y', c: 8 },
  { id: 9, a: 1, b: null, c: 4 },
];

export const nested = [
  { p: { x: 1, y: { z: 'u' } }, 'p.x': 10, list: [1, 2, 3], v: 1 },
  { p: { x: 2, y: { z: 'v' } }, 'p.x': 20, list: [], v: 2 },
  { p: { x: 1, y: { z: 'u' } }, 'p.x': 30, list: [4], v: 4 },
  { p: { x: null, y: { z: 'w' } }, 'p.x': 10, list: [5, null], v: 8 },
];

export const odd = [
  { 'a.b': 1, "it's": 'q', 'x[0]': 5, 'say "hi"': 2, 'back\\slash': 1, '': 3, __proto: 1 },
  { 'a.b': 2, "it's": 'r', 'x[0]': 6, 'say "hi"': 3, 'back\\slash': 2, '': 4, __proto: 2 },
  { 'a.b': 1, "it's": 'q', 'x[0]': 7, 'say "hi"': 5, 'back\\slash': 3, '': 5, __proto: 3 },
];

export const bars = [
  { g: 'a|b', h: 'c', v: 1 },
  { g: 'a', h: 'b|c', v: 2 },
  { g: 'a|b', h: 'c', v: 4 },
  { g: 'a', h: 'b', v: 8 },
];

export const strings = [
  { name: 'Zoe', city: 'Bern', n: 1 },
  { name: 'adam', city: 'Aarau', n: 2 },
  { name: 'Émile', city: 'Bern', n: 3 },
  { name: 'bob', city: null, n: 4 },
  { name: 'Adam', city: 'Aarau', n: 5 },
  { name: '', city: 'Zug', n: 6 },
  { name: 'zoe', city: 'Bern', n: 7 },
  { name: '10', city: 'Zug', n: 8 },
  { name: '9', city: 'Zug', n: 9 },
];

export const objects = [
  { o: { a: 1 }, l: [1, 2], v: 1 },
  { o: { a: 2 }, l: [1, 2], v: 2 },
  { o: { a: 1 }, l: [2, 1], v: 4 },
  { o: null, l: [], v: 8 },
];

export const lists = [
  { k: 'a', x: [1, 2, 3], y: [4, 5], s: 'ab' },
  { k: 'b', x: [], y: [6], s: '' },
  { k: 'c', x: [7, null, undefined], y: ['p', { q: 1 }, true, 8], s: 'xyz' },
];

export const booleans = [
  { b: true, v: 1 },
  { b: false, v: 2 },
  { b: null, v: 3 },
  { b: true, v: 4 },
  { b: undefined, v: 5 },
];

export const values = [1, 'a', { v: 3 }, true];

export { date };
