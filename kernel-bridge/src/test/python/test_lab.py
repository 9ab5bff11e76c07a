"""`make lab` serves JupyterLab, with the kernel and the notebooks."""

import json
import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from conftest import ROOT

PATIENCE_SECONDS = 300


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def lab(log):
    """The address of a JupyterLab that `make lab` has started."""
    port = free_port()
    options = f"--no-browser --ip=127.0.0.1 --port={port} --ServerApp.port_retries=0 --IdentityProvider.token="
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    process = subprocess.Popen(
        ["make", "lab", f"LAB_OPTIONS={options}"],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=60)


def get(process: subprocess.Popen, address: str):
    """What the server answers, once it is there."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urlopen(address, timeout=10) as answer:
                return json.load(answer)
        except (URLError, ConnectionError):
            assert process.poll() is None, "make lab has ended"
            assert time.monotonic() < deadline, "make lab does not serve"
            time.sleep(0.5)


def test_make_lab_serves_the_notebooks_and_the_kernel(tmp_path):
    with (tmp_path / "lab.log").open("w") as log, lab(log) as (process, address):
        assert "version" in get(process, f"{address}/api")
        assert "sheliak" in get(process, f"{address}/api/kernelspecs")["kernelspecs"]
        notebooks = get(process, f"{address}/api/contents")["content"]
        assert "flights.ipynb" in [entry["name"] for entry in notebooks]
