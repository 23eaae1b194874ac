"""A CSV list and its metadata: both new or both old, whatever fails, and whatever fails is named."""

import os
from pathlib import Path

import pytest

from qtviewer.domain.errors import ViewerError
from qtviewer.exchange.csv.replacement import csv_replacement

BOTH_OLD = {"list.csv": "old", "list.csv-metadata.json": "old metadata"}
BOTH_NEW = {"list.csv": "new", "list.csv-metadata.json": "new metadata"}


def files_of(folder: Path) -> dict[str, str]:
    """What stands in a folder."""
    return {path.name: path.read_text() if path.is_file() else "folder" for path in folder.iterdir()}


def write_old(folder: Path, *names: str) -> None:
    """Write old files."""
    for name in names:
        (folder / name).write_text(BOTH_OLD[name])


@pytest.mark.parametrize("old", [[], ["list.csv"], ["list.csv-metadata.json"], list(BOTH_OLD)])
def test_both_are_replaced(tmp_path: Path, old: list[str]) -> None:
    """Also where one of them is not there yet; nothing else is left."""
    write_old(tmp_path, *old)
    with csv_replacement(tmp_path / "list.csv", "new metadata") as new:
        new.write_text("new")
        assert {name: text for name, text in files_of(tmp_path).items() if name in old} == {
            name: BOTH_OLD[name] for name in old
        }
    assert files_of(tmp_path) == BOTH_NEW


@pytest.mark.parametrize("old", [[], list(BOTH_OLD)])
def test_an_error_while_writing_leaves_both(tmp_path: Path, old: list[str]) -> None:
    """As when a store cannot be read further."""
    write_old(tmp_path, *old)
    with pytest.raises(FileNotFoundError), csv_replacement(tmp_path / "list.csv", "new metadata") as new:
        new.with_name("missing").read_text()
    assert files_of(tmp_path) == {name: BOTH_OLD[name] for name in old}


def test_metadata_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    """The list is not replaced then."""
    write_old(tmp_path, "list.csv")
    (tmp_path / "list.csv-metadata.json").mkdir()
    with (
        pytest.raises(ViewerError, match=r"list\.csv-metadata\.json: cannot be written \(a folder is there\)"),
        csv_replacement(tmp_path / "list.csv", "new metadata"),
    ):
        pytest.fail("there is nothing to write to")
    assert files_of(tmp_path) == {"list.csv": "old", "list.csv-metadata.json": "folder"}


@pytest.mark.parametrize("old", [["list.csv"], list(BOTH_OLD)])
@pytest.mark.parametrize("failing", [0, 1])
def test_where_either_cannot_be_put_in_place_both_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, old: list[str]
) -> None:
    """The metadata come first; if the list cannot follow, the old ones come back."""
    write_old(tmp_path, *old)
    replaced, calls = Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing + 1:
            raise OSError(5, os.strerror(5))
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises((ViewerError, OSError)), csv_replacement(tmp_path / "list.csv", "new metadata") as new:
        new.write_text("new")
    assert files_of(tmp_path) == {name: BOTH_OLD[name] for name in old}
