"""What a visitor takes along, and the code that holds it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Event, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.kiosk.qr_content import MOST_BYTES, MOST_MODULES, QUIET_ZONE, qr_content, qr_modules
from qtviewer.store.reader import StoreReader

SOURCES = {"magazine": {"zh": "《钱塘》", "en": "Qiantang magazine"}}
FINDER = [[True] * 7, [True, *[False] * 5, True], *[[True, False, True, True, True, False, True]] * 3]


def event(title: str = "地铁开通", summary: str = "八号线通车。", event_id: str = "metro") -> Event:
    """An event with given words."""
    return Event(event_id, parse_edtf("2021-06-28"), "milestone", "", {"zh": EventText(title, summary, "")},
                 source="magazine")  # fmt: skip


def test_title_date_summary_and_source() -> None:
    """A line each, in the language asked for or the one there is."""
    assert qr_content(event(), SOURCES, "zh") == "地铁开通\n2021年6月28日\n八号线通车。\n《钱塘》"
    assert qr_content(event(), SOURCES, "en") == "地铁开通\n28 June 2021\n八号线通车。\nQiantang magazine"
    assert qr_content(event(), {}, "zh") == "地铁开通\n2021年6月28日\n八号线通车。"


def test_a_template_makes_an_address() -> None:
    """Id and language stand in it as addresses write them."""
    url = "https://example.org/{lang}/e?id={id}#{id}"
    assert qr_content(event(event_id="a b&c"), SOURCES, "zh", url) == "https://example.org/zh/e?id=a%20b%26c#a%20b%26c"


def test_a_long_summary_ends_with_a_sentence() -> None:
    """Nobody reads half a sentence at home."""
    long = "，".join(["这一年"] * 20) + "。"
    taken = qr_content(event(summary=long * 10), SOURCES, "zh")
    assert taken.split("\n")[2] == long * (len(taken.split("\n")[2]) // len(long))
    assert len(taken.encode()) > MOST_BYTES - 2 * len(long.encode())
    english = qr_content(event(summary="A sentence of 3.5 words. " * 99), SOURCES, "en")
    assert english.split("\n")[2].endswith("of 3.5 words.")


@settings(deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1).map(lambda text: text * 40),
    st.text(st.characters(codec="utf-8")).map(lambda text: text * 100),
)
def test_it_always_fits(title: str, summary: str) -> None:
    """Whatever an event says, the largest code holds it."""
    assert len(qr_content(event(title, summary), SOURCES, "zh").encode()) <= MOST_BYTES


def test_the_largest_text_makes_a_code() -> None:
    """A byte more does not."""
    largest = qr_modules("中" * (MOST_BYTES // 3) + "a" * (MOST_BYTES % 3))
    assert len(largest) == MOST_MODULES
    with pytest.raises(ValueError, match="more than a QR code"):
        qr_modules("a" * (MOST_BYTES + 1))


def test_a_code_is_a_square_with_a_light_edge_and_three_finders() -> None:
    """The quiet zone is part of it, so that nobody forgets to leave it free."""
    modules = qr_modules("地铁开通")
    assert all(len(row) == len(modules) for row in modules)
    edge = [*modules[:QUIET_ZONE], *modules[-QUIET_ZONE:]]
    assert not any(any(row) for row in edge)
    corner = [list(row[QUIET_ZONE : QUIET_ZONE + 7]) for row in modules[QUIET_ZONE : QUIET_ZONE + 5]]
    assert corner == FINDER


def test_every_shipped_event_has_a_code(shipped: StoreReader) -> None:
    """None is cut, in either language."""
    for one in shipped.events(EventQuery()):
        for lang in ("zh", "en"):
            text = qr_content(one, shipped.vocabulary.sources, lang)
            assert one.texts[lang].summary in text
            assert len(text.encode()) <= MOST_BYTES
