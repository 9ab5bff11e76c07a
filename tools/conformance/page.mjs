// What a view meets in a page: a renderer that shows nothing, a handler that is told of events, and a window.
import * as vega from '../../widget-frontend/node_modules/vega/build/vega.module.js';

/** The type of renderer that views in a page here have. */
export const RENDERER = 'told';

class Listeners {
  #byType = new Map();

  add(type, listener) {
    this.#byType.set(type, [...(this.#byType.get(type) ?? []), listener]);
  }

  remove(type, listener) {
    this.#byType.set(type, (this.#byType.get(type) ?? []).filter((other) => other !== listener));
  }

  tell(type, ...what) {
    for (const listener of this.#byType.get(type) ?? []) listener(...what);
  }
}

/** Events find their coordinates from this element, which stands in the corner of the page. */
const ELEMENT = { getBoundingClientRect: () => ({ left: 0, top: 0 }) };

class ToldRenderer extends vega.Renderer {
  canvas() {
    return ELEMENT;
  }
}

class ToldHandler extends vega.Handler {
  #listeners = new Listeners();

  initialize(element, origin, view) {
    view.told = this;
    return super.initialize(element, origin, view);
  }

  handlers() {
    return [];
  }

  on(type, listener) {
    this.#listeners.add(type, listener);
    return this;
  }

  off(type, listener) {
    this.#listeners.remove(type, listener);
    return this;
  }

  /** Tells the view's listeners of an event at a point of the drawing. */
  tell(event, item) {
    this.#listeners.tell(event.type, event, item);
  }
}

vega.renderModule(RENDERER, { handler: ToldHandler, headless: ToldRenderer });

/** The window of one view; views find theirs as they are made. */
export class Page {
  #listeners = new Listeners();

  addEventListener(type, listener) {
    this.#listeners.add(type, listener);
  }

  removeEventListener(type, listener) {
    this.#listeners.remove(type, listener);
  }

  tell(event) {
    this.#listeners.tell(event.type, event);
  }
}
