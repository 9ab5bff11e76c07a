"""Writes a table like a year of taxi trips, for the benchmarks: synthetic, seeded, the same on every machine.

Columns, all without nulls:
  pickup_x, pickup_y  float64, web mercator metres: two normal clusters within a box around a city
  trip_distance       float64, miles: log-normal, median 1.7
  tip_amount          float64, dollars: beta-distributed share of a fare that grows with the distance
  pickup_time         timestamp[ms, UTC]: days of 2025 by weight of the weekday, hours by weight of the hour
  zone                string: 1,000 names, their frequencies falling as 1 / rank
  driver              string: 1,000,000 names, all as frequent

Usage: taxi.py ROWS FILE.parquet
"""

import sys

import numpy
import pyarrow
import pyarrow.compute
import pyarrow.parquet

SEED = 1
ROWS_PER_GROUP = 1_000_000

BOX_X = (-8_243_204.0, -8_226_511.0)
BOX_Y = (4_968_192.0, 4_982_886.0)
CLUSTERS = [(-8_236_500.0, 4_975_500.0, 2_500.0, 3_000.0), (-8_232_000.0, 4_979_500.0, 4_500.0, 2_500.0)]
YEAR_START = numpy.datetime64("2025-01-01", "ms").astype("int64")
DAY_MILLIS = 86_400_000
HOUR_WEIGHTS = numpy.array([5, 3, 2, 2, 2, 3, 6, 9, 11, 10, 9, 9, 10, 10, 11, 11, 10, 12, 14, 14, 13, 12, 11, 8], float)
WEEKDAY_WEIGHTS = numpy.array([9, 10, 11, 11, 12, 13, 11], float)  # 2025-01-01 was a Wednesday: index 0 is Monday


def within(draw, low, high, count):
    """Numbers of a distribution, drawn again as long as they lie outside of a range."""
    values = draw(count)
    while True:
        outside = numpy.flatnonzero((values < low) | (values > high))
        if len(outside) == 0:
            return values
        values[outside] = draw(len(outside))


def pickups(random, count):
    """x and y of the trips' starts."""
    cluster = random.random(count) < 0.3
    x, y = numpy.empty(count), numpy.empty(count)
    for number, (x_mean, y_mean, x_sigma, y_sigma) in enumerate(CLUSTERS):
        rows = numpy.flatnonzero(cluster == bool(number))
        x[rows] = within(lambda n: random.normal(x_mean, x_sigma, n), *BOX_X, len(rows))
        y[rows] = within(lambda n: random.normal(y_mean, y_sigma, n), *BOX_Y, len(rows))
    return x, y


def times(random, count):
    """Milliseconds since 1970 of the trips' starts."""
    days = numpy.arange(365)
    weights = WEEKDAY_WEIGHTS[(days + 2) % 7]
    day = random.choice(days, count, p=weights / weights.sum())
    hour = random.choice(24, count, p=HOUR_WEIGHTS / HOUR_WEIGHTS.sum())
    return YEAR_START + day * DAY_MILLIS + hour * (DAY_MILLIS // 24) + random.integers(0, DAY_MILLIS // 24, count)


def rows(seed, count):
    """One group of rows; its numbers depend on its seed alone."""
    random = numpy.random.Generator(numpy.random.PCG64(seed))
    x, y = pickups(random, count)
    distance = numpy.round(random.lognormal(0.55, 0.8, count), 2)
    tip = numpy.round(random.beta(2, 8, count) * (4 + 3 * distance), 2)
    rank_weights = 1 / numpy.arange(1, 1001)
    zone = random.choice(1000, count, p=rank_weights / rank_weights.sum()).astype("int32")
    zone_names = pyarrow.array([f"Zone {i:04d}" for i in range(1000)])
    driver = pyarrow.array(random.integers(0, 1_000_000, count))
    return pyarrow.table(
        {
            "pickup_x": x,
            "pickup_y": y,
            "trip_distance": distance,
            "tip_amount": tip,
            "pickup_time": pyarrow.array(times(random, count), pyarrow.timestamp("ms", "UTC")),
            "zone": zone_names.take(pyarrow.array(zone)),
            "driver": pyarrow.compute.binary_join_element_wise(
                "driver", pyarrow.compute.cast(driver, pyarrow.string()), " "
            ),
        }
    )


def write(count, path):
    """Writes the table to a Parquet file, a million rows per row group."""
    seeds = numpy.random.SeedSequence(SEED).spawn((count + ROWS_PER_GROUP - 1) // ROWS_PER_GROUP)
    writer = None
    for number, seed in enumerate(seeds):
        table = rows(seed, min(ROWS_PER_GROUP, count - number * ROWS_PER_GROUP))
        writer = writer or pyarrow.parquet.ParquetWriter(path, table.schema, compression="zstd")
        writer.write_table(table)
    writer.close()


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
