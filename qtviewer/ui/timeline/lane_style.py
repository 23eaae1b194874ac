"""The sizes and grounds of lanes, by which the kiosk's timeline differs from that of the main window."""

from typing import NamedTuple


class LaneStyle(NamedTuple):
    """How lanes and their cards are painted."""

    heading: float = 0.0
    """Height of the lane names above the cards in pixels; 0 where the names stand in a column beside the lanes."""
    has_panel: bool = True
    """Whether the lanes have the colour of the theme's panel, not of its ground."""
    card_height: float = 48.0
    """Height of a card in pixels at a text size of 100%."""
