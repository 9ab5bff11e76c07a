const texts = ['', 'a', 'Hello World', '  padded\t\n', 'straße', 'İstanbul', '😀 smile 😀', 'a,b,,c', 'tab\tsep', 'ΑΣ', '2012', 'x.y.z', 'aXbXc', null];
export const tables = {
  texts: texts.map((s) => ({ s })),
  any: [null, undefined, true, 1.5, NaN, [1, 2], {}, 'str', new Date(Date.UTC(2012, 0, 1))].map((v) => ({ v })),
};

export const groups = [
  { table: 'texts', sources: ["split(datum.s, /[ ,X]/)", "split(datum.s, /(X|\\.)/)", "replace(datum.s, /[aeo]/g, '<$&>')", "replace(datum.s, /(\\w+) (\\w+)/, '$2 $1')", 'test(/^h/i, datum.s)', "test('o', datum.s)", 'test(/\\s$/, datum.s)', "test(regexp('x', 'i'), datum.s)", "replace(datum.s, /$/, '!')", "replace(datum.s, /^/gm, '> ')", "replace(datum.s, regexp('\\\\b', 'g'), '|')"] },
  { table: 'any', sources: ['test(/n/, datum.v)', "regexp(datum.v)"] },
  { sources: ["regexp('a+', 'g')", "regexp(/a/g)", "regexp(/a/g, 'i')", "regexp('(')", "regexp('a', 'q')", 'regexp()', "test(/a/)", "test(/undefined/)",
    "replace('aaa', /a/g, 'b')", "replace('abc', /(?<first>a)/, '[$<first>]')", "replace('abc', /(a)(x)?/, '[$1$2$3]')", "replace('abcabc', /b(?=c)/g, 'X')", "replace('a\\nb', /./g, 'x')", "replace('a\\nb', /^b$/m, 'x')", "replace('aBc', /[A-Z]/, '')", "replace('x-1', /[^\\w]/, '')",
    "replace('[a]', /[[\\]]/g, '')", "replace('a&&b', /[&]+/, '+')", "replace('a{1}', /a{1}/, 'x')", "replace('a{b', /a{b/, 'x')", "replace('aa', /(a)\\1/, 'x')", "replace('\\u00a0x', /\\s/, '')", "replace('é', /\\u00e9/, 'e')", "replace('tel', /t|l/g, '')",
    "replace('aaa', /a*?/g, 'x')", "replace('abc', /x*/g, '-')", "replace('abc', /b/y, 'x')", "replace('abc', /a/y, 'x')", "test(/[]/, 'a')", "test(/[^]/, '\\n')", "test(/a.c/s, 'a\\nc')", "test(/\\bfoo\\b/, 'a foo b')",
    "test(/\\cJ/, '\\n')", "test(/\\0/, '\\u0000')", "test(/^\\d{2,3}$/, '123')", "test(/\\//, 'a/b')", "test(/a b#c/, 'a b#c')", "test(/\\W/, 'é')", "test(/[\\s]/, '\\ufeff')", "test(/\\k<a>(?<a>x)/, 'xx')",
    "split('a1b2c', /\\d/)", "split('a1b2c', /(\\d)/)", "split('abc', /(?:)/)", "split('abc', /$/)", "split('abc', /b/, 1)"] },
];
