// Writes src/test/resources/source/cases.json: texts and values with a format, and the rows that vega-loader makes of
// them; and texts.json, the same of random texts. Run by `npm run generate`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { read } from 'vega-loader';
import { randomTexts } from './random-texts.js';

const dates = ['2020-01-02', '2020-07-02T03:04', 'Jan 5 2021 06:07:08', '1/2/2003', 'nonsense', '', '2021', '12'];

/** One column of these texts as CSV. */
const column = (texts) => ['a,b', ...texts.map((text) => `${text},x`)].join('\n');

/** Texts with every odd quote, line break and line that d3 takes. */
const shapes = [
  'a,b\n"1,2', 'a,b\n"1,2\n', 'a,b\n"1,2\r\n', 'a,b\n1,"2\n3,4', 'a,b\n"1"x,2', 'a,b\n"1" ,2\n3,4', 'a,b\n1 "2",3', 'a,b\nx"y"z,"w', 'a,b\n"","a"', 'a,b\n"""",""""""', 'a,b\n"x""', 'a,b\n"x"""', 'a,b\n"x""y', 'a,b\n""x,y', 'a,b\n"x"\n', 'a,b\n"x"\r', 'a,b\n"x"\r\n"y"', 'a,b\n"x\r\ny",z',
  'a,b\n1,2\n\n', 'a,b\n1,2\n\n\n3,4', 'a,b\n\n', 'a,b\n\r\n', 'a,b\n\n1,2', '\na,b\n1,2', '\n', '\r', '\r\n', '\n\n', 'a,b\r1,2\r3,4', 'a,b\r1,2\r', 'a,b\n1,2\n\r', 'a,b\r\r1,2', 'a,b\n\r1,2', 'a,b\r\n1,2\n3,4\r5,6', 'a,b', 'a,b\n', 'a,b\n,', 'a,b\n1', 'a,b\n1,2,3,4', ',\n1,2', 'a,,b\n1,2,3', '"a","b"\n1,2', '"a,1"\n2', '"a\nb",c\n1,2', 'a,b,a,b\n1,2,3,4', 'a,a\n1', 'a, b \n1, 2 ',
  ' a,b\n1,2', '\ufeffa,b\n1,2', '"a""b",c\n1,2', "it's,b.c,d[0]\n1,2,3", '2020,x,1\na,b,c', 'columns,length\n1,2', 'a,b\n\u2028,\u0085', 'a,b\n\0,\t', 'a,b\n\ud83d,x\ude00', 'a\n"\n"\n"\r\n"', '"', '""', '"\n', 'a\n"', 'a\n""', 'a,b\n"1"\n2,3', 'a\n"b"c"d"\ne', 'a,b\nnull,undefined\nNaN,[object Object]',
];

const quantized = {
  type: 'Topology', transform: { scale: [0.5, 0.25], translate: [10, -20] },
  arcs: [[[0, 0], [2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2]], [[2, 0], [2, 0], [0, 2], [-2, 0]], [[5, 5], [0, 0]], [[9, 9], [1, 1]]],
  objects: {
    squares: { type: 'GeometryCollection', geometries: [
      { type: 'Polygon', arcs: [[0, 1]], id: 'one', properties: { name: 'first', n: 1 } },
      { type: 'MultiPolygon', arcs: [[[2, ~0]], [[0, 1]]], id: 2, bbox: [0, 0, 1, 1] },
      { type: 'Point', coordinates: [4, 8], properties: null },
      { type: 'MultiPoint', coordinates: [[4, 8], [0, 1]], properties: { list: [1, 'x'] } },
      { type: 'LineString', arcs: [4, 0], bbox: [1, 2, 3, 4] },
      { type: 'MultiLineString', arcs: [[0], [~2, 3]], id: 0 },
      { type: null, id: 'empty' },
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }], id: 'nested' },
      { type: 'LineString', arcs: [3] },
    ] },
    line: { type: 'LineString', arcs: [0, 1] },
    empty: { type: 'GeometryCollection', geometries: [] },
  },
};
const plain = {
  type: 'Topology',
  arcs: [[[0, 0], [1, 0]], [[1, 0], [1, 1], [0, 1], [0, 0]], [[1, 0], [2, 0], [2, 1, 7], [1, 1], [1, 0]], [[0, 0], [5, 5]], [[5, 5], [6, 6]], [[8, 8], [8, 8]], [[6, 6], [1, 0]]],
  objects: {
    areas: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0, 1]] }, { type: 'Polygon', arcs: [[2], [~0]] }, { type: 'LineString', arcs: [3, 4, 6] }, { type: 'MultiPolygon', arcs: [[[~1, 2]]] }] },
    one: { type: 'Polygon', arcs: [[0, 1]], id: 7 },
    point: { type: 'Point', coordinates: [3, 4, 5] },
  },
};

