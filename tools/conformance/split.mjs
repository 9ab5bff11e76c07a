// A spec in two halves, as in the widget: planned by planner.js, evaluated by the kernel, and drawn by Vega from the
// values that the widget's own session exchanges with it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { plan } from '../../planner-teavm/target/js/planner.js';
import { DrawnChart } from '../../widget-frontend/lib/embed.js';
import { Line } from '../../widget-frontend/lib/line.js';
import { LiveChart } from '../../widget-frontend/lib/live-chart.js';
import { decodeResponse, decodeTaskGraph } from '../../widget-frontend/lib/messages.js';
import { openView, SEED } from './vega.mjs';

/**
 * The plan for a spec in the time zone of this process. Every data set that can be is evaluated by the kernel, however
 * few rows it has.
 *
 * @param options more of the planner's options
 */
export function planSpec(spec, options = {}) {
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return plan(spec, { timezone, inlineRows: 0, seed: SEED, ...options });
}

/** A drawn spec whose values come from the kernel. */
export class SplitChart {
  #kernel;
  #live;
  #view;
  #problem;
  #unanswered = 0;
  #answered;

  /** Asks the kernel, and draws when it has answered. Caller closes the chart. */
  static async open(spec, planned, kernel) {
    const chart = new SplitChart(spec, planned, kernel);
    kernel.begin();
    await chart.#live.start();
    await chart.settle();
    return chart;
  }

  constructor(spec, { clientSpec, taskGraph, communication }, kernel) {
    this.#kernel = kernel;
    const halves = { clientSpec, taskGraph: decodeTaskGraph(new Uint8Array(taskGraph)), ...communication };
    this.#live = new LiveChart(spec, halves, new Line((request) => this.#post(request)), {
      rehearse: (half) => this.#open(half),
      draw: async (half) => {
        this.#view = this.#open(half);
        await this.#view.runAsync();
        return new DrawnChart(this.#view, () => this.#view.finalize());
      },
      show: ([problem]) => {
        if (problem) this.#fail(new Error(`${problem.message} ${problem.pointer}`));
      },
      setBusy: () => {},
      setView: () => {},
    });
  }

  /** The client half as it is drawn. */
  get view() {
    return this.#view;
  }

  /**
   * Waits until neither the kernel nor the view has anything to tell the other.
   *
   * @throws what the kernel or Vega says is wrong
   */
  async settle() {
    let quietTurns = 0;
    while ((quietTurns < 2 || !this.#view) && !this.#problem) {
      await this.#answered;
      await nextTurn();
      await this.#view?.runAsync();
      quietTurns = this.#unanswered === 0 ? quietTurns + 1 : 0;
    }
    if (this.#problem) throw this.#problem;
  }

  close() {
    this.#live.close();
  }

  #post(request) {
    this.#answered = this.#ask(request);
  }

  async #ask(request) {
    this.#unanswered += 1;
    try {
      this.#live.receive(decodeResponse(await this.#kernel.ask(request)));
    } catch (error) {
      this.#fail(error);
    }
    this.#unanswered -= 1;
  }

  #open(half) {
    return openView(half, (error) => this.#fail(error));
  }

  #fail(error) {
    this.#problem ??= error;
  }
}
