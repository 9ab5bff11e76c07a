"""How much memory the taxi dashboard takes above the table, in a JVM of its own."""

import re
from pathlib import Path

from compare.contenders.sheliak import Sheliak
from compare.tables import taxi_table
from compare.workloads.taxi import TaxiDashboard
from compare.workloads.taxi_brushes import BRUSHES

KIBIBYTE = 1024
RESET_PEAK = "5"


def of_taxi_dashboard(rows: int) -> dict:
    """Resident bytes of the JVM at the most, from the first drawing over moves of every brush, without those of a JVM
    that holds nothing, and without those of the table.
    """
    scenario, contender = TaxiDashboard(), Sheliak()
    try:
        contender.ask(do="collect")
        empty = _resident(contender, "VmRSS")
        table = contender.load(taxi_table(rows), scenario.columns)["bytes"]
        contender.ask(do="collect")
        Path(f"/proc/{contender.process.pid}/clear_refs").write_text(RESET_PEAK, encoding="utf-8")
        _use(contender, scenario)
        peak = _resident(contender, "VmHWM")
    finally:
        contender.close()
    return {"workload": "taxi-memory", "rows": rows, "tableBytes": table, "peakAboveTableBytes": peak - empty - table}


def _use(contender: Sheliak, scenario: TaxiDashboard) -> None:
    chart = contender.chart(scenario)
    chart.draw()
    for positions in BRUSHES.values():
        for step in positions(3):
            chart.move(step)
        chart.settle()
        for step in positions(0):
            chart.move(step)


def _resident(contender: Sheliak, name: str) -> int:
    status = Path(f"/proc/{contender.process.pid}/status").read_text(encoding="utf-8")
    return int(re.search(rf"{name}:\s*(\d+) kB", status).group(1)) * KIBIBYTE
