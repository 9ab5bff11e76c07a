import { expect, test } from "vitest";
import { launchBrowser, newPage, screenshot } from "./browser.js";
import { JupyterServer } from "./server.js";

test("a Java that is too old is said when the kernel is started", async () => {
  const server = await JupyterServer.startLab("import sheliak.java; sheliak.java.REQUIRED_VERSION = 99");
  const browser = await launchBrowser();
  try {
    const page = await newPage(browser);
    await page.goto(server.labPage("flights.ipynb"));
    const dialog = page.locator(".jp-Dialog");
    await dialog.waitFor();
    await screenshot(page, "java-missing");
    expect(await dialog.textContent()).toContain("Sheliak's kernel needs a JDK 99 or newer");
  } finally {
    await browser.close();
    await server.stop();
  }
});
