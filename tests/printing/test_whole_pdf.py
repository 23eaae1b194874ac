"""Where temporary files are refused, exports that Qt writes say so, and name neither the paper nor the target."""

import tempfile
from pathlib import Path

import pytest

from qtviewer.domain.errors import ViewerError
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import exported
from tests.store.system_limits import without_root_privileges


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["list.pdf", "list-poster.pdf"])
def test_a_folder_for_temporary_files_that_refuses_is_told(
    shipped: StoreReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The sentence says what to do."""
    folder = tmp_path / "temporary"
    folder.mkdir(mode=0o555)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with without_root_privileges(), pytest.raises(ViewerError) as refused:
        exported(shipped, name)
    assert str(refused.value) == (
        "the folder for temporary files cannot be written (Permission denied); set TMPDIR to one that can"
    )
