import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { launchBrowser, newPage, screenshot } from "./browser.js";
import { ChartOnPage } from "./chart.js";
import { notebookOf, openNotebook, runAllCells, writeNotebook } from "./lab.js";
import { type Noted, noteDrawing, noteMessages, takeNoted } from "./loop.js";
import { JupyterServer, ROOT } from "./server.js";

/** A file below `.data`. */
const TABLE = process.env.SHELIAK_TABLE ?? "bench/taxi-1000000.parquet";

const STEPS = 50;

/** The subplots of bench/specs/taxi.vl.json, by what their brushes filter. */
const BRUSHES = ["distance", "pickup", "day and hour"];

/** All subplots fit in. */
const VIEWPORT = { width: 1920, height: 1080 };

/** The stages of a step in their order, each with what is noted at its end. */
const STAGES = [
  ["sent", "Vega sets the brush, the request is made"],
  ["drawn", "Vega draws the brush, while the kernel works"],
  ["received", "the answer is waited for"],
  ["given", "JupyterLab hands the answer on, the first output is decoded"],
  ["run", "the other output is decoded"],
  ["render", "Vega takes the rows"],
  ["drawn", "Vega draws them"],
  ["shown", "the next frame"],
] as const;

test("a step of each brush of the taxi dashboard, from the pointer to the picture", {
  timeout: 900_000,
}, async () => {
  const [server, browser] = await Promise.all([JupyterServer.startLab(), launchBrowser()]);
  try {
    const page = await newPage(browser);
    await page.setViewportSize(VIEWPORT);
    await page.addInitScript(noteMessages);
    const spec = readFileSync(join(ROOT, "bench/specs/taxi.vl.json"), "utf8");
    const cell = `Chart.of("""\n${spec}\n""").data("taxi", Table.read("../.data/${TABLE}"))`;
    writeNotebook(server.notebooks, "taxi.ipynb", notebookOf(cell));
    await openNotebook(page, server, "taxi.ipynb");
    await runAllCells(page);
    const chart = await ChartOnPage.find(page);
    await chart.element.evaluate(noteDrawing);
    for (const [subplot, brush] of BRUSHES.entries()) {
      // The first steps build an index, and warm up the kernel and the page.
      await drag(page, chart, subplot, 0.2);
      report(brush, await drag(page, chart, subplot, 0.1));
    }
    await screenshot(page, "taxi-brushed");
  } finally {
    await browser.close();
    await server.stop();
  }
});

/** Drags a brush, and waits for the picture of each step before the next; gives what was noted in each. */
async function drag(page: Page, chart: ChartOnPage, subplot: number, from: number): Promise<Noted[][]> {
  const steps: Noted[][] = [];
  await chart.brush(subplot, from, 0.9, STEPS, async () => {
    await chart.settled();
    steps.push(await page.evaluate(takeNoted));
  });
  return steps;
}

function report(brush: string, steps: readonly Noted[][]): void {
  // A brush of days and hours does not change with each move of the mouse.
  const answered = steps.map(stagesOf).filter((step) => step.length === STAGES.length);
  expect(answered, `steps of the ${brush} brush that were answered and drawn`).not.toHaveLength(0);
  const bytes = median(steps.flat().flatMap(({ bytes }) => (bytes > 0 ? [bytes] : [])));
  console.log(`${brush}: ${answered.length} steps, ${bytes} bytes to the browser`);
  for (const [place, [, what]] of STAGES.entries()) {
    console.log(
      `${median(answered.map((step) => step[place] ?? Number.NaN))
        .toFixed(1)
        .padStart(8)} ms  ${what}`,
    );
  }
}

/** The milliseconds of each stage; fewer where a step changed nothing. */
function stagesOf(noted: readonly Noted[]): number[] {
  const millis: number[] = [];
  let place = noted.findLastIndex(({ name }) => name === "moved");
  for (const [end] of STAGES) {
    const next = noted.findIndex(({ name }, index) => index > place && name === end);
    if (place < 0 || next < 0) {
      break;
    }
    millis.push((noted[next]?.at ?? 0) - (noted[place]?.at ?? 0));
    place = next;
  }
  return millis;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
