"""DuckDB: the table in its memory, all threads, the query that a skilled user writes, the answer as arrays."""

from pathlib import Path

import duckdb

from compare.contenders import Chart, Contender, measured
from compare.scenario import Columns, Scenario, Step
from compare.tables import TableFile


class DuckDbChart(Chart):
    def __init__(self, connection: duckdb.DuckDBPyConnection, scenario: Scenario):
        self.connection = connection
        self.scenario = scenario
        self.answers: dict[str, Columns] = {}

    def draw(self) -> float:
        return self._ask(list(self.scenario.views), None)

    def move(self, step: Step) -> float:
        return self._ask(self.scenario.moved(step), step)

    def _ask(self, views, step: Step) -> float:
        millis, answers = measured(
            lambda: {view: self.scenario.by_duckdb(self.connection, view, step) for view in views}
        )
        self.answers |= answers
        return millis

    def columns(self, view: str) -> Columns:
        return self.answers[view]


class DuckDbLoading(DuckDbChart):
    def __init__(self, connection: duckdb.DuckDBPyConnection, scenario: Scenario, path: Path):
        super().__init__(connection, scenario)
        self.path = path

    def draw(self) -> float:
        query = f"CREATE OR REPLACE TABLE {self.scenario.table} AS SELECT * FROM '{self.path}'"
        return measured(lambda: self.connection.execute(query))[0]

    def columns(self, view: str) -> Columns:
        self._ask([view], None)
        return super().columns(view)

    def close(self) -> None:
        self.connection.execute(f"DROP TABLE IF EXISTS {self.scenario.table}")


class DuckDb(Contender):
    name = "duckdb"

    def __init__(self):
        self.connection = duckdb.connect()
        self.connection.execute("SET TimeZone = 'UTC'")

    def load(self, table: TableFile, columns: tuple[str, ...]) -> None:
        self.connection.execute(
            f"CREATE OR REPLACE TABLE {table.name} AS SELECT {', '.join(columns)} FROM '{table.path}'"
        )

    def chart(self, scenario: Scenario) -> Chart:
        known = {row[0] for row in self.connection.execute(f"DESCRIBE {scenario.table}").fetchall()}
        for name, expression in scenario.duckdb_columns().items():
            if name not in known:
                self._store(scenario.table, name, expression)
        return DuckDbChart(self.connection, scenario)

    def loading(self, scenario: Scenario, path: Path) -> Chart:
        return DuckDbLoading(self.connection, scenario, path)

    def _store(self, table: str, name: str, expression: str) -> None:
        self.connection.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT *, {expression} AS {name} FROM {table}")

    def close(self) -> None:
        self.connection.close()
