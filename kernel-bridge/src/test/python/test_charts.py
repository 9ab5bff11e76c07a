"""Charts of tables: what a wrong spec or table says in the cell."""

from pathlib import Path

import pytest

from conftest import Kernel


def chart(spec: str, data: str = "") -> str:
    return f'Chart.of("""\n{spec}\n"""){data}'


def test_broken_json_names_line_and_column(kernel: Kernel):
    outcome = kernel.run(chart('{\n  "mark": "bar",\n  "data": {"values" [1]}\n}'))
    assert outcome.traceback == (
        "error: the spec is not JSON: line 3, column 21: found '[', expected ':' after the member's name\n"
        '  "data": {"values" [1]}\n'
        "                    ^\n"
        f"    at cell {outcome.reply['execution_count']}, line 1\n"
        '        Chart.of("""'
    )


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("[1]", "the spec is a JSON array, expected an object"),
        ('{"data": {}}', "the spec is neither Vega-Lite (no mark"),
        ('{"$schema": "https://example.org/x.json"}', '$schema is "https://example.org/x.json", expected'),
        ('{"mark": "bar", "mark": "line"}', "Duplicate field 'mark'"),
    ],
)
def test_broken_spec_is_said_in_the_cell(kernel: Kernel, spec: str, message: str):
    assert message in kernel.run(chart(spec)).traceback


@pytest.mark.parametrize(
    ("spec", "pointer"),
    [
        ('{"data": {"name": "fligths"}, "mark": "bar"}', "/data/name"),
        ('{"data": {"url": "table://fligths"}, "mark": "bar"}', "/data/url"),
        ('{"layer": [{"data": {"name": "fligths"}, "mark": "bar"}]}', "/layer/0/data/name"),
        ('{"data": [{"name": "x", "url": "table://fligths"}], "marks": []}', "/data/0/url"),
    ],
)
def test_unknown_table_is_said_in_the_cell(kernel: Kernel, flights: Path, spec: str, pointer: str):
    outcome = kernel.run(chart(spec, f'.data("flights", Table.read("{flights}"))'))
    assert outcome.traceback == (
        f'error: {pointer}: the spec names the table "fligths", which the chart was not given: it has "flights"; '
        'give it with .data("fligths", Table.read(…))'
    )
    assert outcome.contents("comm_open") == []


@pytest.mark.parametrize(
    "spec",
    [
        '{"datasets": {"own": []}, "data": {"name": "own"}, "mark": "bar"}',
        '{"data": {"name": "own", "values": []}, "layer": [{"data": {"name": "own"}, "mark": "bar"}]}',
        '{"data": [{"name": "brush_store"}], "marks": []}',
        '{"data": {"name": "flights"}, "mark": "bar"}',
    ],
)
def test_known_names_are_accepted(kernel: Kernel, flights: Path, spec: str):
    outcome = kernel.run(chart(spec, f'.data("flights", Table.read("{flights}"))'))
    assert outcome.reply["status"] == "ok"
    (opened,) = outcome.contents("comm_open")
    assert opened["data"]["state"]["tables"] == ["flights"]


def test_missing_file_is_said_in_the_cell(kernel: Kernel):
    outcome = kernel.run('Table.read("no/such.parquet")')
    assert "no/such.parquet does not exist" in outcome.traceback
    assert outcome.reply["ename"] == "org.sheliak.planner.error.SheliakException"
    kernel.assert_lives()
