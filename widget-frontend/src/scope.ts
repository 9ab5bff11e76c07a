import type { Data, GroupMark, Mark, Scope, Signal } from "vega";

/** The part of Vega's runtime that holds the operators of one scope. */
export interface ScopeContext {
  readonly signals: Record<string, Operator | undefined>;
  readonly data: Record<string, DataOperators | undefined>;
  /** One for each instance of a group mark, in the order of the marks. */
  readonly subcontext?: readonly ScopeContext[];
}

/** An operator of Vega's dataflow. */
export interface Operator {
  readonly value: unknown;
}

export interface DataOperators {
  /** Takes changes of the rows. */
  readonly input: Operator;
  /** Its value is the array of rows after all transforms. */
  readonly values: Operator;
  modified?: boolean;
}

/** What a spec and its group marks have in common. */
export type SpecScope = Pick<Scope, "data" | "signals" | "marks">;

/**
 * The part of a spec at a path of group marks.
 *
 * @param path indices among the group marks of each level, outermost first
 * @throws when the spec has no such group mark
 */
export function specAt(spec: SpecScope, path: readonly number[]): SpecScope {
  return path.reduce<SpecScope>((scope, index) => {
    const group = groupMarks(scope)[index];
    if (group === undefined) {
      throw new Error(`The spec has no group mark ${index} at /${path.join("/")}.`);
    }
    return group;
  }, spec);
}

/**
 * The runtime's scope at a path of group marks.
 *
 * Only groups with a scope of their own count in the runtime, and a faceted group counts once for each facet,
 * so groups behind a faceted one are counted from the end.
 *
 * @throws when the view has no such scope
 */
export function contextAt(root: ScopeContext, spec: SpecScope, path: readonly number[]): ScopeContext {
  let context = root;
  let scope = spec;
  for (const index of path) {
    const groups = groupMarks(scope);
    const before = groups.slice(0, index).filter(hasOwnScope);
    const after = groups.slice(index + 1).filter(hasOwnScope);
    const contexts: readonly ScopeContext[] = context.subcontext ?? [];
    const position = before.some(isFaceted) ? contexts.length - 1 - after.length : before.length;
    const [group, nested] = [groups[index], contexts[position]];
    if (group === undefined || nested === undefined) {
      throw new Error(`The view has no group ${index} at /${path.join("/")}.`);
    }
    scope = group;
    context = nested;
  }
  return context;
}

export function findData(scope: SpecScope, name: string): Data | undefined {
  return scope.data?.find((data) => data.name === name);
}

export function findSignal(scope: SpecScope, name: string): Signal | undefined {
  return scope.signals?.find((signal) => signal.name === name);
}

function groupMarks(scope: SpecScope): GroupMark[] {
  return (scope.marks ?? []).filter((mark: Mark) => mark.type === "group");
}

function isFaceted(group: GroupMark): boolean {
  return group.from !== undefined && "facet" in group.from;
}

/** Groups that the spec writes in the role of a guide share the scope around them (vega-parser, marks/role.js). */
function hasOwnScope(group: GroupMark): boolean {
  return !/^(axis|legend|title)/.test(group.role ?? "");
}
