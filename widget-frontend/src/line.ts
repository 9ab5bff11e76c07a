import { encodeRequest, type RequestContent } from "./messages.js";

/** Who speaks on a line: wakes up when it may speak. */
export interface Speaker {
  /** The line is free: take it now if there is something to say. */
  onFree(): void;
}

/**
 * The comm of one chart, which several views of it share: it numbers the requests and lets one view speak at a
 * time.
 */
export class Line {
  readonly #post: (request: Uint8Array) => void;
  readonly #waiting = new Set<Speaker>();
  #sequence = 0;
  #holder: Speaker | undefined;
  #lastHolder: Speaker | undefined;

  /** @param post sends a request's bytes to the kernel */
  constructor(post: (request: Uint8Array) => void) {
    this.#post = post;
  }

  /** True when the speaker holds the line from now on; else it is called when the line is free. */
  take(speaker: Speaker): boolean {
    if (this.#holder !== undefined && this.#holder !== speaker) {
      this.#waiting.add(speaker);
      return false;
    }
    this.#holder = speaker;
    return true;
  }

  /** True when nobody else has spoken since this speaker did. */
  isLast(speaker: Speaker): boolean {
    return this.#lastHolder === speaker;
  }

  /** Sends a request of the line's holder and returns its sequence number. */
  send(speaker: Speaker, content: RequestContent): number {
    this.#lastHolder = speaker;
    this.#sequence += 1;
    this.#post(encodeRequest(this.#sequence, content));
    return this.#sequence;
  }

  free(speaker: Speaker): void {
    this.#waiting.delete(speaker);
    if (this.#holder !== speaker) {
      return;
    }
    this.#holder = undefined;
    const [next] = this.#waiting;
    if (next !== undefined) {
      this.#waiting.delete(next);
      next.onFree();
    }
  }
}
