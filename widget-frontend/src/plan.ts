import type { Spec } from "vega";
import { plan as planVega } from "../../planner-teavm/target/js/planner.js";
import { decodeTaskGraph, type TaskGraph } from "./messages.js";

/** A data set or signal that crosses between browser and kernel. */
export interface Crossing {
  readonly namespace: "data" | "signal";
  readonly name: string;
  /** Indices of the nested group marks that enclose it, outermost first; empty at the top level. */
  readonly scope: readonly number[];
  /** Its task in the graph. */
  readonly task: number;
  /** Name of the transform's signal that it is; absent or empty for the task's main value. */
  readonly signal?: string;
}

/** A Vega spec, split. */
export interface Plan {
  readonly clientSpec: Spec;
  readonly taskGraph: TaskGraph;
  readonly serverToClient: readonly Crossing[];
  readonly clientToServer: readonly Crossing[];
}

/** @throws with a message for a person when the spec is not valid */
export function plan(spec: Spec, tables: readonly string[]): Plan {
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { clientSpec, taskGraph, communication } = planVega(spec, { timezone, tables });
  return {
    clientSpec,
    taskGraph: decodeTaskGraph(new Uint8Array(taskGraph.buffer, taskGraph.byteOffset, taskGraph.length)),
    serverToClient: communication.serverToClient,
    clientToServer: communication.clientToServer,
  };
}
