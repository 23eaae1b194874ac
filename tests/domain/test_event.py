"""Events and names as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Chronicle, DateBasis, Event, EventText, Status, TagKind, name_in_language

names = st.dictionaries(st.sampled_from(["zh", "en", "fr"]), st.text(max_size=3))


@pytest.mark.parametrize(
    ("given_names", "lang", "expected"),
    [
        ({"zh": "地铁", "en": "Metro"}, "en", "Metro"),
        ({"zh": "地铁", "en": "Metro"}, "zh", "地铁"),
        ({"zh": "地铁", "en": "Metro"}, "fr", "地铁"),
        ({"en": "Metro", "zh": "地铁"}, "fr", "Metro"),
        ({"zh": "地铁", "en": ""}, "en", "地铁"),
        ({"zh": "", "en": "Metro"}, "zh", "Metro"),
        ({}, "zh", ""),
        ({"zh": ""}, "zh", ""),
    ],
)
def test_a_name_in_a_language(given_names: dict[str, str], lang: str, expected: str) -> None:
    """The name in that language, or the first one that is not empty."""
    assert name_in_language(given_names, lang) == expected


@given(names, st.sampled_from(["zh", "en", "fr"]))
def test_a_name_is_found_where_there_is_one(given_names: dict[str, str], lang: str) -> None:
    """Nothing is shown without a name while any language has one, and the language asked for goes first."""
    name = name_in_language(given_names, lang)
    assert bool(name) == any(given_names.values())
    assert name == given_names.get(lang) or not given_names.get(lang)


def test_an_event_needs_only_what_every_event_has() -> None:
    """What is not said about an event is the usual: printed date, happened, importance 3, no references."""
    text = EventText("地铁8号线一期开通", "首次载客。", "")
    event = Event("metro-line-8-opens", parse_edtf("2021-06-28"), "milestone", "this-year", {"zh": text})
    assert (event.date_basis, event.status, event.importance) == (DateBasis.PRINTED, Status.HAPPENED, 3)
    assert (event.time, event.parent, event.thread, event.tags, event.figures) == ("", "", "", (), ())
    assert event.texts["zh"].date_note == ""


def test_values_cannot_be_changed() -> None:
    """Events and chronicles may be shared between threads: assigning to one is an error."""
    event = Event("a", parse_edtf("2021"), "milestone", "this-year", {})
    with pytest.raises(AttributeError):
        setattr(event, "importance", 5)  # noqa: B010 - mypy would refuse the assignment
    chronicle = Chronicle({"zh": "钱塘纪事"}, {})
    with pytest.raises(AttributeError):
        setattr(chronicle, "events", (event,))  # noqa: B010 - mypy would refuse the assignment


def test_a_new_chronicle_is_empty_and_stays_so() -> None:
    """Chronicles do not share what they hold: the defaults are empty and cannot be written to."""
    chronicle = Chronicle({"zh": "钱塘纪事"}, {})
    held = (chronicle.categories, chronicle.collections, chronicle.sources, chronicle.threads, chronicle.tags)
    assert not any(held)
    assert not isinstance(chronicle.threads, dict)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Status, ["happened", "ongoing", "planned"]),
        (DateBasis, ["printed", "inferred", "relative", "lunar", "contradictory"]),
        (TagKind, ["person", "organisation", "place", "topic"]),
    ],
)
def test_the_words_of_the_content_files(kind: type[Status | DateBasis | TagKind], words: list[str]) -> None:
    """The values are the words of docs/content.md, in its order."""
    assert [member.value for member in kind] == words
