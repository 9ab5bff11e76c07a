"""The files of the tables: made once, kept in .data/."""

from dataclasses import dataclass
from pathlib import Path

from pyarrow import parquet

import taxi
from compare.peers import duckdb

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / ".data"


@dataclass(frozen=True)
class TableFile:
    name: str
    path: Path
    rows: int


def taxi_table(rows: int) -> TableFile:
    """The synthetic table of taxi.py."""
    path = DATA / "bench" / f"taxi-{rows}.parquet"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        taxi.write(rows, unfinished)
        unfinished.rename(path)
    return TableFile("taxi", path, rows)


def flights_table() -> TableFile:
    """Three million flights within the United States, from the npm package vega-datasets."""
    path = DATA / "flights-3m.parquet"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: make data puts it there")
    return TableFile("flights", path, parquet.read_metadata(path).num_rows)


def table(name: str, rows: int) -> TableFile:
    return taxi_table(rows) if name == "taxi" else flights_table()


def taxi_file(rows: int, file_format: str) -> Path:
    """The taxi table as Parquet or CSV, times as ISO 8601 with milliseconds."""
    source = taxi_table(rows).path
    if file_format == "parquet":
        return source
    path = source.with_suffix(f".{file_format}")
    if not path.exists():
        time = "strftime(pickup_time, '%Y-%m-%dT%H:%M:%S.%gZ') AS pickup_time"
        query = f"SELECT * REPLACE ({time}) FROM '{source}'"
        with duckdb.connect() as connection:
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute(f"COPY ({query}) TO '{path}.unfinished' (FORMAT csv, HEADER)")
        Path(f"{path}.unfinished").rename(path)
    return path
