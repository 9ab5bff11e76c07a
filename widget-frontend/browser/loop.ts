/** Something that happened in the page. */
export interface Noted {
  readonly name: string;
  /** In milliseconds, from when the page was opened. */
  readonly at: number;
  /** Of a message from the kernel. */
  readonly bytes: number;
}

interface NotingWindow extends Window {
  readonly noted: Noted[];
  note(name: string, at?: number, bytes?: number): void;
}

/** Runs in a page before its scripts do: from then on pointers, and messages of widgets, are noted. */
export function noteMessages(): void {
  const HEAD_BYTES = 2000;
  const noted: Noted[] = [];
  const note = (name: string, at = performance.now(), bytes = 0) => noted.push({ name, at, bytes });
  Object.assign(window, { noted, note });
  // The first of its headers is a message's own.
  const isOfWidget = (data: unknown) =>
    data instanceof ArrayBuffer &&
    /"msg_type": ?"(\w+)"/.exec(new TextDecoder("latin1").decode(data.slice(0, HEAD_BYTES)))?.[1] ===
      "comm_msg";
  window.addEventListener("pointermove", (event) => note("moved", event.timeStamp), { capture: true });
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener("message", ({ data }) => {
        if (isOfWidget(data)) {
          note("received", performance.now(), (data as ArrayBuffer).byteLength);
        }
      });
    }

    override send(data: Parameters<WebSocket["send"]>[0]): void {
      super.send(data);
      if (isOfWidget(data)) {
        note("sent");
      }
    }
  };
}

/** Runs in a page whose chart is drawn: from then on it is noted what the chart is given, and when it draws. */
export function noteDrawing(element: HTMLElement): void {
  interface NotedView {
    data(name: string, rows?: unknown): unknown;
    runAsync(...options: unknown[]): Promise<unknown>;
    readonly _renderer: { render(...drawn: unknown[]): unknown };
  }
  const { note } = window as unknown as NotingWindow;
  const view = (element as unknown as { sheliakView: NotedView }).sheliakView;
  const { data, runAsync } = view;
  const renderer = view._renderer;
  const { render } = renderer;
  view.data = (name, ...rows: [unknown?]) => {
    if (rows.length > 0) {
      note("given");
    }
    return data.call(view, name, ...rows);
  };
  view.runAsync = (...options) => {
    note("run");
    return runAsync.apply(view, options);
  };
  renderer.render = (...drawn) => {
    note("render");
    const rendered = render.apply(renderer, drawn);
    note("drawn");
    requestAnimationFrame(() => setTimeout(() => note("shown")));
    return rendered;
  };
}

/** What was noted in the page since the last time. */
export function takeNoted(): Noted[] {
  return (window as unknown as NotingWindow).noted.splice(0);
}
