"""The sizes and grounds of lanes, by which the kiosk's timeline differs from that of the main window."""

from typing import Final, NamedTuple

COMPACT_CARD_HEIGHT: Final = 26.0
"""Height in pixels, at a text size of 100%, of a card that shows only its title."""

COMPACT_BAR_HEIGHT: Final = 24.0
"""Height in pixels, at a text size of 100%, of a span bar among such cards."""

COMPACT_CLUSTER_HEIGHT: Final = 19.0
"""The same for a cluster, and for a chip."""


class LaneStyle(NamedTuple):
    """How lanes and their cards are painted."""

    heading: float = 0.0
    """Height of the lane names above the cards in pixels; 0 where the names stand in a column beside the lanes."""
    has_panel: bool = True
    """Whether the lanes have the colour of the theme's panel, not of its ground."""
    card_height: float = 48.0
    """Height of a card in pixels at a text size of 100%."""
    bar_height: float = 26.0
    """Height of a span bar in pixels at a text size of 100%."""
    cluster_height: float = 24.0
    """The same for a cluster."""
    chip_height: float = 22.0
    """The same for a chip."""
    chip_text_size: float = 13.0
    """Size of the text of a chip in pixels at a text size of 100%."""
    lane_padding: float = 9.0
    """Free space in pixels above and below the rows of a lane at a text size of 100%."""
    label_padding: float = 9.0
    """Free space above and below the label beside a lane, in pixels at a text size of 100%."""
    least_height: float = 66.0
    """Height that no lane goes below, in pixels at a text size of 100%."""
    empty_line_height: float = 28.0
    """The same for the line that names the lanes without events in view."""
    era_height: float = 22.0
    """The same for a row of eras above the lanes."""
    era_text_size: float = 13.0
    """Size of the names of eras in pixels at a text size of 100%."""
    name_size: float = 16.0
    """Size of the names of lanes in pixels at a text size of 100%."""
    has_rows_of_time: bool = True
    """Whether the axis has a row for the Chinese calendar, and rows for eras."""
    is_compact: bool = False
    """Whether cards show only their titles, so that more lanes and rows have room."""


def compact(style: LaneStyle) -> LaneStyle:
    """Return a style with low cards close to each other."""
    return style._replace(
        card_height=COMPACT_CARD_HEIGHT,
        bar_height=COMPACT_BAR_HEIGHT,
        cluster_height=COMPACT_CLUSTER_HEIGHT,
        chip_height=COMPACT_CLUSTER_HEIGHT,
        lane_padding=3.0,
        label_padding=2.0,
        least_height=28.0,
        is_compact=True,
    )


def tight(style: LaneStyle) -> LaneStyle:
    """Return a style with the lowest lanes that can still be read, for windows too low for compact ones."""
    return compact(style)._replace(
        cluster_height=17.0,
        chip_height=17.0,
        chip_text_size=12.0,
        lane_padding=1.0,
        label_padding=0.0,
        least_height=20.0,
        name_size=13.0,
        has_rows_of_time=False,
    )
