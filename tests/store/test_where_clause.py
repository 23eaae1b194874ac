"""Text to search for is only text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event import Chronicle, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store

ODD_TEXTS = (
    "'", '"', "''; DROP TABLE event; --", "%", "_", "\\", "[a-z]*", "*", "?", ":search", "NEAR(a b)", "a OR 1=1",
    "\x00", "\n", "😀", "👨‍👩‍👧", "é", "́", "\ufeff", "\u202e", "长" * 10_000, "x" * 10_000, "\ud83d",
)  # fmt: skip


def _with_titles(*titles: str) -> Chronicle:
    events = tuple(
        sample_event(f"event-{at}", "2021", title)._replace(texts={"zh": EventText(title, "要", "文")})
        for at, title in enumerate(titles)
    )
    return SAMPLE._replace(events=events)


@pytest.mark.parametrize("text", [text for text in ODD_TEXTS if text.strip() and text != "\ud83d"])
def test_odd_text_finds_the_event_that_has_it_and_no_other(text: str) -> None:
    """What stands in one title finds that event, not what would match as a pattern."""
    with temporary_store(_with_titles(f"甲{text}乙", "plain")) as store:
        assert [head.id for head in store.heads(EventQuery(search=text), "zh")] == ["event-0"]


@given(text=st.text(max_size=50) | st.sampled_from(ODD_TEXTS))
@settings(deadline=None, max_examples=150)
def test_no_text_is_an_error(shipped: StoreReader, text: str) -> None:
    """Any text at all, halves of characters included, gives a count."""
    assert 0 <= shipped.count(EventQuery(search=text)) <= shipped.count(EventQuery())


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u3000"])
def test_space_alone_is_no_condition(shipped: StoreReader, text: str) -> None:
    """An empty search field, or one with only space in it, shows everything."""
    assert shipped.count(EventQuery(search=text)) == shipped.count(EventQuery())


def test_words_of_every_language_figures_and_names_are_searched() -> None:
    """Title, summary, body, the value and label of figures and the names of tags, in small or capital letters."""
    with temporary_store(SAMPLE) as store:
        for text in ("地铁8号线开通", "SUMMARY OF METRO-OPENS", "*metro-opens*", "换乘线路", "Xiasha Sub", "杭州地铁"):
            assert "metro-opens" in [head.id for head in store.heads(EventQuery(search=text), "zh")], text


def test_ids_and_what_is_not_shown_are_not_searched() -> None:
    """Ids, dates as stored, and sections do not turn up as matches nobody can see."""
    hidden = sample_event("hidden-id", "2021-06-28", "题")._replace(
        texts={"zh": EventText("题", "要", "文")}, source_section="栏目", tags=("li-ming",)
    )
    with temporary_store(SAMPLE._replace(events=(hidden,))) as store:
        for text in ("hidden-id", "2021-06-28", "栏目", "li-ming", "milestone"):
            assert store.count(EventQuery(search=text)) == 0, text


def test_a_condition_with_thousands_of_values_is_answered(shipped: StoreReader) -> None:
    """The number of values is not limited by what SQLite takes as parameters."""
    tags = frozenset(f"no-such-tag-{number}" for number in range(40_000)) | frozenset(shipped.vocabulary.tags)
    tagged = sum(1 for event in shipped.events(EventQuery()) if event.tags)
    assert shipped.count(EventQuery(tags=tags)) == tagged


def test_a_condition_without_values_matches_nothing(shipped: StoreReader) -> None:
    """No alternatives means no event, unlike no condition at all."""
    nothing: frozenset[str] = frozenset()
    for query in (EventQuery(categories=nothing), EventQuery(tags=nothing), EventQuery(statuses=frozenset())):
        assert shipped.count(query) == 0
