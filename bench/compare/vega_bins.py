"""Vega's choice of bins, for the contenders that have no Vega of their own.

Source: vega-statistics/src/bin.js @ v6.4.0
"""

import math
from dataclasses import dataclass

BASE = 10
DIVISORS = (5, 2)


@dataclass(frozen=True)
class Bins:
    start: float
    step: float


def choose(low: float, high: float, maxbins: int, span: float = 0) -> Bins:
    """The bins of an extent, with nice edges; a span of 0 is that of the extent."""
    span = span or (high - low) or abs(low) or 1
    level = math.ceil(math.log(maxbins) / math.log(BASE))
    step = BASE ** (math.floor(math.log(span) / math.log(BASE) + 0.5) - level)
    while math.ceil(span / step) > maxbins:
        step *= BASE
    for divisor in DIVISORS:
        if span / (step / divisor) <= maxbins:
            step /= divisor
    precision = 0 if step >= 1 else int(-math.log(step) / math.log(BASE)) + 1
    start = math.floor(low / step + float(BASE) ** (-precision - 1)) * step
    return Bins(start - step if low < start else start, step)
