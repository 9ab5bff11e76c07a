// Writes the golden files of the expressions' tests, one for each module in cases/, and the names of Vega's functions;
// with --check compares them instead.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { codeGenerator } from 'vega-functions';
import { evaluate } from './oracle.js';
import { encode } from './values.js';

const cases = new URL('./cases/', import.meta.url);
const golden = new URL('../../resources/expression/', import.meta.url);
const check = process.argv.includes('--check');

mkdirSync(golden, { recursive: true });
let stale = 0;
let count = 0;
for (const file of readdirSync(cases).sort()) {
  const { tables = {}, data = {}, trees, locale, signals = {}, groups } = await import(new URL(file, cases));
  const lines = groups.flatMap((group) => linesOf(group, tables, { data, trees, locale, signals }));
  count += lines.length;
  const text = JSON.stringify({ tables: encode(tables), data: encode(data), trees, locale, signals: encode(signals) });
  const content = `${text.slice(0, -1)},"cases":[\n${lines.join(',\n')}\n]}\n`;
  const target = new URL(file.replace(/\.js$/, '.json'), golden);
  if (!check) {
    writeFileSync(target, content);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== content) {
    stale++;
    console.error(`${target.pathname} is not what Vega gives: run "npm run generate"`);
  }
}
const functions = new URL('functions.json', golden);
const names = `${JSON.stringify(Object.keys(codeGenerator.functions).sort())}\n`;
if (!check) {
  writeFileSync(functions, names);
} else if (!existsSync(functions) || readFileSync(functions, 'utf8') !== names) {
  stale++;
  console.error(`${functions.pathname} does not name Vega's functions: run "npm run generate"`);
}
console.log(`${count} expressions`);
process.exitCode = stale ? 1 : 0;

// A group is a list of expressions for the rows of a table (or for none) in some time zones.
function linesOf({ table, zones = ['UTC'], sources }, tables, seen) {
  return zones.flatMap((zone) =>
    sources.map((source) => {
      const { values, error } = evaluate({ source, rows: tables[table], ...seen, zone });
      return JSON.stringify({ source, table, zone: zone === 'UTC' ? undefined : zone, values: values && encode(values), error });
    }),
  );
}
