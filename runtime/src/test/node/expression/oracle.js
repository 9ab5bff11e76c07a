import { ingest } from 'vega-dataflow';
import { CallExpression, parseExpression } from 'vega-expression';
import { locale } from 'vega-format';
import { codeGenerator, codegenParams, functionContext } from 'vega-functions';
import { parse, View } from 'vega';
import { randomLCG, sampleNormal, setRandom } from 'vega-statistics';
import { fastmap } from 'vega-util';

/** What stands for a value when the expression fails for a row. */
export const FAILED = Symbol('failed');

/** What Vega makes of an expression for each row of a table, or once where there is none; or that it does not compile. */
export function evaluate({ source, rows, signals = {}, data = {}, trees = {}, locale, zone = 'UTC' }) {
  process.env.TZ = zone;
  restartRandom();
  try {
    const { code, globals } = codeGenerator(checked(parseExpression(source)));
    const isUnknown = globals.some((name) => !Object.hasOwn(signals, name));
    const names = Object.fromEntries(Object.entries(signals).map(([name, value]) => [`$${name}`, value]));
    const compiled = Function('datum', '_', `return ${code};`);
    const self = { ...functionContext, context: context(data, trees, locale) };
    const tuples = rows ? rows.map((row) => ingest({ ...row })) : [undefined];
    return { values: tuples.map((datum) => (isUnknown ? FAILED : value(() => compiled.call(self, datum, names)))) };
  } catch {
    return { error: true };
  }
}

// Functions of data sets, selections and scales take a name that stands in the expression: their visitors say so.
function checked(ast) {
  const references = { tuplesRef: () => {}, indataRef: () => {} };
  const scope = { scales: {}, getData: () => references, scaleRef: () => {} };
  ast.visit((node) => {
    if (node.type === CallExpression) codegenParams.visitors[node.callee.name]?.(node.callee.name, node.arguments, scope, {});
  });
  return ast;
}

// Vega keeps the second of each two normal samples for the next call: it is used up here.
function restartRandom() {
  let isKept = true;
  setRandom(() => {
    isKept = false;
    return 0.7;
  });
  sampleNormal();
  if (!isKept) sampleNormal();
  setRandom(randomLCG(123456789));
}

function value(evaluation) {
  try {
    return evaluation();
  } catch (failure) {
    if (failure instanceof ReferenceError) throw failure;
    return FAILED;
  }
}

// What the functions see of a running chart: rows, indices and texts in its locale.
function context(tables, trees, words = {}) {
  const data = {};
  for (const [name, rows] of Object.entries(tables)) {
    const copies = structuredClone(rows);
    const tuples = trees[name] ? planted(copies, trees[name]) : copies.map(ingest);
    data[name] = { values: { value: tuples } };
    for (const field of new Set(tuples.flatMap(Object.keys))) data[name][`index:${field}`] = { value: index(tuples, field) };
  }
  return { data, dataflow: { locale: () => locale(words.number, words.time) } };
}

// Rows over which the transform `stratify` has laid a tree.
function planted(values, keys) {
  const view = new View(parse({ data: [{ name: 'rows', values, transform: [{ type: 'stratify', ...keys }] }] }));
  return view.run().data('rows');
}

function index(tuples, field) {
  const counts = fastmap();
  for (const tuple of tuples) {
    const entry = counts.get(tuple[field]);
    if (entry) entry.count += 1;
    else counts.set(tuple[field], { count: 1 });
  }
  return counts;
}
