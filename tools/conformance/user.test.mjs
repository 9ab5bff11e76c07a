import assert from 'node:assert/strict';
import { test } from 'node:test';
import { User } from './user.mjs';
import { openView } from './vega.mjs';

const on = (name, events, update, value = 0) => ({ name, value, on: [{ events, update }] });

const SPEC = {
  width: 100,
  height: 50,
  padding: 5,
  signals: [
    { name: 'input', value: 1 },
    on('clicked', '@dots:click', 'datum.x'),
    on('isShifted', 'click', 'event.shiftKey', false),
    on('entered', '@dots:pointerover', 'entered + 1'),
    on('left', '@dots:pointerout', 'left + 1'),
    on('dragged', '[view:pointerdown, window:pointerup] > window:pointermove', 'xy()', []),
    on('turned', 'wheel', 'event.deltaY'),
    on('typed', 'window:keydown', 'event.key', ''),
    on('ticks', 'timer{100}', 'ticks + 1'),
  ],
  data: [{ name: 'd', values: [{ x: 70 }, { x: 20 }] }],
  marks: [
    {
      type: 'symbol',
      name: 'dots',
      from: { data: 'd' },
      encode: { enter: { x: { field: 'x' }, y: { value: 10 }, size: { value: 100 } } },
    },
  ],
};

async function after(...steps) {
  const view = openView(SPEC, assert.fail);
  await view.runAsync();
  const user = new User(view);
  for (const step of steps) await user.perform(step);
  return (name) => view.signal(name);
}

test('items are counted from left to right', async () => {
  assert.equal((await after({ click: { mark: 'dots' } }))('clicked'), 20);
  assert.equal((await after({ click: { mark: 'dots', item: 1 } }))('clicked'), 70);
  await assert.rejects(after({ click: { mark: 'dots', item: 2 } }), /there is no item 2 of dots/);
});

test('the pointer enters what it moves to, and leaves what it was at', async () => {
  const signal = await after({ over: { mark: 'dots' } }, { over: { mark: 'dots' } }, { over: {} });
  assert.deepEqual([signal('entered'), signal('left')], [1, 1]);
});

test('a drag ends where it was said to', async () => {
  const signal = await after({ drag: { at: [0.5, 0.5] }, by: [30, -10] });
  assert.deepEqual(signal('dragged').map(Math.round), [80, 15]);
});

test('inputs, wheel, keys, timers and members of events reach the view', async () => {
  const signal = await after(
    { set: { input: 2 } },
    { wheel: {}, by: -60 },
    { key: 'Enter', tick: 3 },
    { click: {}, with: { shiftKey: true } },
  );
  const found = ['input', 'turned', 'typed', 'ticks', 'isShifted'].map(signal);
  assert.deepEqual(found, [2, -60, 'Enter', 3, true]);
});
