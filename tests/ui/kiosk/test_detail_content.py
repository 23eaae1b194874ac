"""What a card tells, line by line."""

import pytest

from qtviewer.ui.kiosk.detail_content import without_breaks_in_parts


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Friday, 9 April 2021 · Lunar month 2, day 28 · Year of the Ox",
         ["Friday,_9_April_2021_·", "Lunar_month_2,_day_28_·", "Year_of_the_Ox"]),
        ("between 7 and 28 February 2022 · about", ["between", "7", "and", "28", "February", "2022_·", "about"]),
        ("2021年", ["2021年"]),
    ],
)  # fmt: skip
def test_a_line_breaks_after_a_point(text: str, pieces: list[str]) -> None:
    """Not before it, and not within a short part; a long part breaks where it can."""
    assert without_breaks_in_parts(text).replace("\u00a0", "_").split(" ") == pieces
