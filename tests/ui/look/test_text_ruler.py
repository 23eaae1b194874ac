"""Widths of texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF, QGuiApplication

from qtviewer.ui.look.text_ruler import TextRuler, text_width
from qtviewer.ui.look.theme import themed


@given(text=st.text(alphabet="地铁8号线一期开通 Metro Line 8 (first phase)，“钱塘”", max_size=30))
@settings(deadline=None, max_examples=60)
def test_the_ruler_measures_nearly_what_qt_does(text: str) -> None:
    """Adding up characters comes within a pixel or two of what is painted."""
    assert isinstance(QGuiApplication.instance(), QGuiApplication)
    font = themed("light", "zh").font(17)
    width = TextRuler(font).width(text)
    assert width == pytest.approx(QFontMetricsF(font).horizontalAdvance(text), abs=2 + 0.02 * width)
    assert text_width(text, font) == pytest.approx(QFontMetricsF(font).horizontalAdvance(text))
