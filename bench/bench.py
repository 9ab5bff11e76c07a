"""Measures Sheliak beside what else answers the same questions: on the same data, in one run, each answer compared.

make bench installs what it needs and calls it; bench.py --help lists the options.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from compare import goals, machine, memory, page, report
from compare.contenders.roofline import Roofline
from compare.contest import CONTENDERS, WORKLOADS, Contest
from compare.measuring import Effort, Times

RESULTS = Path(__file__).parent / "results.json"


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000], help="rows of the taxi table")
    parser.add_argument("--only", nargs="+", choices=WORKLOADS, default=list(WORKLOADS), metavar="WORKLOAD")
    parser.add_argument("--contenders", nargs="+", choices=CONTENDERS, default=list(CONTENDERS), metavar="CONTENDER")
    parser.add_argument("--runs", type=int, default=Effort.runs, help="at most so many measured runs")
    parser.add_argument("--seconds", type=float, default=Effort.seconds, help="a contender's time for one workload")
    parser.add_argument(
        "--page", action="store_true", help="measure nothing: write docs/performance.md from the results"
    )
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


def measure(chosen: argparse.Namespace, rows: int) -> Iterator[list[Times]]:
    """The times of one workload after the other."""
    contest = Contest(chosen.contenders, rows, Effort(runs=chosen.runs, seconds=chosen.seconds))
    try:
        contest.load(chosen.only)
        for name in chosen.only:
            measured = contest.measure(name)
            print(*report.lines(measured), f"load average {machine.load():.1f}", "", sep="\n", flush=True)
            yield measured
    finally:
        contest.close()


def measure_memory(chosen: argparse.Namespace) -> list[dict]:
    if "sheliak" not in chosen.contenders or "taxi-first-draw" not in chosen.only:
        return []
    found = [memory.of_taxi_dashboard(rows) for rows in chosen.rows]
    for each in found:
        above, table = each["peakAboveTableBytes"] / 1e6, each["tableBytes"] / 1e6
        print(f"{each['workload']:32} {each['rows']:>11,} sheliak      {above:.0f} MB above a table of {table:.0f} MB")
    return found


def run(chosen: argparse.Namespace) -> dict:
    """Measures all, and writes what is known after each workload: a run that is broken off is not lost."""
    described, bandwidth = machine.description(), Roofline().gigabytes_per_second()
    print(*(f"{name}: {value}" for name, value in described.items()), sep="\n")
    print(f"copies {bandwidth:.1f} GB/s, load average {machine.load():.1f}\n", flush=True)
    times: list[Times] = []

    def written(found: Sequence[dict] = ()) -> dict:
        described["loadAverage"] = round(machine.load(), 1)
        document = report.document(described, bandwidth, times, found)
        chosen.out.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
        return document

    for rows in chosen.rows:
        for measured in measure(chosen, rows):
            times += measured
            written()
    return written(measure_memory(chosen))


def main() -> None:
    chosen = options()
    if chosen.page:
        page.write(json.loads(chosen.out.read_text(encoding="utf-8")))
        return
    document = run(chosen)
    chosen.out.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    print(
        "",
        *(f"{'yes' if e.is_reached else 'NO ':3} {e.goal}: {e.measured}" for e in goals.outcomes(document)),
        sep="\n",
    )


if __name__ == "__main__":
    main()
