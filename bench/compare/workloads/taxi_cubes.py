"""The pre-aggregated cubes of the taxi dashboard: for each brush, the passive views by pixel of the brush."""

from __future__ import annotations

from compare import vega_bins
from compare.peers import fetch
from compare.scenario import Columns
from compare.workloads.taxi import HEAT, HISTOGRAM, MAP, MAX_BINS, MOVED, TaxiDashboard
from compare.workloads.taxi_brushes import DISTANCE, PICKUP_X, PICKUP_Y, Pixels, TaxiStep

# One size of the map's bins for all steps: that of the whole map.
MAP_STEP = vega_bins.choose(PICKUP_X.edge(0), PICKUP_X.edge(1000), MAX_BINS).step


def _pixel(pixels: Pixels) -> str:
    return f"floor(({pixels.field} - ({pixels.start})) / {pixels.width})::SMALLINT"


ACTIVE = {
    "distance": {"active_0": _pixel(DISTANCE)},
    "pickup": {"active_0": _pixel(PICKUP_X), "active_1": _pixel(PICKUP_Y)},
    "day_hour": {"active_0": "pickup_day", "active_1": "pickup_hour"},
}
GROUPS = {
    HISTOGRAM: ("least(floor(trip_distance), 11)::UTINYINT AS key_0, count(*) AS n", "trip_distance <= 12"),
    MAP: (
        f"floor(pickup_x / {MAP_STEP})::INTEGER AS key_0, floor(pickup_y / {MAP_STEP})::INTEGER AS key_1, "
        "count(*) AS n",
        "TRUE",
    ),
    HEAT: ("pickup_day AS key_0, pickup_hour AS key_1, sum(tip_amount) AS total, count(*) AS n", "TRUE"),
}
ANSWERS = {
    HISTOGRAM: "key_0, sum(n)",
    MAP: f"key_0 * {MAP_STEP} AS x, key_1 * {MAP_STEP} AS y, sum(n)",
    HEAT: "key_0, key_1, sum(total) / sum(n)",
}


class TaxiCubes(TaxiDashboard):
    cube_brushes = tuple(ACTIVE)

    def cubes(self, brush: str) -> dict[str, str]:
        active = ", ".join(f"{expression} AS {name}" for name, expression in ACTIVE[brush].items())
        return {
            view: f"SELECT {active}, {GROUPS[view][0]} FROM taxi WHERE tip_amount < 100 AND {GROUPS[view][1]} "
            "GROUP BY ALL"
            for view in MOVED[brush]
        }

    def cube_answer(self, connection, view: str, step: TaxiStep) -> Columns:
        terms = [f"active_{number} BETWEEN {low} AND {high}" for number, (low, high) in enumerate(_pixels(step))]
        keys = "1" if view == HISTOGRAM else "1, 2"
        where = " AND ".join(terms)
        return fetch(connection, f"SELECT {ANSWERS[view]} FROM cube_{view} WHERE {where} GROUP BY {keys}")


def _pixels(step: TaxiStep) -> list[tuple[int, int]]:
    """First and last selected pixel, or value, of the active fields."""
    if step.distance:
        return [(step.distance[0], step.distance[1] - 1)]
    if step.pickup:
        return [(low, high - 1) for low, high in step.pickup]
    return [(min(each), max(each)) for each in step.day_hour]
