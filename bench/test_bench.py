"""The driver, end to end on a small table: Sheliak beside plain Python, both of which must give the same rows."""

from collections import defaultdict
from pathlib import Path

import pytest
from pyarrow import parquet

import taxi
from compare import report
from compare.contenders import Chart, Contender, measured
from compare.contenders.roofline import Roofline
from compare.contenders.sheliak import Sheliak
from compare.measuring import Effort, Race
from compare.tables import TableFile
from compare.workloads.queries import VIEW, Histogram
from compare.workloads.taxi import HEAT, HISTOGRAM, MAP, TaxiDashboard, map_bins
from compare.workloads.taxi_brushes import BRUSHES

ROWS = 10_000
EFFORT = Effort(runs=2, warm_up_runs=1)


class PlainChart(Chart):
    """Answers with a loop over the rows."""

    def __init__(self, rows: list[dict]):
        self.rows = [row for row in rows if row["tip_amount"] < 100]
        self.step = None

    def draw(self) -> float:
        return measured(lambda: None)[0]

    def move(self, step) -> float:
        self.step = step
        return self.draw()

    def columns(self, view: str):
        groups = defaultdict(list)
        rows = [row for row in self.rows if self._is_drawn(view, row)]
        keys = self._map_keys(rows) if view == MAP else (self._key(view, row) for row in rows)
        for key, row in zip(keys, rows, strict=True):
            groups[key].append(row["tip_amount"])
        values = [sum(tips) / len(tips) if view == HEAT else len(tips) for tips in groups.values()]
        return [*zip(*groups, strict=True), values]

    def _is_drawn(self, view: str, row: dict) -> bool:
        if view in (HISTOGRAM, VIEW) and row["trip_distance"] > 12:
            return False
        if self.step is None or view not in TaxiDashboard().moved(self.step):
            return True
        if self.step.day_hour:
            days, hours = self.step.day_hour
            return _day(row) in days and row["pickup_time"].hour in hours
        return all(low <= row[field] <= high for field, (low, high) in self.step.intervals().items())

    def _key(self, view: str, row: dict) -> tuple:
        return (_day(row), row["pickup_time"].hour) if view == HEAT else (min(int(row["trip_distance"]), 11),)

    def _map_keys(self, rows: list[dict]) -> list[tuple]:
        xs, ys = [row["pickup_x"] for row in rows], [row["pickup_y"] for row in rows]
        x, y = map_bins((min(xs), max(xs), min(ys), max(ys)), self.step)
        return [
            tuple(bins.start + (value - bins.start) // bins.step * bins.step for bins, value in ((x, a), (y, b)))
            for a, b in zip(xs, ys, strict=True)
        ]


def _day(row: dict) -> int:
    return row["pickup_time"].isoweekday() % 7


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> TableFile:
    path: Path = tmp_path_factory.mktemp("bench") / "taxi.parquet"
    taxi.write(ROWS, path)
    return TableFile("taxi", path, ROWS)


@pytest.fixture(scope="module")
def contenders(table: TableFile):
    started: list[Contender] = [Sheliak(), Roofline()]
    for each in started:
        each.load(table, TaxiDashboard.columns)
    yield started
    for each in started:
        each.close()


def race(scenario, table: TableFile, contenders: list[Contender]) -> Race:
    rows = parquet.read_table(table.path, columns=list(TaxiDashboard.columns)).to_pylist()
    charts = {"plain": PlainChart(rows)} | {each.name: each.chart(scenario) for each in contenders}
    return Race("test", scenario, table.rows, charts, EFFORT)


def results(race: Race) -> dict[str, dict]:
    document = report.document({"machine": "a test"}, 1, race.results())
    return {each["contender"]: each for each in document["results"] if each["workload"] == "test"}


def test_first_drawings_are_compared(table: TableFile, contenders: list[Contender]):
    for scenario in (Histogram(), TaxiDashboard()):
        measured_race = race(scenario, table, contenders)
        measured_race.draw()
        found = results(measured_race)
        assert found.keys() == {"plain", "sheliak", "roofline"}, report.lines(measured_race.results())
        assert found["sheliak"]["checked"]
        assert found["sheliak"]["runs"] == EFFORT.runs


def test_first_moves_of_brushes_are_compared(table: TableFile, contenders: list[Contender]):
    measured_race = race(TaxiDashboard(), table, contenders)
    measured_race.cold(BRUSHES)
    assert results(measured_race)["sheliak"]["checked"], report.lines(measured_race.results())


def test_moves_of_a_brush_are_compared(table: TableFile, contenders: list[Contender]):
    measured_race = race(TaxiDashboard(), table, contenders)
    measured_race.warm({"day_hour": BRUSHES["day_hour"]})
    assert results(measured_race)["sheliak"]["checked"], report.lines(measured_race.results())


def test_wrong_rows_do_not_count(table: TableFile, contenders: list[Contender]):
    measured_race = race(Histogram(), table, contenders)
    measured_race.charts["plain"].rows.pop()
    measured_race.draw()
    assert "sheliak" not in results(measured_race)
    assert "its rows of drawn are not those of plain" in "\n".join(report.lines(measured_race.results()))
