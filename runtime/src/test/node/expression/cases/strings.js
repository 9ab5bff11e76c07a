import { odd, oddCalls, sparseCalls } from '../arguments.js';

const texts = ['', 'a', 'Hello World', '  padded\t\n', 'straße', 'İstanbul', '😀 smile 😀', 'a,b,,c', 'tab\tsep', 'ΑΣ', '2012', 'x.y.z', 'aXbXc', null];

export const tables = {
  odd,
  texts: texts.map((s) => ({ s })),
  any: [null, undefined, true, 1.5, NaN, [1, 2], {}, 'str', new Date(Date.UTC(2012, 0, 1))].map((v) => ({ v })),
  pairs: texts.map((s, i) => ({ s, t: [texts[(i * 5 + 3) % texts.length], 'a', '', s][i % 4] })),
  widths: [0, 3, 5, 8, 11, 12, 2.5, -1, NaN, null].map((n) => ({ n })),
};

export const groups = [
  { table: 'texts', sources: ['upper(datum.s)', 'lower(datum.s)', 'trim(datum.s)', 'length(datum.s)', 'substring(datum.s, 1)', 'substring(datum.s, 1, 3)', 'substring(datum.s, 3, 1)', 'substring(datum.s, -2, NaN)', "split(datum.s, ',')", "split(datum.s, '')",
    "split(datum.s, '.', 2)", 'split(datum.s)', "pad(datum.s, 8)", "pad(datum.s, 8, '*', 'left')", "pad(datum.s, 9, 'ab', 'center')", 'truncate(datum.s, 5)', "truncate(datum.s, 5, 'left')", "truncate(datum.s, 6, 'center', '..')",
    "truncate(datum.s, 1, 'right', '...')", "replace(datum.s, 'a', 'Q')", "replace(datum.s, 'X', '$$-$&-$`-$\\'')", "indexof(datum.s, 'l')", "lastindexof(datum.s, 'l')",
    'encodeURIComponent(datum.s)', "upper(datum.s) + '!'", "datum.s + ' (' + length(datum.s) + ')'", 'parseFloat(datum.s)', 'upper(datum.missing)'] },
  { table: 'any', sources: ['upper(datum.v)', 'trim(datum.v)', "split(datum.v, ',')", 'substring(datum.v, 0, 2)', 'pad(datum.v, 6)', 'truncate(datum.v, 3)', "replace(datum.v, '1', 'one')", 'encodeURIComponent(datum.v)'] },
  { table: 'widths', sources: ["pad('hello', datum.n)", "pad('hello', datum.n, '-', 'center')", "truncate('hello world', datum.n)", "truncate('hello world', datum.n, 'center')", "truncate('hello world', datum.n, 'left', '')", "substring('hello', datum.n)", "slice('hello', datum.n)"] },
  { sources: ["btoa('hello')", "btoa('é')", "btoa('😀')", "btoa('')", "atob('aGVsbG8=')", "atob('aGVsbG8')", "atob(' aGVs bG8= ')", "atob('a')", "atob('a*==')", "atob('YR==')", "encodeURIComponent('a b&c=d/é😀')", "encodeURIComponent('\\ud83d')", "encodeURIComponent(\"-_.!~*'()\")",
    "replace('aaa', 'a', 'b')", "replace('a.b', '.', '!')", "replace('abc', 5, 'x')",
    "split('abc', '', 2)", "split('', '')", "split('', ',')", "split('aXbX', 'X', 0)",
    "upper('ß')", "lower('Σ')", "lower('ΑΣ')", "trim('\\u00a0\\ufeffx\\u2003')", "trim('\\u200bx')", "pad('a', 3, '')", "pad('a', 4, '12', 'center')", "truncate('abc')", "truncate('abcdef', '3')", "substring('abc')", "substring('abc', '1', '2')"] },
  { table: 'pairs', sources: ['datum.s < datum.t', 'datum.s == datum.t', 'datum.s === datum.t', 'datum.s + datum.t', 'indexof(datum.s, datum.t)', 'lastindexof(datum.s, datum.t)', 'split(datum.s, datum.t)', 'replace(datum.s, datum.t, "<$&>")', 'pad(datum.s, 7, datum.t)', "pad(datum.s, 7, datum.t, 'left')", "truncate(datum.s, 3, 'right', datum.t)", 'upper(datum.s) == upper(datum.t)', 'slice(datum.s, length(datum.t))', 'datum.s >= datum.t ? datum.s : datum.t', "join([datum.s, datum.t], '')", 'datum.s == null || datum.t == null', 'sort([datum.s, datum.t])'] },
  { table: 'texts', sources: ['datum.s[0]', 'datum.s[1]', 'datum.s.length', "datum.s['length']", 'slice(datum.s, -3)', 'slice(datum.s, 1, 4)', 'toString(datum.s)', 'toNumber(datum.s)', 'isValid(datum.s)', 'datum.s == ""', 'datum.s ? 1 : 0', 'btoa(datum.s)', 'atob(datum.s)', 'parseInt(datum.s)', 'sort(split(datum.s, ""))', 'reverse(split(datum.s, " "))', "join(split(datum.s, 'a'), 'b')", "truncate(datum.s, 4, 'center')", "pad(datum.s, 20.7, '😀')", 'substring(datum.s, 4, 2)', "datum.s < 'b' && datum.s > 'A'", "length(split(datum.s, ','))"] },
  { table: 'odd', sources: oddCalls(['upper', 'lower', 'trim', 'substring', 'split', 'truncate', 'replace', 'btoa', 'atob', 'encodeURIComponent']).concat(['pad(datum.v, 5)', "pad(datum.v, 5, datum.v, 'center')", "pad('ab', 6, 'xyz', datum.v)"]) },
  { sources: sparseCalls(['upper', 'lower', 'trim', 'substring', 'split', 'pad', 'truncate', 'replace', 'btoa', 'atob', 'encodeURIComponent', 'regexp', 'test']) },
];
