"""Vega itself, in Node, with the rows as objects; as in a browser, without the drawing."""

import json
import os
import subprocess
from pathlib import Path

import pyarrow
from pyarrow import feather, parquet

from compare.contenders import CannotRun, Chart, Contender
from compare.scenario import Columns, Scenario, Step
from compare.tables import TableFile

PROGRAM = Path(__file__).with_name("vega.mjs")
MOST_ROWS = 3_000_000
HEAP_MEGABYTES = 8192


class VegaChart(Chart):
    def __init__(self, process: subprocess.Popen, scenario: Scenario):
        self.process = process
        self.scenario = scenario
        self.reset()

    def _ask(self, **command) -> dict:
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"Node ended with status {self.process.wait()}")
        return json.loads(answer)

    def reset(self) -> None:
        self._ask(do="open", spec=self.scenario.spec())

    def begin(self) -> None:
        self.reset()
        self.draw()

    def draw(self) -> float:
        return self._ask(do="draw")["millis"]

    def move(self, step: Step) -> float:
        return self._ask(do="update", values=self.scenario.updates(step))["millis"]

    def columns(self, view: str) -> Columns:
        return self._ask(do="rows", view=view, fields=self.scenario.views[view].fields)["columns"]

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()


class Vega(Contender):
    """Each chart has a Node of its own, since its time zone is the process's."""

    name = "vega"

    def __init__(self):
        self.files: dict[str, TableFile] = {}

    def load(self, table: TableFile, columns: tuple[str, ...]) -> None:
        self.files[table.name] = table

    def chart(self, scenario: Scenario) -> Chart:
        table = self.files[scenario.table]
        if table.rows > MOST_ROWS:
            raise CannotRun(f"it holds no {table.rows:,} rows")
        file = self._arrow_file(table, scenario)
        command = ["node", f"--max-old-space-size={HEAP_MEGABYTES}", PROGRAM, table.name, file]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_in(scenario.timezone)
        )
        return VegaChart(process, scenario)

    def _arrow_file(self, table: TableFile, scenario: Scenario) -> Path:
        read = parquet.read_table(table.path, columns=list(scenario.columns))
        file = table.path.with_name(f"{table.path.stem}-{'-'.join(scenario.columns)}.arrow")
        feather.write_feather(_plain(read), file, compression="uncompressed")
        return file


def _in(timezone: str) -> dict[str, str]:
    return {**os.environ, "TZ": timezone}


def _plain(table: pyarrow.Table) -> pyarrow.Table:
    """Integers as float64, which are JavaScript's numbers, and times in milliseconds."""
    return table.cast(pyarrow.schema([field.with_type(_type(field.type)) for field in table.schema]), safe=False)


def _type(kind: pyarrow.DataType) -> pyarrow.DataType:
    if pyarrow.types.is_integer(kind):
        return pyarrow.float64()
    return pyarrow.timestamp("ms", kind.tz) if pyarrow.types.is_timestamp(kind) else kind
