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
