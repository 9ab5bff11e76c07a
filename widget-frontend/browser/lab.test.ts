import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser, newPage, screenshot } from "./browser.js";
import { ChartOnPage } from "./chart.js";
import { type Brushes, countFlights, VegaOnly } from "./expected.js";
import {
  errorText,
  notebookOf,
  openNotebook,
  outputText,
  readNotebook,
  runAllCells,
  runCell,
  writeNotebook,
} from "./lab.js";
import { JupyterServer } from "./server.js";

/** The marks of flights.ipynb, and the stores of its brushes. */
const FIELDS = ["delay", "distance", "hour"] as const;
const ALL = ["concat_0_layer_0_marks", "concat_1_layer_0_marks", "concat_2_layer_0_marks"] as const;
const FILTERED = ["concat_0_layer_1_marks", "concat_1_layer_1_marks", "concat_2_layer_1_marks"] as const;
const STORES = ["delays_store", "distances_store", "hours_store"] as const;

let server: JupyterServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([JupyterServer.startLab(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  page = await newPage(browser);
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") {
    await page.evaluate(() => document.querySelector(".sheliak-chart")?.scrollIntoView());
    await screenshot(page, `failed-${task.name.replace(/\W+/g, "-")}`);
  }
  await page.context().close();
});

test("three million flights are counted and brushed", async () => {
  await openNotebook(page, server, "flights.ipynb");
  await runAllCells(page);
  const chart = await ChartOnPage.find(page);
  await screenshot(page, "flights");
  for (const [index, field] of FIELDS.entries()) {
    const expected = await countFlights(field, {});
    expect(await chart.bars(ALL[index] ?? "")).toEqual(expected);
    expect(await chart.bars(FILTERED[index] ?? "")).toEqual(expected);
  }

  await chart.brush(0, 0.3, 0.6);
  await chart.settled();
  await screenshot(page, "flights-brushed");
  const brushes: Brushes = { delay: await chart.extent("delays_store") };
  await expectCounts(chart, brushes);

  await chart.brush(2, 0.25, 0.5);
  await chart.settled();
  await screenshot(page, "flights-brushed-twice");
  await expectCounts(chart, { ...brushes, hour: await chart.extent("hours_store") });
});

test("the other histograms follow while the mouse moves", async () => {
  await openNotebook(page, server, "flights.ipynb");
  await runAllCells(page);
  const chart = await ChartOnPage.find(page);
  const seen = new Set<string>();
  await chart.brush(1, 0.05, 0.45, 4, async () => {
    await chart.settled();
    seen.add(JSON.stringify(await chart.bars(FILTERED[2])));
  });
  expect(seen.size).toBe(4);
  await chart.settled();
  await expectCounts(chart, { distance: await chart.extent("distances_store") });
});

test("a page that is loaded again has its chart back, and goes on", async () => {
  await openNotebook(page, server, "flights.ipynb");
  await runAllCells(page);
  await (await ChartOnPage.find(page)).brush(0, 0.3, 0.6);
  await page.keyboard.press("Control+s");
  await page.locator(".jp-mod-dirty").waitFor({ state: "detached" });
  await openNotebook(page, server, "flights.ipynb");
  const chart = await ChartOnPage.find(page);
  await expectCounts(chart, {});
  await chart.brush(1, 0.1, 0.4);
  await chart.settled();
  await expectCounts(chart, { distance: await chart.extent("distances_store") });
});

test("the same counts as Vega's own, on flights-200k.arrow", async () => {
  const notebook = readNotebook(server.notebooks, "flights.ipynb");
  const source = JSON.stringify(notebook)
    .replace('flights-3m.parquet\\");', 'flights-200k.arrow\\");')
    .replace("utchours(datum.date) + utcminutes(datum.date) / 60", "datum.time");
  writeNotebook(server.notebooks, "flights-200k.ipynb", JSON.parse(source));
  await openNotebook(page, server, "flights-200k.ipynb");
  await runAllCells(page);
  const chart = await ChartOnPage.find(page);
  const vega = new VegaOnly(specOf(JSON.parse(source)));
  for (const mark of [...ALL, ...FILTERED]) {
    expect(await chart.bars(mark)).toEqual(await vega.bars(mark));
  }
  await chart.brush(0, 0.3, 0.6);
  await chart.brush(1, 0.02, 0.3);
  await chart.settled();
  for (const store of STORES) {
    await vega.setStore(store, await chart.data(store));
  }
  for (const mark of [...ALL, ...FILTERED]) {
    expect(await chart.bars(mark)).toEqual(await vega.bars(mark));
  }
});

