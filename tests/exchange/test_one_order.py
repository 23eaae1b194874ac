"""Every list, walk and file has the events in one order, whatever is known of their dates."""

import io
from collections.abc import Iterator, Sequence

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import exported
from tests.store.query_matching import date_sort_key
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import dates

TEXTS = ("list.json", "list.jsonl", "list.csv", "list.md", "list.html", "list.ics", "list.timelinejs")
IN_ORDER = (
    "-9999", "-0799", "18XX", "180X", "1800", "1800-01-01", "1800-01", "1800-01/1900", "../1800-01", "184X", "../184X",
    "../18XX", "2018-12-31", "[..2018-12-31]", "../2018", "2019/..",
)  # fmt: skip


def events_of(drawn: Sequence[tuple[EventDate, int]]) -> tuple[Event, ...]:
    """Events with these dates and importances, whose titles are found in any text."""
    return tuple(
        sample_event(f"event-{at}", "2021", f"潮{at:02d}汐", importance=importance)._replace(date=date)
        for at, (date, importance) in enumerate(drawn)
    )


def walked(source: StoreReader, step: int) -> Iterator[str]:
    """The ids that previous or next leads through, from one end to the other."""
    head = source.neighbour(EventQuery(), "zh", "", step)
    while head is not None:
        yield head.id
        head = source.neighbour(EventQuery(), "zh", head.id, step)


def ids_in(text: str, events: Sequence[Event]) -> list[str]:
    """The ids of the events in the order in which their titles come first in a text."""
    return [event.id for event in sorted(events, key=lambda event: text.index(event.texts["zh"].title))]


def ids_in_table(content: bytes) -> list[str]:
    """The ids in a spreadsheet, from the top."""
    rows = list(openpyxl.load_workbook(io.BytesIO(content), read_only=True)["events"].values)
    return [str(row[rows[0].index("id")]) for row in rows[1:]]


@given(st.lists(st.tuples(dates, st.integers(1, 5)), min_size=1, max_size=12))
@settings(deadline=None, max_examples=30)
def test_everything_has_the_same_order(drawn: list[tuple[EventDate, int]]) -> None:
    """The list, next and previous from end to end, positions, and files of every format that has an order."""
    events = events_of(drawn)
    with temporary_store(SAMPLE._replace(events=events)) as source:
        order = [event.id for event in sorted(events, key=date_sort_key)]
        numbers = source.listing(EventQuery(), "zh", "date").numbers
        heads = source.heads_by_number(numbers, "zh", MAX_DAY)
        assert [heads[number].id for number in numbers] == order
        assert [head.id for head in source.heads(EventQuery(), "zh")] == order
        assert list(walked(source, 1)) == order == list(walked(source, -1))[::-1]
        assert [source.position(EventQuery(), event_id) for event_id in order] == list(range(1, len(order) + 1))
        for name in TEXTS:
            assert ids_in(exported(source, name).decode("utf-8"), events) == order, name
        assert ids_in_table(exported(source, "list.xlsx")) == order


def test_an_unknown_beginning_stands_at_its_known_end() -> None:
    """A century comes before its years and a year before its months; what ended in them comes after."""
    events = events_of([(parse_edtf(text), 3) for text in IN_ORDER])
    with temporary_store(SAMPLE._replace(events=events[::-1])) as source:
        assert tuple(walked(source, 1)) == tuple(event.id for event in events)


def test_headings_are_as_exact_as_the_dates_below_them() -> None:
    """A century, a decade and a year are no Januaries, before our era too, and an unknown beginning has its end's."""
    events = events_of([(parse_edtf(text), 3) for text in ("-02XX", "-0043-03-15", "18XX", "184X", "1840", "../2018")])
    headings = {
        "zh": ["公元前3世纪", "公元前44年3月", "19世纪", "19世纪40年代", "1840年", "2018年"],
        "en": ["3rd century BCE", "March 44 BCE", "19th century", "1840s", "1840", "2018"],
    }
    with temporary_store(SAMPLE._replace(events=events)) as source:
        for lang, expected in headings.items():
            lines = exported(source, "list.md", lang).decode("utf-8").splitlines()
            assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == expected
