import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference } from './drawing.mjs';
import { hiddenNames, stateDifference } from './state.mjs';
import { valueDifference } from './values.mjs';
import { openView } from './vega.mjs';

const STRICT = { isPart: false, isOrdered: true };
const svg = (attributes, text = '1') => `<svg><path ${attributes}/><text>${text}</text></svg>`;

test('drawings may differ by rounding, in attributes only', () => {
  const drawn = svg('d="M1,2L-3.5e-7,4" fill="#0e10ab"');
  assert.equal(difference(drawn, svg('d="M1.0000001,2L-3.5e-7,4" fill="#0e10ab"')), undefined);
  assert.match(difference(drawn, svg('d="M1.001,2L-3.5e-7,4" fill="#0e10ab"')), /expected .*M1,2.* found .*M1\.001,2/);
  assert.match(difference(drawn, svg('d="M1,2L-3.5e-7,4" fill="#0e20ab"')), /0e20ab/);
  assert.match(difference(svg('', '1'), svg('', '1.0000000001')), /expected …1…, found …1.0000000001…/);
  assert.match(difference('<g><a/></g>', '<g></g>'), /in <g>: expected 1 elements, found 0/);
});

test('values differ by type, length, order and member', () => {
  assert.equal(valueDifference([{ a: 1, b: NaN }], [{ a: 1 + 1e-9, b: NaN, c: undefined }]), undefined);
  for (const [left, right] of [
    [1, 1.001],
    [1, '1'],
    [null, undefined],
    [Infinity, 5],
    [new Date(5), 5],
    [new Date(5), new Date(6)],
    [[1, 2], [2, 1]],
    [[1], [1, 2]],
    [[{ a: 1 }], [{ a: 1, b: 2 }]],
    [[{ a: 1, b: 2 }], [{ a: 1 }]],
  ]) {
    assert.notEqual(valueDifference(left, right), undefined, JSON.stringify([left, right]));
  }
});

test('a part may lack members, but has no others', () => {
  assert.equal(valueDifference([{ a: 1, b: 2 }], [{ a: 1 }], true), undefined);
  assert.match(valueDifference([{ a: 1 }], [{ a: 1, b: 2 }], true), /^\/0\/b: expected undefined, found 2$/);
});

test('values that contain themselves can be compared', () => {
  const [left, right] = [{ a: 1 }, { a: 1 }];
  left.self = left;
  right.self = right;
  assert.equal(valueDifference(left, right), undefined);
});

test('a value may end where the expected one begins again, and nowhere else', () => {
  const list = [{ a: 1 }, { a: 2 }];
  for (const row of list) row.list = list;
  const ending = (members) => members.map((row) => ({ ...row, list: members }));
  assert.equal(valueDifference([...list], ending([{ a: 1 }, { a: 2 }])), undefined);
  assert.match(valueDifference(list.slice(0, 1), ending([{ a: 1 }, { a: 3 }]).slice(0, 1)), /^\/0\/list\/1\/a: expected 2, found 3$/);
  assert.match(valueDifference([...list], [{ a: 1 }, { a: 2 }]), /^\/0\/list: /);
});

test('views differ by rows and signals, in groups too', async () => {
  const run = async (height, values) => {
    const groups = {
      type: 'group',
      from: { facet: { name: 'f', data: 'd', groupby: 'g' } },
      signals: [{ name: 's', update: 'length(data("f"))' }],
      marks: [{ type: 'symbol', from: { data: 'f' } }],
    };
    const view = openView({ height, data: [{ name: 'd', values }], marks: [groups] }, assert.fail);
    await view.runAsync();
    return view;
  };
  const rows = [{ g: 'a' }, { g: 'b' }];
  const whole = await run(10, rows);
  assert.equal(stateDifference(whole, await run(10, rows), STRICT), undefined);
  assert.match(stateDifference(whole, await run(11, rows), STRICT), /^signal height: expected 10, found 11$/);
  assert.match(stateDifference(whole, await run(10, [{ g: 'a' }, { g: 'c' }]), STRICT), /^data set d\/1\/g: /);
  const nested = await run(10, rows);
  nested._runtime.subcontext[1].signals.s.value = 7;
  assert.match(stateDifference(whole, nested, STRICT), /^in \/0\.1\/: signal s: expected 1, found 7$/);
});

test('names of data sets in groups are hidden', () => {
  const inner = { type: 'group', data: [{ name: 'b' }], marks: [{ type: 'group', data: [{ name: 'c' }] }] };
  assert.deepEqual([...hiddenNames({ data: [{ name: 'a' }], marks: [inner] })], ['b', 'c']);
});

test('the order of rows and of items may be left out', async () => {
  const run = async (values) => {
    const marks = [{ type: 'symbol', from: { data: 'd' }, encode: { enter: { x: { field: 'x' } } } }];
    const view = openView({ data: [{ name: 'd', values }], marks }, assert.fail);
    await view.runAsync();
    return view;
  };
  const [whole, turned, other] = await Promise.all([[1, 2, 2], [2, 1, 2], [2, 1, 1]].map((xs) => run(xs.map((x) => ({ x })))));
  const loosely = { isPart: false, isOrdered: false };
  assert.notEqual(stateDifference(whole, turned, STRICT), undefined);
  assert.equal(stateDifference(whole, turned, loosely), undefined);
  assert.match(stateDifference(whole, other, loosely), /^data set d\/x: expected 2, found 1$/);
  const [first, second, third] = await Promise.all([whole, turned, other].map((view) => view.toSVG()));
  assert.notEqual(difference(first, second), undefined);
  assert.equal(difference(first, second, false), undefined);
  assert.notEqual(difference(first, third, false), undefined);
});
