import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { JupyterServer } from "./server.js";

interface Notebook {
  cells: { cell_type: string; source: string | string[]; [key: string]: unknown }[];
}

export function readNotebook(folder: string, name: string): Notebook {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

export function writeNotebook(folder: string, name: string, notebook: Notebook): void {
  writeFileSync(join(folder, name), JSON.stringify(notebook));
}

/** A notebook of code cells for Sheliak's kernel. */
export function notebookOf(...sources: string[]): Notebook {
  const cells = sources.map((source, index) => ({
    id: `cell-${index}`,
    cell_type: "code",
    execution_count: null,
    metadata: {},
    outputs: [],
    source,
  }));
  const kernelspec = { name: "sheliak", display_name: "Java (Sheliak)", language: "java" };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 } as Notebook;
}

/** Opens a notebook in JupyterLab and waits for its kernel. */
export async function openNotebook(page: Page, server: JupyterServer, name: string): Promise<void> {
  await page.goto(server.labPage(name));
  await page.locator(".jp-Notebook").waitFor({ timeout: 60_000 });
  await page.getByText("Java (Sheliak) | Idle").waitFor({ timeout: 60_000 });
}

export async function runAllCells(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByRole("menuitem", { name: "Run All Cells", exact: true }).click();
}

/** Runs one cell and waits until it has ended. */
export async function runCell(page: Page, cell: number): Promise<void> {
  const element = page.locator(".jp-CodeCell").nth(cell);
  await element.locator(".jp-InputArea-editor").click();
  await page.keyboard.press("Shift+Enter");
  await element.locator(".jp-InputPrompt", { hasText: /\[\d+\]/ }).waitFor();
}

/** The text of a cell's outputs. */
export async function outputText(page: Page, cell: number): Promise<string> {
  const outputs = page.locator(".jp-CodeCell").nth(cell).locator(".jp-OutputArea-output");
  await outputs.first().waitFor();
  return (await outputs.allTextContents()).join("\n");
}

/** The text of the error that stands in the place of a cell's chart. */
export async function errorText(page: Page, cell: number): Promise<string> {
  return (await page.locator(".jp-CodeCell").nth(cell).locator(".sheliak-error").first().textContent()) ?? "";
}
