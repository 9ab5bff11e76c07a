// Counts where the data transforms of specs run, by what the planner reports.
import { objects } from './specs.mjs';

/** The transforms that the kernel is to run. */
const OF_KERNEL = new Set(
  `aggregate bin collect contour countpattern cross crossfilter density dotbin extent filter flatten fold formula geojson
  geopoint heatmap identifier impute isocontour joinaggregate kde kde2d loess lookup nest pack partition pie pivot project
  quantile regression resolvefilter sample sequence stack stratify timeunit tree treemap window`.split(/\s+/),
);
/** Layouts that need text to be measured, or the page. */
const OF_BROWSER = new Set('force geopath geoshape label linkpath voronoi wordcloud'.split(' '));

/** What the planner says of rows that signals and triggers write, as those of a selection's store: no kernel ever has them. */
const WRITTEN_IN_BROWSER = 'The browser sets it.';

/** What was counted of many specs. */
export class Coverage {
  #onKernel = 0;
  #inBrowser = [];
  #ofWrittenRows = [];
  #layouts = {};
  #others = {};
  #rawRows = {};

  /**
   * Counts a spec.
   *
   * @throws when the client spec has more transforms of a type than the report says
   */
  add(name, { report, clientSpec }) {
    const transforms = report.items.filter(({ kind }) => kind === 'transform');
    checkReport(transforms, report.added, clientSpec);
    for (const item of transforms) this.#count(name, item);
    const loaded = dataSets(clientSpec).flatMap(({ name, url }) => (url === undefined ? [] : [name]));
    if (report.rawRows.length + loaded.length > 0) {
      this.#rawRows[name] = { fromKernel: report.rawRows, loadedByBrowser: loaded };
    }
  }

  toJSON() {
    const total = this.#onKernel + this.#inBrowser.length;
    return {
      transforms: {
        onKernel: this.#onKernel,
        total,
        share: total === 0 ? 1 : this.#onKernel / total,
        layoutsOfBrowser: this.#layouts,
        ofRowsWrittenInBrowser: this.#ofWrittenRows,
        notCounted: this.#others,
        inBrowser: this.#inBrowser,
      },
      rawRows: this.#rawRows,
    };
  }

  #count(spec, { name: type, pointer, place, cause, reason }) {
    if (!OF_KERNEL.has(type)) {
      const counts = OF_BROWSER.has(type) ? this.#layouts : this.#others;
      counts[type] = (counts[type] ?? 0) + 1;
    } else if (place === 'server') {
      this.#onKernel += 1;
    } else if (reason === WRITTEN_IN_BROWSER) {
      this.#ofWrittenRows.push({ spec, pointer, type });
    } else {
      this.#inBrowser.push({ spec, pointer, type, cause, reason });
    }
  }
}

/** The data sets of a spec and of the groups in it; a spec may be wrong in all places. */
function dataSets(scope) {
  return [...objects(scope.data), ...objects(scope.marks).flatMap(dataSets)];
}

/** A transform that the kernel runs has left the client spec, which has no others but those that the report says were added. */
function checkReport(items, added, clientSpec) {
  const staying = items.filter(({ place }) => place !== 'server').map(({ name }) => name);
  const reported = countTypes([...staying, ...added.map(({ type }) => type)]);
  const left = countTypes(dataSets(clientSpec).flatMap(({ transform }) => objects(transform).map(({ type }) => String(type).toLowerCase())));
  for (const [type, count] of Object.entries(left)) {
    if (count > (reported[type] ?? 0)) {
      throw new Error(`the client spec has ${count} ${type}, but the report says ${reported[type] ?? 0}`);
    }
  }
}

function countTypes(types) {
  const counts = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
