"""The visible range in words."""

from qtviewer.domain.dates.day_number import day_number
from qtviewer.ui.timeline.visible_range_label import visible_range_label


def test_a_stretch_is_told_no_more_precisely_than_is_of_use() -> None:
    """Days for a month, months for a year, years for more; one date when both are the same, times within a day."""
    day = float(day_number(2021, 6, 1))
    assert visible_range_label(day, day + 9, "en") == "1 June 2021 to 10 June 2021"
    assert visible_range_label(day, day + 100, "en") == "June 2021 to September 2021"
    assert visible_range_label(day, day + 5000, "zh") == "2021年至2035年"
    assert visible_range_label(day, day + 1 - 1e-9, "en") == "1 June 2021 00:00 to 23:59"
    assert visible_range_label(day + 0.25, day + 0.5, "zh") == "2021年6月1日 06:00至12:00"
    assert visible_range_label(day + 0.75, day + 1.25, "zh") == "2021年6月1日至2021年6月2日"
