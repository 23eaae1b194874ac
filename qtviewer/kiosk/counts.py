"""Counts of visitors' taps on events and categories by hour, in a file of JSON lines; nothing about people.

The file may be lost or deleted. A line that a power failure truncated is left out when the file is read.
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
"""The columns by which taps are added up."""
COUNT_KEYS: Final = get_args(CountKey)
LARGEST_FILE: Final = 50_000_000
"""Bytes after which nothing more is written, so that no disk is ever filled."""
_SECONDS_IN_MEMORY: Final = 600.0  # whose counts a power failure may cost


class TapCount(NamedTuple):
    """Taps in one hour on one event or category, a line of the file.

    hour: in local time, such as 2026-11-28T16.
    event: id of the event; empty for taps on a category.
    category: id of the category, or of the event's category.
    taps: number of taps.
    """

    hour: str
    event: str
    category: str
    taps: int


def hour_now() -> str:
    """Return the present hour in local time, such as 2026-11-28T16."""
    return datetime.now().astimezone().strftime("%Y-%m-%dT%H")


class TapCounter:
    """Counts taps in memory, and writes the counts to a file at the first tap after ten minutes.

    Without a file it does nothing. When the file cannot be written, the log has one warning, and the counts are lost.
    `hour` returns the present hour as `TapCount` has it, `clock` seconds of a monotonic clock.
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
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._counting_since = clock()
        self._has_failed = False

    def count_tap(self, event: str = "", category: str = "") -> None:
        """Count a tap on an event of a category, or on a category alone."""
        if self._file is None:
            return
        if not self._counts:
            self._counting_since = self._clock()
        self._counts[self._hour(), event, category] += 1
        if self._clock() - self._counting_since >= _SECONDS_IN_MEMORY:
            self.flush()

    def flush(self) -> None:
        """Write the counts to the file, and begin to count anew."""
        if self._file is None or not self._counts:
            return
        taps = [TapCount(*key, number) for key, number in self._counts.items()]
        self._counts.clear()
        try:
            _append_lines(self._file, taps)
            self._has_failed = False
        except (OSError, ValueError) as error:
            if not self._has_failed:
                self._log.warning("%s: taps are not counted (%s)", self._file, error)
            self._has_failed = True


def _append_lines(file: Path, taps: Iterable[TapCount]) -> None:
    lines = "".join(json.dumps(line._asdict(), ensure_ascii=False) + "\n" for line in taps)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+b") as stream:
        if stream.tell() > LARGEST_FILE:
            raise ValueError(f"over {LARGEST_FILE // 1_000_000} MB; move it away")
        stream.write(b"" if _is_last_line_complete(stream) else b"\n")
        stream.write(lines.encode())


def _is_last_line_complete(stream: BinaryIO) -> bool:
    """Return whether a file is empty or ends with a line break; leaves the stream at its end."""
    if not stream.tell():
        return True
    stream.seek(-1, 2)
    return stream.read(1) == b"\n"


class TapFile(NamedTuple):
    """The lines of a file that could be read, and the number of damaged lines."""

    taps: tuple[TapCount, ...]
    damaged: int


def read_taps(file: Path) -> TapFile:
    """Return the lines of a file, and how many of them are damaged; raise ViewerError if the file cannot be read."""
    taps, damaged = [], 0
    try:
        with file.open("rb") as stream:
            for line in stream:
                if line.strip():
                    count = _tap_count_of(line)
                    damaged += count is None
                    taps += [] if count is None else [count]
    except OSError as error:
        raise ViewerError(f"{file}: cannot be read ({error.strerror}); expected the counts file of a kiosk") from error
    return TapFile(tuple(taps), damaged)


def total_taps(taps: Iterable[TapCount], by: CountKey | None) -> int | Mapping[str, int]:
    """Return the number of all taps if `by` is None, or by hour in order, or by event or category, most taps first."""
    counts: Counter[str] = Counter()
    for line in taps:
        counts[getattr(line, by) if by else ""] += line.taps
    if by is None:
        return counts.total()
    counts.pop("", None)  # taps on categories have no event
    order = (lambda item: item[0]) if by == "hour" else (lambda item: (-item[1], item[0]))
    return dict(sorted(counts.items(), key=order))


def _tap_count_of(line: bytes) -> TapCount | None:
    """Return the count in a line, or None if it is damaged."""
    with suppress(ValueError, TypeError, RecursionError):
        count = TapCount(**json.loads(line))
        has_texts = all(isinstance(text, str) for text in count[:3])
        if has_texts and type(count.taps) is int and count.taps > 0:
            return count
    return None
