"""JSON and JSON Lines, whole or cut short."""

import json
from pathlib import Path
from typing import Any

import pytest

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import TagKind
from tests.exchange.importing.imported import read_text

EVENT: dict[str, Any] = {"id": "a", "title": "A", "date": "2021", "places": ["x; y"], "tags": [], "parent": None}


def test_a_document_with_events(tmp_path: Path) -> None:
    """As it is exported, or as a bare list; what no event has is named."""
    whole = {"query": {}, "count": 1, "content_hash": "", "events": [{**EVENT, "price": 5}]}
    read = read_text(tmp_path, "list.json", json.dumps(whole))
    assert [event.id for event in read.events] == ["a"]
    assert read.file.notes == ["columns left out, which no event has: price"]
    assert read_text(tmp_path, "list.json", json.dumps([EVENT])).events == read.events


def test_lines(tmp_path: Path) -> None:
    """The first line may be the statement of an export; rows are numbered by line, and a bad one does not end it."""
    lines = [json.dumps({"query": {}, "count": 3}), json.dumps(EVENT), "", "{", json.dumps({**EVENT, "id": "b"})]
    read = read_text(tmp_path, "list.jsonl", "\n".join(lines))
    assert [(event.row, event.id) for event in read.events] == [(2, "a"), (5, "b")]
    assert [problem.row for problem in read.problems] == [4]
    bare = read_text(tmp_path, "bare.jsonl", json.dumps(EVENT))
    assert [event.row for event in bare.events] == [1]


def test_words_in_every_language(tmp_path: Path) -> None:
    """What stands under texts is said in each language."""
    texts = {"zh": {"title": "题", "figures": []}, "en": {"title": "A", "figures": []}}
    read = read_text(tmp_path, "list.json", json.dumps([{**EVENT, "lang": "en", "texts": texts}]))
    assert {lang: words["title"] for lang, words in read.events[0].texts.items()} == {"en": "A", "zh": "题"}


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("list.json", "", "is no JSON"),
        ("list.json", "[" * 100_000, "is no JSON"),
        ("list.json", '{"a": 1}', "holds no list of events"),
        ("list.json", '{"count": 5, "events": []}', "says that it has 5 events and has 0; it is not whole"),
        ("list.json", '{"events": []', r"is no JSON \(line 1"),
        ("list.jsonl", "\n\n", "is empty"),
    ],
)
def test_what_is_no_list_is_refused(name: str, content: str, complaint: str, tmp_path: Path) -> None:
    """Cut files, other documents, nesting without end."""
    with pytest.raises(ViewerError, match=complaint):
        read_text(tmp_path, name, content)


@pytest.mark.parametrize(
    ("event", "complaint"),
    [
        (5, "row 1, '5' is no event, expected an object"),
        ({f"c{at}": at for at in range(2000)}, "row 1 has 2,000 columns, expected at most 1,000"),
        ({"title": "A", "标题": "B"}, "row 1, 标题 means the same as another column"),
        ({"title": "\ud83d", "date": "2021"}, "holds half a character"),
        ({"title": "A", "date": "2021", "texts": [1]}, "row 1, texts '[1]' does not hold words by language"),
        ({"title": "A", "date": "2021", "texts": {"?!": {"title": "x"}}}, "is no language code"),
    ],
)
def test_what_is_no_event_is_named(event: Any, complaint: str, tmp_path: Path) -> None:
    """The number of the event, and the reason."""
    assert complaint in read_text(tmp_path, "list.json", json.dumps([event])).complaints[0]


def test_lines_that_were_cut_off_are_noticed(tmp_path: Path) -> None:
    """A file that says how many events it has is not imported in part."""
    content = json.dumps({"query": {}, "count": 2}) + "\n" + json.dumps(EVENT)
    assert read_text(tmp_path, "list.jsonl", content).complaints == [
        "says that it has 2 events and has 1; it is not whole"
    ]


def test_a_declared_vocabulary(tmp_path: Path) -> None:
    """Names in every language and colours may stand beside the events."""
    vocabulary = {
        "chronicle": {"en": {"title": "T", "subtitle": "S"}},
        "categories": [{"id": "c", "color": "#000000", "color_dark": "#FFFFFF", "names": {"zh": "类"}}],
        "tags": [{"id": "t", "kind": "place", "names": {"en": "T"}, "aliases": ["U"]}],
        "sources": [{"id": "s", "names": {"en": "S"}}],
    }
    declared = read_text(tmp_path, "list.json", json.dumps({"vocabulary": vocabulary, "events": []})).file.declared
    assert declared.titles == {"en": "T"}
    assert declared.categories[0].names == {"zh": "类"}
    assert (declared.tags[0].aliases, declared.sources) == (("U",), {"s": {"en": "S"}})


@pytest.mark.parametrize(
    "vocabulary",
    [
        {"chronicle": 5}, {"tags": 5},
        {"tags": [{"id": "t", "kind": "thing", "names": {}}]}, {"sources": [{"id": "?"}]},
        {"categories": [{"id": "c", "color": "red", "color_dark": "#FFFFFF", "names": {}}]},
        {"sources": [{"id": "s", "names": {"en": "<script>"}}]}, {"chronicle": {"en": {}}},
    ],
)  # fmt: skip
def test_a_vocabulary_that_is_none_is_refused(vocabulary: Any, tmp_path: Path) -> None:
    """Colours that are none, unknown kinds, scripts in names: one sentence."""
    with pytest.raises(ViewerError, match="'vocabulary'"):
        read_text(tmp_path, "list.json", json.dumps({"vocabulary": vocabulary, "events": []}))


def test_lists_in_lists_without_end_are_refused(tmp_path: Path) -> None:
    """As deep as JSON itself is read; no value of an event is."""
    figures = "[" * 500 + "]" * 500
    read = read_text(tmp_path, "list.json", f'[{{"id": "a", "title": "A", "date": "2021", "figures": {figures}}}]')
    assert read.complaints[0].endswith("holds lists in lists more than 5 deep")


def test_texts_anywhere_in_lists_and_objects_come_through_the_same_door(tmp_path: Path) -> None:
    """What runs is refused in a figure, too, and control characters are replaced."""
    event: dict[str, Any] = {
        "id": "a",
        "title": "A",
        "date": "2021",
        "figures": [{"number": 1, "label": "<script>x</script>"}],
    }
    assert "could run a program" in read_text(tmp_path, "a.json", json.dumps([event])).complaints[0]
    event |= {"figures": [{"number": 1, "label": "a\x07"}], "places": ["b\x0bc"]}
    (read,) = read_text(tmp_path, "b.json", json.dumps([event])).events
    assert read.figures["en"].figures[0][1].label == "a�"
    assert read.tags[TagKind.PLACE] == ({"en": "b\nc"},)
