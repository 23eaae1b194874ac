"""Texts that look like HTML in a tip."""

from hypothesis import given
from hypothesis import strategies as st

from qtviewer.ui.look.tooltip import tooltip_html


@given(text=st.text(max_size=40))
def test_a_tip_shows_the_text_as_it_is(text: str) -> None:
    """No character of a text makes a tag of its own; an empty text makes no tip."""
    tip = tooltip_html(text)
    assert bool(tip) == bool(text)
    inside = tip.removeprefix("<p>").removesuffix("</p>").replace("<br>", "\n")
    assert "<" not in inside
    assert ">" not in inside
