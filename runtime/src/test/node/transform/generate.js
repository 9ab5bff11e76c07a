// Writes the golden files of the transforms' tests, one for each module in cases/; with --check compares them instead.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { encode, encodeRow } from './values.js';
import { evaluate } from './oracle.js';

const cases = new URL('./cases/', import.meta.url);
const golden = new URL('../../resources/transform/', import.meta.url);
const check = process.argv.includes('--check');

mkdirSync(golden, { recursive: true });
let stale = 0;
let count = 0;
for (const file of readdirSync(cases).sort()) {
  const { default: list } = await import(new URL(file, cases));
  const lines = [];
  for (const item of list) lines.push(JSON.stringify(await line(item)));
  count += lines.length;
  const text = `[\n${lines.join(',\n')}\n]\n`;
  const target = new URL(file.replace(/\.js$/, '.json'), golden);
  if (!check) {
    writeFileSync(target, text);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    stale++;
    console.error(`${target.pathname} is not what Vega gives: run "npm run generate"`);
  }
}
console.log(`${count} cases`);
process.exitCode = stale ? 1 : 0;

async function line(item) {
  const { name, data, tables, signals, transform } = item;
  const expected = await evaluate(item);
  return {
    name,
    data: data?.map(encodeRow),
    tables: tables && Object.fromEntries(Object.entries(tables).map(([key, rows]) => [key, rows.map(encodeRow)])),
    signals: signals && encode(signals),
    transform,
    expected,
  };
}
