import { parseExpression, type SheliakError } from "../../planner-teavm/target/js/planner.js";

/** What is wrong at one place of a Vega-Lite spec. */
export interface SpecFault {
  readonly message: string;
  /** JSON pointer into the Vega-Lite spec. */
  readonly pointer: string;
  /** Offset in the expression at the pointer. */
  readonly offset?: number;
}

/** Members whose text Vega-Lite reads as an expression. */
const EXPRESSIONS = new Set(["calculate", "filter", "expr", "test"]);

const MARKS = new Set([
  ...["arc", "area", "bar", "circle", "geoshape", "image", "line", "point", "rect", "rule", "square", "text"],
  ...["tick", "trail", "boxplot", "errorband", "errorbar"],
]);

/**
 * The first fault of a Vega-Lite spec that Vega-Lite has refused: its own errors name no place, and for an
 * unknown mark not even the reason. Undefined when the fault is of another kind.
 */
export function findFault(spec: unknown, pointer = "", name = ""): SpecFault | undefined {
  if (typeof spec === "string") {
    return name === "mark" ? markFault(spec, pointer) : expressionFault(spec, pointer, name);
  }
  if (typeof spec !== "object" || spec === null || name === "values" || name === "datasets") {
    return undefined;
  }
  for (const [key, value] of Object.entries(spec)) {
    const isMarkType = name === "mark" && key === "type";
    const fault = findFault(value, `${pointer}/${escapeToken(key)}`, isMarkType ? "mark" : key);
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}

function markFault(type: string, pointer: string): SpecFault | undefined {
  if (MARKS.has(type)) {
    return undefined;
  }
  return {
    pointer,
    message: `"${type}" is no mark of Vega-Lite; expected one of ${[...MARKS].sort().join(", ")}.`,
  };
}

function expressionFault(text: string, pointer: string, name: string): SpecFault | undefined {
  if (!EXPRESSIONS.has(name)) {
    return undefined;
  }
  try {
    parseExpression(text);
    return undefined;
  } catch (thrown) {
    const { message, offset } = thrown as SheliakError;
    return { pointer, message, offset };
  }
}

function escapeToken(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
