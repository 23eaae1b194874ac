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
    found = text_encoding(path)
    assert (found.name, found.notes) == (shown, ())
    assert path.read_text(encoding=found.codec) == TEXT


def test_a_sign_beyond_the_first_megabyte_decides(tmp_path: Path) -> None:
    """A file that begins with a megabyte of ASCII is not taken for UTF-8 before the rest is seen."""
    path = tmp_path / "list.csv"
    path.write_bytes(b"plain\n" * 300_000 + "地铁".encode("gb18030"))
    assert text_encoding(path).name == "GB18030"


def test_two_encodings_in_one_file_are_refused_with_both_lines(tmp_path: Path) -> None:
    """Where somebody pasted one file behind another, the lines that disagree are named."""
    path = tmp_path / "list.csv"
    path.write_bytes("id,标题日期\n".encode() + b"a,b\n" + "地铁,开通\n".encode("gb18030"))
    with pytest.raises(UnreadableError, match="line 1 is UTF-8, line 3 is not"):
        text_encoding(path)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x00a\x00\x00\x00", b"a,\x81\xff\x98\x8d\n", b"\xff\xfea"])
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
            codec = text_encoding(path).codec
        except UnreadableError:
            return
        content.decode(codec)


LETTERS = [
    ("big5", "Big5", ["標題,日期", "地鐵八號線開通，全線試乘,2021-06-28", "圖書館開工,2021-07"]),
    ("cp932", "Shift-JIS", ["表題,日付", "東京の新しい図書館が開館した,2021-06-28", "橋の工事が始まった,2021-07"]),
    ("euc_jp", "EUC-JP", ["表題,日付", "東京の新しい図書館が開館した,2021-06-28", "橋の工事が始まった,2021-07"]),
    ("cp949", "EUC-KR", ["title,date", "지하철 팔호선이 개통되었다,2021-06-28", "도서관 공사가 시작되었다,2021-07"]),
    ("cp1252", "Latin-1", ["title,date", "Le théâtre brûlé a été reconstruit,2021-06-28", "Élection du maire,2021-07"]),
    ("cp1251", "Windows-1251", ["title,date", "Открытие нового моста,2021-06-28", "Выборы мэра города,2021-07"]),
]


@pytest.mark.parametrize(("codec", "shown", "lines"), LETTERS)
def test_other_encodings_are_guessed_by_their_letters(codec: str, shown: str, lines: list[str], tmp_path: Path) -> None:
    """What the old programs of other countries write; that it is a guess is said."""
    path = tmp_path / "list.csv"
    path.write_bytes("\n".join(lines).encode(codec))
    found = text_encoding(path)
    assert found.name == shown
    assert path.read_text(encoding=found.codec) == "\n".join(lines)
    assert found.notes[0].startswith("the encoding is a guess by the letters; ")


@pytest.mark.parametrize("title", ["地铁", "开通", "杭州下沙街道", "2021年大事记", "《钱塘》", "钱塘潮起，杭州湾畔"])
def test_a_few_words_of_chinese_are_chinese(title: str, tmp_path: Path) -> None:
    """Lists of one row are not taken for those of a neighbour."""
    path = tmp_path / "list.csv"
    path.write_bytes(f"标题,日期\n{title},2021\n".encode("gb18030"))
    assert text_encoding(path) == ("GB18030", "gb18030", ())


def test_a_chosen_encoding_is_taken(tmp_path: Path) -> None:
    """Where the file is in it; signs that speak against it are told."""
    path = tmp_path / "list.csv"
    path.write_bytes("標題,日期\n地鐵八號線開通,2021\n".encode("big5"))
    assert text_encoding(path, "big5") == ("Big5", "big5hkscs", ())
    wrong = text_encoding(path, "gb18030")
    assert wrong.name == "GB18030"
    assert "texts hold rare or private signs such as " in wrong.notes[0]
    assert "it may not be GB18030 (--encoding)" in wrong.notes[0]
    with pytest.raises(UnreadableError, match="is not UTF-8 near line 1, expected UTF-8 throughout"):
        text_encoding(path, "utf-8")
