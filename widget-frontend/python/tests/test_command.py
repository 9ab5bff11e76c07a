"""The console script of the wheel: evaluates specs by the jar."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow
import pytest

from sheliak import command, java
from sheliak.java import JavaNotFoundError

CHART = {
    "data": {"url": "rows.csv"},
    "mark": "bar",
    "encoding": {"x": {"field": "kind"}, "y": {"aggregate": "sum", "field": "size"}},
}


@pytest.fixture(autouse=True, scope="module")
def classes(tmp_path_factory):
    """The classes that the JVM keeps for the next command are those of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def charts(tmp_path):
    (tmp_path / "rows.csv").write_text("kind,size\na,1\na,2\nb,4\n")
    (tmp_path / "good.vl.json").write_text(json.dumps(CHART))
    (tmp_path / "bad.vl.json").write_text(json.dumps(CHART | {"mark": "bax"}))
    (tmp_path / "lost.vl.json").write_text(json.dumps(CHART | {"data": {"url": "none.csv"}}))
    return tmp_path


def test_transform_writes_the_rows_into_the_spec(charts, capfd):
    assert command.main(["transform", str(charts / "good.vl.json")]) == 0
    captured = capfd.readouterr()
    (data,) = json.loads(captured.out)["data"]
    assert [(row["kind"], row["sum_size"]) for row in data["values"]] == [("a", 3), ("b", 4)]
    assert captured.err == ""


def test_transform_goes_on_after_a_bad_spec(charts, capfd):
    output, report = charts / "out", charts / "report.json"
    assert command.main(["transform", str(charts), "-o", str(output), "--report", str(report)]) == 1
    assert [file.name for file in output.iterdir()] == ["good.vg.json"]
    bad, lost, summary = capfd.readouterr().err.splitlines()
    assert bad.startswith(f'{charts / "bad.vl.json"}: /mark: "bax" is no mark of Vega-Lite')
    assert lost.startswith(f"{charts / 'lost.vl.json'}: /data/0: ") and "none.csv does not exist" in lost
    assert summary == "3 specs, 2 failed"
    said = json.loads(report.read_text())
    assert said["failed"] == 2
    assert [spec["compiler"] for spec in said["specs"]] == ["vega-lite 6.5.0 in Rhino"]


def test_row_limit_cuts_and_warns(charts, capfd):
    assert command.main(["transform", str(charts / "good.vl.json"), "--row-limit", "1"]) == 0
    captured = capfd.readouterr()
    assert len(json.loads(captured.out)["data"][0]["values"]) == 1
    assert "/data/0: warning: the row limit keeps 1 of the 2 rows" in captured.err


def test_plan_says_where_each_item_runs(charts, capfd):
    assert command.main(["plan", str(charts / "good.vl.json")]) == 0
    assert "transform aggregate" in capfd.readouterr().out


def test_plan_as_json(charts, capfd):
    assert command.main(["plan", str(charts / "good.vl.json"), str(charts / "bad.vl.json"), "--json"]) == 1
    captured = capfd.readouterr()
    assert {item["place"] for item in json.loads(captured.out)["items"]} >= {"server"}
    assert "/mark: " in captured.err


def truncated_arrow() -> bytes:
    sink = io.BytesIO()
    table = pyarrow.table({"size": list(range(1000))})
    with pyarrow.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue()[:-500]


FAULTS = {
    "array": (b"[1]", "the spec is a JSON array, expected an object"),
    "cut": (b'{\n "mark": "bar"', "the spec is not JSON: line 2, column 15: the text ends, expected ',' or '}'"),
    "empty": (b"", "the spec is empty"),
    "latin": (b'{"title": "\xe9"}', "cannot be read: it is not UTF-8 text"),
    "neither": (b"{}", "the spec is neither Vega-Lite"),
    "syntax": (b'{\n "mark": bar}', "the spec is not JSON: line 2, column 10: found 'b', expected a value"),
    "truncated": (
        b'{"marks": [{"type": "symbol", "from": {"data": "t"}}], "data": [{"name": "t", "url": "rows.arrow"}]}',
        "/data/0: {folder}/rows.arrow begins as an Arrow file and does not end as one; it may be truncated",
    ),
}


