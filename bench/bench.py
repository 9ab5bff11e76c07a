"""Measures Sheliak beside what else answers the same questions: on the same data, in one run, each answer compared.

make bench installs what it needs and calls it; bench.py --help lists the options.
"""

import argparse
import json
from pathlib import Path

from compare import machine, report
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
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


def measure(chosen: argparse.Namespace, rows: int) -> list[Times]:
    contest = Contest(chosen.contenders, rows, Effort(runs=chosen.runs, seconds=chosen.seconds))
    times = []
    try:
        contest.load(chosen.only)
        for name in chosen.only:
            measured = contest.measure(name)
            print(*report.lines(measured), f"load average {machine.load():.1f}", "", sep="\n", flush=True)
            times += measured
    finally:
        contest.close()
    return times


def main() -> None:
    chosen = options()
    described, bandwidth = machine.description(), Roofline().gigabytes_per_second()
    print(*(f"{name}: {value}" for name, value in described.items()), sep="\n")
    print(f"copies {bandwidth:.1f} GB/s, load average {machine.load():.1f}\n", flush=True)
    times = [each for rows in chosen.rows for each in measure(chosen, rows)]
    document = report.document(described, bandwidth, times)
    chosen.out.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
