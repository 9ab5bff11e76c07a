"""The limit: the time in which this machine moves the bytes of the needed columns, reads and writes of a copy counted
alike. Its answers are nobody's.
"""

from pathlib import Path

from pyarrow import parquet

from compare.contenders import Chart, Contender
from compare.machine import Copying
from compare.scenario import Columns, Scenario, Step
from compare.tables import TableFile

COPY_BYTES = 256 * 2**20


class RooflineChart(Chart):
    is_silent = True

    def __init__(self, copying: Copying, size_bytes: int):
        self.copying = copying
        self.size_bytes = size_bytes

    def draw(self) -> float:
        return self.copying.seconds() * self.size_bytes / self.copying.moved_bytes * 1e3

    def move(self, step: Step) -> float:
        return self.draw()

    def columns(self, view: str) -> Columns:
        raise NotImplementedError("a copy answers nothing")


class Roofline(Contender):
    name = "roofline"

    def __init__(self):
        self.copying = Copying(COPY_BYTES)
        self.sizes: dict[tuple[str, str], int] = {}

    def load(self, table: TableFile, columns: tuple[str, ...]) -> None:
        for column in columns:
            self.sizes[table.name, column] = parquet.read_table(table.path, columns=[column]).nbytes

    def chart(self, scenario: Scenario) -> Chart:
        return RooflineChart(self.copying, sum(self.sizes[scenario.table, column] for column in scenario.columns))

    def loading(self, scenario: Scenario, path: Path) -> Chart:
        """The bytes of the file, as if they were in memory already."""
        return RooflineChart(self.copying, path.stat().st_size)

    def gigabytes_per_second(self) -> float:
        """The bandwidth of a copy, the median of some."""
        seconds = sorted(self.copying.seconds() for _ in range(9))[4]
        return self.copying.moved_bytes / seconds / 1e9
