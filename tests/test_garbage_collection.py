"""The search for cycles is rare while lists are written, and as before afterwards."""

import gc

import pytest

from qtviewer.garbage_collection import rare_garbage_collection


def test_collection_is_rare_inside_and_as_before_afterwards() -> None:
    """A list takes many times as many objects as usual to be searched for cycles."""
    before = gc.get_threshold()
    with rare_garbage_collection():
        assert gc.get_threshold()[0] > 10 * before[0]
    assert gc.get_threshold() == before


def test_it_is_as_before_after_an_error_too() -> None:
    """The command line ends with errors as values."""
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="over"), rare_garbage_collection():
        raise ValueError("over")
    assert gc.get_threshold() == before
