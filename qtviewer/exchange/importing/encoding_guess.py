"""Guesses the encoding of a text that is neither UTF-8 nor UTF-16, and finds signs that speak against a guess."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final

CODECS: Final = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "shift-jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "latin-1": "cp1252",
    "windows-1251": "cp1251",
}
"""Python's codecs by the names of the encodings that can be chosen."""
_GUESSED: Final = ("gb18030", "big5", "shift-jis", "euc-jp", "euc-kr", "latin-1", "windows-1251")
_SAMPLE_SIZE: Final = 1 << 16  # bytes of lines that are not ASCII
_FEW_BYTES: Final = 16  # that are not ASCII: too few for a guess
_LEAST_KANA: Final = 0.2  # of the signs of a Japanese text that are not ASCII
_MOST_HANJA: Final = 0.05  # of those of a Korean text
_LEAST_RARE: Final = 0.02  # of the Chinese characters of a text, from which on they speak against a guess
_COMMON_CODECS: Final = ("gb2312", "big5", "cp932")


def guessed_encoding(path: Path) -> str:
    """Return the name of the encoding in which the letters of a file make most sense; GB18030 where none does more."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for files that are not UTF-8

    sample = _sample(path)
    if sum(byte > 0x7F for byte in sample) < _FEW_BYTES and _share(sample, "gb2312", bool):
        return "gb18030"
    if _share(sample, "euc_jp", _is_kana) >= _LEAST_KANA:
        return "euc-jp"
    found = from_bytes(sample, cp_isolation=[CODECS[name] for name in _GUESSED]).best()
    names = {codec: name for name, codec in CODECS.items()}
    name = names.get(found.encoding, "gb18030") if found else "gb18030"
    is_chinese = name == "euc-kr" and _share(sample, CODECS[name], _is_chinese) > _MOST_HANJA
    return "gb18030" if is_chinese else name


def doubtful_signs(path: Path, codec: str) -> str:
    """Return the first of the signs that no text in this encoding has, or that few have; "" where there are none.

    They are private signs, numbers of no character, and many Chinese characters in no list of usual ones.
    """
    signs = [sign for sign in _sample(path).decode(codec, "replace") if sign > "\x7f"]
    if private := [sign for sign in signs if unicodedata.category(sign) in ("Co", "Cn") or sign == "\ufffd"]:
        return _shown(private)
    chinese = [sign for sign in signs if _is_chinese(sign)]
    rare = [sign for sign in chinese if not any(_has(codec, sign) for codec in _COMMON_CODECS)]
    return _shown(rare) if len(rare) > _LEAST_RARE * len(chinese) else ""


def _sample(path: Path) -> bytes:
    """Return the first lines of a file that are not ASCII, whole ones where they are not endless."""
    lines: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        while size < _SAMPLE_SIZE and (line := file.readline(_SAMPLE_SIZE)):
            if not line.isascii():
                lines.append(line)
                size += len(line)
    return b"".join(lines)


def _share(sample: bytes, codec: str, is_counted: Callable[[str], bool]) -> float:
    """Return how many of the signs that are not ASCII are counted; 0 where the sample is not in this encoding."""
    try:
        signs = [sign for sign in sample.decode(codec) if sign > "\x7f"]
    except UnicodeDecodeError:
        return 0.0
    return sum(map(is_counted, signs)) / max(len(signs), 1)


def _is_kana(sign: str) -> bool:
    return "\u3041" <= sign <= "\u30ff"


def _is_chinese(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff" or sign >= "\U00020000"


def _has(codec: str, sign: str) -> bool:
    try:
        sign.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _shown(signs: list[str]) -> str:
    return ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in dict.fromkeys(signs[:3]))
