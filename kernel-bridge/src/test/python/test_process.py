"""The kernel's process: how it starts and ends."""

import os
import subprocess
from pathlib import Path

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

import conftest


def test_shutdown_ends_the_process(tmp_path: Path):
    kernel = conftest.start(tmp_path)
    kernel.client.execute("while (true) { }")
    kernel.client.shutdown()
    assert kernel.manager.provisioner.process.wait(timeout=20) == 0
    kernel.client.stop_channels()
    kernel.manager.cleanup_resources()


def test_restart_forgets_what_cells_declared(tmp_path: Path):
    kernel = conftest.start(tmp_path)
    kernel.run("int kept = 1;")
    kernel.manager.restart_kernel()
    kernel.client.wait_for_ready(timeout=conftest.TIMEOUT_SECONDS)
    assert "cannot find symbol" in kernel.run("kept").traceback
    kernel.client.stop_channels()
    kernel.manager.shutdown_kernel(now=True)


def test_killed_server_takes_the_kernel_along(tmp_path: Path):
    server = subprocess.Popen(["sleep", "600"])
    file, _ = write_connection_file(str(tmp_path / "connection.json"))
    environment = {**os.environ, "JPY_PARENT_PID": str(server.pid)}
    kernel = subprocess.Popen([each.replace("{connection_file}", file) for each in conftest.COMMAND], env=environment)
    client = BlockingKernelClient(connection_file=file)
    client.load_connection_file()
    client.start_channels()
    client.kernel_info(reply=True, timeout=conftest.TIMEOUT_SECONDS)
    client.stop_channels()
    server.kill()
    server.wait()
    assert kernel.wait(timeout=20) == 0


def test_missing_connection_file_is_said(tmp_path: Path):
    command = [each.replace("{connection_file}", str(tmp_path / "no.json")) for each in conftest.COMMAND]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "cannot read the connection file" in ended.stderr


def test_doctor_approves_of_the_flags():
    command = [*conftest.COMMAND[: conftest.COMMAND.index("kernel")], "doctor"]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout
    assert "ok       Vector API" in ended.stdout


def test_doctor_names_the_missing_flag():
    ended = subprocess.run([conftest.COMMAND[0], "-jar", str(conftest.JAR), "doctor"], capture_output=True, text=True)
    assert ended.returncode == 1
    assert "missing  Vector API: add --add-modules=jdk.incubator.vector" in ended.stdout
