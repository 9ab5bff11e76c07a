import type { Spec } from "vega";
import {
  type ClientValue,
  plan as planVega,
  type ServerValue,
} from "../../planner-teavm/target/js/planner.js";
import { decodeTaskGraph, type TaskGraph } from "./messages.js";

export type { ClientValue, ServerValue } from "../../planner-teavm/target/js/planner.js";

/** A Vega spec, split between the browser and the kernel. */
export interface Plan {
  readonly clientSpec: Spec;
  readonly taskGraph: TaskGraph;
  readonly serverToClient: readonly ServerValue[];
  readonly clientToServer: readonly ClientValue[];
}

/** @throws the planner's error, with a message for a person, when the spec is not valid */
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
