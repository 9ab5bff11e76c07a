"""Those who are measured. Each module has one class; importing it loads nothing that another contender needs."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from compare.scenario import Columns, Scenario, Step
from compare.tables import TableFile

MILLIS_PER_SECOND = 1e3
T = TypeVar("T")


class CannotRun(Exception):
    """Why a contender does not take part in a workload."""


class Chart(ABC):
    """A scenario as one contender shows it."""

    # What it answers from is built before the first step of a brush.
    built_ahead = False
    # It gives no rows, which could be compared.
    is_silent = False

    def reset(self) -> None:
        """Forgets all that was computed; not measured."""

    def begin(self) -> None:
        """Brings the chart to where brushes can be moved, with nothing known from earlier moves; not measured."""
        self.reset()

    @abstractmethod
    def draw(self) -> float:
        """Milliseconds of the first drawing, from the table in memory to the rows of every view."""

    @abstractmethod
    def move(self, step: Step) -> float:
        """Milliseconds from a new position of a brush to the rows of the views that change with it."""

    def settle(self) -> float:
        """Milliseconds until all that is built for the steps to come is there."""
        return 0.0

    @abstractmethod
    def columns(self, view: str) -> Columns:
        """The rows of a view as they are now; not measured."""

    def close(self) -> None:
        """Frees what the chart holds."""


class Contender(ABC):
    name: str

    @abstractmethod
    def load(self, table: TableFile, columns: tuple[str, ...]) -> None:
        """Brings these columns of a table into memory, in place of the table that was there; not measured."""

    @abstractmethod
    def chart(self, scenario: Scenario) -> Chart:
        """
        :raises CannotRun: when the contender cannot show the scenario
        """

    def loading(self, scenario: Scenario, path: Path) -> Chart:
        """A chart whose drawing is to bring a file into memory.

        :raises CannotRun: when the contender has no such step
        """
        raise CannotRun("it has no step that only loads")

    def close(self) -> None:
        """Ends what the contender started."""


def measured(work: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds that some work takes, and what it gives."""
    start = perf_counter()
    result = work()
    return (perf_counter() - start) * MILLIS_PER_SECOND, result
