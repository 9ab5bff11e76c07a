// The module that ships, through its exports.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseExpression } from '../../../target/js/planner.js';

test('parseExpression gives plain objects', () => {
  assert.deepEqual(parseExpression("datum['__proto__'] > 1e21"), {
    type: 'BinaryExpression',
    operator: '>',
    left: {
      type: 'MemberExpression',
      object: { type: 'Identifier', name: 'datum' },
      property: { type: 'Identifier', name: '__proto__' },
      computed: true,
    },
    right: { type: 'Literal', value: 1e21 },
  });
});

test('errors tell code, place and message', () => {
  assert.throws(() => parseExpression('a +'), {
    name: 'SheliakError',
    code: 'EXPRESSION_SYNTAX',
    message: 'the expression ends, expected a value',
    pointer: '',
    offset: 3,
  });
});
