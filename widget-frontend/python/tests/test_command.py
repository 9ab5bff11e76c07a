"""The console script of the wheel: evaluates specs by the jar."""

import json

import pytest

from sheliak import command, java
from sheliak.java import JavaNotFoundError

CHART = {
    "data": {"url": "rows.csv"},
    "mark": "bar",
    "encoding": {"x": {"field": "kind"}, "y": {"aggregate": "sum", "field": "size"}},
}


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
    assert "/data/0: warning: 1 of the 2 rows" in captured.err


def test_plan_says_where_each_item_runs(charts, capfd):
    assert command.main(["plan", str(charts / "good.vl.json")]) == 0
    assert "transform aggregate" in capfd.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["transform"], ["transform", "a", "--row-limit", "-1"], ["transform", "a", "b"], ["paint"]]
)
def test_wrong_usage_ends_with_2(arguments, capfd):
    assert command.main(arguments) == 2
    assert "Usage: sheliak" in capfd.readouterr().err


def test_help_and_version(capfd):
    assert command.main(["--help"]) == 0
    assert "transform" in capfd.readouterr().out
    assert command.main(["--version"]) == 0
    assert capfd.readouterr().out.startswith("sheliak ")


def test_no_java_is_said(monkeypatch, capsys):
    def no_java():
        raise JavaNotFoundError(java._explain([]))

    monkeypatch.setattr("sheliak.command.find_java", no_java)
    assert command.main(["plan", "chart.vl.json"]) == 1
    assert "needs a JDK 25 or newer, and found no Java at all" in capsys.readouterr().err
