import type { ErrorDetails } from "./error.js";
import type { Line, Speaker } from "./line.js";
import {
  ErrorCode,
  type KernelError,
  type OutputKey,
  type OutputValue,
  type Response,
  type TaskGraph,
  type Value,
} from "./messages.js";

/** While a request runs and the roots stay as they are for this long, they supersede it. */
const SETTLE_MILLIS = 250;

/**
 * How long the first try of a request waits for its answer; each further try waits twice as long. It is long, since
 * to ask again ends what the kernel is computing; a connection that broke is noticed sooner.
 */
const FIRST_TIMEOUT_MILLIS = 60_000;
const MAX_TRIES = 3;

/** What a session tells the chart. */
export interface SessionListener {
  /** The kernel answered: the outputs that changed, in the order asked. */
  onValues(values: readonly OutputValue[]): void;
  /** A request failed as a whole; the session goes on with the next change. */
  onError(error: ErrorDetails): void;
  /** Whether the kernel owes this session an answer. */
  onBusy(isBusy: boolean): void;
}

interface InFlight {
  readonly sequence: number;
  readonly tries: number;
}

/**
 * One view's conversation with the kernel: one request in flight, the latest roots win.
 *
 * Roots that change while a request is in flight wait for its answer, so that a brush that moves all the time
 * is still answered all the time; when they come to rest first, they supersede the request. A request without
 * an answer is sent again with the whole graph, since the kernel may have lost either.
 */
export class Session implements Speaker {
  readonly #graph: TaskGraph;
  readonly #outputs: readonly OutputKey[];
  readonly #line: Line;
  readonly #listener: SessionListener;
  /** Every root that was ever set: what the kernel must be told again when it has lost the graph. */
  readonly #roots = new Map<number, Value>();
  readonly #changedRoots = new Set<number>();
  /** Requests whose values may still come: the kernel holds them for told. */
  readonly #unanswered = new Set<number>();
  #inFlight: InFlight | undefined;
  #isGraphKnown = false;
  #isGraphInFlight = false;
  #isDue = false;
  #isClosed = false;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #answerTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(graph: TaskGraph, outputs: readonly OutputKey[], line: Line, listener: SessionListener) {
    this.#graph = graph;
    this.#outputs = outputs;
    this.#line = line;
    this.#listener = listener;
  }

  /** Asks for all outputs, with the roots that are set so far. */
  start(): void {
    if (this.#inFlight === undefined) {
      this.#isDue = true;
      this.#sendWhenFree(1);
    }
  }

  /** Sets a root, and asks for the outputs in one request with all roots that change in this task. */
  setRoot(task: number, value: Value): void {
    this.#roots.set(task, value);
    this.#changedRoots.add(task);
    if (!this.#isDue) {
      this.#isDue = true;
      queueMicrotask(() => this.#sendWhenFree(1));
    }
    this.#supersedeWhenSettled();
  }

  /** The value that a root was last set to. */
  root(task: number): Value | undefined {
    return this.#roots.get(task);
  }

  /** The connection was lost and is back: what was in flight may be lost. */
  reconnect(): void {
    if (this.#inFlight !== undefined) {
      this.#sendAgain(this.#inFlight.tries);
    }
  }

  receive(response: Response): void {
    if (this.#isClosed || !this.#unanswered.has(response.sequence)) {
      return;
    }
    for (const sequence of this.#unanswered) {
      if (sequence <= response.sequence) {
        this.#unanswered.delete(sequence);
      }
    }
    if (response.error === undefined || response.values.length > 0) {
      this.#listener.onValues(response.values);
    }
    if (response.sequence === this.#inFlight?.sequence) {
      this.#finish(this.#inFlight, response.error);
    }
  }

  onFree(): void {
    this.#sendWhenFree(1);
  }

  close(): void {
    this.#isClosed = true;
    this.#clearTimers();
    this.#line.free(this);
  }

  #finish(request: InFlight, error: KernelError | undefined): void {
    this.#clearTimers();
    if (error !== undefined && this.#isWorthRetrying(error) && request.tries < MAX_TRIES) {
      this.#sendAgain(request.tries + 1);
      return;
    }
    this.#inFlight = undefined;
    if (error !== undefined) {
      this.#listener.onError(error);
    }
    if (this.#isDue && this.#line.take(this)) {
      this.#send(1);
      return;
    }
    this.#listener.onBusy(false);
    this.#line.free(this);
  }

  /** The kernel has lost the graph, or dropped the request for one that is not ours. */
  #isWorthRetrying(error: KernelError): boolean {
    return (
      error.code === ErrorCode.CANCELLED || (error.code === ErrorCode.PROTOCOL && !this.#isGraphInFlight)
    );
  }

  #sendWhenFree(tries: number): void {
    if (this.#isClosed || !this.#isDue || this.#inFlight !== undefined || !this.#line.take(this)) {
      return;
    }
    this.#send(tries);
  }

  #sendAgain(tries: number): void {
    this.#isGraphKnown = false;
    this.#send(tries);
  }

  #send(tries: number): void {
    this.#clearTimers();
    this.#isGraphInFlight = !this.#isGraphKnown || !this.#line.isLast(this);
    const tasks = this.#isGraphInFlight ? [...this.#roots.keys()] : [...this.#changedRoots];
    const updates = tasks.map((task) => ({ task, value: this.#roots.get(task) as Value }));
    const sequence = this.#line.send(this, {
      updates,
      outputs: this.#outputs,
      ...(this.#isGraphInFlight ? { graph: this.#graph } : {}),
    });
    this.#isGraphKnown = true;
    this.#isDue = false;
    this.#changedRoots.clear();
    this.#unanswered.add(sequence);
    this.#inFlight = { sequence, tries };
    this.#listener.onBusy(true);
    this.#answerTimer = setTimeout(() => this.#onTimeout(tries), FIRST_TIMEOUT_MILLIS * 2 ** (tries - 1));
  }

  #supersedeWhenSettled(): void {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => {
      if (this.#inFlight !== undefined && this.#isDue && !this.#isClosed) {
        this.#send(1);
      }
    }, SETTLE_MILLIS);
  }

  #onTimeout(tries: number): void {
    if (tries < MAX_TRIES) {
      this.#sendAgain(tries + 1);
      return;
    }
    this.#inFlight = undefined;
    this.#isGraphKnown = false;
    this.#listener.onBusy(false);
    this.#line.free(this);
    this.#listener.onError({
      code: ErrorCode.CANCELLED,
      message: `The kernel did not answer ${MAX_TRIES} requests.`,
      pointer: "",
    });
  }

  #clearTimers(): void {
    clearTimeout(this.#settleTimer);
    clearTimeout(this.#answerTimer);
  }
}
