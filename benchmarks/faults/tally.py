"""Counting what happened, and printing it as one table."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

COLUMNS: Final = (
    "tried", "right", "clear error", "told by check", "wrong", "traceback", "crash", "hang", "unclear", "lost",
    "left behind",
)  # fmt: skip
"""`wrong` is an answer with exit status 0 that is neither right nor told by `qtviewer check`, or a command that says
that it failed though it did not. `lost` is what a command said it had written, or what was there before. `unclear` is
a failure without a sentence. `left behind` are files that are there after the next run."""
FAULTS: Final = COLUMNS[4:]


class Trial(NamedTuple):
    """One thing tried: the kind, what came of it (a column), and what would be looked at if that was a fault."""

    kind: str
    outcome: str
    detail: str


class Tally:
    """The counts of trials by kind; the details of faults are printed as they come."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}

    def add(self, trial: Trial) -> None:
        """Count a trial."""
        counts = self._counts.setdefault(trial.kind, Counter())
        counts.update(("tried", trial.outcome))
        if trial.outcome in FAULTS:
            print(f"{trial.outcome}: {trial.kind}: {trial.detail}", flush=True)

    def count(self, trials: Iterable[Trial]) -> "Tally":
        """Count trials; return this tally."""
        for trial in trials:
            self.add(trial)
        return self

    @property
    def faults(self) -> int:
        """The number of faults."""
        return sum(counts[fault] for counts in self._counts.values() for fault in FAULTS)

    def lines(self) -> list[str]:
        """Return the table as lines of Markdown."""
        rows = [[kind, *(str(counts[column]) for column in COLUMNS)] for kind, counts in self._counts.items()]
        total = ["all", *(str(sum(counts[column] for counts in self._counts.values())) for column in COLUMNS)]
        return [_line(["", *COLUMNS]), _line(["---"] + ["--:"] * len(COLUMNS)), *map(_line, [*rows, total])]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
