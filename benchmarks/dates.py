"""Time to read dates as people write them; the floor is Python's own reading of as many dates in the ISO form."""

import time
from collections.abc import Callable, Iterator
from datetime import date

from benchmarks.measurement import Measurement
from qtviewer.domain.dates.reader import read_date

_COUNT = 100_000
_MONTHS = ("January", "March", "May", "July", "October", "December")
_FORMS: dict[str, Callable[[date], str]] = {
    "iso": date.isoformat,
    "chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "english": lambda day: f"{day.day} {_MONTHS[day.month % 6]} {day.year}",
    "spans": lambda day: f"{day.year}年{day.month}月{day.day}日至{day.year + 1}年3月",
    "reigns": lambda day: f"民国{day.year % 90 + 1}年{day.month}月",
}


def dates() -> Iterator[Measurement]:
    """Yield the seconds that 100,000 dates of each form take, none of them twice in a row."""
    days = [date.fromordinal(700_000 + 3 * number) for number in range(_COUNT)]
    floor = _seconds([day.isoformat() for day in days], date.fromisoformat)
    for name, form in _FORMS.items():
        yield Measurement.of(f"dates_{name}", _COUNT, _seconds([form(day) for day in days], read_date), "s", floor)


def _seconds(texts: list[str], read: Callable[[str], object]) -> float:
    begin = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begin
