"""What the figures are to show, and what they show."""

from collections.abc import Iterator
from dataclasses import dataclass

Medians = dict[tuple[str, str, int], float]
GOAL_ROWS = 10_000_000
SMALL_ROWS = 1_000_000


@dataclass(frozen=True)
class Ratio:
    """How many times as long as Sheliak another contender is to take at least."""

    workload: str
    other: str
    least: float

    def measured(self, medians: Medians, rows: int) -> float | None:
        mine, theirs = (medians.get((self.workload, name, rows)) for name in ("sheliak", self.other))
        return None if mine is None or theirs is None else theirs / mine


GOALS = [
    *(
        Ratio(workload, other, least)
        for workload in ("taxi-first-draw", "taxi-brush-cold")
        for other, least in (("vegafusion", 60), ("duckdb", 5), ("polars", 4))
    ),
    Ratio("taxi-brush-warm", "vegafusion", 1000),
    Ratio("taxi-brush-warm", "duckdb-cube", 1),
    Ratio("bin2d-filtered", "roofline", 1 / 2),
    Ratio("histogram", "roofline", 1 / 2),
    *(Ratio(workload, "duckdb", 1) for workload in ("group-strings-1m", "window", "stack", "joinaggregate")),
    *(Ratio(workload, "polars", 1) for workload in ("csv-load", "parquet-load")),
]


@dataclass(frozen=True)
class Outcome:
    goal: str
    measured: str
    is_reached: bool


def outcomes(document: dict) -> Iterator[Outcome]:
    """The goals that the results say something of, at the most rows that were measured."""
    medians: Medians = {(e["workload"], e["contender"], e["rows"]): e["medianMillis"] for e in document["results"]}
    for goal in GOALS:
        found = {rows for workload, name, rows in medians if (workload, name) == (goal.workload, "sheliak")}
        rows = GOAL_ROWS if GOAL_ROWS in found else max(found, default=0)
        ratio = goal.measured(medians, rows)
        if ratio is not None:
            yield Outcome(
                f"{goal.workload}: at least {goal.least:g} × {goal.other}",
                f"{ratio:.3g} × at {rows:,} rows",
                ratio >= goal.least,
            )
    yield from _independent_of_rows(medians)
    yield from _bridge(medians)
    yield from _memory(document.get("memory", []))


def _independent_of_rows(medians: Medians) -> Iterator[Outcome]:
    large, small = (medians.get(("taxi-brush-warm", "sheliak", rows)) for rows in (GOAL_ROWS, SMALL_ROWS))
    if large is not None and small is not None:
        ratio = large / small
        yield Outcome("taxi-brush-warm: 10 M rows at most 1.3 × 1 M rows", f"{ratio:.3g} ×", ratio <= 1.3)


def _bridge(medians: Medians) -> Iterator[Outcome]:
    for workload, limit, name in (
        ("bridge-brush-warm", 5, "median at most 5 ms"),
        ("bridge-brush-warm:longest", 50, "no step over 50 ms"),
    ):
        for (found, _, rows), millis in medians.items():
            if found == workload:
                yield Outcome(f"bridge-brush-warm: {name}", f"{millis:.3g} ms at {rows:,} rows", millis <= limit)


def _memory(memory: list[dict]) -> Iterator[Outcome]:
    for each in memory:
        share = each["peakAboveTableBytes"] / each["tableBytes"]
        measured = f"{share:.0%} of {each['tableBytes'] / 1e6:.0f} MB at {each['rows']:,} rows"
        yield Outcome("taxi dashboard: peak at most 25 % above the table", measured, share <= 0.25)
