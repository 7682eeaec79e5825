"""Run SQL from standard input in DuckDB, one connection for all; a program of ``.venv-tools``.

Takes a JSON list of pairs, a place and its SQL. Ends with 1 where a query has no answer.
"""

import json
import sys

import duckdb  # type: ignore[import-not-found]  # in .venv-tools alone


def main() -> int:
    """Run each statement, and print what a query finds as JSON, a line each."""
    connection = duckdb.connect()
    for place, text in json.load(sys.stdin):
        for statement in connection.extract_statements(text):
            print(f"-- {place}")
            rows = connection.execute(statement.query).fetchall()
            print(json.dumps(rows, default=str, ensure_ascii=False))
            is_query = statement.type == duckdb.StatementType.SELECT
            if is_query and not rows:
                print(f"{place}: no row", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
