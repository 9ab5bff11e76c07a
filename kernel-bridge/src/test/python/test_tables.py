"""Tables on their whole way: a cell names a file, a chart asks for rows, Arrow comes back."""

import json
from collections import Counter
from pathlib import Path

import pyarrow
import pytest
from pyarrow import csv, feather, ipc, parquet

from conftest import Kernel
from session_proto import Response, graph, request, root, table_data, value

ROWS = 5000
FLIGHTS = {
    "delay": [None if row % 97 == 0 else row * 7 % 60 - 20 for row in range(ROWS)],
    "origin": [["SFO", "LAX", "JFK"][row % 3] for row in range(ROWS)],
}


def write(table: pyarrow.Table, file: Path) -> None:
    match file.suffix:
        case ".parquet":
            parquet.write_table(table, file)
        case ".arrow":
            feather.write_feather(table, file, compression="uncompressed", chunksize=1000)
        case ".csv":
            csv.write_csv(table, file)
        case ".json":
            file.write_text(json.dumps(table.to_pylist()), encoding="utf-8")


def open_chart(kernel: Kernel, file: Path) -> str:
    spec = '{"data": {"name": "flights"}, "mark": "bar"}'
    return kernel.open_chart(f'Chart.of("""\n{spec}\n""").data("flights", Table.read("{file}"))')


def counts(sequence: int, lowest: int) -> bytes:
    """Counts the flights of each origin that are at least so late."""
    tasks = graph(
        root("lowest", value(lowest)),
        table_data(
            "counted",
            "flights",
            {"type": "filter", "expr": "datum.delay >= lowest"},
            {"type": "aggregate", "groupby": ["origin"], "ops": ["count"], "fields": [None], "as": ["flights"]},
            inputs={"lowest": 0},
        ),
    )
    return request(sequence, tasks, outputs=[1])


def rows(response: Response, task: int = 1) -> list[dict]:
    assert response.error is None
    assert response.errors == {}
    return ipc.open_stream(response.values[task]).read_all().to_pylist()


def expected(lowest: int) -> list[dict]:
    # In Vega null compares as 0.
    late = Counter(
        origin
        for delay, origin in zip(FLIGHTS["delay"], FLIGHTS["origin"], strict=True)
        if (0 if delay is None else delay) >= lowest
    )
    return [{"origin": origin, "flights": count} for origin, count in late.items()]


@pytest.mark.parametrize("ending", [".parquet", ".arrow", ".csv", ".json"])
def test_table_is_evaluated_and_comes_back_as_arrow(kernel: Kernel, tmp_path: Path, ending: str):
    file = tmp_path / f"flights{ending}"
    write(pyarrow.table(FLIGHTS), file)
    comm_id = open_chart(kernel, file)
    assert rows(kernel.response(kernel.request(comm_id, counts(1, 10)))) == expected(10)
    moved = request(2, updates={0: value(25)}, outputs=[1])
    assert rows(kernel.response(kernel.request(comm_id, moved))) == expected(25)
    unmoved = request(3, updates={0: value(25)}, outputs=[1])
    assert kernel.response(kernel.request(comm_id, unmoved)).values == {}


@pytest.mark.parametrize("compression", ["lz4", "zstd"])
@pytest.mark.parametrize("rows_together", [7_000, 100_000])
def test_compressed_feather_has_its_rows(kernel: Kernel, tmp_path: Path, compression: str, rows_together: int):
    times = 8
    flights = pyarrow.table(FLIGHTS)
    columns = {
        "note": pyarrow.array([f"note {row}" for row in range(ROWS)], pyarrow.string_view()),
        "stops": pyarrow.array([[row, row + 1] for row in range(ROWS)]),
        "delay": flights["delay"],
        "weekday": pyarrow.array([str(row % 7) for row in range(ROWS)]).dictionary_encode(),
        "origin": flights["origin"],
    }
    file = tmp_path / "flights.feather"
    table = pyarrow.concat_tables([pyarrow.table(columns)] * times)
    feather.write_feather(table.unify_dictionaries(), file, compression=compression, chunksize=rows_together)
    comm_id = open_chart(kernel, file)
    counted = [{**row, "flights": row["flights"] * times} for row in expected(10)]
    assert rows(kernel.response(kernel.request(comm_id, counts(1, 10)))) == counted


def test_brush_moves_while_a_cell_runs(kernel: Kernel, tmp_path: Path):
    file = tmp_path / "flights.parquet"
    write(pyarrow.table(FLIGHTS), file)
    comm_id = open_chart(kernel, file)
    kernel.response(kernel.request(comm_id, counts(1, 0)))
    cell = kernel.client.execute("Thread.sleep(5000);")
    for sequence, lowest in enumerate(range(-20, 40, 10), start=2):
        moved = request(sequence, updates={0: value(lowest)}, outputs=[1])
        assert rows(kernel.response(kernel.request(comm_id, moved))) == expected(lowest)
    assert kernel.outcome(cell).reply["status"] == "ok"


def test_truncated_parquet_is_an_error_of_the_data_set(kernel: Kernel, tmp_path: Path):
    file = tmp_path / "flights.parquet"
    write(pyarrow.table(FLIGHTS), file)
    file.write_bytes(file.read_bytes()[:-200])
    comm_id = open_chart(kernel, file)
    code, message = kernel.response(kernel.request(comm_id, counts(1, 0))).errors[1]
    assert code == "DATA_SOURCE"
    assert "flights.parquet" in message
    kernel.assert_lives()


def test_file_that_is_gone_is_an_error_of_the_data_set(kernel: Kernel, tmp_path: Path):
    file = tmp_path / "flights.parquet"
    write(pyarrow.table(FLIGHTS), file)
    comm_id = open_chart(kernel, file)
    file.unlink()
    code, message = kernel.response(kernel.request(comm_id, counts(1, 0))).errors[1]
    assert (code, "does not exist" in message) == ("DATA_SOURCE", True)
    kernel.assert_lives()


def test_unknown_table_is_an_error_of_the_data_set(kernel: Kernel, tmp_path: Path):
    file = tmp_path / "flights.parquet"
    write(pyarrow.table(FLIGHTS), file)
    comm_id = open_chart(kernel, file)
    asked = request(1, graph(table_data("rows", "trains")), outputs=[0])
    code, message = kernel.response(kernel.request(comm_id, asked)).errors[0]
    assert code == "DATA_SOURCE"
    assert "trains" in message
    kernel.assert_lives()


def test_unknown_ending_is_said_in_the_cell(kernel: Kernel, tmp_path: Path):
    (tmp_path / "flights.xls").write_bytes(b"\0")
    assert "flights.xls" in kernel.run(f'Table.read("{tmp_path}/flights.xls")').traceback


def test_file_address_is_a_path(kernel: Kernel, tmp_path: Path):
    file = tmp_path / "two words.csv"
    write(pyarrow.table(FLIGHTS), file)
    assert kernel.run(f'Table.read("{file.as_uri()}")').result["text/plain"] == f"Table {file}"
