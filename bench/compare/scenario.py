"""What a workload shows: a spec for those who read specs, and the same questions for those who do not."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, TypeAlias

from compare.values import View

# Columns of a view, in the order of the view's fields.
Columns: TypeAlias = Sequence[Any]
Step: TypeAlias = Any


class Scenario(ABC):
    """A chart of one table. A step is one position of its brushes; None is the chart as it is drawn first."""

    table: str
    columns: tuple[str, ...]
    views: dict[str, View]
    timezone = "UTC"
    cube_brushes: Sequence[str] = ()

    @abstractmethod
    def spec(self) -> dict:
        """The chart, as Vega."""

    def updates(self, step: Step) -> dict[str, Any]:
        """What the browser would tell: new values of signals and data sets, by name."""
        raise NotImplementedError

    def moved(self, step: Step) -> Sequence[str]:
        """The views that change with a step."""
        return list(self.views)

    @abstractmethod
    def by_duckdb(self, connection, view: str, step: Step) -> Columns:
        """The answer of DuckDB, from the table in memory."""

    @abstractmethod
    def by_polars(self, frame, view: str, step: Step) -> Columns:
        """The answer of Polars, from the frame in memory."""

    def duckdb_columns(self) -> dict[str, str]:
        """Columns that a skilled user would have stored beside the table's own, as SQL by name."""
        return {}

    def polars_columns(self) -> dict[str, Any]:
        """The same for Polars, as expressions by name."""
        return {}

    def cubes(self, brush: str) -> dict[str, str]:
        """For each view that a brush filters, the query that makes its pre-aggregated cube."""
        raise NotImplementedError

    def cube_answer(self, connection, view: str, step: Step) -> Columns:
        """The answer of DuckDB from the cube of a view."""
        raise NotImplementedError
