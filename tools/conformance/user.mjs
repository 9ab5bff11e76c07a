// A user of a view: sets inputs, and points, clicks, drags and types, as the steps of `interactions.json` say.
import { advance, tick } from './vega.mjs';

/** So much time passes between two steps. */
const STEP_MILLIS = 1000;
/** A drag is told in so many moves, if not in others. */
const MOVES = 3;

export class User {
  #view;
  #item;
  #point = [0, 0];

  constructor(view) {
    this.#view = view;
  }

  /**
   * Does one step, and waits until the view has run.
   *
   * A step is one of `{"set": {signal: value}}`, `{"over": place}`, `{"click": place}`, `{"dblclick": place}`,
   * `{"drag": place, "by": [x, y], "moves": count}`, `{"wheel": place, "by": y}`, `{"key": name}` and `{"tick": times}`. A place is
   * `{"mark": name, "item": index, "at": [x, y]}`, the last as parts of its width and height; items are counted from left
   * to right, and without a name it is the whole view. `"with"` has more members of the events, such as `{"shiftKey": true}`.
   *
   * @throws when there is no such place
   */
  async perform({ set, over, click, dblclick, drag, wheel, key, tick: ticks, by, moves, with: more }) {
    if (set) await this.#set(set);
    if (over) await this.#moveTo(over, more);
    if (click) await this.#click(click, more);
    if (dblclick) {
      await this.#click(dblclick, more);
      await this.#tell('dblclick', more);
    }
    if (drag) await this.#drag(drag, by, moves, more);
    if (wheel) {
      await this.#moveTo(wheel, more);
      await this.#tell('wheel', { deltaX: 0, deltaY: by, deltaMode: 0, ...more });
    }
    if (key) {
      this.#view.page.tell(event('keydown', { key, ...more }));
      await this.#view.runAsync();
    }
    for (let i = 0; i < (ticks ?? 0); i++) {
      advance(STEP_MILLIS);
      tick(this.#view, (i + 1) * STEP_MILLIS);
      await this.#view.runAsync();
    }
  }

  async #set(signals) {
    for (const [name, value] of Object.entries(signals)) this.#view.signal(name, value);
    await this.#view.runAsync();
  }

  async #moveTo(place, more) {
    const item = itemAt(this.#view, place);
    const [x, y] = corner(item);
    const { width, height } = size(item);
    const [right, down] = place.at ?? [0.5, 0.5];
    const isNew = item !== this.#item;
    if (isNew && this.#item) {
      await this.#tell('pointerout', more);
      await this.#tell('mouseout', more);
    }
    this.#item = item;
    this.#point = [x + right * width, y + down * height];
    if (isNew) {
      await this.#tell('pointerover', more);
      await this.#tell('mouseover', more);
    }
    await this.#tell('pointermove', more);
  }

  async #click(place, more) {
    await this.#moveTo(place, more);
    for (const type of ['pointerdown', 'pointerup', 'click']) await this.#tell(type, more);
  }

  async #drag(place, [right, down], moves = MOVES, more) {
    await this.#moveTo(place, more);
    await this.#tell('pointerdown', more);
    for (let i = 0; i < moves; i++) {
      this.#point = [this.#point[0] + right / moves, this.#point[1] + down / moves];
      await this.#tell('pointermove', { buttons: 1, ...more });
    }
    await this.#tell('pointerup', more);
  }

  /** Tells the view of an event where the pointer is, and then the window, as in a page. */
  async #tell(type, more) {
    const [left, top] = this.#view.told.origin();
    const told = () => event(type, { clientX: this.#point[0] + left, clientY: this.#point[1] + top, ...more });
    this.#view.told.tell(told(), this.#item);
    this.#view.page.tell(told());
    await this.#view.runAsync();
  }
}

function event(type, more) {
  const ignore = () => {};
  return { type, button: 0, buttons: 0, preventDefault: ignore, stopPropagation: ignore, ...more };
}

function itemAt(view, { mark, item = 0 }) {
  const root = view.scenegraph().root.items[0];
  const found = mark === undefined ? root : itemsAt(root, mark)[item];
  if (!found) throw new Error(`there is no item ${item} of ${mark} to point at`);
  return found;
}

/** The items of the marks of a name, from left to right and from top to bottom. */
function itemsAt(root, name) {
  const rounded = (item) => corner(item).map((coordinate) => Math.round(coordinate));
  const placed = itemsOf(root, name).map((item) => ({ item, corner: rounded(item) }));
  placed.sort((left, right) => left.corner[0] - right.corner[0] || left.corner[1] - right.corner[1]);
  return placed.map(({ item }) => item);
}

function itemsOf(group, name) {
  return group.items.flatMap((mark) => [
    ...(mark.name === name ? mark.items : []),
    ...(mark.marktype === 'group' ? mark.items.flatMap((item) => itemsOf(item, name)) : []),
  ]);
}

/** Where the upper left corner of an item is in the view. */
function corner(item) {
  const isGroup = item.mark.marktype === 'group';
  let [x, y] = isGroup ? [item.x ?? 0, item.y ?? 0] : [item.bounds.x1, item.bounds.y1];
  for (let group = item.mark.group; group; group = group.mark?.group) {
    x += group.x ?? 0;
    y += group.y ?? 0;
  }
  return [x, y];
}

function size({ mark, width, height, bounds }) {
  return mark.marktype === 'group' ? { width, height } : { width: bounds.width(), height: bounds.height() };
}
