"""The rows of a view as every contender must give them, in an order of their own, and whether two agree."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

RELATIVE_TOLERANCE = 1e-9


@dataclass(frozen=True)
class View:
    """A data set that is drawn: the fields that name its rows, and those that are computed."""

    keys: tuple[str, ...]
    values: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return self.keys + self.values


class Disagreement(Exception):
    """Two contenders give different rows."""


@dataclass(frozen=True)
class Rows:
    """Columns of a view, keys first, sorted by the keys; rows with a key that is not finite are never drawn."""

    keys: list[numpy.ndarray]
    values: list[numpy.ndarray]

    @staticmethod
    def of(view: View, columns: Sequence) -> "Rows":
        arrays = [_column(each) for each in columns]
        keys, values = arrays[: len(view.keys)], arrays[len(view.keys) :]
        order = numpy.flatnonzero(numpy.logical_and.reduce([_finite(key) for key in keys]))
        order = order[numpy.lexsort([key[order] for key in reversed(keys)])]
        return Rows([key[order] for key in keys], [value[order] for value in values])

    def __len__(self) -> int:
        return len(self.keys[0])

    def compare(self, other: "Rows") -> None:
        """
        :raises Disagreement: when a row is missing, or a value differs by more than its last digits
        """
        if len(self) != len(other):
            raise Disagreement(f"{len(self)} and {len(other)} rows")
        for number, (mine, theirs) in enumerate(zip(self.keys, other.keys, strict=True)):
            _same(f"key {number}", mine, theirs, mine == theirs)
        for number, (mine, theirs) in enumerate(zip(self.values, other.values, strict=True)):
            close = numpy.isclose(mine, theirs, rtol=RELATIVE_TOLERANCE, atol=0, equal_nan=True)
            _same(f"value {number}", mine, theirs, close)


def _same(name: str, mine: numpy.ndarray, theirs: numpy.ndarray, equal: numpy.ndarray) -> None:
    if not equal.all():
        row = int(numpy.flatnonzero(~equal)[0])
        raise Disagreement(f"{name} of row {row} is {mine[row]} and {theirs[row]}")


def _column(values) -> numpy.ndarray:
    array = numpy.asarray(values)
    if array.dtype.kind == "O" and len(array) > 0 and isinstance(array[0], str):
        return array.astype(str)
    return array if array.dtype.kind == "U" else array.astype(float)


def _finite(key: numpy.ndarray) -> numpy.ndarray:
    return numpy.ones(len(key), bool) if key.dtype.kind == "U" else numpy.isfinite(key)
