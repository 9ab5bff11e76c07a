"""Polars: the frame in memory, all threads, lazy queries, the answer as a frame."""

from pathlib import Path

import polars

from compare.contenders import Chart, Contender, measured
from compare.scenario import Columns, Scenario, Step
from compare.tables import TableFile


class PolarsChart(Chart):
    def __init__(self, frame: polars.DataFrame, scenario: Scenario):
        self.frame = frame
        self.scenario = scenario
        self.answers: dict[str, polars.DataFrame] = {}

    def draw(self) -> float:
        return self._ask(list(self.scenario.views), None)

    def move(self, step: Step) -> float:
        return self._ask(self.scenario.moved(step), step)

    def _ask(self, views, step: Step) -> float:
        millis, answers = measured(
            lambda: {view: self.scenario.by_polars(self.frame.lazy(), view, step) for view in views}
        )
        self.answers |= answers
        return millis

    def columns(self, view: str) -> Columns:
        return [column.to_numpy() for column in self.answers[view].iter_columns()]


class PolarsLoading(PolarsChart):
    def __init__(self, scenario: Scenario, path: Path):
        super().__init__(polars.DataFrame(), scenario)
        self.path = path

    def draw(self) -> float:
        if self.path.suffix == ".csv":
            millis, self.frame = measured(lambda: polars.read_csv(self.path, try_parse_dates=True))
        else:
            millis, self.frame = measured(lambda: polars.read_parquet(self.path))
        return millis

    def columns(self, view: str) -> Columns:
        self._ask([view], None)
        return super().columns(view)


class Polars(Contender):
    name = "polars"

    def __init__(self):
        self.frames: dict[str, polars.DataFrame] = {}

    def load(self, table: TableFile, columns: tuple[str, ...]) -> None:
        self.frames[table.name] = polars.read_parquet(table.path, columns=list(columns)).rechunk()

    def chart(self, scenario: Scenario) -> Chart:
        frame = self.frames[scenario.table]
        stored = {name: each for name, each in scenario.polars_columns().items() if name not in frame.columns}
        self.frames[scenario.table] = frame = frame.with_columns(**stored)
        return PolarsChart(frame, scenario)

    def loading(self, scenario: Scenario, path: Path) -> Chart:
        return PolarsLoading(scenario, path)
