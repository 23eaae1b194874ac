"""Links of any length in the room there is."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.look.theme import themed

THEME = themed("light", "en")


@given(words=st.lists(st.sampled_from(["metro", "line", "opens", "地铁开通", "R&D", "—"]), min_size=1, max_size=30))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_link_wraps_and_grows(holder: QWidget, words: list[str]) -> None:
    """Narrower it is never lower, wide enough it takes one line, and each line more makes it higher."""
    link = LinkButton(" ".join(words), THEME, holder)
    one_line = link.heightForWidth(link.sizeHint().width())
    heights = [link.heightForWidth(width) for width in range(120, 1600, 100)]
    assert heights == sorted(heights, reverse=True)
    assert min(heights) >= one_line
    assert link.sizeHint().height() == one_line
    link.deleteLater()
