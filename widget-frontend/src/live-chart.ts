import { equals } from "@bufbuild/protobuf";
import type { Spec, View } from "vega";
import { type Arrival, arrivals, type DrawnChart, startValues, withValues } from "./embed.js";
import { describeError, describeThrown, type ErrorDetails, type Problem } from "./error.js";
import type { Line } from "./line.js";
import { type OutputValue, type Response, type Value, ValueSchema } from "./messages.js";
import type { ClientValue, Plan } from "./plan.js";
import { Session } from "./session.js";

/** Where a live chart shows itself. */
export interface Stage {
  /** A view of a spec that has not run and shows nothing. Caller finalizes it. */
  rehearse(spec: Spec): View;
  /** @throws what Vega throws when it cannot draw the spec */
  draw(spec: Spec): Promise<DrawnChart>;
  show(problems: readonly Problem[]): void;
  setBusy(isBusy: boolean): void;
  setView(view: DrawnChart["view"]): void;
}

/** A planned chart: asks the kernel, draws with its first answers, and exchanges values from then on. */
export class LiveChart {
  readonly #vega: Spec;
  readonly #plan: Plan;
  readonly #stage: Stage;
  readonly #session: Session;
  /** Problems of single outputs, which stay until the output has a value again. */
  readonly #outputProblems = new Map<string, Problem>();
  /** What came before the chart is drawn. */
  readonly #firstArrivals: Arrival[] = [];
  #hasRehearsedRows = false;
  #requestProblem: Problem | undefined;
  #drawing: Promise<DrawnChart | undefined> | undefined;
  #isClosed = false;

  constructor(vega: Spec, planned: Plan, line: Line, stage: Stage) {
    this.#vega = vega;
    this.#plan = planned;
    this.#stage = stage;
    this.#session = new Session(planned.taskGraph, planned.serverToClient, line, {
      onValues: (answers) => void this.#onValues(answers),
      onError: (error) => this.#onError(error),
      onBusy: (isBusy) => stage.setBusy(isBusy),
    });
  }

  /** Asks the kernel, and draws when it has answered; a chart that asks nothing is drawn at once. */
  async start(): Promise<void> {
    try {
      if (this.#plan.serverToClient.length > 0) {
        await this.#setStartValues();
        this.#session.start();
      } else {
        this.#drawing = this.#draw([]);
      }
    } catch (thrown) {
      this.#onThrown(thrown);
    }
  }

  receive(response: Response): void {
    this.#session.receive(response);
  }

  reconnect(): void {
    this.#session.reconnect();
  }

  close(): void {
    this.#isClosed = true;
    this.#session.close();
    void this.#drawing?.then((drawn) => drawn?.finalize());
  }

  async #onValues(answers: readonly OutputValue[]): Promise<void> {
    this.#requestProblem = undefined;
    this.#noteProblems(answers);
    const arrived = arrivals(this.#plan.serverToClient, answers);
    try {
      if (this.#drawing !== undefined) {
        this.#showProblems();
        const drawn = await this.#drawing;
        await drawn?.apply(arrived);
        return;
      }
      this.#firstArrivals.push(...arrived);
      if ((await this.#hasMoreToTell()) || this.#isClosed) {
        return;
      }
      this.#showProblems();
      // A chart of which nothing could be computed is not drawn: its problems stand in its place.
      const isHopeless = this.#firstArrivals.length === 0 && this.#outputProblems.size > 0;
      this.#drawing ??= isHopeless ? undefined : this.#draw(this.#firstArrivals);
    } catch (thrown) {
      this.#onThrown(thrown);
    }
  }

  async #draw(arrived: readonly Arrival[]): Promise<DrawnChart | undefined> {
    try {
      const { clientSpec, clientToServer } = this.#plan;
      const drawn = await this.#stage.draw(withValues(clientSpec, arrived));
      if (this.#isClosed) {
        return drawn;
      }
      drawn.listen(clientToServer, (client, value) => this.#onRoot(client, value));
      this.#stage.setView(drawn.view);
      return drawn;
    } catch (thrown) {
      this.#onThrown(thrown);
      return undefined;
    }
  }

  /** The roots whose start values only a view knows. */
  get #unknownRoots(): ClientValue[] {
    return this.#plan.clientToServer.filter(({ hasInitialValue }) => !hasInitialValue);
  }

  async #setStartValues(): Promise<void> {
    const unknown = this.#unknownRoots;
    if (unknown.length > 0) {
      for (const [{ task }, value] of await startValues(
        this.#stage.rehearse(this.#plan.clientSpec),
        unknown,
      )) {
        this.#session.setRoot(task, value);
      }
    }
  }

  /**
   * Whether the kernel's first rows have changed what it was told: a root may follow from rows, though from none that
   * change. The chart is drawn with the answers to that, since a view lays itself out when it runs first.
   */
  async #hasMoreToTell(): Promise<boolean> {
    const unknown = this.#unknownRoots;
    if (this.#hasRehearsedRows || unknown.length === 0) {
      return false;
    }
    this.#hasRehearsedRows = true;
    const view = this.#stage.rehearse(withValues(this.#plan.clientSpec, this.#firstArrivals));
    const started = await startValues(view, unknown);
    return [...started].map(([client, value]) => this.#onRoot(client, value)).includes(true);
  }

  /** Tells the kernel what it does not know yet: it has its roots' start values in the graph. */
  #onRoot({ task }: ClientValue, value: Value): boolean {
    const kind = this.#plan.taskGraph.tasks[task]?.kind;
    const known = this.#session.root(task) ?? (kind?.case === "value" ? kind.value : undefined);
    const isNews = known === undefined || !equals(ValueSchema, known, value);
    if (isNews) {
      this.#session.setRoot(task, value);
    }
    return isNews;
  }

  #onThrown(thrown: unknown): void {
    this.#requestProblem = describeThrown(thrown, this.#vega, this.#vega);
    this.#showProblems();
  }

  #onError(error: ErrorDetails): void {
    this.#requestProblem = describeError(error, this.#vega);
    this.#showProblems();
  }

  #noteProblems(answers: readonly OutputValue[]): void {
    for (const { output, result } of answers) {
      const key = `${output?.task}/${output?.signal}`;
      if (result.case === "error") {
        this.#outputProblems.set(key, describeError(result.value, this.#vega));
      } else {
        this.#outputProblems.delete(key);
      }
    }
  }

  /** Equal problems of several outputs are shown once. */
  #showProblems(): void {
    const problems = [
      ...(this.#requestProblem ? [this.#requestProblem] : []),
      ...this.#outputProblems.values(),
    ];
    const distinct = new Map(problems.map((problem) => [`${problem.pointer}\n${problem.message}`, problem]));
    this.#stage.show([...distinct.values()]);
  }
}
