"""Names, kinds and languages of a damaged store."""

from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.domain.event import Tag, TagKind
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.store.samples import SAMPLE, SAMPLE_ERAS
from tests.store.stores import edited_copy, temporary_store


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM chronicle_text",
        "DELETE FROM category WHERE id = 'festival'",
        "UPDATE category_text SET name = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_vocabulary_that_cannot_be_read_is_one_line(sample_store: Path, tmp_path: Path, statement: str) -> None:
    """Names, kinds and languages that do not make sense are refused with the path of the store."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", statement)
    with closing(StoreReader(path)) as store, pytest.raises(StoreError) as refusal:
        _ = store.vocabulary
    assert str(refusal.value).startswith(f"{path}: damaged store (")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE era SET date = 'yesterday'",
        "UPDATE era SET date = '../2021'",
        "UPDATE era SET color = CAST(x'ff' AS TEXT)",
        "DELETE FROM era WHERE id = 'plan-14'",
    ],
)
def test_eras_that_cannot_be_read_are_one_line(tmp_path: Path, statement: str) -> None:
    """A date that no era has, a colour that is none, or a name without its era: refused, and named by the check."""
    write_store(SAMPLE._replace(eras=SAMPLE_ERAS), tmp_path / "events.sqlite")
    path = edited_copy(tmp_path / "events.sqlite", tmp_path / "edited.sqlite", statement)
    with closing(StoreReader(path)) as store, pytest.raises(StoreError) as refusal:
        _ = store.vocabulary
    assert str(refusal.value).startswith(f"{path}: damaged store (")
    assert any("era" in problem for problem in store_problems(path)) or "color" in statement


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tag SET kind = 'deity'",
        "UPDATE tag_text SET name = CAST(x'ff' AS TEXT)",
        "UPDATE tag_alias SET alias = CAST(x'ff' AS TEXT)",
    ],
)
@pytest.mark.parametrize("at_once", [False, True])
def test_tags_that_cannot_be_read_are_one_line(
    sample_store: Path, tmp_path: Path, statement: str, at_once: bool
) -> None:
    """One tag and all of them are refused with the path of the store."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", statement)
    with closing(StoreReader(path)) as store, pytest.raises(StoreError) as refusal:
        _ = list(store.vocabulary.tags) if at_once else store.vocabulary.tags["xiasha"]
    assert str(refusal.value).startswith(f"{path}: damaged store (")


def test_a_tag_that_is_not_there_is_missed(sample_store: Path, tmp_path: Path) -> None:
    """Its name alone does not make a tag, and is damage when all are read."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", "DELETE FROM tag WHERE id = 'xiasha'")
    with closing(StoreReader(path)) as store:
        tags = store.vocabulary.tags
        assert "xiasha" not in tags
        with pytest.raises(StoreError):
            len(tags)


def test_a_tag_is_the_same_by_itself_and_among_all() -> None:
    """However many were asked for before, and whatever their names and aliases are."""
    tags = tuple(Tag(f"t{at}", TagKind.TOPIC, {"en": f"topic {at}", "zh": "题"}, (f"a{at}", "b")) for at in range(99))
    with temporary_store(SAMPLE._replace(tags=SAMPLE.tags + tags)) as store:
        one_by_one = [store.vocabulary.tags[tag.id] for tag in SAMPLE.tags + tags]
        assert one_by_one == [*SAMPLE.tags, *tags] == list(store.vocabulary.tags.values())
