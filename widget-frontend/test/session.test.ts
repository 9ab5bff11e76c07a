import { create, fromBinary, type MessageInitShape } from "@bufbuild/protobuf";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Request, RequestSchema } from "../src/generated/session_pb.js";
import { Line } from "../src/line.js";
import {
  decodeTaskGraph,
  ErrorCode,
  type OutputValue,
  OutputValueSchema,
  ResponseSchema,
  toValue,
} from "../src/messages.js";
import { Session } from "../src/session.js";

const GRAPH = decodeTaskGraph(new Uint8Array());
const OUTPUTS = [{ task: 1, signal: "" }];
const VALUES = [
  create(OutputValueSchema, { output: { task: 1 }, result: { case: "value", value: toValue(42) } }),
];

let sent: Request[];
let line: Line;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  line = new Line((bytes) => sent.push(fromBinary(RequestSchema, bytes)));
});

afterEach(() => vi.useRealTimers());

function open(on = line) {
  const values: OutputValue[][] = [];
  const errors: string[] = [];
  const busy: boolean[] = [];
  const session = new Session(GRAPH, OUTPUTS, on, {
    onValues: (answers) => values.push([...answers]),
    onError: (error) => errors.push(error.message),
    onBusy: (isBusy) => busy.push(isBusy),
  });
  return { session, values, errors, busy };
}

function answer(sequence: number, content: MessageInitShape<typeof ResponseSchema> = { values: VALUES }) {
  return create(ResponseSchema, { sequence, ...content });
}

function last(): Request {
  return sent.at(-1) as Request;
}

async function settle() {
  await vi.advanceTimersByTimeAsync(0);
}

test("the first request has the graph and asks for all outputs", () => {
  const { session, values, busy } = open();
  session.start();
  expect(sent).toHaveLength(1);
  expect(last().graph).toBeDefined();
  expect(last().outputs.map(({ task }) => task)).toEqual([1]);
  session.receive(answer(last().sequence));
  expect(values).toHaveLength(1);
  expect(busy).toEqual([true, false]);
});

test("roots that change together go in one request, without the graph", async () => {
  const { session } = open();
  session.start();
  session.receive(answer(1));
  session.setRoot(3, toValue(1));
  session.setRoot(4, toValue(2));
  session.setRoot(3, toValue(5));
  await settle();
  expect(sent).toHaveLength(2);
  expect(last().graph).toBeUndefined();
  expect(last().updates.map(({ task, value }) => [task, value?.kind.value])).toEqual([
    [3, 5],
    [4, 2],
  ]);
});

test("roots that change while a request is in flight wait for its answer, and the latest win", async () => {
  const { session, values } = open();
  session.start();
  for (let position = 0; position < 10; position++) {
    session.setRoot(3, toValue(position));
    await settle();
  }
  expect(sent).toHaveLength(1);
  session.receive(answer(1));
  expect(values).toHaveLength(1);
  expect(sent).toHaveLength(2);
  expect(last().updates.map(({ value }) => value?.kind.value)).toEqual([9]);
});

test("roots that come to rest supersede the request in flight", async () => {
  const { session, values } = open();
  session.start();
  session.setRoot(3, toValue(7));
  await vi.advanceTimersByTimeAsync(300);
  expect(sent.map(({ sequence }) => sequence)).toEqual([1, 2]);
  session.receive(answer(1, { error: { code: ErrorCode.CANCELLED, message: "superseded" } }));
  session.receive(answer(2));
  expect(values).toHaveLength(1);
});

test("a superseded request's values are still taken: the kernel holds them for told", async () => {
  const { session, values, errors } = open();
  session.start();
  session.setRoot(3, toValue(7));
  await vi.advanceTimersByTimeAsync(300);
  session.receive(answer(1));
  session.receive(answer(2));
  expect(values).toHaveLength(2);
  expect(errors).toEqual([]);
});

test("answers to nobody's request are dropped, and so are repeated ones", () => {
  const { session, values } = open();
  session.start();
  session.receive(answer(99));
  session.receive(answer(1));
  session.receive(answer(1));
  expect(values).toHaveLength(1);
});

test("the graph is sent again with every root when the kernel has lost it", async () => {
  const { session, errors } = open();
  session.start();
  session.receive(answer(1));
  session.setRoot(3, toValue(1));
  await settle();
  session.receive(answer(2));
  session.setRoot(4, toValue(2));
  await settle();
  session.receive(answer(3, { error: { code: ErrorCode.PROTOCOL, message: "no graph" } }));
  expect(last().sequence).toBe(4);
  expect(last().graph).toBeDefined();
  expect(last().updates.map(({ task }) => task)).toEqual([3, 4]);
  expect(errors).toEqual([]);
});

test("an error is told once, and the next change is asked for as ever", async () => {
  const { session, errors } = open();
  session.start();
  session.receive(answer(1, { error: { code: ErrorCode.DATA_SOURCE, message: "no file" } }));
  expect(errors).toEqual(["no file"]);
  session.setRoot(3, toValue(1));
  await settle();
  expect(sent).toHaveLength(2);
});

test("a request without an answer is sent again with the graph, and given up in the end", async () => {
  const { session, errors, busy } = open();
  session.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(2);
  expect(last().graph).toBeDefined();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(sent).toHaveLength(3);
  expect(errors).toEqual([]);
  await vi.advanceTimersByTimeAsync(240_000);
  expect(sent).toHaveLength(3);
  expect(errors).toHaveLength(1);
  expect(busy.at(-1)).toBe(false);
});

test("a reconnect sends what was in flight again, and nothing otherwise", () => {
  const { session } = open();
  session.start();
  session.reconnect();
  expect(sent.map(({ sequence }) => sequence)).toEqual([1, 2]);
  session.receive(answer(2));
  session.reconnect();
  expect(sent).toHaveLength(2);
});

test("two views take turns on the line, each with its own graph and roots", async () => {
  const [first, second] = [open(), open()];
  first.session.start();
  second.session.start();
  expect(sent).toHaveLength(1);
  for (const { session } of [first, second]) {
    session.receive(answer(1));
  }
  expect(sent).toHaveLength(2);
  for (const { session } of [first, second]) {
    session.receive(answer(2));
  }
  expect([first.values.length, second.values.length]).toEqual([1, 1]);
  first.session.setRoot(3, toValue(1));
  await settle();
  expect(last().graph).toBeDefined();
});

test("a closed session is silent and leaves the line to others", async () => {
  const [first, second] = [open(), open()];
  first.session.start();
  second.session.start();
  first.session.close();
  expect(sent).toHaveLength(2);
  first.session.receive(answer(1));
  first.session.setRoot(3, toValue(1));
  await vi.advanceTimersByTimeAsync(300);
  expect(first.values).toEqual([]);
  expect(sent).toHaveLength(2);
});
