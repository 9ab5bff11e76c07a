// Compares a spec drawn in two halves with the whole, drawn by Vega alone.
import { difference } from './drawing.mjs';
import { objects } from './specs.mjs';
import { planSpec, SplitChart } from './split.mjs';
import { hiddenNames, stateDifference } from './state.mjs';
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
  let whole = await openWhole(spec);
  try {
    for (const { planned, isPart } of plans) {
      if (whole.isUsed) {
        whole.view.finalize();
        whole = await openWhole(spec);
      }
      const found = await checkPlan(spec, planned, kernel, isPart, steps, whole);
      if (found) return isPart ? found : `with all kept: ${found}`;
    }
    return undefined;
  } finally {
    whole.view.finalize();
  }
}

async function checkPlan(spec, planned, kernel, isPart, steps, whole) {
  let chart;
  let where = '';
  const hidden = hiddenNames(spec);
  try {
    chart = await SplitChart.open(spec, planned, kernel);
    let found = await compareViews(whole, chart.view, { isPart, isOrdered: true, hidden });
    const users = [new User(whole.view), new User(chart.view)];
    for (let i = 0; i < steps.length && !found; i++) {
      where = `after step ${i}: `;
      whole.isUsed = true;
      await perform(steps[i], users);
      if (!whole.problem) await chart.settle();
      const before = whole.drawn;
      whole.drawn = await drawing(whole.view);
      if (whole.problem) return `${where}Vega alone says: ${whole.problem.message}`;
      if (before === whole.drawn) return `${where}the drawing is as before`;
      found = await compareViews(whole, chart.view, { isPart, isOrdered: false, hidden });
    }
    return found && where + found;
  } catch (error) {
    return where + error.message;
  } finally {
    chart?.close();
  }
}

/**
 * Vega changes its data sets in place, so after the first drawing the order of rows tells what was there before: a row
 * that a filter lets pass again comes last. The kernel's rows are always in the order in which they would come first.
 */
async function compareViews(whole, half, how) {
  return difference(whole.drawn, await drawing(half), how.isOrdered) ?? stateDifference(whole.view, half, how);
}

/** Both see the same random numbers and the same time. */
async function perform(step, [first, second]) {
  const start = advance();
  await first.perform(step);
  advance(start - advance());
  await second.perform(step);
}

/** The spec drawn by Vega alone: the view, what it draws, what is wrong, and whether a user has worked with it. */
async function openWhole(spec) {
  const whole = { view: undefined, drawn: '', problem: undefined, isUsed: false };
  try {
    whole.view = openView(spec, (error) => {
      whole.problem ??= error;
    });
    await whole.view.runAsync();
    if (whole.problem) throw whole.problem;
    whole.drawn = await drawing(whole.view);
    return whole;
  } catch (error) {
    whole.view?.finalize();
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
