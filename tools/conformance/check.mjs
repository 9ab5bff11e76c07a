// Compares a spec drawn in two halves with the whole, drawn by Vega alone.
import { difference } from './drawing.mjs';
import { objects } from './specs.mjs';
import { planSpec, SplitChart } from './split.mjs';
import { stateDifference } from './state.mjs';
import { User } from './user.mjs';
import { advance, drawing, openView } from './vega.mjs';

/** Vega alone cannot draw a spec here. */
export class CannotBeDrawn extends Error {}

/**
 * Plans a spec as the widget does and, where asked for, with all data sets and signals kept in the browser's reach.
 *
 * @returns the plans, each with whether its client half may lack values that nothing draws
 */
export function plansOf(spec, isKept) {
  const plans = [{ planned: planSpec(spec), isPart: true }];
  if (isKept) plans.push({ planned: planSpec(spec, { keep: variables(spec) }), isPart: false });
  return plans;
}

/**
 * Where the two halves differ from the whole, as text for a person, or undefined: as they are drawn first, and after
 * each step of a user.
 *
 * @param steps see `user.mjs`
 * @throws CannotBeDrawn
 */
export async function check(spec, plans, kernel, steps = []) {
  for (const { planned, isPart } of plans) {
    const found = await checkPlan(spec, planned, kernel, isPart, steps);
    if (found) return isPart ? found : `with all kept: ${found}`;
  }
  return undefined;
}

async function checkPlan(spec, planned, kernel, isPart, steps) {
  const whole = await openWhole(spec);
  let chart;
  let where = '';
  try {
    chart = await SplitChart.open(spec, planned, kernel);
    let found = await compareViews(whole, chart.view, { isPart, isOrdered: true });
    const users = [new User(whole), new User(chart.view)];
    for (let i = 0; i < steps.length && !found; i++) {
      where = `after step ${i}: `;
      const before = await drawing(whole);
      await perform(steps[i], users);
      await chart.settle();
      if (before === (await drawing(whole))) return `${where}the drawing is as before`;
      found = await compareViews(whole, chart.view, { isPart, isOrdered: false });
    }
    return found && where + found;
  } catch (error) {
    return where + error.message;
  } finally {
    chart?.close();
    whole.finalize();
  }
}

/**
 * Vega changes its data sets in place, so after the first drawing the order of rows tells what was there before: a row
 * that a filter lets pass again comes last. The kernel's rows are always in the order in which they would come first.
 */
async function compareViews(whole, half, how) {
  return difference(await drawing(whole), await drawing(half), how.isOrdered) ?? stateDifference(whole, half, how);
}

/** Both see the same random numbers and the same time. */
async function perform(step, [first, second]) {
  const start = advance();
  await first.perform(step);
  advance(start - advance());
  await second.perform(step);
}

async function openWhole(spec) {
  try {
    let problem;
    const view = openView(spec, (error) => {
      problem ??= error;
    });
    await view.runAsync();
    if (problem) throw problem;
    await drawing(view);
    return view;
  } catch (error) {
    throw new CannotBeDrawn(error.message);
  }
}

/** The data sets and signals at the top level of a spec. */
function variables(spec) {
  const [data, signals] = [objects(spec.data), objects(spec.signals)];
  const set = data.flatMap(({ transform }) => objects(transform).flatMap(({ signal }) => signal ?? []));
  return [
    ...data.map(({ name }) => ({ namespace: 'data', name })),
    ...[...signals.map(({ name }) => name), ...set].map((name) => ({ namespace: 'signal', name })),
  ];
}
