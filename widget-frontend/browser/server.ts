import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The repository. */
export const ROOT = resolve(import.meta.dirname, "../..");

const BIN = join(ROOT, ".venv/bin");
const TOKEN = "sheliak-test";
const START_TIMEOUT_MILLIS = 60_000;

/** A Jupyter server of the project's environment, on a copy of `notebooks/` and with settings of its own. */
export class JupyterServer {
  /** The folder that is served. */
  readonly notebooks: string;
  readonly address: string;
  readonly #home: string;
  readonly #process: ChildProcess;
  #log = "";

  private constructor(home: string, port: number, command: readonly string[]) {
    this.#home = home;
    this.notebooks = join(home, "notebooks");
    this.address = `http://127.0.0.1:${port}`;
    const [name = "", ...options] = command;
    this.#process = spawn(join(BIN, name), options, {
      cwd: this.notebooks,
      env: { ...process.env, ...isolated(home) },
      detached: true,
    });
    this.#process.stdout?.on("data", (text) => this.#note(text));
    this.#process.stderr?.on("data", (text) => this.#note(text));
  }

  /** @param python code that the server and its kernels' launchers run first */
  static async startLab(python = ""): Promise<JupyterServer> {
    const home = newHome();
    const port = await freePort();
    const settings = join(home, "settings/@jupyterlab/apputils-extension");
    mkdirSync(settings, { recursive: true });
    writeFileSync(join(settings, "notification.jupyterlab-settings"), '{"fetchNews": "false"}');
    writeFileSync(join(home, "sitecustomize.py"), python);
    const server = new JupyterServer(home, port, [
      "jupyter-lab",
      "--no-browser",
      `--port=${port}`,
      `--IdentityProvider.token=${TOKEN}`,
      "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
      ...asRoot(),
    ]);
    return await server.#ready(`/api/status?token=${TOKEN}`);
  }

  static async startVoila(notebook: string): Promise<JupyterServer> {
    const home = newHome();
    const port = await freePort();
    const server = new JupyterServer(home, port, ["voila", "--no-browser", `--port=${port}`, notebook]);
    return await server.#ready("/voila/static/voila.js");
  }

  /** The page of a notebook in JupyterLab, with nothing open besides. */
  labPage(notebook: string): string {
    return `${this.address}/lab/workspaces/${notebook.replace(/\W/g, "-")}/tree/${notebook}?token=${TOKEN}&reset`;
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#process.once("exit", done));
    if (this.#process.exitCode === null && this.#process.pid !== undefined) {
      process.kill(this.#process.pid, "SIGTERM");
      await Promise.race([ended, sleep(20_000)]);
      this.#killGroup();
    }
    rmSync(this.#home, { recursive: true, force: true });
  }

  /** Kernels that outlived their server. */
  #killGroup(): void {
    try {
      process.kill(-(this.#process.pid ?? 0), "SIGKILL");
    } catch {
      // All have ended.
    }
  }

  async #ready(path: string): Promise<this> {
    const deadline = Date.now() + START_TIMEOUT_MILLIS;
    while (Date.now() < deadline && this.#process.exitCode === null) {
      const answer = await fetch(this.address + path).catch(() => undefined);
      if (answer !== undefined && answer.status < 500) {
        return this;
      }
      await sleep(200);
    }
    await this.stop();
    throw new Error(`The server did not start:\n${this.#log}`);
  }

  #note(text: unknown): void {
    this.#log += String(text);
  }
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), "sheliak-"));
  cpSync(join(ROOT, "notebooks"), join(home, "notebooks"), { recursive: true });
  symlinkSync(join(ROOT, ".data"), join(home, ".data"));
  return home;
}

/** Nothing of the user's own Jupyter is read or written. */
function isolated(home: string): Record<string, string> {
  return {
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_DATA_DIR: join(home, "data"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: join(home, "settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(home, "workspaces"),
    JUPYTER_PREFER_ENV_PATH: "1",
    PYTHONPATH: home,
  };
}

function asRoot(): string[] {
  return process.getuid?.() === 0 ? ["--allow-root"] : [];
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
