// Random expressions: Vega and the planner must accept the same ones and give them the same trees.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '../../../target/js/planner-cases.js';
import { parse } from './golden.mjs';

const EXPRESSION_TOKENS = [
  'a', 'b', 'f', 'if', 'in', 'instanceof', 'null', 'true', 'this', '$', '_x', 'é', '\\u0061', 'datum',
  '1', '.5', '0x1F', '1e3', '07', '"s"', "'if'", "'t\\u0041'", '/r/g', '/[/]/',
  '(', ')', '[', ']', '{', '}', '.', ',', ':', '?', '()', 'f(', 'a[', '{a:', 'a:1', '?:', ';', ' ', '\n',
  '+', '-', '*', '/', '%', '!', '~', '&', '|', '^', '<', '>', '=', '&&', '||', '==', '===', '!=', '!==', '<=', '>=',
  '<<', '>>', '>>>', '++', '--', '=>',
];

const PATTERN_TOKENS = [
  'a', 'b', 'z', '1', ':', '=', '!', '<', '>', ',', '-', '.', '^', '$', '|', '*', '+', '?', '{', '}', '[', '[^', ']',
  '(', ')', '(?:', '(?=', '(?!', '(?<=', '(?<n>', '{2}', '{2,}', '{3,2}', '{2,3}', '\\k<n>', '\\k', '\\d', '\\w', '\\b',
  '\\B', '\\x41', '\\u0042', '\\u{61}', '\\c', '\\cA', '\\/', '\\1', '\\07', '\\377', '\\]', '\\-', '😀',
];

// A linear congruential generator: the same expressions in every run.
let state = 7;
const below = (limit) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

const randomText = (tokens, separator) =>
  Array.from({ length: 1 + below(9) }, () => tokens[below(tokens.length)] + (below(3) === 0 ? separator : '')).join('');

const outcome = (compute) => {
  try {
    return compute();
  } catch {
    return 'rejected';
  }
};

function compare(source) {
  const expected = outcome(() => JSON.stringify(parse(source)));
  const actual = outcome(() => cases.answer('expression/trees', JSON.stringify(source)));
  assert.equal(actual, expected, `for ${JSON.stringify(source)}`);
}

test('random expressions', () => {
  for (let i = 0; i < 20_000; i++) compare(randomText(EXPRESSION_TOKENS, ' '));
});

test('random regular expressions', () => {
  for (let i = 0; i < 20_000; i++) compare(`/${randomText(PATTERN_TOKENS, '')}/${below(3) === 0 ? 'u' : ''}`);
});
