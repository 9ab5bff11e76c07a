// What Vega and JavaScript make of the cases under src/test/resources/golden. Run this file to write it down anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { codegenExpression, parseExpression } from 'vega-expression';
import { splitAccessPath } from 'vega-util';

const directory = new URL('../resources/golden/', import.meta.url);

export const read = (name) => JSON.parse(readFileSync(new URL(name, directory), 'utf8'));

const sourcesOf = (name) => Object.values(read(name)).flat();

// The members of an ESTree node that Estree.java writes.
function simplify(node) {
  const { type } = node;
  switch (type) {
    case 'Literal':
      return node.regex ? { type, regex: node.regex } : { type, value: node.value };
    case 'Identifier':
      return { type, name: node.name };
    case 'Property': {
      const name = node.key.type === 'Literal' ? String(node.key.value) : node.key.name;
      return { type, key: { type: 'Identifier', name }, value: simplify(node.value) };
    }
    case 'MemberExpression':
      return { type, object: simplify(node.object), property: simplify(node.property), computed: node.computed };
    case 'CallExpression':
      return { type, callee: simplify(node.callee), arguments: node.arguments.map(simplify) };
    case 'UnaryExpression':
      return { type, operator: node.operator, argument: simplify(node.argument) };
    case 'BinaryExpression':
    case 'LogicalExpression':
      return { type, operator: node.operator, left: simplify(node.left), right: simplify(node.right) };
    case 'ConditionalExpression': {
      const { test, consequent, alternate } = node;
      return { type, test: simplify(test), consequent: simplify(consequent), alternate: simplify(alternate) };
    }
    case 'ArrayExpression':
      return { type, elements: node.elements.map(simplify) };
    case 'ObjectExpression':
      return { type, properties: node.properties.map(simplify) };
    default:
      throw new Error(`a node that Estree.java does not know: ${type}`);
  }
}

// Vega refuses some syntax only when it generates code: left-out elements, callees that are not names.
const everyFunction = new Proxy({}, { getOwnPropertyDescriptor: () => ({ configurable: true, value: 'f' }), get: () => 'f' });
const generate = codegenExpression({ functions: () => everyFunction, globalvar: '_', fieldvar: 'datum' });

/** The tree of an expression, as Estree.java writes it. */
export function parse(source) {
  const tree = parseExpression(source);
  try {
    generate(tree);
  } catch (error) {
    // Which properties are dangerous is no question of syntax.
    if (!error.message.startsWith('Illegal property')) throw error;
  }
  return simplify(tree);
}

const view = new DataView(new ArrayBuffer(8));

function bits(double) {
  view.setFloat64(0, double);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

// Awkward doubles, and some that a linear congruential generator makes, the same ones in every run.
function doubles() {
  const numbers = [0, -0, 1, -1, 100, 0.1, 1e21, 1e-7, 1e-6, 123456789012345680000, 1e300, 5e-324, 1e-323, 1.5e-323,
    2e-323, 9.5e-323, Number.MAX_VALUE, 2.2250738585072014e-308, 2 ** 53, 2 ** 53 + 2, 0.000001234, 4.35, 1e23, 9e22,
    2e-3, 1.1e-300, NaN, Infinity, -Infinity];
  let state = 42;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  for (let i = 0; i < 500; i++) {
    view.setUint32(0, next());
    view.setUint32(4, next());
    numbers.push(view.getFloat64(0), next() / 1000, next() * 4096 + next() / 7, -next() / 3e9, 2 ** ((i % 200) * 5 - 500));
  }
  return numbers.filter((number) => !Number.isNaN(number));
}

function literals() {
  const found = ['-0', '0.0', '1.', '.5', '1e400', '-1e400', '1e-400', '2.4703282292062327e-324', '2.4703282292062328e-324',
    '9007199254740993', '9007199254740992.999999999999999999', '9007199254740993.000000000000000000001', '1E5', '1e+05',
    '0.1000000000000000055511151231257827', '179769313486231580793728971405301e276', '123456789012345678901234567890'];
  for (const double of doubles().filter(Number.isFinite)) {
    found.push(String(double));
    if (found.length % 4 === 0) found.push(`${double.toPrecision(20)}`, `${double.toExponential(5)}`);
  }
  return found;
}

// Ranges of the characters of the basic multilingual plane that Vega takes for a name when they follow a prefix.
function nameCharacters(prefix) {
  const found = [];
  for (let code = 0; code < 0x10000; code++) {
    if (!isName(prefix + String.fromCharCode(code))) continue;
    if (found.at(-1)?.[1] === code - 1) found.at(-1)[1] = code;
    else found.push([code, code]);
  }
  return found;
}

function isName(source) {
  try {
    const { type, name } = parseExpression(source);
    return type === 'Identifier' && name === source;
  } catch {
    return false;
  }
}

const each = (inputs, compute) =>
  inputs.map((input) => {
    try {
      return { input, output: compute(input) };
    } catch (error) {
      return { input, error: error.message };
    }
  });

export const goldens = {
  'expression/trees': () => each(sourcesOf('expression/cases.json'), parse),
  'expression/field-paths': () => each(sourcesOf('expression/field-path-cases.json'), splitAccessPath),
  'expression/name-characters': () => each(['', 'a'], nameCharacters),
  'json/number-texts': () => doubles().map((double) => ({ input: bits(double), output: String(double) })),
  'json/number-literals': () => each(literals(), (literal) => bits(Number(literal))),
};

// One item to a line, so that a difference shows which case it is.
export const format = (items) => `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, compute] of Object.entries(goldens)) {
    writeFileSync(new URL(`${name}.json`, directory), format(compute()));
  }
}
