"""Charts of one view and without a brush: each one question to the table."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from compare.peers import fetch, polars
from compare.scenario import Columns, Scenario, Step
from compare.values import View

VIEW = "drawn"
MILLIS_PER_HOUR = 3_600_000


class Query(Scenario):
    """One data set of the taxi table, drawn as symbols."""

    table = "taxi"
    view: View
    sql: str
    transforms: list[dict[str, Any]]

    @property
    def views(self) -> dict[str, View]:
        return {VIEW: self.view}

    def spec(self) -> dict:
        encoded = {f"value_{number}": {"field": field} for number, field in enumerate(self.view.fields)}
        return {
            "$schema": "https://vega.github.io/schema/vega/v6.json",
            "data": [{"name": VIEW, "url": f"table://{self.table}", "transform": self.transforms}],
            "marks": [{"type": "symbol", "from": {"data": VIEW}, "encode": {"update": encoded}}],
        }

    def by_duckdb(self, connection, view: str, step: Step) -> Columns:
        return fetch(connection, self.sql)

    def by_polars(self, frame: polars.LazyFrame, view: str, step: Step) -> polars.DataFrame:
        return self.answer(frame)

    @abstractmethod
    def answer(self, frame: polars.LazyFrame) -> polars.DataFrame:
        """The answer of Polars."""


class Histogram(Query):
    columns = ("trip_distance",)
    view = View(("bin",), ("n",))
    transforms = [
        {"type": "bin", "field": "trip_distance", "extent": [0, 12], "maxbins": 20, "as": ["bin", "bin_end"]},
        {"type": "aggregate", "groupby": ["bin", "bin_end"], "ops": ["count"], "as": ["n"]},
        {"type": "filter", "expr": "isFinite(datum.bin)"},
    ]
    sql = "SELECT least(floor(trip_distance), 11), count(*) FROM taxi WHERE trip_distance <= 12 GROUP BY 1"

    def answer(self, frame):
        bins = polars.col("trip_distance").cast(polars.UInt8).clip(upper_bound=11).alias("bin")
        return frame.filter(polars.col("trip_distance") <= 12).group_by(bins).len().collect()


class Bin2dFiltered(Query):
    """Pickups in the middle of the city of trips of two to six miles, in squares of 100 metres."""

    columns = ("pickup_x", "pickup_y", "trip_distance")
    view = View(("x", "y"), ("n",))
    x_range = (-8_241_000.0, -8_231_000.0)
    y_range = (4_970_000.0, 4_980_000.0)
    transforms = [
        {
            "type": "filter",
            "expr": f"datum.pickup_x >= {x_range[0]} && datum.pickup_x <= {x_range[1]} && "
            f"datum.pickup_y >= {y_range[0]} && datum.pickup_y <= {y_range[1]} && "
            "datum.trip_distance >= 2 && datum.trip_distance <= 6",
        },
        {"type": "bin", "field": "pickup_x", "extent": list(x_range), "step": 100, "as": ["x", "x_end"]},
        {"type": "bin", "field": "pickup_y", "extent": list(y_range), "step": 100, "as": ["y", "y_end"]},
        {"type": "aggregate", "groupby": ["x", "x_end", "y", "y_end"], "ops": ["count"], "as": ["n"]},
    ]
    sql = (
        "SELECT floor(pickup_x / 100) * 100 AS x, floor(pickup_y / 100) * 100 AS y, count(*) FROM taxi "
        f"WHERE pickup_x BETWEEN {x_range[0]} AND {x_range[1]} AND pickup_y BETWEEN {y_range[0]} AND {y_range[1]} "
        "AND trip_distance BETWEEN 2 AND 6 GROUP BY 1, 2"
    )

    def answer(self, frame):
        x, y, distance = (polars.col(name) for name in self.columns)
        code = ((x - self.x_range[0]) / 100).cast(polars.Int32) * 100 + ((y - self.y_range[0]) / 100).cast(polars.Int32)
        rows = frame.filter(x.is_between(*self.x_range), y.is_between(*self.y_range), distance.is_between(2, 6))
        counts = rows.group_by(code.alias("code")).len().collect()
        code = polars.col("code")
        return counts.select(
            self.x_range[0] + code // 100 * 100, (self.y_range[0] + code % 100 * 100).alias("y"), "len"
        )


class GroupStrings1k(Query):
    columns = ("zone", "tip_amount")
    view = View(("zone",), ("n", "tip"))
    transforms = [
        {
            "type": "aggregate",
            "groupby": ["zone"],
            "fields": [None, "tip_amount"],
            "ops": ["count", "mean"],
            "as": ["n", "tip"],
        }
    ]
    sql = "SELECT zone, count(*), avg(tip_amount) FROM taxi GROUP BY 1"

    def answer(self, frame):
        return frame.group_by("zone").agg(polars.len(), polars.col("tip_amount").mean()).collect(engine="streaming")


class GroupStrings1m(Query):
    """How many drivers had how many trips, and what they earned in tips: groups of a million strings, grouped again."""

    columns = ("driver", "tip_amount")
    view = View(("trips",), ("drivers", "tips"))
    transforms = [
        {
            "type": "aggregate",
            "groupby": ["driver"],
            "fields": [None, "tip_amount"],
            "ops": ["count", "sum"],
            "as": ["trips", "tips"],
        },
        {
            "type": "aggregate",
            "groupby": ["trips"],
            "fields": [None, "tips"],
            "ops": ["count", "mean"],
            "as": ["drivers", "tips"],
        },
    ]
    sql = (
        "SELECT trips, count(*), avg(tips) FROM "
        "(SELECT count(*) AS trips, sum(tip_amount) AS tips FROM taxi GROUP BY driver) GROUP BY 1"
    )

    def answer(self, frame):
        drivers = frame.group_by("driver").agg(polars.len().alias("trips"), polars.col("tip_amount").sum())
        return drivers.group_by("trips").agg(polars.len(), polars.col("tip_amount").mean()).collect(engine="streaming")
