"""Sheliak: its runtime in a JVM, asked as the browser asks it, from the bytes of a request to those of the response."""

import json
import os
import re
import subprocess
from pathlib import Path

from compare.contenders import Chart, Contender
from compare.scenario import Columns, Scenario, Step
from compare.tables import ROOT, TableFile

BENCHMARKS = ROOT / "runtime" / "benchmarks" / "target" / "benchmarks.jar"
MAIN = "org.sheliak.benchmarks.Contender"


def jvm_arguments() -> list[str]:
    """What every JVM of Sheliak is started with."""
    pom = (ROOT / "pom.xml").read_text(encoding="utf-8")
    return re.search(r"<jvm.arguments>(.*?)</jvm.arguments>", pom).group(1).split()


def java() -> str:
    home = (
        os.environ.get("JAVA_HOME")
        or subprocess.run(
            [ROOT / "tools" / "find-jdk"], capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout.strip()
    )
    return str(Path(home, "bin", "java"))


class SheliakChart(Chart):
    def __init__(self, ask, scenario: Scenario):
        self.ask = ask
        self.scenario = scenario
        self.spec = scenario.spec()
        self.reset()

    def reset(self) -> None:
        self.ask(do="open", spec=self.spec, timezone=self.scenario.timezone)

    def begin(self) -> None:
        self.reset()
        self.draw()

    def draw(self) -> float:
        return self.ask(do="draw")["millis"]

    def move(self, step: Step) -> float:
        return self.ask(do="update", values=self.scenario.updates(step))["millis"]

    def settle(self) -> float:
        return self.ask(do="settle")["millis"]

    def columns(self, view: str) -> Columns:
        received = self.ask(do="values")[view]
        return [received[field] for field in self.scenario.views[view].fields]


class SheliakLoading(Chart):
    def __init__(self, ask, scenario: Scenario, path: Path):
        self.ask = ask
        self.scenario = scenario
        self.path = path

    def draw(self) -> float:
        table = {"table": self.scenario.table, "file": str(self.path), "columns": list(self.scenario.columns)}
        return self.ask(do="load", **table)["millis"]

    def move(self, step: Step) -> float:
        raise NotImplementedError("a file has no brush")

    def columns(self, view: str) -> Columns:
        chart = SheliakChart(self.ask, self.scenario)
        chart.draw()
        return chart.columns(view)

    def close(self) -> None:
        self.ask(do="drop", table=self.scenario.table)


class Sheliak(Contender):
    name = "sheliak"

    def __init__(self):
        command = [java(), *jvm_arguments(), "-cp", str(BENCHMARKS), MAIN]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def ask(self, **command) -> dict:
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the JVM ended with status {self.process.wait()}")
        return json.loads(answer)

    def load(self, table: TableFile, columns: tuple[str, ...]) -> dict:
        return self.ask(do="load", table=table.name, file=str(table.path), columns=list(columns))

    def chart(self, scenario: Scenario) -> Chart:
        return SheliakChart(self.ask, scenario)

    def loading(self, scenario: Scenario, path: Path) -> Chart:
        return SheliakLoading(self.ask, scenario, path)

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()
