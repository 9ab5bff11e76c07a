"""Three million flights as three histograms, of delay, distance and hour; a brush in each filters the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from compare.peers import fetch, polars
from compare.scenario import Columns, Scenario
from compare.values import View
from compare.vega_lite import compiled, store

PIXELS = 1000
STEPS = 50


@dataclass(frozen=True)
class Histogram:
    """A histogram of a field: its data set and bins, and 1,000 pixels whose edges coincide with no value."""

    view: str
    unit: str
    bin_field: str
    low: float
    step: float
    bins: int
    first_pixel: float
    pixel: float

    @property
    def high(self) -> float:
        return self.low + self.step * self.bins

    def edge(self, pixel: int) -> float:
        return self.first_pixel + pixel * self.pixel


HISTOGRAMS = {
    "delay": Histogram("data_0", "concat_0", "bin_extent__60_180_step_10_delay", -60, 10, 24, -60.1, 0.24),
    "distance": Histogram("data_1", "concat_1", "bin_extent_0_3000_step_100_distance", 0, 100, 30, -0.5, 3),
    "hour": Histogram("data_2", "concat_2", "bin_extent_0_24_step_1_hour", 0, 1, 24, 0.001, 0.024),
}
HOUR = "hour(date) + minute(date) / 60"


@dataclass(frozen=True)
class FlightsStep:
    """A brush over some pixels of one histogram."""

    brush: str
    pixels: tuple[int, int]

    def interval(self) -> tuple[float, float]:
        histogram = HISTOGRAMS[self.brush]
        return histogram.edge(self.pixels[0]), histogram.edge(self.pixels[1])


def _steps(brush: str) -> Callable[[int], list[FlightsStep]]:
    """A fifth of the width that moves on by sixteen pixels; another offset gives other positions."""
    return lambda offset: [
        FlightsStep(brush, (step * 16 + offset, step * 16 + offset + PIXELS // 5)) for step in range(STEPS)
    ]


BRUSHES = {brush: _steps(brush) for brush in HISTOGRAMS}


class FlightsCrossFilter(Scenario):
    table = "flights"
    columns = ("date", "delay", "distance")
    views = {each.view: View((each.bin_field,), ("__count",)) for each in HISTOGRAMS.values()}
    cube_brushes = tuple(HISTOGRAMS)

    def spec(self) -> dict:
        return compiled("flights")

    def updates(self, step: FlightsStep) -> dict[str, Any]:
        updates: dict[str, Any] = {f"{brush}_brush_store": [] for brush in HISTOGRAMS}
        unit = HISTOGRAMS[step.brush].unit
        updates[f"{step.brush}_brush_store"] = store(unit, {"x": (step.brush, "R")}, [list(step.interval())])
        return updates

    def moved(self, step: FlightsStep) -> list[str]:
        return [each.view for brush, each in HISTOGRAMS.items() if brush != step.brush]

    def duckdb_columns(self) -> dict[str, str]:
        return {"hour": HOUR}

    def by_duckdb(self, connection, view: str, step: FlightsStep | None) -> Columns:
        field, histogram = _of(view)
        # The first drawing starts from the table alone; the column made for it is there with the steps.
        value = HOUR if field == "hour" and not step else field
        where = f"{value} BETWEEN {histogram.low} AND {histogram.high}"
        if step:
            low, high = step.interval()
            where += f" AND {step.brush} BETWEEN {low} AND {high}"
        return fetch(connection, f"SELECT {_sql_bin(histogram, value)}, count(*) FROM flights WHERE {where} GROUP BY 1")

    def polars_columns(self) -> dict[str, polars.Expr]:
        date = polars.col("date").dt
        return {"hour": date.hour() + date.minute() / 60}

    def by_polars(self, frame: polars.LazyFrame, view: str, step: FlightsStep | None) -> polars.DataFrame:
        field, histogram = _of(view)
        value = polars.col(field) if step or field != "hour" else self.polars_columns()["hour"]
        terms = [value.is_between(histogram.low, histogram.high)]
        if step:
            terms.append(polars.col(step.brush).is_between(*step.interval()))
        bins = ((value - histogram.low) / histogram.step).cast(polars.Int32).clip(upper_bound=histogram.bins - 1)
        counts = frame.filter(*terms).group_by(bins.alias("bin")).len().collect()
        return counts.select(histogram.low + polars.col("bin") * histogram.step, "len")

    def cubes(self, brush: str) -> dict[str, str]:
        active = HISTOGRAMS[brush]
        pixel = f"floor(({brush} - ({active.first_pixel})) / {active.pixel})::INTEGER AS active"
        return {
            each.view: f"SELECT {pixel}, {_sql_bin(each, field)} AS key, count(*) AS n FROM flights "
            f"WHERE {field} BETWEEN {each.low} AND {each.high} GROUP BY ALL"
            for field, each in HISTOGRAMS.items()
            if field != brush
        }

    def cube_answer(self, connection, view: str, step: FlightsStep) -> Columns:
        first, last = step.pixels[0], step.pixels[1] - 1
        return fetch(
            connection, f"SELECT key, sum(n) FROM cube_{view} WHERE active BETWEEN {first} AND {last} GROUP BY 1"
        )


def _of(view: str) -> tuple[str, Histogram]:
    return next((field, each) for field, each in HISTOGRAMS.items() if each.view == view)


def _sql_bin(histogram: Histogram, value: str) -> str:
    number = f"least(floor(({value} - ({histogram.low})) / {histogram.step}), {histogram.bins - 1})"
    return f"{histogram.low} + {number} * {histogram.step}"
