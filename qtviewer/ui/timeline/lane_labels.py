"""Where the name of a lane, its number of events and its chips stand: in a column beside the lanes, or above them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from qtviewer.timeline.layout import Lane
from qtviewer.timeline.scene import Box, Viewport
from qtviewer.ui.look.text_picture_cache import TextPictureCache
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.timeline.axis_painter import NAMES_INSET
from qtviewer.ui.timeline.lane_chips import ChipText, LaneChip
from qtviewer.ui.timeline.lane_style import LaneStyle
from qtviewer.ui.timeline.margins import Margins

COUNT_SIZE: Final = 14
CHIP_PADDING: Final = 8  # pixels beside the text of a chip
_COLUMN_INSET: Final = 8  # pixels free at the right of the column of names
_GAP: Final = 6  # pixels between parts of a label that are side by side
_HEADING_INSET: Final = 31


class LaneTexts(NamedTuple):
    """What is to be said of a lane, in the language of the window."""

    name: str
    event_count: str
    """With its unit, such as "12 events" or "9 of 12"."""
    short_count: str
    """In numbers only, such as "12" or "9/12", for a low lane."""
    chips: Sequence[ChipText] = ()
    one_chip: ChipText | None = None
    """The one chip in the place of all, where there is not room for them."""
    is_wide: bool = False
    """Whether the lane is open wide."""

    @property
    def full_text(self) -> str:
        """All that is said of the lane itself."""
        return f"{self.name}\n{self.event_count}"


class TextBox(NamedTuple):
    """A text, shortened where necessary, and its place; x counts from the left edge of the cards."""

    text: str
    box: Box


class LaneLabel(NamedTuple):
    """The label of a lane in its place; y counts from the top of the first lane."""

    lane: Lane
    texts: LaneTexts
    name: TextBox
    event_count: TextBox | None
    """None where there is no room for the number of events beside a chip."""
    chips: tuple[LaneChip, ...]
    click_box: Box
    """Where a click opens the lane wide, or closes it again: in the column of names, or around the name."""


class LabelPlacer:
    """Places the labels of lanes in one theme and style."""

    def __init__(self, theme: Theme, style: LaneStyle, margins: Margins, text: TextPictureCache) -> None:
        self._names_width = margins.names_width
        self._padding = theme.px(style.label_padding)
        self._heading_height = theme.px(style.heading)
        self._heading_x = theme.px(_HEADING_INSET)
        self._chip_text_size = style.chip_text_size
        self._chip_height = theme.px(style.chip_height)
        self._text = text
        self._name_size = style.name_size
        self._name_height = text.line_height(style.name_size, bold=True)
        self._count_height = text.line_height(COUNT_SIZE, bold=False)

    def place(self, lane: Lane, viewport: Viewport, texts: LaneTexts) -> LaneLabel:
        """Return the label of a lane, at the top of the part of the lane that is in view."""
        if self._names_width:
            return self._in_column(lane, viewport, texts)
        return self._in_heading(lane, viewport, texts)

    def _in_column(self, lane: Lane, viewport: Viewport, texts: LaneTexts) -> LaneLabel:
        """Return a label one below the other; in a low lane number and chip are beside the name.

        Where they have no room there, the number is left out, and then the name is shortened.
        """
        line = max(self._count_height, self._chip_height + 2)
        lines = int((lane.height - 2 * self._padding - self._name_height) / line)
        chips = list(texts.chips if len(texts.chips) <= lines else [texts.one_chip] if texts.one_chip else [])
        height = self._name_height + line * min(lines, len(chips) + 1)
        top = min(max(lane.top, viewport.top), lane.bottom - height - 2 * self._padding) + self._padding
        column = Box(-self._names_width, lane.top, self._names_width, lane.height)
        left, width = NAMES_INSET - self._names_width, self._names_width - NAMES_INSET - _COLUMN_INSET
        if not lines and chips:
            chip = self._chip(lane.category, chips[0], left, self._centred(top, self._chip_height), 0.0)
            moved = chip._replace(box=chip.box._replace(x=left + width - chip.box.width))
            room = moved.box.x - _GAP - left
            count = self._count(texts, left, top, room, is_beside=True)
            name = self._name(texts.name, left, top, room)
            has_room = name.text == texts.name and name.box.right + _GAP <= count.box.x
            return LaneLabel(lane, texts, name, count if has_room else None, (moved,), column)
        is_beside = lines <= len(chips)
        count = self._count(texts, left, top, width, is_beside=is_beside)
        name_width = count.box.x - _GAP - left if is_beside else width
        below = top + self._name_height + (0 if is_beside else line)
        placed = (
            self._chip(lane.category, chip, left, below + number * line, width) for number, chip in enumerate(chips)
        )
        return LaneLabel(lane, texts, self._name(texts.name, left, top, name_width), count, tuple(placed), column)

    def _in_heading(self, lane: Lane, viewport: Viewport, texts: LaneTexts) -> LaneLabel:
        """Return a label in a line above the cards: the name, and the chips beside it."""
        padding = (self._heading_height - self._name_height) / 2 + self._padding / 2
        top = min(max(lane.top, viewport.top), lane.bottom - self._heading_height) + padding
        room = viewport.scale.width - self._heading_x
        name = self._name(texts.name, self._heading_x, top, room)
        chips = self._in_a_line(lane.category, texts.chips, name.box.right + 2 * _GAP, top)
        if texts.one_chip and chips and chips[-1].box.right > viewport.scale.width:
            chips = self._in_a_line(lane.category, [texts.one_chip], name.box.right + 2 * _GAP, top)
        heading = Box(0.0, top - padding, name.box.right + _GAP, self._heading_height)
        return LaneLabel(lane, texts, name, None, chips, heading)

    def _in_a_line(self, category: str, texts: Sequence[ChipText], x: float, top: float) -> tuple[LaneChip, ...]:
        chips: list[LaneChip] = []
        for text in texts:
            chips.append(self._chip(category, text, x, self._centred(top, self._chip_height)))
            x = chips[-1].box.right + _GAP
        return tuple(chips)

    def _centred(self, name_top: float, height: float) -> float:
        """Return the y of something of some height in the middle of the line of a name."""
        return name_top + (self._name_height - height) / 2

    def _name(self, name: str, x: float, y: float, width: float) -> TextBox:
        text = self._text.elided(name, width, self._name_size, bold=True)
        return TextBox(text, Box(x, y, self._text.line_width(text, self._name_size, bold=True), self._name_height))

    def _count(self, texts: LaneTexts, left: float, top: float, width: float, *, is_beside: bool) -> TextBox:
        text = texts.short_count if is_beside else texts.event_count
        text_width = self._text.line_width(text, COUNT_SIZE, bold=False)
        x = left + width - text_width if is_beside else left
        y = self._centred(top, self._count_height) if is_beside else top + self._name_height
        return TextBox(text, Box(x, y, text_width, self._count_height))

    def _chip(self, category: str, chip: ChipText, x: float, y: float, room: float | None = None) -> LaneChip:
        """Return a chip with its whole text or, where that takes more than `room` pixels, with the short one."""
        width = self._text.line_width(chip.text, self._chip_text_size, bold=False) + 2 * CHIP_PADDING
        text = chip.text if room is None or width <= room else chip.short
        width = self._text.line_width(text, self._chip_text_size, bold=False) + 2 * CHIP_PADDING
        box = Box(x, y, width, self._chip_height)
        return LaneChip(category, box, text, chip.full_text, chip.cluster, chip.is_listed)
