"""The encoding of a text file is found out from all of it, and never guessed where it has two."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.exchange.importing.encoding_reader import text_encoding
from qtviewer.exchange.importing.raw_value import UnreadableError
from tests.store.stores import scratch_folder

TEXT = "id,标题\nmetro,地铁8号线开通，全线试乘\n" * 50
ENCODINGS = [
    ("utf-8", "UTF-8"),
    ("utf-8-sig", "UTF-8 with byte order mark"),
    ("utf-16", "UTF-16"),
    ("utf-16-le", "UTF-16"),
    ("utf-16-be", "UTF-16"),
    ("gb18030", "GB18030"),
]


@pytest.mark.parametrize(("codec", "shown"), ENCODINGS)
def test_each_encoding_is_named_and_read_back(codec: str, shown: str, tmp_path: Path) -> None:
    """A Chinese list in any of the encodings people use is read as the text it is."""
    path = tmp_path / "list.csv"
    path.write_bytes(TEXT.encode(codec))
    found, found_codec = text_encoding(path)
    assert found == shown
    assert path.read_text(encoding=found_codec) == TEXT


def test_a_sign_beyond_the_first_megabyte_decides(tmp_path: Path) -> None:
    """A file that begins with a megabyte of ASCII is not taken for UTF-8 before the rest is seen."""
    path = tmp_path / "list.csv"
    path.write_bytes(b"plain\n" * 300_000 + "地铁".encode("gb18030"))
    assert text_encoding(path)[0] == "GB18030"


def test_two_encodings_in_one_file_are_refused_with_both_lines(tmp_path: Path) -> None:
    """Where somebody pasted one file behind another, the lines that disagree are named."""
    path = tmp_path / "list.csv"
    path.write_bytes("id,标题日期\n".encode() + b"a,b\n" + "地铁,开通\n".encode("gb18030"))
    with pytest.raises(UnreadableError, match="line 1 is UTF-8, line 3 is not"):
        text_encoding(path)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x00a\x00\x00\x00", b"a,\xff\n", b"\xff\xfea"])
def test_what_is_no_text_is_refused(content: bytes, tmp_path: Path) -> None:
    """UTF-32, bytes of no encoding and half a character give the encodings that are read."""
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match="expected UTF-8, UTF-16 or GB18030"):
        text_encoding(path)


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=200)
def test_any_bytes_have_an_encoding_that_reads_them_or_none(content: bytes) -> None:
    """What text_encoding answers decodes the file; everything else is refused."""
    with scratch_folder() as folder:
        path = folder / "list.csv"
        path.write_bytes(content)
        try:
            _shown, codec = text_encoding(path)
        except UnreadableError:
            return
        content.decode(codec)
