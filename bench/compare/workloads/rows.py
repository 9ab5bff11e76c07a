"""Charts whose transforms need the rows in an order, or their groups beside them."""

from __future__ import annotations

import numpy

from compare.peers import fetch, polars
from compare.scenario import Columns, Step
from compare.values import View
from compare.workloads.queries import Query


class TimeSeriesHour(Query):
    """Trips and their mean tip by hour, in New York's time; the hour that comes twice in autumn is one."""

    timezone = "America/New_York"
    columns = ("pickup_time", "tip_amount")
    view = View(("hour",), ("n", "tip"))
    transforms = [
        {
            "type": "timeunit",
            "field": "pickup_time",
            "units": ["year", "month", "date", "hours"],
            "as": ["hour", "hour_end"],
        },
        {
            "type": "aggregate",
            "groupby": ["hour"],
            "fields": [None, "tip_amount"],
            "ops": ["count", "mean"],
            "as": ["n", "tip"],
        },
    ]
    sql = (
        "SELECT date_trunc('hour', timezone('America/New_York', pickup_time)) AS hour, count(*), avg(tip_amount) "
        "FROM taxi GROUP BY 1"
    )

    def by_duckdb(self, connection, view: str, step: Step) -> Columns:
        hours, *values = fetch(connection, self.sql)
        return [self._epoch_millis(hours), *values]

    def answer(self, frame):
        local = polars.col("pickup_time").dt.convert_time_zone(self.timezone).dt.replace_time_zone(None)
        hours = frame.group_by(local.dt.truncate("1h").alias("hour"))
        found = hours.agg(polars.len(), polars.col("tip_amount").mean()).collect()
        return found.with_columns(polars.Series("hour", self._epoch_millis(found["hour"].to_numpy())))

    def _epoch_millis(self, local: numpy.ndarray) -> numpy.ndarray:
        """Local hours as the milliseconds of a JavaScript Date: of two that are alike, the earlier."""
        hours = polars.Series(local.astype("datetime64[ms]"))
        return hours.dt.replace_time_zone(self.timezone, ambiguous="earliest").dt.epoch("ms").to_numpy()


class Stack(Query):
    """Tips by hour of the day, stacked by zone."""

    columns = ("pickup_time", "zone", "tip_amount")
    view = View(("hour", "zone"), ("y0", "y1"))
    transforms = [
        {"type": "formula", "expr": "hours(datum.pickup_time)", "as": "hour"},
        {
            "type": "aggregate",
            "groupby": ["hour", "zone"],
            "fields": ["tip_amount"],
            "ops": ["sum"],
            "as": ["tips"],
        },
        {"type": "stack", "groupby": ["hour"], "sort": {"field": "zone", "order": "ascending"}, "field": "tips"},
    ]
    sql = (
        "SELECT hour, zone, coalesce(sum(tips) OVER (bars ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0), "
        "sum(tips) OVER bars FROM (SELECT hour(pickup_time::TIMESTAMP) AS hour, zone, sum(tip_amount) AS tips "
        "FROM taxi GROUP BY 1, 2) WINDOW bars AS (PARTITION BY hour ORDER BY zone)"
    )

    def answer(self, frame):
        hour = polars.col("pickup_time").dt.hour().alias("hour")
        groups = frame.group_by(hour, "zone").agg(polars.col("tip_amount").sum().alias("tips")).sort("zone")
        top = polars.col("tips").cum_sum().over("hour")
        return groups.select("hour", "zone", (top - polars.col("tips")).alias("y0"), top.alias("y1")).collect()


class Window(Query):
    """For each zone the longest and the mean time between two trips, and all tips, from sums that run through time."""

    columns = ("zone", "pickup_time", "tip_amount")
    view = View(("zone",), ("longest", "mean", "tips"))
    transforms = [
        {
            "type": "window",
            "groupby": ["zone"],
            "sort": {"field": "pickup_time", "order": "ascending"},
            "fields": ["pickup_time", "tip_amount"],
            "ops": ["lag", "sum"],
            "params": [1, None],
            "as": ["before", "tips"],
        },
        {"type": "filter", "expr": "datum.before != null"},
        {"type": "formula", "expr": "datum.pickup_time - datum.before", "as": "gap"},
        {
            "type": "aggregate",
            "groupby": ["zone"],
            "fields": ["gap", "gap", "tips"],
            "ops": ["max", "mean", "max"],
            "as": ["longest", "mean", "tips"],
        },
    ]
    sql = (
        "SELECT zone, max(gap), avg(gap), max(tips) FROM (SELECT zone, "
        "epoch_ms(pickup_time::TIMESTAMP) - lag(epoch_ms(pickup_time::TIMESTAMP)) OVER trips AS gap, "
        "sum(tip_amount) OVER trips AS tips FROM taxi WINDOW trips AS (PARTITION BY zone ORDER BY pickup_time)) "
        "WHERE gap IS NOT NULL GROUP BY 1"
    )

    def answer(self, frame):
        time = polars.col("pickup_time").cast(polars.Int64)
        gap = (time - time.shift().over("zone")).alias("gap")
        rows = frame.sort("pickup_time").select("zone", gap, polars.col("tip_amount").cum_sum().over("zone"))
        gap = polars.col("gap")
        groups = rows.filter(gap.is_not_null()).group_by("zone")
        return groups.agg(
            gap.max().alias("longest"), gap.mean().alias("mean"), polars.col("tip_amount").max()
        ).collect()


class JoinAggregate(Query):
    """How many trips of each zone had more than a tenth above the zone's mean tip.

    A tip may be the mean itself, and then the last bit of the mean decides: DuckDB's is another one in each run.
    """

    columns = ("zone", "tip_amount")
    view = View(("zone",), ("n",))
    transforms = [
        {"type": "joinaggregate", "groupby": ["zone"], "fields": ["tip_amount"], "ops": ["mean"], "as": ["usual"]},
        {"type": "filter", "expr": "datum.tip_amount > 1.1 * datum.usual"},
        {"type": "aggregate", "groupby": ["zone"], "ops": ["count"], "as": ["n"]},
    ]
    sql = (
        "SELECT zone, count(*) FROM taxi JOIN (SELECT zone, avg(tip_amount) AS usual FROM taxi GROUP BY zone) "
        "USING (zone) WHERE tip_amount > 1.1 * usual GROUP BY 1"
    )

    def answer(self, frame):
        usual = polars.col("tip_amount").mean().over("zone")
        return frame.filter(polars.col("tip_amount") > 1.1 * usual).group_by("zone").len().collect()
