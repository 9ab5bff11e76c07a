"""DuckDB with cubes as Mosaic pre-aggregates them: for the brush that moves, its fields in pixels and, for each pixel,
the group table of every view that it filters. A step adds up the pixels under the brush.

Method: https://idl.uw.edu/mosaic/core/#pre-aggregation
"""

from pathlib import Path

from compare.contenders import CannotRun, Chart, measured
from compare.contenders.duckdb import DuckDb
from compare.scenario import Columns, Scenario

NO_BRUSH = "a cube answers only the steps of a brush"


class DuckDbCubeChart(Chart):
    built_ahead = True

    def __init__(self, connection, scenario: Scenario):
        self.connection = connection
        self.scenario = scenario
        self.brush: str | None = None
        self.build_millis = 0.0
        self.answers: dict[str, Columns] = {}

    def draw(self) -> float:
        raise CannotRun(NO_BRUSH)

    def move(self, step) -> float:
        """A step of another brush than before builds that brush's cubes first, which is measured apart."""
        if step.brush != self.brush:
            self._build(step.brush)
        millis, answers = measured(
            lambda: {view: self.scenario.cube_answer(self.connection, view, step) for view in self.scenario.moved(step)}
        )
        self.answers |= answers
        return millis

    def _build(self, brush: str) -> None:
        if brush not in self.scenario.cube_brushes:
            raise CannotRun(f"a cube holds no {brush}: its bins are those that it was built with")
        for view, query in self.scenario.cubes(brush).items():
            millis, _ = measured(
                lambda query=query, view=view: self.connection.execute(
                    f"CREATE OR REPLACE TABLE cube_{view} AS {query}"
                )
            )
            self.build_millis += millis
        self.brush = brush

    def settle(self) -> float:
        millis, self.build_millis = self.build_millis, 0.0
        return millis

    def columns(self, view: str) -> Columns:
        return self.answers[view]


class DuckDbCube(DuckDb):
    name = "duckdb-cube"

    def chart(self, scenario: Scenario) -> Chart:
        super().chart(scenario)
        if not scenario.cube_brushes:
            raise CannotRun(NO_BRUSH)
        return DuckDbCubeChart(self.connection, scenario)

    def loading(self, scenario: Scenario, path: Path) -> Chart:
        raise CannotRun(NO_BRUSH)
