"""Spellings that search takes for the same fold to the same text."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from qtviewer.domain.search.text_folding import fold, is_han


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("１２１８.２３", "1218．23"), ("Metro", "ＭＥＴＲＯ"), ("8號線", "８号线"), ("春節", "春节"), ("乾燥", "干燥"),
        ("Éclair", "e\u0301clair"), ("été", "ETE"), ("“a”", '"a"'), ("‘a’", "'a'"), ("2021–22", "2021-22"),
        ("零售", "〇售"), ("ß", "SS"), ("①", "1"), ("㎡", "m2"), ("ｶ", "カ"), ("a\u3000b", "a b"), ("\ud83d", "\ufffd"),
    ],
)  # fmt: skip
def test_what_means_the_same_folds_to_the_same(one: str, other: str) -> None:
    """Width, case, accents, traditional characters, quotation marks, dashes and zeros make no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("里", "历"), ("a", "b"), ("+", "-"), ("\x00", "\x01"), ("", " "), ("o", "0")]
)
def test_what_means_something_else_stays_apart(one: str, other: str) -> None:
    """Folding confuses neither letters, nor symbols, nor control characters."""
    assert fold(one) != fold(other)


@given(st.text())
@settings(deadline=None)
def test_any_text_folds_to_lasting_text_without_syntax(text: str) -> None:
    """No character folds to nothing, symbols and controls of ASCII are gone, and folding again changes nothing."""
    folded = fold(text)
    assert all(fold(character) for character in text)
    assert set(folded) & set(map(chr, range(0x80))) <= set(" 0123456789abcdefghijklmnopqrstuvwxyz")
    assert fold(folded) == folded


def test_characters_fold_as_the_converter_has_them() -> None:
    """Those that do without the converter are those it leaves as they are."""
    converter = OpenCC("t2s")
    for character in map(chr, [*range(0x3400, 0xA000), *range(0x20000, 0x20100)]):
        simplified = converter.convert(character)
        assert fold(character) == simplified.replace("零", "〇"), character
        assert len(simplified) == 1
        assert is_han(character)


def test_only_unusual_characters_load_the_converter() -> None:
    """Simplified Chinese, English and symbols do without opencc; a traditional character needs it."""
    program = (
        "import sys; from qtviewer.domain.search.text_folding import fold; fold({!r}); print('opencc' in sys.modules)"
    )
    loaded = {
        text: subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program.format(text)], capture_output=True, text=True, check=True
        ).stdout.strip()
        for text in ("地铁8号线 Metro “été” 😀", "號")
    }
    assert list(loaded.values()) == ["False", "True"]
