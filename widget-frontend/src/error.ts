import type { SheliakError } from "../../planner-teavm/target/js/planner.js";
import { SpecError } from "./compile.js";
import { ErrorCode } from "./messages.js";

/** What went wrong, for a person. */
export interface Problem {
  readonly title: string;
  readonly message: string;
  /** What the pointer points into. */
  readonly place: string;
  /** JSON pointer; empty when the problem has no place in the spec. */
  readonly pointer: string;
  /** The spec at the pointer, shortened; empty when there is none. */
  readonly excerpt: string;
  readonly hint: string;
}

/** An error of the kernel or the planner, as far as it is shown. */
export interface ErrorDetails {
  readonly code: ErrorCode;
  readonly message: string;
  readonly pointer: string;
  readonly offset?: number | undefined;
}

const EXCERPT_LENGTH = 600;
const MAX_SHOWN = 3;

const TITLES: Record<ErrorCode, string> = {
  [ErrorCode.INTERNAL]: "Sheliak failed on this chart",
  [ErrorCode.SPEC_INVALID]: "The chart's spec is not valid",
  [ErrorCode.EXPRESSION_SYNTAX]: "An expression of the chart cannot be read",
  [ErrorCode.TYPE_MISMATCH]: "A value of the chart has the wrong type",
  [ErrorCode.UNSUPPORTED]: "The chart uses something that the kernel does not support",
  [ErrorCode.DATA_SOURCE]: "The chart's data cannot be read",
  [ErrorCode.RESOURCE_LIMIT]: "The chart needs more memory than the kernel may use",
  [ErrorCode.CANCELLED]: "The kernel does not answer",
  [ErrorCode.PROTOCOL]: "The chart and the kernel do not understand each other",
};

const CHANGE_SPEC = "Change the spec and run the cell again.";
const RESTART = "Run the cell again; when that does not help, restart the kernel and run all cells.";

const HINTS: Record<ErrorCode, string> = {
  [ErrorCode.INTERNAL]: `This is a bug of Sheliak: please report it with the spec. ${RESTART}`,
  [ErrorCode.SPEC_INVALID]: CHANGE_SPEC,
  [ErrorCode.EXPRESSION_SYNTAX]: CHANGE_SPEC,
  [ErrorCode.TYPE_MISMATCH]: CHANGE_SPEC,
  [ErrorCode.UNSUPPORTED]: CHANGE_SPEC,
  [ErrorCode.DATA_SOURCE]: "Check the table's name, path and format, then run the cell again.",
  [ErrorCode.RESOURCE_LIMIT]: "Filter or aggregate more rows away, or start the kernel with more memory.",
  [ErrorCode.CANCELLED]: RESTART,
  [ErrorCode.PROTOCOL]: `Were Sheliak's wheel and kernel updated while this page was open? Reload the page. ${RESTART}`,
};

/** @param spec the Vega spec that the error's pointer points into */
export function describeError(error: ErrorDetails, spec: unknown): Problem {
  return {
    title: TITLES[error.code] ?? TITLES[ErrorCode.INTERNAL],
    message: error.message,
    place: "Vega spec",
    pointer: error.pointer,
    excerpt: toExcerpt(spec, error.pointer, error.offset),
    hint: HINTS[error.code] ?? HINTS[ErrorCode.INTERNAL],
  };
}

/**
 * What is wrong with a spec that could not be compiled, planned or drawn.
 *
 * @param spec the spec as the notebook gave it
 * @param vega the Vega spec; undefined when it did not come so far
 */
export function describeThrown(thrown: unknown, spec: unknown, vega: unknown): Problem {
  if (isSheliakError(thrown)) {
    return describeError({ ...pick(thrown), code: ErrorCode[thrown.code] }, vega);
  }
  const title = vega === undefined ? TITLES[ErrorCode.SPEC_INVALID] : "The chart cannot be drawn";
  if (thrown instanceof SpecError) {
    const { message, pointer, offset } = thrown.fault;
    const excerpt = toExcerpt(spec, pointer, offset);
    return { title, message, place: "Vega-Lite spec", pointer, excerpt, hint: CHANGE_SPEC };
  }
  const who = vega === undefined ? "Vega-Lite" : "Vega";
  const message = `${who} says: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  return { title, message, place: "", pointer: "", excerpt: "", hint: CHANGE_SPEC };
}

function isSheliakError(thrown: unknown): thrown is SheliakError {
  return thrown instanceof Error && thrown.name === "SheliakError";
}

function pick({ message, pointer, offset }: SheliakError) {
  return { message, pointer, offset: offset < 0 ? undefined : offset };
}

/** Problems as elements to stand in the chart's place, or above it: the first few, and how many more there are. */
export function renderProblems(problems: readonly Problem[]): HTMLElement[] {
  const shown = problems.slice(0, MAX_SHOWN).map(renderProblem);
  const hidden = problems.length - shown.length;
  return hidden > 0 ? [...shown, textElement("div", "sheliak-error", `And ${hidden} more.`)] : shown;
}

function renderProblem(problem: Problem): HTMLElement {
  const box = document.createElement("div");
  box.className = "sheliak-error";
  box.setAttribute("role", "alert");
  box.append(textElement("div", "sheliak-error-title", problem.title));
  box.append(textElement("div", "sheliak-error-message", problem.message));
  if (problem.pointer !== "") {
    const place = textElement("div", "sheliak-error-place", `In the ${problem.place} at `);
    place.append(textElement("code", "sheliak-error-pointer", problem.pointer));
    box.append(place);
  }
  if (problem.excerpt !== "") {
    box.append(textElement("pre", "sheliak-error-excerpt", problem.excerpt));
  }
  box.append(textElement("div", "sheliak-error-hint", problem.hint));
  return box;
}

/** The value at a JSON pointer; undefined when there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** What is at the pointer: an expression with a caret under the offset, or JSON text. */
function toExcerpt(spec: unknown, pointer: string, offset: number | undefined): string {
  const value = pointer === "" ? undefined : valueAt(spec, pointer);
  if (typeof value === "string") {
    const isPlaced = offset !== undefined && offset <= value.length && !value.includes("\n");
    return isPlaced ? `${value}\n${" ".repeat(offset)}^` : value;
  }
  const text = value === undefined ? "" : JSON.stringify(value, null, 2);
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)} …` : text;
}

function textElement(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
