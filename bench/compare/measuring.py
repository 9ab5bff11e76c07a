"""Runs the contenders one after the other, again and again, and compares what they answer."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import TypeAlias, TypeVar

from compare.contenders import CannotRun, Chart
from compare.scenario import Scenario, Step
from compare.values import Disagreement, Rows

PERCENTILE = 0.95
CHECK_EVERY = 10
WARM_UP_LEAST = 2

T = TypeVar("T")
# The steps of a brush; another number gives other places.
Positions: TypeAlias = Callable[[int], Sequence[Step]]


@dataclass(frozen=True)
class Effort:
    """How often something is measured: at most `runs` times, and no more once it took `seconds`, but `least` times."""

    runs: int = 15
    least: int = 3
    seconds: float = 12
    warm_up_runs: int = 40
    warm_up_seconds: float = 5


@dataclass
class Times:
    """What one contender needed for one workload."""

    workload: str
    contender: str
    rows: int
    millis: list[float] = field(default_factory=list)
    compared: int = 0
    reason: str | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.millis)

    @property
    def percentile(self) -> float:
        """95 of 100 are not longer."""
        return sorted(self.millis)[round(PERCENTILE * (len(self.millis) - 1))]

    def result(self) -> dict:
        return {
            "workload": self.workload,
            "contender": self.contender,
            "rows": self.rows,
            "medianMillis": round(self.median, 3),
            "p95Millis": round(self.percentile, 3),
            "runs": len(self.millis),
            "checked": self.compared > 0,
        }


class Race:
    """One workload: the contenders that take part, and their times so far."""

    def __init__(self, workload: str, scenario: Scenario, rows: int, charts: dict[str, Chart], effort: Effort):
        self.workload = workload
        self.scenario = scenario
        self.rows = rows
        self.charts = dict(charts)
        self.effort = effort
        self.times = {name: Times(workload, name, rows) for name in charts}
        self.parts: dict[tuple[str, str], Times] = {}
        self.only_brush: str | None = None

    def draw(self) -> None:
        """Measures the first drawing, each time with nothing known."""

        def run(chart: Chart) -> float:
            chart.reset()
            return chart.draw()

        self._warm_up(lambda chart, _: run(chart))
        for number in range(self.effort.runs):
            ran = self._round(run)
            if number % CHECK_EVERY == 0:
                self._check(list(self.scenario.views), ran)

    def cold(self, steps: dict[str, Positions]) -> None:
        """Measures the first move of each brush in a chart that was just drawn."""

        def run(chart: Chart, step: Step) -> float:
            chart.begin()
            return chart.move(step)

        for name in [name for name, chart in self.charts.items() if chart.built_ahead]:
            self._leave(name, "what it answers from is built before the first step")
        for brush, positions in steps.items():
            before, measured = positions(3), positions(0)
            self._warm_up(lambda chart, number, before=before: run(chart, before[number]))
            for number in range(self.effort.runs):
                step = measured[number * 3 % len(measured)]
                ran = self._round(lambda chart, step=step: run(chart, step), brush)
                self._check(self.scenario.moved(step), ran)

    def warm(self, steps: dict[str, Positions]) -> None:
        """Measures moves of each brush after it has been moved for a while."""
        self.only_brush = next(iter(steps)) if len(steps) == 1 else None
        for chart in self.charts.values():
            chart.begin()
        for brush, positions in steps.items():
            for before in (positions(3), positions(5)):
                self._warm_up(lambda chart, number, before=before: chart.move(before[number]), len(before))
                self._settle(brush)
            for number, step in enumerate(positions(0)):
                ran = self._round(lambda chart, step=step: chart.move(step), brush)
                if number % CHECK_EVERY == 0:
                    self._check(self.scenario.moved(step), ran)

    def _settle(self, brush: str) -> None:
        """What is built for the steps to come is measured apart."""
        for name, chart in self.charts.items():
            millis = chart.settle()
            if millis > 0:
                self._part(name, f"{brush}:build").millis.append(millis)

    def _check(self, views: Sequence[str], names: Sequence[str]) -> None:
        """Compares the rows of views between contenders, with the first of them that answers."""
        for view in views:
            reference = None
            for name in names:
                rows = self._rows(view, name)
                if rows is None:
                    continue
                if reference is None:
                    reference = (name, rows)
                else:
                    self._compare(view, name, rows, *reference)

    def _rows(self, view: str, name: str) -> Rows | None:
        """The rows of a contender that is still there and that answers at all."""
        chart = self.charts.get(name)
        if chart is None or chart.is_silent:
            return None
        columns = self._try(name, lambda: chart.columns(view))
        return None if columns is None else Rows.of(self.scenario.views[view], columns)

    def _compare(self, view: str, name: str, rows: Rows, other: str, others: Rows) -> None:
        try:
            rows.compare(others)
            self.times[name].compared += 1
            self.times[other].compared += 1
        except Disagreement as difference:
            self._leave(name, f"its rows of {view} are not those of {other}: {difference}")

    def _warm_up(self, run: Callable[[Chart, int], float], runs: int | None = None) -> None:
        for name, chart in list(self.charts.items()):
            end = perf_counter() + self.effort.warm_up_seconds
            for number in range(runs or self.effort.warm_up_runs):
                if number >= WARM_UP_LEAST and perf_counter() > end:
                    break
                if self._try(name, lambda chart=chart, number=number: run(chart, number)) is None:
                    break

    def _round(self, run: Callable[[Chart], float], part: str | None = None) -> list[str]:
        """Lets every contender run once that has not run enough, and says which these were."""
        ran = []
        for name, chart in list(self.charts.items()):
            times = self._part(name, part)
            if len(times.millis) >= self.effort.least and sum(times.millis) > self.effort.seconds * 1e3:
                continue
            millis = self._try(name, lambda chart=chart: run(chart))
            if millis is not None:
                ran.append(name)
                times.millis.append(millis)
                if times is not self.times[name]:
                    self.times[name].millis.append(millis)
        return ran

    def _part(self, name: str, part: str | None) -> Times:
        if part is None or part == self.only_brush:
            return self.times[name]
        return self.parts.setdefault((part, name), Times(f"{self.workload}:{part}", name, self.rows))

    def _try(self, name: str, run: Callable[[], T]) -> T | None:
        """A contender that cannot answer leaves the race, and the reason is kept."""
        try:
            return run()
        except CannotRun as reason:
            self._leave(name, str(reason))
        return None

    def _leave(self, name: str, reason: str) -> None:
        self.times[name].reason = reason
        self.times[name].millis.clear()
        del self.charts[name]

    def results(self) -> list[Times]:
        for (_, name), part in self.parts.items():
            part.compared = self.times[name].compared
        parts = [part for part in self.parts.values() if self.times[part.contender].millis]
        return [*self.times.values(), *parts]
