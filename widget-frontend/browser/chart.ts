import type { Locator, Page } from "playwright-core";

/** Bars of one mark: count by the start of the bin. */
export type Bars = Record<string, number>;

interface SceneItem {
  readonly datum?: Record<string, unknown>;
  readonly items?: readonly SceneItem[];
  readonly name?: string;
}

interface DrawnElement extends HTMLElement {
  readonly sheliakView?: {
    scenegraph(): { readonly root: SceneItem };
    data(name: string): readonly Record<string, unknown>[];
  };
}

/** A chart in a page. */
export class ChartOnPage {
  readonly element: Locator;
  readonly #page: Page;

  private constructor(page: Page, element: Locator) {
    this.#page = page;
    this.element = element;
  }

  /**
   * Waits until the page's nth chart is drawn.
   *
   * @throws with the text of what stands in its place, when that is an error
   */
  static async find(page: Page, index = 0): Promise<ChartOnPage> {
    const element = page.locator(".sheliak-chart").nth(index);
    const error = element.locator(".sheliak-error");
    await element.locator("canvas, svg.marks").or(error).first().waitFor({ timeout: 120_000 });
    if ((await error.count()) > 0) {
      throw new Error(`The chart was not drawn: ${(await error.allTextContents()).join("\n")}`);
    }
    await element.evaluate(async (drawn: DrawnElement) => {
      while (drawn.sheliakView === undefined) {
        await new Promise((done) => setTimeout(done, 20));
      }
    });
    await element.scrollIntoViewIfNeeded();
    return new ChartOnPage(page, element);
  }

  /** The counts behind the bars of a mark, by the start of the bin, which is a field that begins with `bin_`. */
  async bars(mark: string): Promise<Bars> {
    return await this.element.evaluate((drawn: DrawnElement, mark) => {
      const find = (item: SceneItem): SceneItem | undefined =>
        item.name === mark ? item : item.items?.map(find).find((found) => found !== undefined);
      const root = drawn.sheliakView?.scenegraph().root;
      const items = (root && find(root))?.items ?? [];
      return Object.fromEntries(
        items.map(({ datum = {} }) => {
          const bin = Object.keys(datum).find((name) => name.startsWith("bin_")) ?? "";
          return [String(datum[bin]), Number(datum.__count)];
        }),
      );
    }, mark);
  }

  /** The rows of a data set at the top level. */
  async data(name: string): Promise<readonly Record<string, unknown>[]> {
    return await this.element.evaluate(
      (drawn: DrawnElement, name) => JSON.parse(JSON.stringify(drawn.sheliakView?.data(name) ?? [])),
      name,
    );
  }

  /** The extent of a brush, from the store of its selection. */
  async extent(store: string): Promise<[number, number]> {
    const [row] = await this.data(store);
    const [[low, high] = []] = (row?.values ?? []) as number[][];
    if (low === undefined || high === undefined) {
      throw new Error(`${store} holds no interval: ${JSON.stringify(row)}`);
    }
    return [Math.min(low, high), Math.max(low, high)];
  }

  /**
   * Drags a brush with the mouse over a part of the nth subplot.
   *
   * @param from where the drag begins, as a part of the subplot's width and height, 0 to 1
   * @param onStep called after each step of the way, while the button is down
   */
  async brush(subplot: number, from: number, to: number, steps = 12, onStep = async () => {}) {
    const { x, y, width, height } = await this.#subplot(subplot);
    const move = (part: number) => this.#page.mouse.move(x + part * width, y + part * height);
    await move(from);
    await this.#page.mouse.down();
    for (let step = 1; step <= steps; step++) {
      await move(from + ((to - from) * step) / steps);
      await onStep();
    }
    await this.#page.mouse.up();
  }

  /** Waits until the kernel owes the chart nothing. */
  async settled(): Promise<void> {
    const isBusy = () => this.element.locator(".sheliak-busy").count();
    for (let quiet = 0; quiet < 5; ) {
      quiet = (await isBusy()) === 0 ? quiet + 1 : 0;
      await this.#page.waitForTimeout(60);
    }
  }

  /** Where the nth subplot is on the page, in pixels. */
  async #subplot(index: number) {
    const canvas = await this.element.locator("canvas, svg.marks").first().boundingBox();
    const bounds = await this.element.evaluate((drawn: DrawnElement, index) => {
      interface Group extends SceneItem {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      }
      const view = drawn.sheliakView as unknown as { scenegraph(): { root: SceneItem }; origin(): number[] };
      const root = view.scenegraph().root.items?.[0];
      const group = root?.items?.filter((mark) => mark.name?.endsWith("_group"))[index]?.items?.[0] as Group;
      const [left = 0, top = 0] = view.origin();
      return { x: group.x + left, y: group.y + top, width: group.width, height: group.height };
    }, index);
    return { ...bounds, x: bounds.x + (canvas?.x ?? 0), y: bounds.y + (canvas?.y ?? 0) };
  }
}
