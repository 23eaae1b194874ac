"""Detects the encoding of a text file: UTF-8, UTF-16, GB18030, or what its letters speak for; refuses a mixture."""

import codecs
from pathlib import Path
from typing import Final, NamedTuple

from qtviewer.exchange.importing.encoding_guess import CODECS, doubtful_signs, guessed_encoding
from qtviewer.exchange.importing.raw_value import UnreadableError

_CHUNK: Final = 1 << 20  # bytes
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "UTF-8 with byte order mark", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "", ""),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16"),
)
_MIN_UTF8_EVIDENCE: Final = 6  # non-ASCII bytes in a line, which are valid UTF-8 by accident in no other encoding
_EXPECTED: Final = "expected UTF-8, UTF-16 or GB18030"
_SHOWN_NAMES: Final = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030", "big5": "Big5", "shift-jis": "Shift-JIS",
    "euc-jp": "EUC-JP", "euc-kr": "EUC-KR", "latin-1": "Latin-1", "windows-1251": "Windows-1251",
}  # fmt: skip


class TextEncoding(NamedTuple):
    """The encoding of a text file."""

    name: str
    """As shown to people."""
    codec: str
    """The name of Python's codec."""
    notes: tuple[str, ...] = ()
    """Why it may be another one, a sentence each."""


def text_encoding(path: Path, chosen: str = "") -> TextEncoding:
    """Return the encoding of a file: the chosen one of `ENCODINGS`, or else the one it is in.

    Raises UnreadableError when the file is not in the chosen one, or in none of them throughout.
    """
    if chosen:
        name, codec = _SHOWN_NAMES[chosen], CODECS[chosen]
        _check_decodable(path, codec, name, f"expected {name}")
        return _with_doubts(path, TextEncoding(name, codec))
    with path.open("rb") as file:
        head = file.read(_CHUNK)
    for mark, name, codec in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            if not codec:
                raise UnreadableError(f"is UTF-32, {_EXPECTED}")
            _check_decodable(path, codec, name)
            return TextEncoding(name, codec)
    if (guess := _guess_utf16(head)) is not None:
        _check_decodable(path, guess, "UTF-16")
        return TextEncoding("UTF-16", guess)
    if _decodes(path, "utf-8"):
        return TextEncoding("UTF-8", "utf-8")
    _refuse_mixture(path)
    return _with_doubts(path, _guess(path))


def _guess(path: Path) -> TextEncoding:
    """Return the encoding that the letters speak for, GB18030 where they are not in that one throughout."""
    guess = guessed_encoding(path)
    if guess != "gb18030" and _decodes(path, CODECS[guess]):
        note = f"the encoding is a guess by the letters; where texts look wrong, choose another than {guess}"
        return TextEncoding(_SHOWN_NAMES[guess], CODECS[guess], (f"{note} (--encoding)",))
    _check_decodable(path, "gb18030", "UTF-8 or GB18030")
    return TextEncoding("GB18030", "gb18030")


def _with_doubts(path: Path, encoding: TextEncoding) -> TextEncoding:
    """Add a note where signs speak against an encoding that is not certain."""
    if not (signs := doubtful_signs(path, encoding.codec)):
        return encoding
    note = f"texts hold rare or private signs such as {signs}: it may not be {encoding.name} (--encoding)"
    return encoding._replace(notes=(*encoding.notes, note))


def _guess_utf16(head: bytes) -> str | None:
    """Return the codec of UTF-16 without a byte order mark, guessed from the zero bytes of ASCII; None if it is not."""
    zeros = head[:4096:2].count(0), head[1:4096:2].count(0)
    pairs = len(head[:4096]) // 2
    if pairs < 2 or max(zeros) * 4 < pairs:
        return None
    if min(zeros) * 8 > max(zeros):  # zeros everywhere: they are in the text
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _decodes(path: Path, codec: str) -> bool:
    try:
        _check_decodable(path, codec, "")
    except UnreadableError:
        return False
    return True


def _check_decodable(path: Path, codec: str, name: str, expected: str = _EXPECTED) -> None:
    """Decode the whole file; raise UnreadableError where it is not text in this encoding."""
    decoder = codecs.getincrementaldecoder(codec)()
    lines = 1
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                lines += decoder.decode(chunk).count("\n")
            decoder.decode(b"", final=True)
        except UnicodeError as error:
            raise UnreadableError(f"is not {name} near line {lines}, {expected} throughout") from error


def _refuse_mixture(path: Path) -> None:
    """Raise UnreadableError when some lines are certainly UTF-8 and others certainly are not."""
    first_utf8 = first_other = 0
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(_CHUNK), b""), 1):
            if line.isascii():
                continue
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                first_other = first_other or number
            else:
                if sum(byte > 0x7F for byte in line) >= _MIN_UTF8_EVIDENCE:
                    first_utf8 = first_utf8 or number
            if first_utf8 and first_other:
                raise UnreadableError(
                    f"mixes encodings: line {first_utf8} is UTF-8, line {first_other} is not; expected one throughout"
                )
