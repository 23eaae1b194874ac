"""The parts of the page where events are found stand in the page, whatever its sizes."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.kiosk.find_layout import FindParts, find_layout


@given(st.sampled_from([(1080, 1920), (1920, 1080)]), st.lists(st.integers(60, 320), min_size=1, max_size=5),
       st.booleans())  # fmt: skip
def test_nothing_covers_anything_else(window: tuple[int, int], tab_widths: list[int], is_pad_shown: bool) -> None:
    """Title, results, tabs and keys stand in the page, none over another."""
    page = QRect(0, 0, window[0], window[1] - 200)
    sizes = KioskSizes.of(*window, window, 43)
    layout = find_layout(page, sizes, FindParts(QSize(200, 50), tab_widths, 300, is_pad_shown))
    boxes = [layout.title, layout.typed, layout.results, layout.keys, *layout.tabs]
    assert all(page.contains(box) for box in boxes)
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[:at])
    assert [box.width() for box in layout.tabs] == tab_widths
