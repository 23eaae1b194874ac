"""`python -m benchmarks.import_parts CSV STORE PARTS`: one import, which notes as JSON how long its parts take."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from qtviewer.cli.run import run
from qtviewer.exchange import import_file
from qtviewer.exchange.csv.reader import DelimitedFile, read_delimited
from qtviewer.store import importing, writer

PARTS = ("read", "validate", "insert", "pyramid", "index", "rest")
"""CSV to cells; cells to checked events, put aside in date order; these to tables; counts; search; hash and tidying."""


class _Clock:
    """Seconds by part, of which one runs at a time."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(PARTS, 0.0)
        self._part, self._since = "read", time.perf_counter()

    def turn_to(self, part: str) -> str:
        """Go on with a part; what went on before."""
        now = time.perf_counter()
        self.seconds[self._part] += now - self._since
        before, self._part, self._since = self._part, part, now
        return before

    def during(self, module: ModuleType, name: str, part: str, afterwards: str | None = None) -> None:
        """Count a function of a module to a part; after it goes on what went on before, or another part."""
        function: Callable[..., Any] = getattr(module, name)

        def timed(*arguments: Any) -> Any:
            before = self.turn_to(part)
            try:
                return function(*arguments)
            finally:
                self.turn_to(afterwards or before)

        setattr(module, name, timed)

    def reading(self, path: Path) -> DelimitedFile:
        """Open a table whose rows count to "read"; what becomes of them is "validate"."""
        table = read_delimited(path)
        self.turn_to("validate")
        return table._replace(rows=self._read(table.rows))

    def _read(self, rows: Iterator[Any]) -> Iterator[Any]:
        while True:
            self.turn_to("read")
            row = next(rows, None)
            self.turn_to("validate")
            if row is None:
                return
            yield row


def main(source: str, store: str, parts: str) -> int:
    """Import a file; 0 when all of it is in the store."""
    clock = _Clock()
    vars(import_file)["read_delimited"] = clock.reading
    clock.during(importing, "write_store", "insert")
    clock.during(writer, "fill_aggregates", "pyramid", "rest")
    clock.during(writer, "write_search_index", "index", "rest")
    code = run(["import", source, "--store", store])
    clock.turn_to("rest")
    Path(parts).write_text(json.dumps(clock.seconds), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
