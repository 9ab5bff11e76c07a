"""The figures of docs/performance.md, written from results.json."""

from collections.abc import Iterable

from compare import goals
from compare.contest import CONTENDERS, WORKLOADS
from compare.tables import ROOT

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures: from bench/results.json -->\n", "<!-- end of the figures -->\n"


def write(document: dict) -> None:
    """Puts the figures in place of those that the page has."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(before + BEGIN + _figures(document) + END + after, encoding="utf-8")


def _figures(document: dict) -> str:
    head = (
        f"{document['machine']}; {document['jdk']}; commit {document['commit']}, {document['date']}; "
        f"copies {document['copyGigabytesPerSecond']} GB/s; load average {document['loadAverage']} while it ran.\n"
    )
    return "\n".join([head, _goals(document), _medians(document), _runs(document)])


def _goals(document: dict) -> str:
    rows = ([each.goal, each.measured, "yes" if each.is_reached else "no"] for each in goals.outcomes(document))
    return "### Goals\n" + _table(["goal", "measured", "reached"], rows)


def _medians(document: dict) -> str:
    """Medians in milliseconds, and how many times Sheliak's they are."""
    found: dict[tuple[str, int], dict[str, float]] = {}
    for each in document["results"]:
        if each["workload"] in WORKLOADS:
            found.setdefault((each["workload"], each["rows"]), {})[each["contender"]] = each["medianMillis"]
    names = ["sheliak", *(name for name in CONTENDERS if name != "sheliak")]
    rows = (
        [workload, f"{rows:,}", *(_cell(medians, name) for name in names)]
        for (workload, rows), medians in found.items()
    )
    return "### Medians, ms (times Sheliak's)\n" + _table(["workload", "rows", *names], rows)


def _cell(medians: dict[str, float], name: str) -> str:
    if name not in medians:
        return ""
    if name == "sheliak" or "sheliak" not in medians:
        return f"{medians[name]:.3g}"
    return f"{medians[name]:.3g} ({medians[name] / medians['sheliak']:.2g})"


def _runs(document: dict) -> str:
    rows = (
        [
            each["workload"],
            f"{each['rows']:,}",
            each["contender"],
            f"{each['medianMillis']:.2f}",
            f"{each['p95Millis']:.2f}",
            str(each["runs"]),
        ]
        for each in document["results"]
    )
    return "### All runs\n" + _table(["workload", "rows", "contender", "median ms", "p95 ms", "runs"], rows)


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
