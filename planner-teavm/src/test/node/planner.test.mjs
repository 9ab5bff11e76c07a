// The module that ships, through its exports.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseExpression, plan } from '../../../target/js/planner.js';

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

const options = { timezone: 'Europe/Berlin', tables: ['flights'] };

test('plan gives specs as plain objects and leaves its arguments alone', () => {
  const spec = { width: 200, usermeta: { nothing: null, numbers: [0.1, -1, 1e21], __proto__x: '√' }, marks: [] };
  const before = structuredClone(spec);
  const { clientSpec, taskGraph, communication, report } = plan(spec, options);
  assert.deepEqual(clientSpec, before);
  assert.deepEqual(spec, before);
  assert.deepEqual(communication, { serverToClient: [], clientToServer: [] });
  assert.deepEqual(report.items, []);
  assert.ok(taskGraph instanceof Int8Array);
});

test('plan takes values as JSON.stringify does', () => {
  const spec = { usermeta: { missing: undefined, call: () => 1, list: [undefined, () => 1, null] }, marks: [] };
  assert.deepEqual(plan(spec, options).clientSpec, { usermeta: { list: [null, null, null] }, marks: [] });
  const own = JSON.parse('{"usermeta": {"__proto__": {"polluted": 1}}}');
  assert.deepEqual(Object.keys(plan(own, options).clientSpec.usermeta), ['__proto__']);
});

test('plan rejects what is no spec', () => {
  const circular = {};
  circular.self = circular;
  assert.throws(() => plan(circular, options), { name: 'SheliakError', code: 'SPEC_INVALID' });
  assert.throws(() => plan([], options), { name: 'SheliakError', code: 'SPEC_INVALID' });
  assert.throws(() => plan(null, options), { name: 'SheliakError', code: 'SPEC_INVALID' });
  assert.throws(() => plan({}, {}), { name: 'SheliakError', code: 'SPEC_INVALID' });
});
