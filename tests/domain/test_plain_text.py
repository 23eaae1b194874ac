"""Control characters become line ends or U+FFFD; all other characters stay."""

import unicodedata
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.plain_text import control_character_in, plain_text, xml_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [("a\x0bb", "a\nb"), ("a\u2028b\x85c", "a\nb\nc"), ("a\x07b\x7f\x9f", "a�b��"), ("a\tb\r\nc", "a\tb\r\nc")],
)
def test_control_characters_are_replaced(text: str, plain: str) -> None:
    """Rare line ends by LF, others by U+FFFD; tabs and usual line ends stay."""
    assert plain_text(text) == plain


def test_the_first_control_character_is_named() -> None:
    """By its number, as it cannot be seen."""
    assert [control_character_in(text) for text in ("a\x0b\x01", "a\tb\r\n", "")] == ["U+000B", "", ""]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_plain_has_no_control_characters_and_stays_so(text: str) -> None:
    """And as many characters as before."""
    plain = plain_text(text)
    assert not [sign for sign in plain if unicodedata.category(sign) == "Cc" and sign not in "\t\r\n"]
    assert (len(plain), plain_text(plain), control_character_in(plain)) == (len(text), plain, "")


@given(st.text())
def test_xml_is_well_formed(text: str) -> None:
    """Whatever the text, half characters too."""
    ElementTree.fromstring(f"<a>{escape(xml_text(text))}</a>")  # noqa: S314 - made here
