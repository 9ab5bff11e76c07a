// Draws a spec in two halves: planned by planner.js, evaluated by the kernel, drawn from its values.
import { plan } from '../../planner-teavm/target/js/planner.js';
import { decodeTable } from '../../widget-frontend/lib/arrow.js';
import { decodeResponse, decodeTaskGraph, encodeRequest, fromValue, toValue } from '../../widget-frontend/lib/messages.js';
import { draw } from './vega.mjs';

/** A few rounds are enough: the browser's values may only depend on the kernel's once more. */
const MAX_ROUNDS = 3;

/**
 * A view of the spec whose values come from the kernel, and what was planned. Caller finalizes the view.
 *
 * Every data set that can be is evaluated by the kernel, however few rows it has.
 *
 * @throws what the planner, the kernel or Vega says
 */
export async function drawSplit(spec, kernel) {
  const planned = plan(spec, { timezone: 'UTC', inlineRows: 0 });
  const { serverToClient, clientToServer } = planned.communication;
  if (serverToClient.length === 0) {
    return { view: await draw(planned.clientSpec), planned };
  }
  kernel.begin();
  const graph = decodeTaskGraph(new Uint8Array(planned.taskGraph));
  const outputs = serverToClient.map(({ task, signal }) => ({ task, signal }));
  const client = structuredClone(planned.clientSpec);
  const told = new Map();
  let updates = [];
  for (let round = 1; ; round++) {
    const request = { updates, outputs, ...(round === 1 ? { graph } : {}) };
    fill(client, serverToClient, decodeResponse(await kernel.ask(encodeRequest(round, request))));
    const view = await draw(client);
    updates = changedRoots(view, clientToServer, graph, told);
    if (updates.length === 0 || round === MAX_ROUNDS) {
      return { view, planned };
    }
    view.finalize();
  }
}

/** Puts the kernel's values into the stubs. */
function fill(client, serverToClient, { error, values }) {
  if (error) throw new Error(`the kernel says: ${error.pointer} ${error.message}`);
  for (const { output, result } of values) {
    const value = serverToClient.find(({ task, signal }) => task === output.task && signal === output.signal);
    if (result.case === 'error') {
      throw new Error(`the kernel says of ${value.name}: ${result.value.pointer} ${result.value.message}`);
    }
    const stub = (value.namespace === 'data' ? client.data : client.signals).find(({ name }) => name === value.name);
    if (value.namespace === 'data') {
      const { kind } = result.value;
      stub.values = kind.case === 'table' ? decodeTable(kind.value) : fromValue(result.value);
    } else {
      stub.value = fromValue(result.value);
    }
  }
}

/** The browser's values that the kernel does not know yet. */
function changedRoots(view, clientToServer, graph, told) {
  const changed = [];
  for (const { namespace, name, task } of clientToServer) {
    const value = toValue(namespace === 'data' ? view.data(name) : view.signal(name));
    const known = told.get(task) ?? JSON.stringify(graph.tasks[task].kind.value);
    if (JSON.stringify(value) !== known) {
      told.set(task, JSON.stringify(value));
      changed.push({ task, value });
    }
  }
  return changed;
}
