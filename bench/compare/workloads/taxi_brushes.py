"""Positions of the brushes of the taxi dashboard.

The edges of the intervals on distances and pickups lie on those of 1,000 pixels, so that pre-aggregated cubes, which
know no others, can answer them too; and they never coincide with a value of the table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

PIXELS = 1000
STEPS = 50
ZOOM_STEPS = 20
ZOOM_FACTOR = 0.93

Interval: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Pixels:
    """A field's drawn extent in pixels."""

    field: str
    start: float
    width: float

    def edge(self, pixel: int) -> float:
        return self.start + pixel * self.width


# Distances have two decimals, these edges three, the last of them odd.
DISTANCE = Pixels("trip_distance", 0.005, 0.012)
PICKUP_X = Pixels("pickup_x", -8_243_204.0, 16.693)
PICKUP_Y = Pixels("pickup_y", 4_968_192.0, 14.694)


@dataclass(frozen=True)
class TaxiStep:
    """One position: the selected pixels of the distance or of the map, hours of days, or the visible map."""

    distance: tuple[int, int] | None = None
    pickup: tuple[tuple[int, int], tuple[int, int]] | None = None
    day_hour: tuple[Sequence[int], Sequence[int]] | None = None
    zoom: tuple[Interval, Interval] | None = None

    @property
    def brush(self) -> str:
        return next(name for name in ("distance", "pickup", "day_hour", "zoom") if getattr(self, name))

    def intervals(self) -> dict[str, Interval]:
        """The selected interval of each field."""
        found = {}
        if self.distance:
            found["trip_distance"] = _between(DISTANCE, self.distance)
        if self.pickup:
            found["pickup_x"] = _between(PICKUP_X, self.pickup[0])
            found["pickup_y"] = _between(PICKUP_Y, self.pickup[1])
        return found


def _between(pixels: Pixels, selected: tuple[int, int]) -> Interval:
    return pixels.edge(selected[0]), pixels.edge(selected[1])


def distance_steps(offset: int) -> list[TaxiStep]:
    """A brush of two miles that moves on by eight pixels; another offset gives other positions."""
    return [TaxiStep(distance=(step * 8 + offset, step * 8 + offset + 167)) for step in range(STEPS)]


def pickup_steps(offset: int) -> list[TaxiStep]:
    """A square of the map that moves on along its diagonal."""
    starts = [200 + step * 8 + offset for step in range(STEPS)]
    return [TaxiStep(pickup=((start, start + 180), (start, start + 180))) for start in starts]


def day_hour_steps(offset: int) -> list[TaxiStep]:
    """A few days by some hours: all places for brushes of this size, another one with each step."""
    places = [
        (tuple(range(day, day + days)), tuple(range(hour, hour + hours)))
        for days in (2, 3)
        for hours in (4, 5, 6)
        for day in range(8 - days)
        for hour in range(25 - hours)
    ]
    return [TaxiStep(day_hour=places[(offset * STEPS + step) * 7 % len(places)]) for step in range(STEPS)]


def zoom_steps(offset: int) -> list[TaxiStep]:
    """The map, around its middle, larger with each step."""
    steps = []
    for step in range(1, ZOOM_STEPS + 1):
        factor = ZOOM_FACTOR**step * (1 - offset / 1000)
        steps.append(TaxiStep(zoom=(_around(PICKUP_X, factor), _around(PICKUP_Y, factor))))
    return steps


def _around(pixels: Pixels, factor: float) -> Interval:
    middle, half = pixels.edge(PIXELS // 2), pixels.width * PIXELS / 2
    return middle - half * factor, middle + half * factor


BRUSHES = {"distance": distance_steps, "pickup": pickup_steps, "day_hour": day_hour_steps}

# Those other than of the steps that warm up, each of them once: a thousand in all.
LONG_OFFSETS = {"distance": (0, 1, 2, 4, 6, 7), "pickup": (0, 1, 2, 4, 6, 7), "day_hour": (0, 1, 2, 4, 6, 7, 8, 9)}


def _long(brush: str) -> Callable[[int], list[TaxiStep]]:
    steps = BRUSHES[brush]
    return lambda offset: steps(offset) if offset else [step for each in LONG_OFFSETS[brush] for step in steps(each)]


LONG_BRUSHES = {brush: _long(brush) for brush in BRUSHES}
