const texts = ['', 'a', 'Hello World', '  padded\t\n', 'straße', 'İstanbul', '😀 smile 😀', 'a,b,,c', 'tab\tsep', 'ΑΣ', '2012', 'x.y.z', 'aXbXc', null];

export const tables = {
  texts: texts.map((s) => ({ s })),
  any: [null, undefined, true, 1.5, NaN, [1, 2], {}, 'str', new Date(Date.UTC(2012, 0, 1))].map((v) => ({ v })),
  widths: [0, 3, 5, 8, 11, 12, 2.5, -1, NaN, null].map((n) => ({ n })),
};

export const groups = [
  { table: 'texts', sources: ['upper(datum.s)', 'lower(datum.s)', 'trim(datum.s)', 'length(datum.s)', 'substring(datum.s, 1)', 'substring(datum.s, 1, 3)', 'substring(datum.s, 3, 1)', 'substring(datum.s, -2, NaN)', "split(datum.s, ',')", "split(datum.s, '')",
    "split(datum.s, '.', 2)", "split(datum.s, /[ ,X]/)", "split(datum.s, /(X|\\.)/)", 'split(datum.s)', "pad(datum.s, 8)", "pad(datum.s, 8, '*', 'left')", "pad(datum.s, 9, 'ab', 'center')", 'truncate(datum.s, 5)', "truncate(datum.s, 5, 'left')", "truncate(datum.s, 6, 'center', '..')",
    "truncate(datum.s, 1, 'right', '...')", "replace(datum.s, 'a', 'Q')", "replace(datum.s, /[aeo]/g, '<$&>')", "replace(datum.s, /(\\w+) (\\w+)/, '$2 $1')", "replace(datum.s, 'X', '$$-$&-$`-$\\'')", 'test(/^h/i, datum.s)', "test('o', datum.s)", 'test(/\\s$/, datum.s)', "indexof(datum.s, 'l')", "lastindexof(datum.s, 'l')",
    'encodeURIComponent(datum.s)', "upper(datum.s) + '!'", "datum.s + ' (' + length(datum.s) + ')'", "test(regexp('x', 'i'), datum.s)", 'parseFloat(datum.s)', "replace(datum.s, /$/, '!')", "replace(datum.s, /^/gm, '> ')", "replace(datum.s, regexp('\\\\b', 'g'), '|')", 'upper(datum.missing)'] },
  { table: 'any', sources: ['upper(datum.v)', 'trim(datum.v)', "split(datum.v, ',')", 'substring(datum.v, 0, 2)', 'pad(datum.v, 6)', 'truncate(datum.v, 3)', "replace(datum.v, '1', 'one')", 'test(/n/, datum.v)', 'encodeURIComponent(datum.v)', "regexp(datum.v)"] },
  { table: 'widths', sources: ["pad('hello', datum.n)", "pad('hello', datum.n, '-', 'center')", "truncate('hello world', datum.n)", "truncate('hello world', datum.n, 'center')", "truncate('hello world', datum.n, 'left', '')", "substring('hello', datum.n)", "slice('hello', datum.n)"] },
  { sources: ["btoa('hello')", "btoa('é')", "btoa('😀')", "btoa('')", "atob('aGVsbG8=')", "atob('aGVsbG8')", "atob(' aGVs bG8= ')", "atob('a')", "atob('a*==')", "atob('YR==')", "encodeURIComponent('a b&c=d/é😀')", "encodeURIComponent('\\ud83d')", "encodeURIComponent(\"-_.!~*'()\")",
    "regexp('a+', 'g')", "regexp(/a/g)", "regexp(/a/g, 'i')", "regexp('(')", "regexp('a', 'q')", 'regexp()', "test(/a/)", "test(/undefined/)", "replace('aaa', 'a', 'b')", "replace('aaa', /a/g, 'b')", "replace('a.b', '.', '!')", "replace('abc', 5, 'x')", "replace('abc', /(?<first>a)/, '[$<first>]')", "replace('abc', /(a)(x)?/, '[$1$2$3]')",
    "replace('abcabc', /b(?=c)/g, 'X')", "replace('a\\nb', /./g, 'x')", "replace('a\\nb', /^b$/m, 'x')", "replace('aBc', /[A-Z]/, '')", "replace('x-1', /[^\\w]/, '')", "replace('[a]', /[[\\]]/g, '')", "replace('a&&b', /[&]+/, '+')", "replace('a{1}', /a{1}/, 'x')", "replace('a{b', /a{b/, 'x')", "replace('aa', /(a)\\1/, 'x')", "replace('\\u00a0x', /\\s/, '')",
    "replace('é', /\\u00e9/, 'e')", "replace('tel', /t|l/g, '')", "replace('aaa', /a*?/g, 'x')", "replace('abc', /x*/g, '-')", "replace('abc', /b/y, 'x')", "replace('abc', /a/y, 'x')", "test(/[]/, 'a')", "test(/[^]/, '\\n')", "test(/a.c/s, 'a\\nc')", "test(/\\bfoo\\b/, 'a foo b')", "test(/\\cJ/, '\\n')", "test(/\\0/, '\\u0000')", "test(/^\\d{2,3}$/, '123')",
    "test(/\\//, 'a/b')", "test(/a b#c/, 'a b#c')", "test(/\\W/, 'é')", "test(/[\\s]/, '\\ufeff')", "test(/\\k<a>(?<a>x)/, 'xx')", "split('abc', '', 2)", "split('a1b2c', /\\d/)", "split('a1b2c', /(\\d)/)", "split('', '')", "split('', ',')", "split('abc', /(?:)/)", "split('abc', /$/)", "split('aXbX', 'X', 0)", "split('abc', /b/, 1)",
    "upper('ß')", "lower('Σ')", "lower('ΑΣ')", "trim('\\u00a0\\ufeffx\\u2003')", "trim('\\u200bx')", "pad('a', 3, '')", "pad('a', 4, '12', 'center')", "truncate('abc')", "truncate('abcdef', '3')", "substring('abc')", "substring('abc', '1', '2')"] },
];
