"""The workloads by name, and the contenders that take part in them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from compare.contenders import CannotRun, Chart, Contender
from compare.measuring import Effort, Race, Times
from compare.scenario import Scenario
from compare.tables import table, taxi_file
from compare.workloads import flights, loading, queries, rows, taxi_brushes
from compare.workloads.taxi_cubes import TaxiCubes

# Who answers first is who the others are compared with.
CONTENDERS = {
    "duckdb": ("compare.contenders.duckdb", "DuckDb"),
    "polars": ("compare.contenders.polars", "Polars"),
    "sheliak": ("compare.contenders.sheliak", "Sheliak"),
    "duckdb-cube": ("compare.contenders.duckdb_cube", "DuckDbCube"),
    "vegafusion": ("compare.contenders.vegafusion", "VegaFusion"),
    "vega": ("compare.contenders.vega", "Vega"),
    "roofline": ("compare.contenders.roofline", "Roofline"),
}


@dataclass(frozen=True)
class Workload:
    scenario: Callable[[], Scenario]
    measure: Callable[[Race], None]


WORKLOADS = {
    "taxi-first-draw": Workload(TaxiCubes, Race.draw),
    "taxi-brush-cold": Workload(TaxiCubes, lambda race: race.cold(taxi_brushes.BRUSHES)),
    "taxi-brush-warm": Workload(TaxiCubes, lambda race: race.warm(taxi_brushes.BRUSHES)),
    "taxi-zoom": Workload(TaxiCubes, lambda race: race.warm({"zoom": taxi_brushes.zoom_steps})),
    "flights-first-draw": Workload(flights.FlightsCrossFilter, Race.draw),
    "flights-brush-warm": Workload(flights.FlightsCrossFilter, lambda race: race.warm(flights.BRUSHES)),
    "bin2d-filtered": Workload(queries.Bin2dFiltered, Race.draw),
    "histogram": Workload(queries.Histogram, Race.draw),
    "group-strings-1k": Workload(queries.GroupStrings1k, Race.draw),
    "group-strings-1m": Workload(queries.GroupStrings1m, Race.draw),
    "timeseries-hour": Workload(rows.TimeSeriesHour, Race.draw),
    "stack": Workload(rows.Stack, Race.draw),
    "window": Workload(rows.Window, Race.draw),
    "joinaggregate": Workload(rows.JoinAggregate, Race.draw),
    "bridge-brush-warm": Workload(TaxiCubes, lambda race: race.warm(taxi_brushes.LONG_BRUSHES)),
    "csv-load": Workload(lambda: loading.Loading("csv"), Race.draw),
    "parquet-load": Workload(lambda: loading.Loading("parquet"), Race.draw),
}


BRIDGE = "bridge-brush-warm"
BRIDGE_SECONDS = 120


class Contest:
    """Contenders with tables of some number of rows in their memory."""

    def __init__(self, names: list[str], rows: int, effort: Effort):
        self.contenders: dict[str, Contender] = {}
        for name in names:
            module, kind = CONTENDERS[name]
            self.contenders[name] = getattr(import_module(module), kind)()
        self.rows = rows
        self.effort = effort

    def load(self, workloads: list[str]) -> None:
        """Brings the columns into memory that the workloads need."""
        columns: dict[str, list[str]] = {}
        for name in workloads:
            scenario = WORKLOADS[name].scenario()
            if isinstance(scenario, loading.Loading):
                continue
            columns[scenario.table] = list(dict.fromkeys([*columns.get(scenario.table, []), *scenario.columns]))
        for name, needed in columns.items():
            for contender in self.contenders.values():
                contender.load(table(name, self.rows), tuple(needed))

    def measure(self, name: str) -> list[Times]:
        if name == BRIDGE:
            return self._measure_bridge()
        workload = WORKLOADS[name]
        scenario = workload.scenario()
        rows = self.rows if scenario.table != "flights" else table("flights", self.rows).rows
        charts, refused = {}, []
        for contender in self.contenders.values():
            try:
                charts[contender.name] = self._chart(contender, scenario)
            except CannotRun as reason:
                refused.append(Times(name, contender.name, rows, reason=str(reason)))
        race = Race(name, scenario, rows, charts, self.effort)
        workload.measure(race)
        for chart in charts.values():
            chart.close()
        return [*race.results(), *refused]

    def _measure_bridge(self) -> list[Times]:
        """Sheliak alone; the cubes are there to compare with."""
        from compare.contenders.bridge import BridgeChart

        scenario = WORKLOADS[BRIDGE].scenario()
        planned, cubes = (self.contenders[each].chart(scenario) for each in ("sheliak", "duckdb-cube"))
        bridge = BridgeChart(planned, scenario, table(scenario.table, self.rows))
        charts = {"duckdb-cube": cubes, "sheliak": bridge}
        race = Race(BRIDGE, scenario, self.rows, charts, replace(self.effort, seconds=BRIDGE_SECONDS))
        try:
            WORKLOADS[BRIDGE].measure(race)
        finally:
            bridge.close()
        times = race.times["sheliak"]
        longest = Times(f"{BRIDGE}:longest", "sheliak", self.rows, [max(times.millis)], times.compared)
        return [times, longest]

    def _chart(self, contender: Contender, scenario: Scenario) -> Chart:
        if isinstance(scenario, loading.Loading):
            return contender.loading(scenario, taxi_file(self.rows, scenario.file_format))
        return contender.chart(scenario)

    def close(self) -> None:
        for contender in self.contenders.values():
            contender.close()
