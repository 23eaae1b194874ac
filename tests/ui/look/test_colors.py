"""The contrast of two colours."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from qtviewer.ui.look.colors import contrast

COLOURS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


@given(first=COLOURS, second=COLOURS)
@settings(deadline=None)
def test_contrast_is_symmetrical_and_between_1_and_21(first: str, second: str) -> None:
    """As the guideline has it: 1 for equal colours, 21 for black and white."""
    a, b = QColor(first), QColor(second)
    assert contrast(a, b) == contrast(b, a)
    assert 1 <= contrast(a, b) <= 21.000001
    assert contrast(a, a) == pytest.approx(1)


def test_contrast_of_known_pairs() -> None:
    """Known values: black on white is 21, mid grey on white 3.95, as every checker of contrast says."""
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#808080"), QColor("#FFFFFF")) == pytest.approx(3.95, abs=0.005)
