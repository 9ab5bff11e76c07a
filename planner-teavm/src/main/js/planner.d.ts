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

/** A signal or data set at the top level of a spec. */
export interface PlanVariable {
  readonly namespace: 'data' | 'signal';
  readonly name: string;
}

export interface PlanOptions {
  /** The viewer's time zone, an IANA name. */
  readonly timezone: string;
  /** Names of the tables that the kernel has for this chart. */
  readonly tables?: readonly string[];
  /** A data set with inline rows goes to the kernel when it has at least so many; 0 sends all, the default is 1000. */
  readonly inlineRows?: number;
  /** What must be there in the browser even if the spec does not use it. */
  readonly keep?: readonly PlanVariable[];
  /** What must not be evaluated by the kernel. */
  readonly browserOnly?: readonly PlanVariable[];
}

/** A value that the kernel sends: output `signal` of task `task`, for a stub in the client spec. */
export interface ServerValue extends PlanVariable {
  /** Always empty: stubs stand at the top level. */
  readonly scope: readonly number[];
  readonly task: number;
  /** Name of the transform's signal; empty for the task's main value. */
  readonly signal: string;
}

/** A value that the browser sends whenever it changes: the root `task`. */
export interface ClientValue extends PlanVariable {
  /** Always empty: only what stands at the top level is sent. */
  readonly scope: readonly number[];
  readonly task: number;
  /** False when only the browser knows the value to start with: it is read from the view after its first run. */
  readonly hasInitialValue: boolean;
}

/** Where an item of the spec is evaluated, and what forces the browser to do it. */
export interface ReportItem {
  readonly kind: 'data' | 'transform' | 'signal';
  readonly name: string;
  /** JSON pointer to the item in the original spec. */
  readonly pointer: string;
  readonly place: 'server' | 'client' | 'both';
  readonly reason?: string;
}

export interface Plan {
  /** The spec that the browser draws, with empty stubs where values come from the kernel. */
  readonly clientSpec: any;
  /** A `TaskGraph` message. */
  readonly taskGraph: Int8Array;
  readonly communication: {
    readonly serverToClient: readonly ServerValue[];
    readonly clientToServer: readonly ClientValue[];
  };
  readonly report: {
    readonly items: readonly ReportItem[];
    /** Names of the data sets whose rows are sent as they were read, not aggregated. */
    readonly rawRows: readonly string[];
  };
}

/** Splits a Vega spec between the browser and the kernel. The spec is not changed. */
export function plan(spec: object, options: PlanOptions): Plan;
