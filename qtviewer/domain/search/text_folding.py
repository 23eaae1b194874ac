"""Texts as search compares them: width, case, accents, traditional characters and quotation marks do not matter."""

import unicodedata
from functools import cache
from typing import Any, Final

_FULL_WIDTH: Final = 0xFEE0  # from ASCII to its full-width form
_CONTROL_PICTURES: Final = {**{code: chr(0x2400 + code) for code in range(32)}, 0x7F: "␡"}
_SAME: Final = {
    **dict.fromkeys("‘’‚‛", "＇"), **dict.fromkeys("“”„‟", "＂"), **dict.fromkeys("‐‑‒–—―−", "－"),
    **dict.fromkeys("零○", "〇"),
}  # fmt: skip
_TRADITIONAL_IN_GB2312: Final = frozenset("乾吒夥後徵捱摺於榘甯菸薹醣麴麽")


def fold(text: str) -> str:
    """The text with everything equal that search takes for the same; no character of it folds to nothing.

    ASCII symbols stand in their full-width form, which neither FTS5's syntax nor its tokenizer knows, and control
    characters as their pictures, so that all that is not space can be found.
    """
    return nfc_normalized(text).translate(_FOLDED)


def nfc_normalized(text: str) -> str:
    """Letters and their accents as one character each."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class _Folded(dict[int, str]):
    """What a character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_FOLDED: Final = _Folded()


def _fold_character(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"  # half a character: no file can hold it
    if character.isspace():
        return " "
    compatible = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())
    return "".join(map(_settled, compatible))


def _settled(character: str) -> str:
    code = ord(character)
    if code in _CONTROL_PICTURES:
        return _CONTROL_PICTURES[code]
    if code < 0x80:
        return character if character.isalnum() or character == " " else chr(code + _FULL_WIDTH)
    if code < 0x250:
        return unicodedata.normalize("NFD", character)[0]  # é as e
    return _SAME.get(character) or (_simplified(character) if is_han(character) else character)


def is_han(character: str) -> bool:
    """Whether it is a Chinese character."""
    return "\u3400" <= character <= "\u9fff" or character == "〇" or "\U00020000" <= character <= "\U0003ffff"


def _simplified(character: str) -> str:
    """The simplified form; the characters of GB 2312, which nearly all texts consist of, do without the converter."""
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
