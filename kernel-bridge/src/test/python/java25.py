"""Finds a Java 25 or newer for the tests."""

import os
import re
import shutil
import subprocess
from pathlib import Path


def find() -> str:
    homes = [os.environ.get("SHELIAK_JAVA_HOME"), os.environ.get("JAVA_HOME")]
    homes += sorted(map(str, Path("/usr/lib/jvm").glob("*")), reverse=True)
    candidates = [str(Path(home, "bin", "java")) for home in homes if home]
    for java in [*candidates, shutil.which("java")]:
        if java and Path(java).is_file() and _version(java) >= 25:
            return java
    raise RuntimeError("the tests need a Java 25 or newer: set JAVA_HOME to one")


def _version(java: str) -> int:
    said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found.group(1)) if found else 0
