"""What is told of a store that is damaged where nobody foresaw it."""

from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.app.stores import damage_of, damage_told
from qtviewer.domain.dates.day_number import MAX_DAY
from qtviewer.domain.errors import ViewerError
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from tests.store.stores import edited_copy


def test_a_fault_on_a_sound_store_stays_what_it_is(sample_store: Path) -> None:
    """It is the program's, and keeps its traceback."""
    assert damage_of(sample_store) == ""
    with pytest.raises(KeyError, match="fault"), damage_told(sample_store):
        raise KeyError("fault")


@pytest.mark.parametrize("error", [KeyError("fault"), ViewerError("a sentence")])
def test_a_fault_on_a_damaged_store_is_told_as_damage(sample_store: Path, tmp_path: Path, error: Exception) -> None:
    """In the sentence that check says first; what has a sentence already keeps it."""
    store = edited_copy(sample_store, tmp_path / "events.sqlite", "UPDATE event SET importance = 9 WHERE number = 1")
    with pytest.raises(ViewerError) as told, damage_told(store):
        raise error
    assert str(told.value) == ("a sentence" if isinstance(error, ViewerError) else damage_of(store))


def test_a_store_that_cannot_be_opened_any_more_says_so(tmp_path: Path) -> None:
    """As it does at the start."""
    assert "no such file" in damage_of(tmp_path / "events.sqlite")


def test_counts_that_name_an_event_that_is_not_there_are_damage(sample_store: Path) -> None:
    """The number of such an event is told."""
    with closing(StoreReader(sample_store)) as store, pytest.raises(StoreError, match="no event has number 987654"):
        store.heads_by_number([1, 987654], "zh", MAX_DAY)
