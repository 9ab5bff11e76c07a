import { equals } from "@bufbuild/protobuf";
import type { Spec, View } from "vega";
import { arrivals, type DrawnChart, startValues, withValues } from "./embed.js";
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
    if (this.#drawing === undefined) {
      // A chart of which nothing could be computed is not drawn: its problems stand in its place.
      const isHopeless = answers.length > 0 && answers.every(({ result }) => result.case === "error");
      this.#drawing = isHopeless ? undefined : this.#draw(answers);
      return;
    }
    try {
      const drawn = await this.#drawing;
      await drawn?.apply(arrivals(this.#plan.serverToClient, answers));
    } catch (thrown) {
      this.#onThrown(thrown);
    }
  }

  async #draw(answers: readonly OutputValue[]): Promise<DrawnChart | undefined> {
    try {
      const { clientSpec, serverToClient, clientToServer } = this.#plan;
      const arrived = arrivals(serverToClient, answers);
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

  async #setStartValues(): Promise<void> {
    const { clientSpec, clientToServer } = this.#plan;
    const unknown = clientToServer.filter(({ hasInitialValue }) => !hasInitialValue);
    if (unknown.length > 0) {
      for (const [{ task }, value] of await startValues(this.#stage.rehearse(clientSpec), unknown)) {
        this.#session.setRoot(task, value);
      }
    }
  }

  /** Tells the kernel what it does not know yet: it has its roots' start values in the graph. */
  #onRoot({ task }: ClientValue, value: Value): void {
    const kind = this.#plan.taskGraph.tasks[task]?.kind;
    const known = this.#session.root(task) ?? (kind?.case === "value" ? kind.value : undefined);
    if (known === undefined || !equals(ValueSchema, known, value)) {
      this.#session.setRoot(task, value);
    }
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
    this.#showProblems();
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
