// Compares a spec drawn in two halves with the whole, drawn by Vega alone.
import { difference } from './drawing.mjs';
import { objects } from './specs.mjs';
import { planSpec, SplitChart } from './split.mjs';
import { stateDifference } from './state.mjs';
import { drawing, openView } from './vega.mjs';

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
 * Where the two halves differ from the whole, as text for a person, or undefined.
 *
 * @throws CannotBeDrawn
 */
export async function check(spec, plans, kernel) {
  const whole = await openWhole(spec);
  try {
    const expected = await drawing(whole);
    for (const { planned, isPart } of plans) {
      const found = await checkPlan(spec, planned, kernel, { whole, expected, isPart });
      if (found) return isPart ? found : `with all kept: ${found}`;
    }
    return undefined;
  } finally {
    whole.finalize();
  }
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

async function checkPlan(spec, planned, kernel, { whole, expected, isPart }) {
  let chart;
  try {
    chart = await SplitChart.open(spec, planned, kernel);
    return difference(expected, await drawing(chart.view)) ?? stateDifference(whole, chart.view, isPart);
  } catch (error) {
    return error.message;
  } finally {
    chart?.close();
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
