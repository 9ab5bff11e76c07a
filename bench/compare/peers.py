"""The libraries of those who are measured, loaded when they are first used: the driver's own test has none of them."""

from importlib import import_module
from types import ModuleType
from typing import Any


class Peer:
    """A module that is imported with the first use of one of its names."""

    def __init__(self, name: str):
        self._name = name
        self._module: ModuleType | None = None

    def __getattr__(self, attribute: str) -> Any:
        self._module = self._module or import_module(self._name)
        return getattr(self._module, attribute)


polars = Peer("polars")
duckdb = Peer("duckdb")


def fetch(connection, query: str) -> list:
    """The columns of an answer of DuckDB, as arrays."""
    return list(connection.execute(query).fetchnumpy().values())