test("bad charts are explained in their place, and the kernel lives", async () => {
  writeNotebook(
    server.notebooks,
    "errors.ipynb",
    notebookOf(
      chartOf('{"mark": "bar", '),
      chartOf('{"mark": "no such mark"}'),
      chartOf('{"data": {"name": "nowhere"}, "mark": "bar", "encoding": {"x": {"aggregate": "count"}}}'),
      chartOf(`{
        "data": {"values": [{"a": 1}]},
        "transform": [{"calculate": "datum.a +", "as": "b"}],
        "mark": "bar", "encoding": {"x": {"field": "b"}}
      }`),
      'Table.read("missing.parquet")',
      "6 * 7",
    ),
  );
  await openNotebook(page, server, "errors.ipynb");
  for (let cell = 0; cell < 6; cell++) {
    await runCell(page, cell);
  }
  await screenshot(page, "errors");
  expect(await outputText(page, 0)).toContain("the spec is not JSON: line 2");
  expect(await errorText(page, 1)).toContain("no such mark");
  expect(await outputText(page, 2)).toContain(`the spec names the table "nowhere"`);
  expect(await errorText(page, 3)).toContain("datum.a +");
  expect(await outputText(page, 4)).toContain("missing.parquet");
  expect(await outputText(page, 5)).toContain("42");
});

test("a chart is drawn on a canvas, or as its spec says", async () => {
  const spec = '{"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a"}}}';
  const svg = JSON.stringify({ ...JSON.parse(spec), usermeta: { embedOptions: { renderer: "svg" } } });
  writeNotebook(server.notebooks, "renderers.ipynb", notebookOf(chartOf(spec), chartOf(svg)));
  await openNotebook(page, server, "renderers.ipynb");
  for (const [cell, drawing] of ["canvas", "svg.marks"].entries()) {
    await runCell(page, cell);
    expect(await (await ChartOnPage.find(page, cell)).element.locator(drawing).count()).toBe(1);
  }
});

test("a chart as wide as its cell follows the cell's width", async () => {
  const spec =
    '{"width": "container", "data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a"}}}';
  writeNotebook(server.notebooks, "filling.ipynb", notebookOf(chartOf(spec)));
  await openNotebook(page, server, "filling.ipynb");
  await runCell(page, 0);
  const chart = await ChartOnPage.find(page);
  const width = () => chart.element.locator("canvas").evaluate((drawing) => drawing.clientWidth);
  expect(await width()).toBeGreaterThan(600);
  await chart.element.evaluate((element) => {
    element.style.width = "400px";
  });
  await expect.poll(width).toBeLessThan(401);
  expect(await width()).toBeGreaterThan(300);
});

function chartOf(spec: string): string {
  return `Chart.of("""\n${spec}\n""")`;
}

async function expectCounts(chart: ChartOnPage, brushes: Brushes): Promise<void> {
  for (const [index, field] of FIELDS.entries()) {
    const { [field]: _own, ...others } = brushes;
    expect(await chart.bars(ALL[index] ?? "")).toEqual(await countFlights(field, {}));
    expect(await chart.bars(FILTERED[index] ?? "")).toEqual(await countFlights(field, others));
  }
}

/** The spec in the notebook's last cell. */
function specOf(notebook: { cells: { source: string | string[] }[] }): object {
  const source = [notebook.cells.at(-1)?.source ?? ""].flat().join("");
  return JSON.parse(source.split('"""')[1] ?? "");
}
