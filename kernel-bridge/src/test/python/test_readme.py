"""What README.md tells people to type."""

import json
import re
import subprocess
from pathlib import Path

from conftest import ROOT, start

CHART = {
    "data": {"url": "rows.csv"},
    "mark": "bar",
    "encoding": {"x": {"field": "kind"}, "y": {"aggregate": "sum", "field": "size"}},
}


def block(heading: str, language: str) -> str:
    """The first block of code below a heading."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.search(rf"```{language}\n(.*?)```", section, re.DOTALL).group(1)


def test_the_notebooks_cell_shows_a_chart():
    kernel = start(ROOT / "notebooks")
    try:
        assert kernel.open_chart(block("In a notebook", "java"))
    finally:
        kernel.client.stop_channels()
        kernel.manager.shutdown_kernel(now=True)


def test_the_commands_write_specs(tmp_path: Path):
    (tmp_path / "bin").symlink_to(ROOT / "bin")
    (tmp_path / "data").mkdir()
    (tmp_path / "charts").mkdir()
    for folder in (".", "data"):
        (tmp_path / folder / "rows.csv").write_text("kind,size\na,1\na,2\n", encoding="utf-8")
    for chart in ("chart.vl.json", "charts/first.vl.json", "charts/second.vl.json"):
        (tmp_path / chart).write_text(json.dumps(CHART), encoding="utf-8")
    commands = block("On the command line", "sh")
    ended = subprocess.run(["bash", "-euc", commands], cwd=tmp_path, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    for spec in ("chart.vg.json", "evaluated/first.vg.json", "evaluated/second.vg.json"):
        (data,) = json.loads((tmp_path / spec).read_text(encoding="utf-8"))["data"]
        assert [row["sum_size"] for row in data["values"]] == [3]
    assert "transform aggregate  kernel" in ended.stdout
