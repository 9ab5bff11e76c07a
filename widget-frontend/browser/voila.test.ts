import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, newPage, screenshot } from "./browser.js";
import { ChartOnPage } from "./chart.js";
import { countFlights } from "./expected.js";
import { JupyterServer } from "./server.js";

let server: JupyterServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([JupyterServer.startVoila("flights.ipynb"), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("the dashboard draws in Voila, and a brush filters", async () => {
  const page = await newPage(browser);
  await page.goto(server.address);
  const chart = await ChartOnPage.find(page);
  expect(await chart.bars("concat_1_layer_1_marks")).toEqual(await countFlights("distance", {}));
  await chart.brush(0, 0.3, 0.6);
  await chart.settled();
  await screenshot(page, "voila-brushed");
  const delay = await chart.extent("delays_store");
  expect(await chart.bars("concat_1_layer_1_marks")).toEqual(await countFlights("distance", { delay }));
});
