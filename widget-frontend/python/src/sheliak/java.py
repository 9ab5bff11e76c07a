"""Finds a Java new enough for the kernel."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REQUIRED_VERSION = 25

_EXECUTABLE = "java.exe" if os.name == "nt" else "java"
_COMPILER = "javac.exe" if os.name == "nt" else "javac"

# Where JDKs are put by systems, package managers and IDEs; each entry of a folder is a JDK, or a macOS bundle of one.
_SYSTEM_FOLDERS = {
    "linux": ["/usr/lib/jvm", "/usr/lib64/jvm", "/usr/java", "/opt/java", "/opt/jdk", "/opt"],
    "darwin": [
        "/Library/Java/JavaVirtualMachines",
        "~/Library/Java/JavaVirtualMachines",
        "/opt/homebrew/opt",
    ],
    "win32": [
        r"C:\Program Files\Java",
        r"C:\Program Files\Eclipse Adoptium",
        r"C:\Program Files\Microsoft",
        r"C:\Program Files\Zulu",
        r"C:\Program Files\Amazon Corretto",
        r"C:\Program Files\BellSoft",
        r"~\AppData\Local\Programs\Eclipse Adoptium",
        r"~\scoop\apps",
    ],
}
_USER_FOLDERS = [
    "~/.sdkman/candidates/java",
    "~/.jdks",
    "~/.gradle/jdks",
    "~/.jbang/cache/jdks",
    "~/.local/share/mise/installs/java",
    "~/.asdf/installs/java",
    "~/.jabba/jdk",
]
_BUNDLE_HOMES = ["", "Contents/Home", "libexec/openjdk.jdk/Contents/Home", "current"]


@dataclass(frozen=True)
class Java:
    """A Java that was found: its launcher, and its feature version, 25 for 25.0.1."""

    executable: Path
    version: int

    @property
    def is_jdk(self) -> bool:
        """Whether it has the compiler, which runs the cells."""
        return (self.executable.resolve().parent / _COMPILER).is_file()

    @property
    def is_enough(self) -> bool:
        return self.version >= REQUIRED_VERSION and self.is_jdk

    def __str__(self) -> str:
        return f"{'JDK' if self.is_jdk else 'JRE'} {self.version} ({self.executable})"


class JavaNotFoundError(Exception):
    """No JDK is new enough; the message tells a person what was found and what to do."""


def find_java() -> Java:
    """Returns the Java of JAVA_HOME or PATH when it is enough, else the newest that is, of the usual places.

    Raises JavaNotFoundError.
    """
    chosen = _read_all(_chosen_executables())
    if enough := [java for java in chosen if java.is_enough]:
        return enough[0]
    installed = _read_all(_installed_executables())
    if enough := [java for java in installed if java.is_enough]:
        return max(enough, key=lambda java: java.version)
    raise JavaNotFoundError(_explain(chosen + [java for java in installed if java not in chosen]))


def _read_all(executables: Iterator[Path]) -> list[Java]:
    files = {file.resolve(): file for file in executables if file.is_file()}.values()
    return [Java(file, version) for file in files if (version := read_version(file))]


def read_version(executable: Path) -> int | None:
    """Returns a Java's feature version, from its `release` file or by asking it; None when it is no Java."""
    release = executable.resolve().parents[1] / "release"
    version = _parse_version(release.read_text(encoding="utf-8")) if release.is_file() else None
    return version or _ask_version(executable)


def _ask_version(executable: Path) -> int | None:
    try:
        answer = subprocess.run([executable, "-version"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return _parse_version(answer.stderr)


def _parse_version(text: str) -> int | None:
    """Reads `JAVA_VERSION="25.0.1"` or `openjdk version "1.8.0_402"`."""
    match = re.search(r'(?:JAVA_VERSION=|version )"(?:1\.)?(\d+)', text)
    return int(match.group(1)) if match else None


def _chosen_executables() -> Iterator[Path]:
    """What the user chose: JAVA_HOME, then PATH."""
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home) / "bin" / _EXECUTABLE
    if on_path := shutil.which("java"):
        yield Path(on_path)


def _installed_executables() -> Iterator[Path]:
    for name in _SYSTEM_FOLDERS.get(sys.platform, []) + _USER_FOLDERS:
        folder = Path(name).expanduser()
        entries = sorted(folder.iterdir()) if folder.is_dir() else []
        for entry in entries:
            yield from (entry / home / "bin" / _EXECUTABLE for home in _BUNDLE_HOMES)
    # A JDK in the environment itself, as conda's openjdk package puts it.
    yield Path(sys.prefix) / "lib" / "jvm" / "bin" / _EXECUTABLE


def _explain(found: list[Java]) -> str:
    """Says it in short lines: JupyterLab's dialog does not wrap."""
    lines = [
        f"Sheliak's kernel needs a JDK {REQUIRED_VERSION} or newer, and found {'only' if found else 'no Java at all.'}"
    ]
    lines += [f"  {java}" for java in found]
    lines += [f"Install a JDK {REQUIRED_VERSION}, for example from https://adoptium.net, or set JAVA_HOME to one;"]
    lines += ["then start the kernel again. `sheliak doctor` says whether all is in place."]
    return "\n".join(lines)
