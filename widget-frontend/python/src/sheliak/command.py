"""The command `sheliak`."""

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from jupyter_core.paths import jupyter_path

from sheliak import __version__
from sheliak.java import REQUIRED_VERSION, JavaNotFoundError, find_java
from sheliak.kernel import JAR, jar_command


class CheckFailedError(Exception):
    """A part is missing; the message says which, and what to do."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="sheliak", description="Vega charts of large data in Java notebooks.")
    parser.add_argument("--version", action="version", version=f"sheliak {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("doctor", help="say whether all that the kernel and its charts need is in place")
    parser.parse_args(arguments)
    return doctor()


def doctor() -> int:
    """Prints each check, and returns 1 when one failed."""
    results = [_run(name, check) for name, check in _CHECKS.items()]
    print("All is in place." if all(results) else "Something is missing: see above.")
    return 0 if all(results) else 1


def _run(name: str, check: Callable[[], str]) -> bool:
    try:
        print(f"ok       {name}: {check()}")
        return True
    except (CheckFailedError, JavaNotFoundError) as error:
        print(f"missing  {name}: {error}")
        return False


def _check_python() -> str:
    return f"{sys.version.split()[0]} ({sys.executable})"


def _check_java() -> str:
    return f"{find_java()}; a JDK {REQUIRED_VERSION} or newer is needed"


def _check_kernel() -> str:
    """Asks the jar itself, in a JVM like the kernel's; it says a line for each of its parts."""
    _existing(JAR)
    answer = subprocess.run(jar_command(find_java().executable, "doctor"), capture_output=True, text=True, check=False)
    parts = "".join(f"\n         {line}" for line in answer.stdout.splitlines())
    if answer.returncode != 0:
        raise CheckFailedError(f"{JAR} cannot run: {parts or answer.stderr}")
    return f"{JAR}{parts}"


def _check_kernel_spec() -> str:
    return _on_jupyter_path("kernels/sheliak/kernel.json")


def _check_extension() -> str:
    return _on_jupyter_path("labextensions/jupyterlab-sheliak/package.json")


def _check_jupyterlab() -> str:
    try:
        import jupyterlab
    except ImportError:
        raise CheckFailedError("not in this environment; pip install jupyterlab, or use Voila or Notebook 7") from None
    if int(jupyterlab.__version__.split(".")[0]) != 4:
        raise CheckFailedError(f"{jupyterlab.__version__} is installed; JupyterLab 4 is needed")
    return jupyterlab.__version__


def _on_jupyter_path(name: str) -> str:
    for folder in jupyter_path():
        if (file := Path(folder) / name).is_file():
            return str(file)
    raise CheckFailedError(f"no {name} on Jupyter's path; pip install --force-reinstall sheliak")


def _existing(file: Path) -> str:
    if not file.is_file():
        raise CheckFailedError(f"{file} is not there; pip install --force-reinstall sheliak")
    return str(file)


_CHECKS: dict[str, Callable[[], str]] = {
    "Python": _check_python,
    "Java": _check_java,
    "kernel": _check_kernel,
    "kernel spec": _check_kernel_spec,
    "JupyterLab": _check_jupyterlab,
    "chart extension": _check_extension,
}
