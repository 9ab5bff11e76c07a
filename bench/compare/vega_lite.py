"""Compiles Vega-Lite, with the Vega-Lite of the widget."""

import json
import subprocess
from functools import cache

from compare.tables import ROOT

COMPILE = (
    'import { compile } from "vega-lite"; import { readFileSync } from "node:fs"; '
    "console.log(JSON.stringify(compile(JSON.parse(readFileSync(0, 'utf8')), {}).spec))"
)


@cache
def compiled(name: str) -> dict:
    """A spec of bench/specs as Vega."""
    source = (ROOT / "bench" / "specs" / f"{name}.vl.json").read_text(encoding="utf-8")
    command = ["node", "--input-type=module", "--eval", COMPILE]
    done = subprocess.run(
        command, input=source, capture_output=True, text=True, check=True, cwd=ROOT / "widget-frontend"
    )
    return json.loads(done.stdout)


def store(unit: str, channels: dict[str, tuple[str, str]], values: list) -> list[dict]:
    """The rows of an interval selection's store: one interval; fields and their kinds by channel."""
    fields = [{"field": field, "channel": channel, "type": kind} for channel, (field, kind) in channels.items()]
    return [{"unit": unit, "fields": fields, "values": values}]
