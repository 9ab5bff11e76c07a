"""Sheliak as a notebook uses it: the kernel that Jupyter starts, asked over its sockets by a plain jupyter_client."""

import base64
import json
import time
from pathlib import Path

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

from compare.contenders import Chart, measured
from compare.contenders.sheliak import SheliakChart, java, jvm_arguments
from compare.scenario import Columns, Scenario, Step
from compare.tables import ROOT, TableFile

JAR = ROOT / "kernel-bridge" / "target" / "sheliak.jar"
TIMEOUT_SECONDS = 120
QUIET_SECONDS = 0.5


class BridgeChart(Chart):
    """A chart in a kernel of its own; requests are made, and responses read, by the benchmark's own JVM."""

    def __init__(self, planned: SheliakChart, scenario: Scenario, table: TableFile):
        self.planned = planned
        self.scenario = scenario
        self.table = table
        self.response = b""
        self.manager = KernelManager()
        self.manager._kernel_spec = KernelSpec(
            argv=[java(), *jvm_arguments(), "-jar", str(JAR), "kernel", "{connection_file}"],
            display_name="Java (Sheliak)",
            language="java",
            interrupt_mode="message",
        )
        self.manager.start_kernel(cwd=str(ROOT))
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=TIMEOUT_SECONDS)
        self.comm = ""

    def begin(self) -> None:
        spec = json.dumps({"data": {"url": f"table://{self.table.name}"}, "mark": "bar"})
        code = f'Chart.of("""\n{spec}\n""").data("{self.table.name}", Table.read("{self.table.path}"))'
        (opened,) = self._published(self.client.execute(code), "comm_open")
        self.comm = opened["content"]["comm_id"]
        self.planned.reset()
        self.draw()

    def draw(self) -> float:
        return self._ask(self.planned.ask(do="request"))

    def move(self, step: Step) -> float:
        return self._ask(self.planned.ask(do="request", values=self.scenario.updates(step)))

    def _ask(self, made: dict) -> float:
        request = base64.b64decode(made["request"])
        content = {"comm_id": self.comm, "data": {"method": "custom", "content": {"type": "request"}}}
        session, socket = self.client.session, self.client.shell_channel.socket
        message = session.msg("comm_msg", content)
        millis, answer = measured(lambda: self._answer(session.send(socket, message, buffers=[request])))
        self.response = bytes(answer["buffers"][0])
        self._published(message["header"]["msg_id"], "comm_msg")
        return millis

    def _answer(self, sent: dict) -> dict:
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT_SECONDS)
            if message["msg_type"] == "comm_msg" and message["parent_header"]["msg_id"] == sent["header"]["msg_id"]:
                return message

    def _published(self, request: str, kind: str) -> list[dict]:
        """What of some kind the kernel still publishes for a request, until it is done with it."""
        found = []
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT_SECONDS)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == kind:
                found.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return found

    def settle(self) -> float:
        """Waits until the kernel computes nothing any more; for how long, its sockets do not say."""
        before = -1
        while self._ticks() != before:
            before = self._ticks()
            time.sleep(QUIET_SECONDS)
        return 0.0

    def _ticks(self) -> int:
        """Processor time of the kernel, to a tenth of a second: a JVM is never quite idle."""
        stat = Path(f"/proc/{self.manager.provisioner.pid}/stat").read_text(encoding="utf-8")
        user, system = stat.rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) // 10

    def columns(self, view: str) -> Columns:
        self.planned.ask(do="keep", response=base64.b64encode(self.response).decode())
        return self.planned.columns(view)

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
