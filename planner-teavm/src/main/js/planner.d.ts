// The exports of planner.js, which TeaVM compiles from the Java sources of the planner.

/** What went wrong; every function here throws nothing else. */
export interface SheliakError extends Error {
  readonly name: 'SheliakError';
  readonly code:
    | 'INTERNAL'
    | 'SPEC_INVALID'
    | 'EXPRESSION_SYNTAX'
    | 'TYPE_MISMATCH'
    | 'UNSUPPORTED'
    | 'DATA_SOURCE'
    | 'RESOURCE_LIMIT'
    | 'CANCELLED'
    | 'PROTOCOL';
  /** JSON pointer into the spec; empty when there is none. */
  readonly pointer: string;
  /** Offset in the expression at the pointer; -1 when there is none. */
  readonly offset: number;
}

/** A node of a syntax tree in the ESTree format, as Vega's own parser gives it. */
export interface ExpressionNode {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** Parses an expression of the Vega expression language. */
export function parseExpression(source: string): ExpressionNode;

/** A signal or data set. */
export interface Variable {
  readonly namespace: 'data' | 'signal';
  readonly name: string;
}

export interface PlannerOptions {
  /** The viewer's time zone, an IANA name. */
  readonly timezone: string;
  /** Names of the tables that the kernel has for this chart. */
  readonly tables?: readonly string[];
  /** A data set with inline rows goes to the kernel when it has at least so many; 1000 unless told. */
  readonly inlineRows?: number;
  /** Variables at the top level of the spec whose values must be there in the browser even if nothing uses them. */
  readonly keep?: readonly Variable[];
  /** Variables at the top level of the spec that the kernel must not evaluate. */
  readonly browserOnly?: readonly Variable[];
  /** What the view's random numbers begin with, when `vega.setRandom(vega.randomLCG(seed))` comes before it. */
  readonly seed?: number;
}

/** A variable of the client spec, where it stands, and the task that it belongs to. */
interface TaskVariable extends Variable {
  /** Indices of the nested group marks that enclose it, outermost first; empty at the top level. */
  readonly scope: readonly number[];
  /** Index of the task in the task graph. */
  readonly task: number;
}

/** A value that the kernel sends. */
export interface ServerValue extends TaskVariable {
  /** Name of the transform's signal that it is; empty for the task's main value. */
  readonly signal: string;
}

/** A value that the browser sends whenever it changes. */
export interface ClientValue extends TaskVariable {
  /** False when the browser must send the value, read from the view after its first run, with its first request. */
  readonly hasInitialValue: boolean;
}

export interface CommunicationPlan {
  readonly serverToClient: readonly ServerValue[];
  readonly clientToServer: readonly ClientValue[];
}

export interface ReportItem {
  readonly kind: 'data' | 'transform' | 'signal' | 'scale';
  /** The name of the data set, signal or scale; of a transform its type. */
  readonly name: string;
  /** JSON pointer to the item in the original spec. */
  readonly pointer: string;
  readonly place: 'server' | 'client' | 'both';
  /** JSON pointer to what keeps it in the browser, in the original spec. */
  readonly cause?: string;
  /** Why the browser has to evaluate it, as a sentence. */
  readonly reason?: string;
}

/** Rows that one side sends to the other. */
export interface Crossing {
  /** The data set of the client spec that they fill or come from. */
  readonly name: string;
  /** JSON pointer to the item of the original spec that they belong to. */
  readonly pointer: string;
  readonly to: 'server' | 'client';
  readonly rows: 'raw' | 'aggregated';
  /** Their columns; absent when all that there are. */
  readonly columns?: readonly string[];
  /** Who needs them, as a sentence. */
  readonly reason: string;
}

/** A transform of the client spec by which the browser takes over what the kernel has done. */
export interface AddedTransform {
  readonly type: string;
  /** JSON pointer to the place in the original spec that it serves. */
  readonly pointer: string;
}

export interface Report {
  readonly items: readonly ReportItem[];
  readonly crossings: readonly Crossing[];
  readonly added: readonly AddedTransform[];
  /** Names of the data sets whose rows are sent to the browser as they were read, not aggregated. */
  readonly rawRows: readonly string[];
}

/** A spec, split between the browser and the kernel. */
export interface SpecPlan<Spec extends object> {
  /** The spec that the browser draws, with empty stubs where values come from the kernel. */
  readonly clientSpec: Spec;
  /** A `TaskGraph` message as protobuf, the bytes signed. */
  readonly taskGraph: Int8Array<ArrayBuffer>;
  readonly communication: CommunicationPlan;
  readonly report: Report;
}

/** Plans a Vega spec; one of Vega-Lite must be compiled first. Neither argument is changed. */
export function plan<Spec extends object>(spec: Spec, options: PlannerOptions): SpecPlan<Spec>;
