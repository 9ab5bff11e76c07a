"""Starts the kernel from the jar, as Jupyter does, and talks to it with a plain jupyter_client."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty

import pyarrow
import pytest
from jupyter_client import BlockingKernelClient, KernelManager
from jupyter_client.kernelspec import KernelSpec
from pyarrow import parquet

import java25
from session_proto import Response

ROOT = Path(__file__).resolve().parents[4]
JAR = ROOT / "kernel-bridge" / "target" / "sheliak.jar"
TIMEOUT_SECONDS = 60


def jvm_arguments() -> list[str]:
    pom = (ROOT / "pom.xml").read_text(encoding="utf-8")
    return re.search(r"<jvm.arguments>(.*?)</jvm.arguments>", pom).group(1).split()


COMMAND = [java25.find(), *jvm_arguments(), "-jar", str(JAR), "kernel", "{connection_file}"]


@dataclass
class Outcome:
    """What a cell did: its reply and everything that was published for it."""

    reply: dict
    published: list[dict] = field(default_factory=list)

    def contents(self, msg_type: str) -> list[dict]:
        return [each["content"] for each in self.published if each["msg_type"] == msg_type]

    def text(self, name: str = "stdout") -> str:
        return "".join(each["text"] for each in self.contents("stream") if each["name"] == name)

    @property
    def result(self) -> dict:
        (content,) = self.contents("execute_result")
        return content["data"]

    @property
    def traceback(self) -> str:
        (content,) = self.contents("error")
        return re.sub("\x1b\\[[0-9;]*m", "", "\n".join(content["traceback"]))


class Kernel:
    """A running kernel and the client that talks to it."""

    def __init__(self, manager: KernelManager, client: BlockingKernelClient):
        self.manager = manager
        self.client = client

    def run(self, code: str, **options) -> Outcome:
        return self.outcome(self.client.execute(code, **options))

    def outcome(self, request: str) -> Outcome:
        published = self.published_for(request)
        return Outcome(self.reply_to(request), published)

    def reply_to(self, request: str) -> dict:
        while True:
            message = self.client.get_shell_msg(timeout=TIMEOUT_SECONDS)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def published_for(self, request: str) -> list[dict]:
        published = []
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT_SECONDS)
            if message["parent_header"].get("msg_id") != request:
                continue
            published.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return published

    def send(self, msg_type: str, content: dict, buffers: Sequence[bytes] = (), metadata: dict | None = None) -> str:
        message = self.client.session.msg(msg_type, content, metadata=metadata)
        self.client.session.send(self.client.shell_channel.socket, message, buffers=list(buffers))
        return message["header"]["msg_id"]

    def open_chart(self, code: str) -> str:
        """Runs a cell that shows a chart and returns the id of the chart's comm."""
        outcome = self.run(code)
        assert outcome.reply["status"] == "ok", outcome.reply
        (opened,) = outcome.contents("comm_open")
        return opened["comm_id"]

    def request(self, comm_id: str, request: bytes | None) -> str:
        data = {"method": "custom", "content": {"type": "request"}}
        return self.send("comm_msg", {"comm_id": comm_id, "data": data}, [] if request is None else [request])

    def response(self, request: str) -> Response:
        (message,) = [each for each in self.published_for(request) if each["msg_type"] == "comm_msg"]
        assert message["content"]["data"]["content"]["type"] == "response"
        (buffer,) = message["buffers"]
        return Response(bytes(buffer))

    def assert_lives(self) -> None:
        assert self.run("6 * 7").result["text/plain"] == "42"


def start(folder: Path) -> Kernel:
    manager = KernelManager()
    manager._kernel_spec = KernelSpec(
        argv=COMMAND, display_name="Java (Sheliak)", language="java", interrupt_mode="message"
    )
    manager.start_kernel(cwd=str(folder))
    client = manager.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=TIMEOUT_SECONDS)
    return Kernel(manager, client)


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    running = start(tmp_path_factory.mktemp("notebook"))
    yield running
    running.client.stop_channels()
    running.manager.shutdown_kernel(now=True)


@pytest.fixture(autouse=True)
def drained(request):
    """Each test starts with nothing left over from the one before."""
    if "kernel" in request.fixturenames:
        client = request.getfixturevalue("kernel").client
        for channel in (client.get_shell_msg, client.get_iopub_msg):
            try:
                while True:
                    channel(timeout=0)
            except Empty:
                pass


@pytest.fixture(scope="session")
def flights(tmp_path_factory) -> Path:
    """A Parquet file of 1000 rows."""
    file = tmp_path_factory.mktemp("data") / "flights.parquet"
    rows = range(1000)
    parquet.write_table(
        pyarrow.table({"delay": [row % 60 - 20 for row in rows], "hour": [row % 24 for row in rows]}), file
    )
    return file
