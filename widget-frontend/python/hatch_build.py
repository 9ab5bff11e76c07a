"""Adds the JVM's arguments to the wheel: the parent pom names them once, for tests, kernel and commands alike."""

import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

POM = Path(__file__).parents[2] / "pom.xml"
PROPERTIES = ["jvm.arguments", "jvm.arguments.plan"]


class JvmArgumentsHook(BuildHookInterface):
    """Writes each of the properties to a file of its name in sheliak/, one argument a line."""

    def initialize(self, version, build_data):
        project = ElementTree.parse(POM).getroot()
        folder = Path(tempfile.mkdtemp())
        for name in PROPERTIES:
            arguments = project.findtext(f"{{*}}properties/{{*}}{name}")
            if not arguments:
                raise RuntimeError(f"{POM} has no property {name}")
            file = folder / name
            file.write_text("\n".join(arguments.split()) + "\n", encoding="utf-8")
            build_data["force_include"][str(file)] = f"sheliak/{name}"
