"""The machine that measures, and how fast it copies memory."""

import os
import platform
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import numpy

from compare.contenders.sheliak import java
from compare.tables import ROOT

GIBIBYTE = 2**30


def description() -> dict[str, str]:
    """What results.json says of the machine, the JDK, the commit and the date."""
    cpu = re.search(r"model name\s*:\s*(.*)", _read("/proc/cpuinfo"))
    memory = int(re.search(r"MemTotal:\s*(\d+)", _read("/proc/meminfo")).group(1)) * 1024
    name = cpu.group(1) if cpu else platform.processor()
    version = subprocess.run([java(), "--version"], capture_output=True, text=True, check=True).stdout
    return {
        "machine": f"{cores()} cores of {name}, {memory / GIBIBYTE:.0f} GiB, {platform.system()}",
        "jdk": version.splitlines()[1].strip(),
        "commit": _git("rev-parse", "--short", "HEAD") + ("-dirty" if _git("status", "--porcelain", "-uno") else ""),
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
    }


def cores() -> int:
    return len(os.sched_getaffinity(0))


def load() -> float:
    """Processes that wanted a core in the last minute, on average."""
    return os.getloadavg()[0]


class Copying:
    """Copies memory with all cores."""

    def __init__(self, size_bytes: int):
        self.pieces = [
            (numpy.ones(size_bytes // 8 // cores()), numpy.zeros(size_bytes // 8 // cores())) for _ in range(cores())
        ]
        self.moved_bytes = 2 * sum(source.nbytes for source, _ in self.pieces)
        self.pool = ThreadPoolExecutor(cores())

    def seconds(self) -> float:
        """Time to copy all once: as many bytes are read as are written."""
        start = perf_counter()
        list(self.pool.map(lambda piece: numpy.copyto(piece[1], piece[0]), self.pieces))
        return perf_counter() - start


def _read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()
