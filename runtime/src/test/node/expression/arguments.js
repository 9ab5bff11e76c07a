// Arguments that nothing was made for, and calls that have too few or too many of them.

/** Values of every type, as a column of its own. */
export const odd = [
  null, undefined, true, false, 0, -0, 3, -1.5, NaN, Infinity, 2 ** 53, '', '0', '12', 'abc', '2012-02-29', '😀', 'a\ud83d', [], [3, 1, 2], ['b', null, 'a'], [[1, 2], [3]], {}, { a: 1, length: 2 },
  new Date(Date.UTC(2012, 1, 29, 12, 30)), new Date(NaN), /a/g,
].map((v) => ({ v }));

/** Expressions for the rows of `odd`, in which each function gets the value at each place, alone and among others. */
export const oddCalls = (names) => names.flatMap((name) => [`${name}(datum.v)`, `${name}(datum.v, 2)`, `${name}(1, datum.v)`, `${name}(datum.v, datum.v, datum.v)`]);

/** Expressions without a row: no argument at all, and far too many. */
export const sparseCalls = (names) => names.flatMap((name) => [`${name}()`, `${name}(1, 2, 3, 4, 5, 6, 7, 8, 9)`, `${name}('a', 'b', 'c', 'd')`, `${name}([1], [2], [3], [4])`]);
