"""`python -m benchmarks.import_parts CSV STORE PARTS` imports a file, and writes what was measured as JSON."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.peak_memory import peak_memory
from qtviewer.cli.run import run
from qtviewer.exchange import import_file
from qtviewer.exchange.csv.reader import DelimitedFile, read_delimited
from qtviewer.store import derived_data, importing

PARTS = ("read", "validate", "insert", "pyramid", "index", "rest")
"""CSV to cells; cells to checked events in staging; staging to tables; aggregates; search index; everything else."""


class _PartTimer:
    """Adds up seconds by part, one part at a time."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(PARTS, 0.0)
        self._part, self._since = "read", time.perf_counter()

    def switch_to(self, part: str) -> str:
        """Count the time from now on to a part; return the part before."""
        now = time.perf_counter()
        self.seconds[self._part] += now - self._since
        before, self._part, self._since = self._part, part, now
        return before

    def time_function(self, module: ModuleType, name: str, part: str, afterwards: str | None = None) -> None:
        """Count the time of a module's function to a part, and then to another one, or to the part before if None."""
        function: Callable[..., Any] = getattr(module, name)

        def timed(*arguments: Any) -> Any:
            before = self.switch_to(part)
            try:
                return function(*arguments)
            finally:
                self.switch_to(afterwards or before)

        setattr(module, name, timed)

    def read_timed(self, path: Path) -> DelimitedFile:
        """Open a table; the time to read its rows counts to "read", the time until the next is read to "validate"."""
        table = read_delimited(path)
        self.switch_to("validate")
        return table._replace(rows=self._read(table.rows))

    def _read(self, rows: Iterator[Any]) -> Iterator[Any]:
        while True:
            self.switch_to("read")
            row = next(rows, None)
            self.switch_to("validate")
            if row is None:
                return
            yield row


def main(source: str, store: str, parts: str) -> int:
    """Import a file, and write the seconds of each part and the peak memory in MB to a file; return its exit status."""
    timer = _PartTimer()
    vars(import_file)["read_delimited"] = timer.read_timed
    timer.time_function(importing, "replace_store", "insert")
    timer.time_function(derived_data, "fill_aggregates", "pyramid", "rest")
    timer.time_function(derived_data, "write_search_index", "index", "rest")
    code = run(["import", source, "--store", store])
    timer.switch_to("rest")
    measured = timer.seconds | {"peak_memory": peak_memory()}
    Path(parts).write_text(json.dumps(measured), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
