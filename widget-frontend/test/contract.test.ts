import { readFileSync } from "node:fs";
import { type DescMessage, fromBinary, fromJson, type JsonValue, toBinary } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { RequestSchema, ResponseSchema } from "../src/generated/session_pb.js";
import { TaskGraphSchema } from "../src/generated/task_graph_pb.js";
import { ValueSchema } from "../src/generated/value_pb.js";

interface Example {
  message: string;
  json: JsonValue;
  hex: string;
}

const schemas: Record<string, DescMessage> = {
  Value: ValueSchema,
  TaskGraph: TaskGraphSchema,
  Request: RequestSchema,
  Response: ResponseSchema,
};

// The runtime's WireContractTest compares the same bytes with those of protobuf-java and of the planner.
const examples: Example[] = JSON.parse(
  readFileSync(new URL("../../runtime/src/test/resources/proto/messages.json", import.meta.url), "utf8"),
);

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("the wire contract", () => {
  it.each(examples)("has one form for $message $json", ({ message, json, hex }) => {
    const schema = schemas[message] as DescMessage;
    expect(toHex(toBinary(schema, fromJson(schema, json)))).toBe(hex);
    expect(toHex(toBinary(schema, fromBinary(schema, Buffer.from(hex, "hex"))))).toBe(hex);
  });
});
