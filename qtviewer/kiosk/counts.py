"""How often visitors tapped events and categories, hour by hour, in a file that may be lost: nothing about people.

The file grows by lines of JSON; a line that was cut by a power failure is left out when they are read.
"""

import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final, Literal, NamedTuple, get_args

from qtviewer.domain.errors import ViewerError

CountKey = Literal["event", "category", "hour"]
COUNT_KEYS: Final = get_args(CountKey)
LARGEST_FILE: Final = 50_000_000
"""Bytes after which nothing more is counted, so that no disk is ever filled."""
_SECONDS_HELD: Final = 600.0  # that a power failure may cost


class TapCount(NamedTuple):
    """TapCount within an hour (2026-11-28T16, local time) on an event, or on a category alone when `event` is empty."""

    hour: str
    event: str
    category: str
    taps: int


def hour_now() -> str:
    """The hour of the wall clock."""
    return datetime.now().astimezone().strftime("%Y-%m-%dT%H")


class TapCounter:
    """Counts in memory and adds to the file every ten minutes or so; without a file it counts nothing.

    A disk that is full, read-only or gone is noted in the log once; what was not written is forgotten.
    """

    def __init__(
        self,
        file: Path | None,
        log: logging.Logger,
        hour: Callable[[], str] = hour_now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file = file
        self._log = log
        self._hour = hour
        self._clock = clock
        self._counted: Counter[tuple[str, str, str]] = Counter()
        self._held_since = clock()
        self._is_troubled = False

    def count_tap(self, event: str = "", category: str = "") -> None:
        """Count a tap on an event of a category, or on a category."""
        if self._file is None:
            return
        if not self._counted:
            self._held_since = self._clock()
        self._counted[self._hour(), event, category] += 1
        if self._clock() - self._held_since >= _SECONDS_HELD:
            self.flush()

    def flush(self) -> None:
        """Add what was counted to the file."""
        if self._file is None or not self._counted:
            return
        taps = [TapCount(*key, number) for key, number in self._counted.items()]
        self._counted.clear()
        try:
            self._append(self._file, taps)
            self._is_troubled = False
        except (OSError, ValueError) as error:
            if not self._is_troubled:
                self._log.warning("%s: taps are not counted (%s)", self._file, error)
            self._is_troubled = True

    @staticmethod
    def _append(file: Path, taps: Iterable[TapCount]) -> None:
        lines = "".join(json.dumps(line._asdict(), ensure_ascii=False) + "\n" for line in taps)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a+b") as stream:
            if stream.tell() > LARGEST_FILE:
                raise ValueError(f"over {LARGEST_FILE // 1_000_000} MB; move it away")
            stream.write(b"" if _ends_with_line(stream) else b"\n")
            stream.write(lines.encode())


def _ends_with_line(stream: BinaryIO) -> bool:
    """Whether nothing of a line that was cut stands at the end."""
    if not stream.tell():
        return True
    stream.seek(-1, 2)
    return stream.read(1) == b"\n"


class TapFile(NamedTuple):
    """The lines of a file, and how many could not be read."""

    taps: tuple[TapCount, ...]
    damaged: int


def read_taps(file: Path) -> TapFile:
    """The lines that can be read; ViewerError when the file cannot."""
    taps, damaged = [], 0
    try:
        with file.open("rb") as stream:
            for line in stream:
                if line.strip():
                    read = _read_line(line)
                    damaged += read is None
                    taps += [] if read is None else [read]
    except OSError as error:
        raise ViewerError(f"{file}: cannot be read ({error.strerror}); expected the counts file of a kiosk") from error
    return TapFile(tuple(taps), damaged)


def total_taps(taps: Iterable[TapCount], by: CountKey | None) -> int | Mapping[str, int]:
    """All taps, or the taps of each hour in their order, or of each event or category, the most tapped first."""
    counts: Counter[str] = Counter()
    for line in taps:
        counts[getattr(line, by) if by else ""] += line.taps
    if by is None:
        return counts.total()
    counts.pop("", None)  # taps on categories are taps on no event
    order = (lambda item: item[0]) if by == "hour" else (lambda item: (-item[1], item[0]))
    return dict(sorted(counts.items(), key=order))


def _read_line(line: bytes) -> TapCount | None:
    with suppress(ValueError, TypeError, RecursionError):
        taps = TapCount(**json.loads(line))
        texts = all(isinstance(text, str) for text in taps[:3])
        if texts and type(taps.taps) is int and taps.taps > 0:
            return taps
    return None
