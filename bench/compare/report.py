"""The results as a table to read, and as results.json."""

from collections.abc import Sequence

from compare.measuring import Times

SHELIAK = "sheliak"


def lines(times: list[Times]) -> list[str]:
    """A workload's table: medians, how many times Sheliak's they are, and how they spread."""
    base = {each.workload: each.median for each in times if each.contender == SHELIAK and each.millis}
    return [_line(each, base.get(each.workload)) for each in times]


def _line(times: Times, base: float | None) -> str:
    head = f"{times.workload:32} {times.rows:>11,} {times.contender:12}"
    if not times.millis:
        return f"{head} {times.reason}"
    ratio = f"{times.median / base:9.2f} x" if base else ""
    checked = "" if times.compared or times.contender == "roofline" else "  not compared"
    return f"{head} {times.median:10.2f} ms  p95 {times.percentile:9.2f}  runs {len(times.millis):3} {ratio}{checked}"


def document(machine: dict, gigabytes_per_second: float, times: list[Times], memory: Sequence[dict] = ()) -> dict:
    """results.json: only answers that were compared count, and the limit, which answers nothing."""
    counted = [each for each in times if each.millis and (each.compared or each.contender == "roofline")]
    return {
        **machine,
        "copyGigabytesPerSecond": round(gigabytes_per_second, 2),
        "results": [each.result() for each in counted],
        "memory": list(memory),
    }
