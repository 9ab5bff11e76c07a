// The Java side: one process that answers the requests of all charts, see ChartPipe.java.
import { spawn } from 'node:child_process';

export class Kernel {
  #process;
  #ended;
  #received = Buffer.alloc(0);
  #waiting = [];

  /** @param command the program and its arguments */
  constructor([program, ...parameters]) {
    this.#process = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process.stdout.on('data', (bytes) => this.#receive(bytes));
    this.#ended = new Promise((resolve) => this.#process.on('exit', resolve));
    this.#ended.then((code) => this.#fail(new Error(`the Java process ended with ${code}`)));
    this.#process.on('error', (error) => this.#fail(error));
  }

  /** The chart that the next requests belong to is a new one. */
  begin() {
    this.#send(new Uint8Array());
  }

  /** The response to a request. */
  ask(request) {
    this.#send(request);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Ends the process; fails when that does, as it does when memory was leaked. */
  async close() {
    this.#process.stdin.end();
    const code = await this.#ended;
    if (code !== 0) throw new Error(`the Java process ended with ${code}`);
  }

  #send(message) {
    const length = Buffer.alloc(4);
    length.writeInt32BE(message.length);
    this.#process.stdin.write(Buffer.concat([length, message]));
  }

  #receive(bytes) {
    this.#received = Buffer.concat([this.#received, bytes]);
    while (this.#received.length >= 4 && this.#received.length >= 4 + this.#received.readInt32BE()) {
      const end = 4 + this.#received.readInt32BE();
      const message = new Uint8Array(this.#received.subarray(4, end));
      this.#received = this.#received.subarray(end);
      this.#waiting.shift()?.resolve(message);
    }
  }

  #fail(error) {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
