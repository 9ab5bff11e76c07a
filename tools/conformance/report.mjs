// What came of the specs of a folder.
import { Coverage } from './coverage.mjs';

export class FolderReport {
  #folder;
  #total;
  #coverage = new Coverage();
  #unseeded = new Coverage();
  #failures = {};
  #notDrawn = {};
  #used = { specs: 0, steps: 0 };
  #takenPart = 0;

  /** @param total how many specs the folder has */
  constructor(folder, total) {
    this.#folder = folder;
    this.#total = total;
  }

  get hasFailed() {
    return Object.keys(this.#failures).length > 0;
  }

  /** In how many specs the kernel took part. */
  get takenPart() {
    return this.#takenPart;
  }

  /**
   * @param unseeded the plan where random numbers have no seed, as in the widget: there the kernel may draw them
   * @throws when the plan and its report contradict each other
   */
  addPlan(name, planned, unseeded) {
    this.#coverage.add(name, planned);
    this.#unseeded.add(name, unseeded);
    this.#takenPart += planned.communication.serverToClient.length > 0 ? 1 : 0;
  }

  addSteps(count) {
    this.#used.specs += count > 0 ? 1 : 0;
    this.#used.steps += count;
  }

  addFailure(name, zone, failure) {
    this.#failures[name] = [...(this.#failures[name] ?? []), { zone, failure }];
  }

  addNotDrawn(name, reason) {
    this.#notDrawn[name] = reason;
  }

  toJSON() {
    const notDrawn = Object.keys(this.#notDrawn).length;
    const equal = this.#total - Object.keys(this.#failures).length - notDrawn;
    return {
      folder: this.#folder,
      specs: { equal, total: this.#total, kernelTookPart: this.#takenPart, notDrawn: this.#notDrawn },
      interactions: this.#used,
      failures: this.#failures,
      ...this.#coverage.toJSON(),
      transformsWithoutSeed: this.#unseeded.toJSON().transforms,
    };
  }

  /** The same in a few lines. */
  toString() {
    const { specs, interactions, transforms, transformsWithoutSeed, rawRows } = this.toJSON();
    return [
      `${this.#folder}:`,
      `  specs: ${specs.equal} of ${specs.total} equal, ${Object.keys(specs.notDrawn).length} cannot be drawn without a browser`,
      `  interactions: ${interactions.steps} steps of ${interactions.specs} specs`,
      `  data transforms: ${shareOf(transforms)}; without a seed ${shareOf(transformsWithoutSeed)}`,
      `  not counted, of rows that signals and triggers write: ${transforms.ofRowsWrittenInBrowser.length}`,
      `  specs with data sets that ship raw rows: ${Object.keys(rawRows).length}`,
    ].join('\n');
  }
}

function shareOf({ onKernel, total, share }) {
  return `${onKernel} of ${total} on the kernel (${(100 * share).toFixed(1)} %)`;
}