def test_each_fault_is_said_and_the_others_are_written(charts, capfd):
    (charts / "rows.arrow").write_bytes(truncated_arrow())
    for name, (text, _) in FAULTS.items():
        (charts / f"{name}.json").write_bytes(text)
    names = [*FAULTS, "absent", "good.vl"]
    inputs = [str(charts / f"{name}.json") for name in names]
    assert command.main(["transform", *inputs, "-o", str(charts / "out")]) == 1
    assert [file.name for file in (charts / "out").iterdir()] == ["good.vg.json"]
    said = capfd.readouterr().err
    for name, (_, message) in FAULTS.items():
        assert f"{charts / name}.json: {message.replace('{folder}', str(charts))}" in said
    assert f"{charts / 'absent'}.json: there is no such file" in said
    assert said.endswith(f"{len(names)} specs, {len(names) - 1} failed\n")


def test_a_folder_of_one_spec_gives_a_folder(charts, capfd):
    (charts / "one").mkdir()
    shutil.copy(charts / "good.vl.json", charts / "one")
    arguments = ["transform", str(charts / "one"), "-o", str(charts / "out"), "--data-root", str(charts), "-v"]
    assert command.main(arguments) == 0
    assert [file.name for file in (charts / "out").iterdir()] == ["good.vg.json"]
    assert "compiled by vega-lite 6.5.0 in Rhino in " in capfd.readouterr().err


def test_options_reach_the_evaluation(charts, capfd):
    spec = {
        "signals": [{"name": "least", "value": 0, "bind": {"input": "range"}}],
        "data": [
            {
                "name": "t",
                "values": [{"at": "2026-07-01 12:00"}],
                "transform": [
                    {"type": "formula", "expr": "time(toDate(datum.at))", "as": "time"},
                    {"type": "formula", "expr": "random()", "as": "random"},
                    {"type": "filter", "expr": "datum.time > least"},
                ],
            }
        ],
        "marks": [
            {
                "type": "text",
                "from": {"data": "t"},
                "encode": {"update": {"text": {"signal": "datum.time + datum.random"}}},
            }
        ],
    }
    (charts / "times.vg.json").write_text(json.dumps(spec))
    arguments = ["transform", str(charts / "times.vg.json"), "--tz", "America/New_York", "--seed", "42"]
    assert command.main(arguments) == 0
    captured = capfd.readouterr()
    (row,) = json.loads(captured.out)["data"][0]["values"]
    assert row["time"] == 1782921600000
    assert 0 <= row["random"] < 1
    assert "/signals/0: warning: " in captured.err
    assert command.main(arguments) == 0
    (again,) = json.loads(capfd.readouterr().out)["data"][0]["values"]
    assert again == row
    assert command.main([*arguments, "--keep-interaction"]) == 0
    captured = capfd.readouterr()
    assert "filter" in captured.out
    assert captured.err == ""


def test_the_console_script_reads_standard_input(charts):
    script = Path(sys.executable).with_name("sheliak")
    text = "\ufeff" + json.dumps(CHART)
    ended = subprocess.run(
        [script, "transform", "-"], cwd=charts, input=text.encode(), capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert len(json.loads(ended.stdout)["data"][0]["values"]) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing required subcommand"),
        (["transform"], "Missing required parameter: 'IN'"),
        (["transform", "a", "--row-limit", "-1"], "--row-limit -1: expected 0 or more"),
        (["transform", "a", "b"], "2 specs cannot go to the standard output: name a folder with -o"),
        (["transform", "a", "--tz", "Nowhere/Land"], 'there is no time zone "Nowhere/Land"'),
        (["transform", "a", "--data-root", "nowhere"], "--data-root nowhere: there is no such folder"),
        (["transform", "a.vg.json", "-o", "a.vg.json"], "writing a.vg.json for a.vg.json would overwrite a spec"),
        (["plan", "a", "--paint"], "Unknown option: '--paint'"),
        (["paint"], "Unmatched argument at index 0: 'paint'"),
    ],
)
def test_wrong_usage_ends_with_2(arguments, message, capfd):
    assert command.main(arguments) == 2
    said, advice = capfd.readouterr().err.splitlines()
    assert said.startswith("sheliak: ") and message in said
    assert advice.endswith("--help` says how it is used")


def test_help_and_version(capfd):
    assert command.main(["--help"]) == 0
    assert "transform" in capfd.readouterr().out
    assert command.main(["--version"]) == 0
    assert "\nvega-lite 6.5.0 in Rhino\nJava 2" in capfd.readouterr().out


def test_no_java_is_said(monkeypatch, capsys):
    def no_java():
        raise JavaNotFoundError(java._explain([]))

    monkeypatch.setattr("sheliak.command.find_java", no_java)
    assert command.main(["plan", "chart.vl.json"]) == 1
    assert "needs a JDK 25 or newer, and found no Java at all" in capsys.readouterr().err
