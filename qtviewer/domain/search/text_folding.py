"""Texts folded for search, so that width, case, accents, traditional characters and quotation marks do not matter."""

import unicodedata
from functools import cache
from typing import Any, Final

_FULL_WIDTH: Final = 0xFEE0  # from ASCII to its full-width form
_CONTROL_PICTURES: Final = {**{code: chr(0x2400 + code) for code in range(32)}, 0x7F: "␡"}
_EQUIVALENTS: Final = {
    **dict.fromkeys("‘’‚‛", "＇"), **dict.fromkeys("“”„‟", "＂"), **dict.fromkeys("‐‑‒–—―−", "－"),
    **dict.fromkeys("零○", "〇"),
}  # fmt: skip
_TRADITIONAL_IN_GB2312: Final = frozenset("乾吒夥後徵捱摺於榘甯菸薹醣麴麽")


def fold(text: str) -> str:
    """Return a text in which all spellings that search takes for the same are the same; no character is dropped.

    ASCII symbols become their full-width forms, which neither the syntax nor the tokenizer of FTS5 knows, and control
    characters their pictures, so that everything but space can be found.
    """
    return nfc_normalized(text).translate(_FOLDED)


def nfc_normalized(text: str) -> str:
    """Return the text in Unicode normalisation form C: a letter and its accents are one character."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class _FoldingCache(dict[int, str]):
    """The folded form by character code, computed when it is first asked for."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_FOLDED: Final = _FoldingCache()


def _fold_character(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"  # half a character: no file can hold it
    if character.isspace():
        return " "
    compatible = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())
    return "".join(map(_fold_compatible, compatible))


def _fold_compatible(character: str) -> str:
    code = ord(character)
    if code in _CONTROL_PICTURES:
        return _CONTROL_PICTURES[code]
    if code < 0x80:
        return character if character.isalnum() or character == " " else chr(code + _FULL_WIDTH)
    if code < 0x250:
        return unicodedata.normalize("NFD", character)[0]  # é as e
    return _EQUIVALENTS.get(character) or (_simplified(character) if is_han(character) else character)


def is_han(character: str) -> bool:
    """Whether a character is Chinese."""
    return "\u3400" <= character <= "\u9fff" or character == "〇" or "\U00020000" <= character <= "\U0003ffff"


def _simplified(character: str) -> str:
    """Return the simplified form; characters of GB 2312, nearly all of most texts, do not need the converter."""
    if character not in _TRADITIONAL_IN_GB2312:
        try:
            character.encode("gb2312")
        except UnicodeEncodeError:
            pass
        else:
            return character
    return str(_converter().convert(character))


@cache
def _converter() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 - reads dictionaries for 40 ms, and most queries do without

    return OpenCC("t2s")
