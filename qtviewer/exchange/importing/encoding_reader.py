"""Detects the encoding of a text file: UTF-8, UTF-16 or GB18030; refuses a mixture."""

import codecs
from pathlib import Path
from typing import Final

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


def text_encoding(path: Path) -> tuple[str, str]:
    """Return the encoding of a file as shown to people, and as the name of Python's codec.

    Raises UnreadableError when the file is in none of them throughout.
    """
    with path.open("rb") as file:
        head = file.read(_CHUNK)
    for mark, name, codec in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            if not codec:
                raise UnreadableError(f"is UTF-32, {_EXPECTED}")
            _check_decodable(path, codec, name)
            return name, codec
    if (guess := _guess_utf16(head)) is not None:
        _check_decodable(path, guess, "UTF-16")
        return "UTF-16", guess
    if _decodes(path, "utf-8"):
        return "UTF-8", "utf-8"
    _refuse_mixture(path)
    _check_decodable(path, "gb18030", "UTF-8 or GB18030")
    return "GB18030", "gb18030"


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


def _check_decodable(path: Path, codec: str, name: str) -> None:
    """Decode the whole file; raise UnreadableError where it is not text in this encoding."""
    decoder = codecs.getincrementaldecoder(codec)()
    lines = 1
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                lines += decoder.decode(chunk).count("\n")
            decoder.decode(b"", final=True)
        except UnicodeError as error:
            raise UnreadableError(f"is not {name} near line {lines}, {_EXPECTED} throughout") from error


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
