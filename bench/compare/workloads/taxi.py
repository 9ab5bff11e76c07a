"""The dashboard of VegaFusion's announcement: a map of pickups that can be zoomed, a histogram of distances, and a heat
map of tips by day and hour; a brush in each filters the others.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from compare import vega_bins
from compare.peers import fetch, polars
from compare.scenario import Columns, Scenario
from compare.values import View
from compare.vega_lite import compiled, store
from compare.workloads.taxi_brushes import TaxiStep

X_BIN = "bin_maxbins_180_extent_param_pickup_scales_pickup_x"
Y_BIN = "bin_maxbins_180_extent_param_pickup_scales_pickup_y"
DISTANCE_BIN = "bin_extent_0_12_maxbins_20_trip_distance"
HISTOGRAM, MAP, HEAT = "data_0", "data_1", "data_2"
MAX_BINS = 180
# The map is at most this many bins high, zoomed or not; a code of both bins is x * ROW + y.
ROW = 1000
MOVED = {"distance": [MAP, HEAT], "pickup": [HISTOGRAM, HEAT], "day_hour": [HISTOGRAM, MAP], "zoom": [MAP]}
FILTERS = {
    HISTOGRAM: ("pickup_x", "pickup_y", "day_hour"),
    MAP: ("trip_distance", "day_hour", "zoom"),
    HEAT: ("trip_distance", "pickup_x", "pickup_y"),
}

Ranges: TypeAlias = dict[str, tuple[float, float]]


class TaxiDashboard(Scenario):
    table = "taxi"
    columns = ("pickup_x", "pickup_y", "trip_distance", "tip_amount", "pickup_time")
    views = {
        HISTOGRAM: View((DISTANCE_BIN,), ("__count",)),
        MAP: View((X_BIN, Y_BIN), ("__count",)),
        HEAT: View(("pickup_day", "pickup_hour"), ("mean_tip",)),
    }

    def spec(self) -> dict:
        return compiled("taxi")

    def updates(self, step: TaxiStep) -> dict[str, Any]:
        updates = {"distance_store": [], "pickup_store": [], "day_hour_store": []}
        intervals = {field: list(interval) for field, interval in step.intervals().items()}
        if step.distance:
            updates["distance_store"] = store("concat_0", {"x": ("trip_distance", "R")}, [intervals["trip_distance"]])
        if step.pickup:
            updates["pickup_store"] = _map_store([intervals["pickup_x"], intervals["pickup_y"]])
        if step.day_hour:
            channels = {"x": ("pickup_day", "E"), "y": ("pickup_hour", "E")}
            updates["day_hour_store"] = store("concat_2", channels, [list(each) for each in step.day_hour])
        if step.zoom:
            x, y = (list(interval) for interval in step.zoom)
            updates |= {"pickup_scales_pickup_x": x, "pickup_scales_pickup_y": y}
            updates["pickup_scales_store"] = _map_store([x, y])
        return updates

    def moved(self, step: TaxiStep) -> list[str]:
        return MOVED[step.brush]

    def duckdb_columns(self) -> dict[str, str]:
        time = "pickup_time::TIMESTAMP"
        return {"pickup_hour": f"hour({time})::UTINYINT", "pickup_day": f"dayofweek({time})::UTINYINT"}

    def by_duckdb(self, connection, view: str, step: TaxiStep | None) -> Columns:
        # The first drawing starts from the table alone; the columns made for it are there with the steps.
        hour, day = ("pickup_hour", "pickup_day") if step else self.duckdb_columns().values()
        source = f"FROM taxi WHERE tip_amount < 100{_where(view, step)}"
        if view == HISTOGRAM:
            bins = "least(floor(trip_distance), 11)"
            return fetch(connection, f"SELECT {bins}, count(*) {source} AND trip_distance <= 12 GROUP BY 1")
        if view == HEAT:
            return fetch(connection, f"SELECT {day} AS d, {hour} AS h, avg(tip_amount) {source} GROUP BY 1, 2")
        extent = "min(pickup_x), max(pickup_x), min(pickup_y), max(pickup_y)"
        x, y = map_bins([each[0] for each in fetch(connection, f"SELECT {extent} {source}")], step)
        codes = [f"floor((pickup_{n} - ({b.start})) / {b.step})" for n, b in (("x", x), ("y", y))]
        columns = fetch(connection, f"SELECT {codes[0]}, {codes[1]}, count(*) AS n {source} GROUP BY 1, 2")
        return [x.start + columns[0] * x.step, y.start + columns[1] * y.step, columns[2]]

    def polars_columns(self) -> dict[str, polars.Expr]:
        time = polars.col("pickup_time").dt
        return {"pickup_hour": time.hour(), "pickup_day": (time.weekday() % 7).cast(polars.UInt8)}

    def by_polars(self, frame: polars.LazyFrame, view: str, step: TaxiStep | None) -> polars.DataFrame:
        rows = frame.filter(polars.col("tip_amount") < 100, *_conditions(view, step))
        if view == HISTOGRAM:
            bins = polars.col("trip_distance").cast(polars.UInt8).clip(upper_bound=11).alias("bin")
            return rows.filter(polars.col("trip_distance") <= 12).group_by(bins).len().collect()
        if view == HEAT:
            keys = ["pickup_day", "pickup_hour"] if step else [_week_hour().alias("code")]
            means = rows.group_by(keys).agg(polars.col("tip_amount").mean()).collect()
            return means if step else _decoded(means)
        extents = [
            getattr(polars.col(n), e)().alias(f"{n}_{e}") for n in ("pickup_x", "pickup_y") for e in ("min", "max")
        ]
        x, y = map_bins(rows.select(extents).collect().row(0), step)
        x_code, y_code = (
            ((polars.col(name) - bins.start) / bins.step).cast(polars.Int32)
            for name, bins in (("pickup_x", x), ("pickup_y", y))
        )
        counts = rows.group_by((x_code * ROW + y_code).alias("code")).len().collect()
        return counts.select(
            x.start + polars.col("code") // ROW * x.step,
            (y.start + polars.col("code") % ROW * y.step).alias("y"),
            "len",
        )


def map_bins(extent, step: TaxiStep | None) -> tuple[vega_bins.Bins, vega_bins.Bins]:
    """The bins of the map, from the least and greatest x and y of the drawn rows; zoomed, both have the span of x."""
    x_low, x_high, y_low, y_high = (float(each) for each in extent)
    span = step.zoom[0][1] - step.zoom[0][0] if step and step.zoom else 0
    return vega_bins.choose(x_low, x_high, MAX_BINS, span), vega_bins.choose(y_low, y_high, MAX_BINS, span)


def _map_store(values: list) -> list[dict]:
    return store("concat_1", {"x": ("pickup_x", "R"), "y": ("pickup_y", "R")}, values)


def _ranges(view: str, step: TaxiStep | None) -> Ranges:
    """The intervals that filter a view."""
    if not step:
        return {}
    ranges = {field: interval for field, interval in step.intervals().items() if field in FILTERS[view]}
    if step.zoom and "zoom" in FILTERS[view]:
        ranges |= {"pickup_x": step.zoom[0], "pickup_y": step.zoom[1]}
    return ranges


def _selected(view: str, step: TaxiStep | None) -> dict[str, list[int]]:
    """The days and hours that filter a view."""
    if not step or not step.day_hour or "day_hour" not in FILTERS[view]:
        return {}
    return {"pickup_day": list(step.day_hour[0]), "pickup_hour": list(step.day_hour[1])}


def _where(view: str, step: TaxiStep | None) -> str:
    terms = [f" AND {name} BETWEEN {low} AND {high}" for name, (low, high) in _ranges(view, step).items()]
    terms += [f" AND {name} BETWEEN {min(each)} AND {max(each)}" for name, each in _selected(view, step).items()]
    return "".join(terms)


def _conditions(view: str, step: TaxiStep | None) -> list[polars.Expr]:
    terms = [polars.col(name).is_between(low, high) for name, (low, high) in _ranges(view, step).items()]
    return terms + [polars.col(name).is_between(min(each), max(each)) for name, each in _selected(view, step).items()]


def _week_hour() -> polars.Expr:
    """The hour of the week of a time in UTC, from Thursday on, as 1970 began: faster than to ask for day and hour."""
    return (polars.col("pickup_time").cast(polars.Int64) // 3_600_000 % 168).cast(polars.UInt8)


def _decoded(means: polars.DataFrame) -> polars.DataFrame:
    code = polars.col("code")
    return means.select((code // 24 + 4) % 7, (code % 24).alias("hour"), "tip_amount")
