"""Reading a file into memory, all columns of it; afterwards the table answers a question, so that it is known to be
whole.
"""

from __future__ import annotations

from compare.peers import polars
from compare.values import View
from compare.workloads.queries import Query

LOADED = "loaded"


class Loading(Query):
    """The taxi table from a file of some format."""

    table = LOADED
    columns = ("pickup_x", "pickup_y", "trip_distance", "tip_amount", "pickup_time", "zone", "driver")
    view = View(("n", "zones", "drivers"), ("x", "y", "distance", "tip", "last"))
    transforms = [
        {
            "type": "aggregate",
            "fields": [None, "zone", "driver", "pickup_x", "pickup_y", "trip_distance", "tip_amount", "pickup_time"],
            "ops": ["count", "distinct", "distinct", "sum", "sum", "sum", "sum", "max"],
            "as": ["n", "zones", "drivers", "x", "y", "distance", "tip", "last"],
        }
    ]
    sql = (
        "SELECT count(*), count(DISTINCT zone), count(DISTINCT driver), sum(pickup_x), sum(pickup_y), "
        "sum(trip_distance), sum(tip_amount), epoch_ms(max(pickup_time)) FROM loaded"
    )

    def __init__(self, file_format: str):
        self.file_format = file_format

    def answer(self, frame):
        sums = [polars.col(name).sum() for name in ("pickup_x", "pickup_y", "trip_distance", "tip_amount")]
        distinct = [polars.col(name).n_unique() for name in ("zone", "driver")]
        last = polars.col("pickup_time").max().dt.epoch("ms")
        return frame.select(polars.len().alias("n"), *distinct, *sums, last).collect()