const cases = [
  ...shapes.map((text) => ({ text, format: { type: 'csv' } })),
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
    [column(['1', '2']), { header: ['x', 'y'] }],
    ['1,2', { header: ['x"y', 'a,b'] }],
    ['1,2', { header: ['x\\y', 'é'] }],
    ['1,2', { header: [5, null] }],
    ['', { header: ['x', 'y'] }],
    ['1', { header: [] }],
    ['a::b\n1::2', { type: 'dsv', delimiter: '::' }],
    ['a b\n1 2', { type: 'dsv', delimiter: ' ' }],
    ['a"b\n1"2', { type: 'dsv', delimiter: '"' }],
    ['a\nb\n1', { type: 'dsv', delimiter: '\n' }],
    ['a,b\n1,2', { type: 'dsv', delimiter: '' }],
    ['a,b\n1,2', { type: 'dsv' }],
    ['a\tb\n1\t2', { type: 'csv', delimiter: '\t' }],
    ['a\tb\n1\t', { type: 'tsv', header: ['p', 'q', 'r'] }],
    ['a€b\n1€2', { type: 'dsv', delimiter: '€' }],
    [column(['1', '', 'x']), { parse: { a: 'integer', b: 'unknown' } }],
    [column(['1', '2']), { parse: { a: null } }],
    [column(['1', '2']), { parse: { a: 'nothing' } }],
    ['a,b', { parse: { a: 'nothing' } }],
    [column(['1', '2']), { parse: {} }],
    [column(['1', '2']), { parse: 'none' }],
    [column(['1', '2']), { parse: null }],
    ...[3, 0, true, false, '', [], [null], ['number']].map((parse) => [column(['1', '2']), { parse }]),
    [column(['1', '2']), { parse: { b: 'boolean', a: 'boolean' } }],
    [column(['0', 'false', '', 'False', ' ']), { parse: { a: 'boolean' } }],
    [column(['Infinity', '-Infinity', 'NaN', '1_000', '1,5', '.5', '5.', '0b1', '+3', '--1']), { parse: { a: 'number' } }],
    [column(['9007199254740993', '1e400', '1e-400', '-0', '0x']), { parse: { a: 'number' } }],
    [column(['2020-03-08 02:30', '2020-11-01 01:30', '2020-03-08T02:30', '2020-03-08', '2020-03-08T07:00Z', '1583650800000']), { parse: { a: 'date' } }],
    [column(['0099-01-01', '12345-01-01', '+012345-01-01', '-000001-01-01', '1899-12-31', '1/1/70', '31/12/2020']), { parse: { a: 'date' } }],
    ...['%Y', '%m/%d/%y', '%d.%m.%Y', '%H:%M', '%Y-%m-%dT%H:%M:%S.%LZ', '%b %d', '%B', '%j', '%s', '%Q', '%Y-%m-%d %I:%M %p', '%Y %U %w', '%G-W%V-%u', '%y%m%d', "'%Y'", '"%Y"', "'%Y", '%Z %Y', 'x%Yx'].flatMap((pattern) => ['date', 'utc'].map((kind) => [
      column(['2020', '2020-03-08', '03/08/20', '8.3.2020', '02:30', '2020-03-08T02:30:01.005Z', 'Mar 08', 'March', '068', '1583650800', '2020-03-08 01:30 PM', '2020 10 0', '2020-W10-7', '200308', '+0100 2020', 'x2020x', '']),
      { parse: { a: `${kind}:${pattern}` } },
    ])),
    [column(['2020', '2021']), { parse: { a: 'date:' } }],
    [column(['true', 'TRUE']), { parse: 'auto' }],
    [column(['1', '2', 'NaN']), { parse: 'auto' }],
    [column(['', '']), { parse: 'auto' }],
    [column(['Infinity', '1']), { parse: 'auto' }],
    [column(['1e400', '1']), { parse: 'auto' }],
    [column(['0x10', ' 5 ']), { parse: 'auto' }],
    [column(['2020', '2021-01']), { parse: 'auto' }],
    [column(['a 1', 'b 2']), { parse: 'auto' }],
    [column(['true', '2020-01-01']), { parse: 'auto' }],
    ['a,a\n1,x\n2,y', { parse: 'auto' }],
    ['a,b', { parse: 'auto' }],
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
    ...['', ' ', '[', '[1,]', '{"a":1,}', "[{'a':1}]", '[{a:1}]', '[NaN]', '[01]', '[1.]', '[.5]', '[+1]', '["\t"]', '[1] 2', '[1]//', '/**/[1]', '\ufeff[1]', '["\\x41"]', '[tru]', '[Infinity]', '["\\u00e9\\ud83d"]', ' [ 1 , 2 ] ', '[-0, 0, -1e-400, 1e400, 9007199254740993, 1E+2]', '5', '"x"', 'null', 'true', '[[1,2],[3]]', '[{"a":1,"a":2}]', '[{"":1}]', '[{"a":{"b":[1,{"c":null}]}}]',
      '[{"2":1,"1":2,"b":3}]', '[null]', '[{}]', '{}', '[{"a":1},{"b":2},null,{"a":null}]'].map((text) => [text]),
    ['{"x":{"y":[{"a":1}]}}', { property: 'x' }],
    ['{"x":{"y":[{"a":1}]}}', { property: 'x.z' }],
    ['{"x":{"y":[{"a":1}]}}', { property: 'z.x' }],
    ['{"x":{"y":[{"a":1}]}}', { property: "['x']['y']" }],
    ['{"x":{"y":[{"a":1}]}}', { property: 'x["y"]' }],
    ['{"x":{"y":[{"a":1}]}}', { property: '' }],
    ['{"x":[[1,2],[3,4]]}', { property: 'x[1]' }],
    ['{"x":[{"a":1}]}', { property: 'x.length' }],
    ['{"x":"text"}', { property: 'x' }],
    ['{"x":5}', { property: 'x' }],
    ['{"x":null}', { property: 'x' }],
    ['[{"v":1},{"v":2}]', { property: '1' }],
    ['[{"a":1}]', { copy: true }],
    ['[{"a":"2020-01-02"},{"a":1577923200000},{"a":null},{"a":true},{"a":[2020]},{"a":{}}]', { parse: { a: 'date' } }],
    ['[{"a":"2020-01-02"},{"a":5},{"a":null}]', { parse: { a: "utc:'%Y-%m-%d'" } }],
    ['[{"a":1},{"a":"x"},{"a":null},{}]', { parse: 'auto' }],
    ['[{},{"a":1}]', { parse: 'auto' }],
    ['[{"a":1},{"a":1.5}]', { parse: 'auto' }],
    ['[{"a":true},{"a":null},{"a":"false"}]', { parse: 'auto' }],
    ['[{"a":[1,2]},{"a":[3]}]', { parse: 'auto' }],
    ['[{"a":{"b":1}}]', { parse: 'auto' }],
    ['[{"a":"1"},{"a":2}]', { parse: { a: 'integer' } }],
    ['[{"a":1}]', { parse: { a: 'nothing' } }],
    ['[]', { parse: { a: 'nothing' } }],
    ['[]', { parse: 'auto' }],
    ['{"a":"1"}', { parse: { a: 'number' } }],
  ].map(([text, format]) => ({ text, format: { type: 'json', ...format } })),
  ...[
    ...['squares', 'line', 'empty', 'none'].flatMap((name) => [[quantized, { feature: name }], ...[undefined, 'interior', 'exterior', 'other'].map((filter) => [quantized, { mesh: name, filter }])]),
    ...['areas', 'one', 'point'].flatMap((name) => [[plain, { feature: name }], ...[undefined, 'interior', 'exterior'].map((filter) => [plain, { mesh: name, filter }])]),
    [{ wrapped: { deep: plain } }, { property: 'wrapped.deep', feature: 'areas' }],
    [plain, {}],
    [plain, { feature: 'one', mesh: 'areas' }],
    [{}, { feature: 'one' }],
    [quantized, { feature: 'squares', parse: { id: 'string' } }],
  ].map(([topology, format]) => ({ text: JSON.stringify(topology), format: JSON.parse(JSON.stringify({ type: 'topojson', ...format })) })),
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

/** The rows of a text, or that vega-loader fails. */
function outcome({ text, format }) {
  try {
    return { rows: rows(read(text, structuredClone(format))).map(describe) };
  } catch {
    return { error: true };
  }
}

/** Writes a golden file, or says that it is not what Vega gives. */
function write(name, golden) {
  const target = new URL(`../../resources/source/${name}`, import.meta.url);
  const text = `[\n${golden.map((example) => JSON.stringify(example)).join(',\n')}\n]\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error(`${target.pathname} is not what Vega gives: run "npm run generate"`);
    process.exitCode = 1;
  }
  console.log(`${golden.length} texts`);
}

write('cases.json', cases.map((example) => ({ ...example, ...outcome(example) })));
write('texts.json', randomTexts(900).map(({ content, format }) => {
  const isText = typeof content === 'string';
  const text = isText ? content : new TextDecoder().decode(content);
  const rows = read(text, structuredClone(format)).map((row) => {
    const names = Object.keys(row).filter((name) => row[name] !== undefined).sort();
    return names.map((name) => `${name}: ${describe(row[name])}`).join(', ');
  });
  return { ...(isText ? { text } : { bytes: content.toString('base64') }), format, rows };
}));
