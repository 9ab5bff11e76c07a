"""VegaFusion: its task graph runtime, through the state of a chart; the table is an Arrow table in memory."""

import pyarrow
import vegafusion
from pyarrow import parquet

from compare.contenders import CannotRun, Chart, Contender, measured
from compare.scenario import Columns, Scenario, Step
from compare.tables import TableFile


class VegaFusionChart(Chart):
    def __init__(self, table: pyarrow.Table, scenario: Scenario):
        self.table = table
        self.scenario = scenario
        self.spec = scenario.spec()
        self.state = None
        self.received: dict[str, list[dict]] = {}

    def reset(self) -> None:
        self.state = None
        self.received.clear()
        vegafusion.runtime.clear_cache()

    def begin(self) -> None:
        self.reset()
        self.draw()

    def draw(self) -> float:
        tables = {self.scenario.table: self.table}
        millis, self.state = measured(
            lambda: vegafusion.runtime.new_chart_state(
                self.spec, local_tz=self.scenario.timezone, inline_datasets=tables
            )
        )
        return millis

    def move(self, step: Step) -> float:
        plan = self.state.get_comm_plan()["client_to_server"]
        known = {(each["namespace"], each["name"]) for each in plan}
        namespace = {name: space for space, name in known}
        updates = [
            {"namespace": namespace[name], "name": name, "scope": [], "value": value}
            for name, value in self.scenario.updates(step).items()
            if name in namespace
        ]
        millis, changes = measured(lambda: self.state.update(updates))
        self.received |= {each["name"]: each["value"] for each in changes if each["namespace"] == "data"}
        return millis

    def columns(self, view: str) -> Columns:
        rows, fields = self._rows(view), self.scenario.views[view].fields
        if not all(field in rows[0] for field in fields):
            raise CannotRun(f"it leaves a part of {view} to the browser")
        return [[row[field] for row in rows] for field in fields]

    def _rows(self, view: str) -> list[dict]:
        """A data set whose rest stays with the client is sent as a part of it."""
        names = (view, f"_server_{view}")
        for name in names:
            if name in self.received:
                return self.received[name]
        drawn = {each["name"]: each for each in self.state.get_transformed_spec()["data"]}
        for name in names:
            if "values" in drawn.get(name, {}):
                return drawn[name]["values"]
        raise CannotRun(f"it leaves {view} to the browser")


class VegaFusion(Contender):
    name = "vegafusion"

    def __init__(self):
        self.tables: dict[str, pyarrow.Table] = {}

    def load(self, table: TableFile, columns: tuple[str, ...]) -> None:
        read = parquet.read_table(table.path, columns=list(columns)).combine_chunks()
        self.tables[table.name] = read.cast(pyarrow.schema([_fractional(field) for field in read.schema]))

    def chart(self, scenario: Scenario) -> Chart:
        return VegaFusionChart(self.tables[scenario.table].select(list(scenario.columns)), scenario)

    def close(self) -> None:
        vegafusion.runtime.reset()


def _fractional(field: pyarrow.Field) -> pyarrow.Field:
    """Integers as float64: between integers and the bounds of a brush, VegaFusion compares whole numbers."""
    return field.with_type(pyarrow.float64()) if pyarrow.types.is_integer(field.type) else field
