"""Themes: the colours and fonts of a window as one frozen value each."""

from functools import cache
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont

from qtviewer.domain.event import Category, Era
from qtviewer.ui.look.colors import LEAST_CONTRAST, contrast, mixed

_PROPORTIONAL: Final = QFont.Tag("pwid")  # Chinese fonts make quotation marks a whole character wide otherwise
TINT: Final = 0.12  # share of a category's colour in the ground of its clusters and spans
FONT_FAMILIES: Final = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
]


class Theme(NamedTuple):
    """The colours of one theme as #RRGGBB, and the font size and language of its text.

    Backgrounds are `ground` (the window), `panel` (cards, menus, panes), `selected` (a selected card), `hit` (a hit of
    the search) and `festival` (a Spring Festival on the time axis). Text is written in `ink`, less important text in
    `muted`; `line` is for borders, `tide` for the focus and the density curve, `accent` for few marks like today.
    `text_scale` is a factor for all sizes of text, `lang` a language code that decides on features of the font.
    """

    name: str
    is_dark: bool
    ground: str
    panel: str
    ink: str
    muted: str
    line: str
    accent: str
    tide: str
    festival: str
    selected: str
    text_scale: float = 1.0
    lang: str = "zh"
    hit: str = "#FFDF80"

    @property
    def grounds(self) -> tuple[QColor, ...]:
        """The backgrounds on which all text is legible."""
        return QColor(self.panel), QColor(self.ground), QColor(self.selected), QColor(self.festival)

    def px(self, size: float) -> int:
        """Return a size in pixels scaled by `text_scale`, rounded."""
        return round(size * self.text_scale)

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return the font at a size in pixels, which is scaled by `text_scale`."""
        made = QFont(FONT_FAMILIES)
        made.setPixelSize(self.px(size))
        made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if self.lang != "zh":
            made.setFeature(_PROPORTIONAL, 1)
        return made

    def category_color(self, category: Category) -> QColor:
        """Return the colour of a category, moved towards the ink until text in it is legible."""
        return QColor(_legible(self, category.color_dark if self.is_dark else category.color))

    def era_color(self, era: Era) -> QColor:
        """Return the colour of an era, moved towards the ink until text in it is legible."""
        return QColor(_legible(self, era.color_dark if self.is_dark else era.color))

    def tinted(self, color: QColor, share: float = TINT) -> QColor:
        """Return the panel colour mixed with a share (0..1) of another colour."""
        return mixed(color, QColor(self.panel), share)


@cache
def _legible(theme: Theme, name: str) -> str:
    """The first colour on the way from a colour to the ink that is legible on every background it is written on."""
    ink, color = QColor(theme.ink), QColor(name)
    steps = (mixed(ink, color, step / 20) for step in range(21))
    return next(step for step in steps if _is_legible(theme, step)).name()


def _is_legible(theme: Theme, color: QColor) -> bool:
    grounds = (*theme.grounds, theme.tinted(color))
    return all(contrast(color, ground) >= LEAST_CONTRAST for ground in grounds)


LIGHT: Final = Theme(
    name="light",
    is_dark=False,
    ground="#F6F4EF",
    panel="#FFFFFF",
    ink="#1D2429",
    muted="#5F6973",
    line="#E2DED6",
    accent="#B3261E",
    tide="#0E6E83",
    festival="#FBE9E4",
    selected="#FFF6E3",
)
DARK: Final = Theme(
    name="dark",
    is_dark=True,
    ground="#12181C",
    panel="#1A2227",
    ink="#EEF1F2",
    muted="#9AA6AE",
    line="#2C373D",
    accent="#FF8A75",
    tide="#4FB6CB",
    festival="#2B1E1C",
    selected="#2B2618",
    hit="#6B5200",
)
CONTRAST: Final = Theme(
    name="contrast",
    is_dark=True,
    ground="#000000",
    panel="#000000",
    ink="#FFFFFF",
    muted="#E6E6E6",
    line="#FFFFFF",
    accent="#FFD400",
    tide="#00E5FF",
    festival="#3A1500",
    selected="#332B00",
    hit="#7A3DB8",
)
TEXT_SIZES: Final = (100, 125, 160)
THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def themed(name: str, lang: str, text_size: int = 100) -> Theme:
    """Return the theme of a name with fonts for a language and a text size in percent."""
    return THEMES[name]._replace(lang=lang, text_scale=text_size / 100)
