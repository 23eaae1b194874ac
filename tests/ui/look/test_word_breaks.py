"""Words that are wider than their line can be parted, and no others."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.look.theme import themed
from qtviewer.ui.look.word_breaks import break_long_words, longest_word_width

pytestmark = pytest.mark.usefixtures("qapp")
FONT = themed("light", "en").font(19)
ZERO_WIDTH_SPACE = "\u200b"
words = st.sampled_from(
    ["metro", "Semiconductor", "Donaudampfschifffahrt", "地铁8号线一期开通", "R&amp;D", "12,199", "—"]
)
texts = st.lists(words, max_size=12).map(" ".join)


@given(text=texts, width=st.floats(10, 300))
@settings(deadline=None, max_examples=60)
def test_only_words_wider_than_the_line_are_parted(text: str, width: float) -> None:
    """Taking the breaks out gives the text as it was; a Latin word that is too wide can break after each letter."""
    parted = break_long_words(text, FONT, width)
    assert parted.replace(ZERO_WIDTH_SPACE, "") == text
    for word in re.findall(f"[A-Za-z0-9{ZERO_WIDTH_SPACE}]+", parted):
        letters = word.replace(ZERO_WIDTH_SPACE, "")
        assert word == (ZERO_WIDTH_SPACE.join(letters) if text_width(f"{letters}.", FONT) > width else letters)


def test_markup_is_not_parted() -> None:
    """Neither a tag nor what marks bold words."""
    text = '<span style="background-color:#ffdf80">Semiconductor</span> **Association**'
    parted = break_long_words(text, FONT, 20.0, is_html=True)
    assert re.findall("<[^>]*>", parted) == re.findall("<[^>]*>", text)
    assert parted.count("**") == 2
    assert ZERO_WIDTH_SPACE.join("Semiconductor") in parted


def test_what_only_looks_like_a_tag_is_parted() -> None:
    """In plain text and Markdown there are no tags."""
    assert break_long_words("<Semiconductor>", FONT, 20.0) == f"<{ZERO_WIDTH_SPACE.join('Semiconductor')}>"


@given(text=texts)
@settings(deadline=None, max_examples=60)
def test_nothing_is_parted_where_the_longest_word_has_room(text: str) -> None:
    """The longest by its letters, of which there are none in Chinese: its lines may break anywhere."""
    assert longest_word_width("地铁开通", FONT) == 0
    longest = max(re.findall("[A-Za-z0-9]+", text), key=len, default="")
    assert longest_word_width(text, FONT) == (text_width(f"{longest}.", FONT) if longest else 0)
