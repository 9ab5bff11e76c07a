"""Starts the Java kernel: `python -m sheliak.kernel CONNECTION_FILE` becomes the JVM."""

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from sheliak.java import JavaNotFoundError, find_java

_PACKAGE = Path(str(files("sheliak")))
JAR = _PACKAGE / "sheliak.jar"
OPTIONS_VARIABLE = "SHELIAK_JAVA_OPTIONS"


def kernel_command(java: Path, connection_file: str) -> list[str]:
    """Returns the command line of the kernel's JVM."""
    return jar_command(java, "kernel", connection_file)


def jar_command(java: Path, *command: str) -> list[str]:
    """Returns a JVM's command line for a command of the jar; SHELIAK_JAVA_OPTIONS adds to it, such as -Xmx8g."""
    return java_command(java, "jvm.arguments", [], command)


def java_command(java: Path, arguments: str, more: list[str], command: Sequence[str]) -> list[str]:
    """As jar_command, with the arguments of a file of this package, and more of them."""
    fixed = (_PACKAGE / arguments).read_text(encoding="utf-8").split()
    options = os.environ.get(OPTIONS_VARIABLE, "").split()
    return [str(java), *fixed, *more, *options, "-jar", str(JAR), *command]


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: python -m sheliak.kernel CONNECTION_FILE", file=sys.stderr)
        return 2
    try:
        java = find_java()
    except JavaNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    command = kernel_command(java.executable, sys.argv[1])
    if os.name == "nt":
        # exec on Windows would leave Jupyter with a process that has ended.
        return subprocess.run(command, check=False).returncode
    os.execv(command[0], command)


if __name__ == "__main__":
    sys.exit(main())
