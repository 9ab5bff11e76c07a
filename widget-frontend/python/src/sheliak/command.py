"""The command `sheliak`."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

from jupyter_core.paths import jupyter_path
from platformdirs import user_cache_path

from sheliak import __version__
from sheliak.java import REQUIRED_VERSION, JavaNotFoundError, find_java
from sheliak.kernel import JAR, jar_command, java_command

ARCHIVED = ["plan", "transform"]
"""The commands that people wait for."""

INCUBATOR_WARNING = b"WARNING: Using incubator modules"
"""What Java says on each start about the Vector API; nobody who runs the command can do anything about it."""


class CheckFailedError(Exception):
    """A part is missing; the message says which, and what to do."""


def main(arguments: list[str] | None = None) -> int:
    """Answers `doctor` here, which knows more than the jar of what Jupyter needs; the jar answers all else."""
    given = sys.argv[1:] if arguments is None else arguments
    if given == ["doctor"]:
        return doctor()
    try:
        java = find_java()
    except JavaNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    return _run_jar(_command(java.executable, given))


def _command(java: Path, given: list[str]) -> list[str]:
    """A command line that starts as fast as it can for what is asked."""
    name = given[0] if given and given[0] in ARCHIVED else ""
    archive = _archived_classes(name) if name else []
    return java_command(java, "jvm.arguments" if name == "transform" else "jvm.arguments.plan", archive, given)


def _archived_classes(name: str) -> list[str]:
    """Lets the JVM keep the classes of a command, as it has loaded them, for the next time."""
    folder = user_cache_path("sheliak", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return []
    # What the JVM has to say about the archive would go to the standard output, where specs go.
    archive = folder / f"{name}-{__version__}.jsa"
    return ["-XX:+AutoCreateSharedArchive", f"-XX:SharedArchiveFile={archive}", "-Xlog:disable"]


def _run_jar(command: list[str]) -> int:
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        try:
            _pass_on(process.stderr)
            return process.wait()
        except KeyboardInterrupt:
            # The JVM has got the signal, too.
            return process.wait()


def _pass_on(errors: IO[bytes]) -> None:
    for line in errors:
        if not line.startswith(INCUBATOR_WARNING):
            sys.stderr.buffer.write(line)
            sys.stderr.buffer.flush()


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
