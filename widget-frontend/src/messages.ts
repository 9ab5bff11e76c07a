import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { RequestSchema, type Response, ResponseSchema } from "./generated/session_pb.js";
import { type TaskGraph, TaskGraphSchema } from "./generated/task_graph_pb.js";
import { Singleton, type Value, ValueSchema } from "./generated/value_pb.js";

export {
  type Error as KernelError,
  ErrorCode,
  type OutputValue,
  OutputValueSchema,
  type Response,
  ResponseSchema,
} from "./generated/session_pb.js";
export { type TaskGraph, TaskGraphSchema } from "./generated/task_graph_pb.js";
export { Singleton, type Value, ValueSchema } from "./generated/value_pb.js";

/** What a request says, without the number that it gets when it is sent. */
export interface RequestContent {
  /** Present when the kernel may not have it. */
  readonly graph?: TaskGraph;
  readonly updates: readonly { readonly task: number; readonly value: Value }[];
  readonly outputs: readonly OutputKey[];
}

/** Names an output: a task, and the transform's signal when it is not the task's main value. */
export interface OutputKey {
  readonly task: number;
  readonly signal: string;
}

export function encodeRequest(sequence: number, { graph, updates, outputs }: RequestContent): Uint8Array {
  const content = { sequence, updates: [...updates], outputs: [...outputs] };
  return toBinary(RequestSchema, create(RequestSchema, graph ? { ...content, graph } : content));
}

/** @throws when the bytes are not a response */
export function decodeResponse(bytes: Uint8Array): Response {
  return fromBinary(ResponseSchema, bytes);
}

/** @throws when the bytes are not a task graph */
export function decodeTaskGraph(bytes: Uint8Array): TaskGraph {
  return fromBinary(TaskGraphSchema, bytes);
}

/**
 * A Vega value as a message.
 *
 * Members keep their order; members and elements that have no form in a message (functions, symbols) become
 * undefined.
 */
export function toValue(value: unknown): Value {
  return create(ValueSchema, { kind: toKind(value) });
}

function toKind(value: unknown): MessageInitShape<typeof ValueSchema>["kind"] & object {
  switch (typeof value) {
    case "boolean":
      return { case: "boolean", value };
    case "number":
      return { case: "number", value };
    case "bigint":
      return { case: "number", value: Number(value) };
    case "string":
      return { case: "text", value };
    case "object":
      return value === null ? { case: "singleton", value: Singleton.NULL } : toObjectKind(value);
    default:
      return { case: "singleton", value: Singleton.UNDEFINED };
  }
}

function toObjectKind(value: object): MessageInitShape<typeof ValueSchema>["kind"] & object {
  if (value instanceof Date) {
    return { case: "date", value: value.getTime() };
  }
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    return { case: "list", value: { elements: Array.from(value as ArrayLike<unknown>, toValue) } };
  }
  const members = Object.entries(value).map(([name, member]) => ({ name, value: toValue(member) }));
  return { case: "object", value: { members } };
}

/** A message as the Vega value it stands for; a table stays Arrow IPC bytes. */
export function fromValue(value: Value | undefined): unknown {
  const kind = value?.kind ?? { case: undefined };
  switch (kind.case) {
    case "singleton":
      return kind.value === Singleton.NULL ? null : undefined;
    case "date":
      return new Date(kind.value);
    case "list":
      return kind.value.elements.map(fromValue);
    case "object":
      return Object.fromEntries(kind.value.members.map(({ name, value }) => [name, fromValue(value)]));
    case undefined:
      return undefined;
    default:
      return kind.value;
  }
}
