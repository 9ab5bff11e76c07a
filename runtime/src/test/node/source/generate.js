// Writes src/test/resources/source/cases.json: texts and values with a format, and the rows that vega-loader makes of
// them. Run by `npm run generate`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { read } from 'vega-loader';

const dates = ['2020-01-02', '2020-07-02T03:04', 'Jan 5 2021 06:07:08', '1/2/2003', 'nonsense', '', '2021', '12'];

/** One column of these texts as CSV. */
const column = (texts) => ['a,b', ...texts.map((text) => `${text},x`)].join('\n');

const cases = [
  ...[
    ['a,b\n1,2\n3,4'],
    ['a,b\n1,2\n3,4\n'],
    ['a,b\r\n1,2\r\n3,4\r\n'],
    ['a,b\n1\n1,2,3\n\n,\n'],
    ['a,b\n"x ""y"" z","1,2"\n"line\nbreak", spaced \n'],
    ['a,a,b\n1,2,3'],
    ['a'],
    [''],
    ['a,b\nü€,😀'],
    ['1;2\n3;4', { type: 'dsv', delimiter: ';', header: ['x', 'y'] }],
    ['a|b\n1|2', { type: 'dsv', delimiter: '|' }],
    ['a\tb\n1\t"x\ty"', { type: 'tsv' }],
    [column(['1', '2.5', '', '-0', '1e3', ' 7 ', '0x10', 'Infinity', 'x']), { parse: { a: 'number' } }],
    [column(['true', 'false', '', '0', '1', 'TRUE', 'no']), { parse: { a: 'boolean' } }],
    [column(['x', '', 'null']), { parse: { a: 'string' } }],
    [column(dates), { parse: { a: 'date' } }],
    [column(['2020-01-02', '20-1-2', '', '2020-01-02 ']), { parse: { a: 'date:%Y-%m-%d' } }],
    [column(['02/01/2020 03:04', '2/1/2020 3:4', 'x']), { parse: { a: "utc:'%d/%m/%Y %H:%M'" } }],
    [column(['3 Mar 2019 02:30', '10 Mar 2019 02:30']), { parse: { a: 'date:"%d %b %Y %H:%M"' } }],
    [column(['1', '2']), { parse: { c: 'number', a: 'unknown' } }],
    [column(['1', '2']), { parse: { c: 'unknown' } }],
    [column(['1', '2', '3']), { parse: 'auto' }],
    [column(['1', '2.5', '3']), { parse: 'auto' }],
    [column(['1', '', '3']), { parse: 'auto' }],
    [column(['true', 'false']), { parse: 'auto' }],
    [column(['true', '']), { parse: 'auto' }],
    [column(['true', '1']), { parse: 'auto' }],
    [column(['2020-01-02', 'Jan 3 2020']), { parse: 'auto' }],
    [column(['2020-01-02', '']), { parse: 'auto' }],
    [column(['2020-01-02', '5']), { parse: 'auto' }],
    [column(['a', '1']), { parse: 'auto' }],
  ].map(([text, format]) => ({ text, format: { type: 'csv', ...format } })),
  ...[
    ['[{"a":1,"b":"x"},{"b":null},{"c":[1,{"d":2}],"a":-0}]'],
    ['[]'],
    ['{"a":1}'],
    ['[1,null,"x",[5],{"a":true}]'],
    ['{"x":{"y":[{"a":1},{"a":2}]}}', { property: 'x.y' }],
    ['{"x":[0,[{"a":1}]]}', { property: 'x[1]' }],
    ['{"x.y":[{"a":1}]}', { property: 'x\\.y' }],
    ['[{"a":"1"},{"a":2},{"a":null},{"a":true},{"a":[3]},{"a":{"b":1}},{}]', { parse: { a: 'number' } }],
    ['[{"a":"1"},{"a":2},{"a":null},{"a":true},{"a":[3]},{"a":{"b":1}},{}]', { parse: { a: 'string' } }],
    ['[{"a":"1"},{"a":0},{"a":null},{"a":true},{"a":[]},{"a":"0"},{"a":"false"}]', { parse: { a: 'boolean' } }],
    [`[{"a":1e12},${dates.map((date) => `{"a":"${date}"}`).join(',')}]`, { parse: { a: 'date' } }],
    ['[{"a":1,"b":"2"},{"a":null,"c":"3"}]', { parse: 'auto' }],
    ['[{"a":"2020-01-01","b":null},{"a":"2020-01-02T00:00","b":null}]', { parse: 'auto' }],
    ['[{"a":1}]', { parse: { b: 'number' } }],
  ].map(([text, format]) => ({ text, format: { type: 'json', ...format } })),
];

/** A value as the Java test writes it too. */
function describe(value) {
  if (value === null || value === undefined) return String(value);
  if (value instanceof Date) return `date ${+value}`;
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([name, member]) => `${name}: ${describe(member)}`).join(', ')}}`;
  }
  if (Object.is(value, -0)) return 'number -0';
  return `${typeof value} ${value}`;
}

/** The rows as vega-dataflow ingests them. */
function rows(data) {
  const list = Array.isArray(data) ? data : [data];
  return list.map((row) => (row === Object(row) ? { ...row } : { data: row }));
}

const golden = cases.map((example) => ({
  ...example,
  rows: rows(read(example.text, { ...example.format })).map(describe),
}));
const target = new URL('../../resources/source/cases.json', import.meta.url);
const text = `[\n${golden.map((example) => JSON.stringify(example)).join(',\n')}\n]\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  console.error(`${target.pathname} is not what Vega gives: run "npm run generate"`);
  process.exitCode = 1;
}
console.log(`${golden.length} texts`);
