"""What a card tells, line by line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.detail.event_detail import EventDetail
from qtviewer.ui.kiosk.detail_content import DetailContent, without_breaks_in_parts
from qtviewer.ui.look.theme import themed


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


def test_no_text_opens_a_file(qapp: QApplication) -> None:
    """A picture or a link in a summary or body is shown as it is written."""
    assert qapp is not None
    hostile = "![p](/dev/zero) [l](file:///x) <img src=x>"
    content = DetailContent(themed("light", "en"), KioskSizes(1080, 1920, 2.0))
    content.add_event(EventDetail("", "T", (), hostile, f"{hostile}\n\n- {hostile}", (), (), "", "", "en"), "#000000")
    labels = [label for label in content.findChildren(QLabel) if "dev" in label.text()]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.MarkdownText] * 3
    assert not any("![" in label.text() or "](" in label.text().replace("\\](", "") for label in labels)
