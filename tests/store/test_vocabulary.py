"""Names, kinds and languages of a damaged store."""

from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from tests.store.stores import edited


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tag SET kind = 'deity'",
        "DELETE FROM chronicle_text",
        "DELETE FROM tag WHERE id = 'xiasha'",
        "DELETE FROM category WHERE id = 'festival'",
        "UPDATE category_text SET name = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_vocabulary_that_cannot_be_read_is_one_line(sample_store: Path, tmp_path: Path, statement: str) -> None:
    """Names, kinds and languages that do not make sense are refused with the path of the store."""
    path = edited(sample_store, tmp_path / "edited.sqlite", statement)
    with closing(StoreReader(path)) as store, pytest.raises(StoreError) as refusal:
        _ = store.vocabulary
    assert str(refusal.value).startswith(f"{path}: damaged store (")
