"""Links say which event and which filters, in signs that survive wherever they are pasted."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Status
from qtviewer.domain.event_query import EventQuery, normalized_search
from qtviewer.domain.query.link import Link, format_link, is_link, parse_link

ids = st.text(min_size=1, max_size=8) | st.sampled_from(["地铁", "a b", "50%", "x&y=z", "..", "/", "~", "#", "+"])
sets = st.none() | st.frozensets(ids, max_size=3)
days = st.none() | st.integers(MIN_DAY, MAX_DAY)
queries = st.builds(
    EventQuery,
    categories=sets, collections=sets, tags=sets, places=sets, people=sets, organisations=sets, topics=sets,
    threads=sets, statuses=st.none() | st.frozensets(st.sampled_from(Status)),
    precisions=st.none() | st.frozensets(st.sampled_from(Precision)), first_day=days, last_day=days,
    search=st.text(max_size=20).map(normalized_search), min_importance=st.integers(1, 5), today=st.just(MAX_DAY),
)  # fmt: skip
links = st.builds(Link, event=st.just("") | ids, query=queries)


@settings(deadline=None)
@given(links)
def test_a_link_is_read_as_it_was_meant(link: Link) -> None:
    """Event and every filter come back, whatever signs they have; a link is one word of plain signs."""
    text = format_link(link)
    assert parse_link(text) == link
    assert is_link(text)
    assert re.fullmatch(r"qtviewer:(view|event/[\w.%-]+)(\?[a-z-]+=[\w.%-]*(&[a-z-]+=[\w.%-]*)*)?", text, re.ASCII)


@settings(deadline=None)
@given(st.text(max_size=40) | st.text("qtviewer:event/?&=%A9+ 地", max_size=30).map("qtviewer:".__add__))
def test_any_text_is_a_link_or_one_clear_line(text: str) -> None:
    """Nothing but an error that names the text comes of one that is no link."""
    try:
        link = parse_link(text)
    except ViewerError as error:
        message = str(error)
        assert message.startswith("link ")
        assert "\n" not in message
    else:
        assert parse_link(format_link(link)) == link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("qtviewer:event/metro-line-8-opens", Link("metro-line-8-opens")),
        ("qtviewer://event/metro-line-8-opens/", Link("metro-line-8-opens")),
        ("  QtViewer:view ", Link()),
        ("qtviewer:view?search=%E5%9C%B0%E9%93%81", Link("", EventQuery(search="地铁"))),
        ("qtviewer:view?search=地铁", Link("", EventQuery(search="地铁"))),
        ("qtviewer:view?search=metro+line", Link("", EventQuery(search="metro line"))),
        ("qtviewer:view?place=a&place=b&category=", Link("", EventQuery(frozenset(), places=frozenset("ab")))),
        ("qtviewer:view?from=2021-06&to=2021-06", Link("", EventQuery(
            first_day=parse_edtf("2021-06-01").first_day, last_day=parse_edtf("2021-06-30").last_day))),
    ],
)  # fmt: skip
def test_links_that_people_write(text: str, link: Link) -> None:
    """Slashes, capitals, space around it, Chinese as it is and months are understood."""
    assert parse_link(text) == link


def test_a_link_reads_well() -> None:
    """The words are those of the command line."""
    query = EventQuery(statuses=frozenset({Status.PLANNED}), min_importance=4, first_day=parse_edtf("2021").first_day)
    assert format_link(Link("fair", query)) == "qtviewer:event/fair?status=planned&from=2021-01-01&min-importance=4"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("http://event/fair", "expected qtviewer:event/ID or qtviewer:view"),
        ("qtviewer:evnt/fair", "expected qtviewer:event/ID or qtviewer:view"),
        ("qtviewer:event/", "expected qtviewer:event/ID or qtviewer:view"),
        ("qtviewer:view?categry=milestone", "'categry' is not a filter; nearest: category"),
        ("qtviewer:view?status=plan", "status 'plan' is not known; nearest: planned"),
        ("qtviewer:view?search=%E5%9C", "'%E5%9C' is not percent-encoded UTF-8"),
        ("qtviewer:view?search=50%", "'50%' has a % without two hexadecimal digits"),
        ("qtviewer:view?search=a&search=b", "'search' is said 2 times; expected once"),
        ("qtviewer:view?from=yesterday", "from: 'yesterday' is not a date: expected EDTF such as"),
        ("qtviewer:view?min-importance=9", "min-importance '9' is not a number from 1 to 5"),
    ],
)
def test_a_wrong_link_says_where_it_is_wrong(text: str, said: str) -> None:
    """The link, what is wrong in it and what was expected."""
    with pytest.raises(ViewerError, match=re.escape(f"link {text!r}: {said}")):
        parse_link(text)
