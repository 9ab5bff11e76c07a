"""Adds the JVM's arguments to the wheel: the parent pom names them once, for tests and kernel alike."""

import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

POM = Path(__file__).parents[2] / "pom.xml"
PROPERTY = "{*}properties/{*}jvm.arguments"


class JvmArgumentsHook(BuildHookInterface):
    """Writes pom.xml's `jvm.arguments` to sheliak/jvm.arguments, one argument a line."""

    def initialize(self, version, build_data):
        arguments = ElementTree.parse(POM).getroot().findtext(PROPERTY)
        if not arguments:
            raise RuntimeError(f"{POM} has no property jvm.arguments")
        file = Path(tempfile.mkdtemp()) / "jvm.arguments"
        file.write_text("\n".join(arguments.split()) + "\n", encoding="utf-8")
        build_data["force_include"][str(file)] = "sheliak/jvm.arguments"
