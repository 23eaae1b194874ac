"""Colours, type and sizes of the window: one frozen value per theme."""

import math
from functools import cache, cached_property
from typing import Final, NamedTuple
from unicodedata import east_asian_width

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QTextLayout, QTextLine

from qtviewer.domain.event import Category

_PROPORTIONAL: Final = QFont.Tag("pwid")  # Chinese fonts make quotation marks a whole character wide otherwise
LEAST_CONTRAST: Final = 4.5  # of text and its ground
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
    """The colours of one theme as #RRGGBB, and how large its text is.

    `selected` is the ground of a chosen card, `hit` that of what was searched for, written in ink.
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

    def px(self, size: float) -> int:
        """A size in pixels that grows with the text."""
        return round(size * self.text_scale)

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """The window's font at a size in pixels."""
        made = QFont(FONT_FAMILIES)
        made.setPixelSize(self.px(size))
        made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if self.lang != "zh":
            made.setFeature(_PROPORTIONAL, 1)
        return made

    def category_color(self, category: Category) -> QColor:
        """Colour of a category, as much nearer to the ink as it takes to read its name in it."""
        return QColor(_legible(self, category.color_dark if self.is_dark else category.color))

    def tinted(self, color: QColor, share: float = TINT) -> QColor:
        """The panel with a share (0..1) of a colour."""
        return _mixed(color, QColor(self.panel), share)


def contrast(first: QColor, second: QColor) -> float:
    """Contrast of two colours, 1 to 21, as WCAG defines it."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    return _luminance_of(_rgb(color))


@cache
def _luminance_of(rgb: tuple[int, int, int]) -> float:
    shares = (part / 255 for part in rgb)
    linear = (share / 12.92 if share <= 0.04045 else math.pow((share + 0.055) / 1.055, 2.4) for share in shares)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def _mixed(color: QColor, ground: QColor, share: float) -> QColor:
    return QColor(*(round(a * share + b * (1 - share)) for a, b in zip(_rgb(color), _rgb(ground), strict=True)))


@cache
def _legible(theme: Theme, name: str) -> str:
    """A colour, or the first one on its way to the ink, that stands out from every ground it is written on."""
    ink, color = QColor(theme.ink), QColor(name)
    steps = (_mixed(ink, color, step / 20) for step in range(21))
    return next(step for step in steps if _stands_out(theme, step)).name()


def _stands_out(theme: Theme, color: QColor) -> bool:
    grounds = (QColor(theme.panel), QColor(theme.ground), QColor(theme.selected), theme.tinted(color))
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
    """A theme by its name, with type for a language, in a size in percent."""
    return THEMES[name]._replace(lang=lang, text_scale=text_size / 100)


class TextRuler:
    """Widths of many texts in one font: a Han character is as wide as the font is high, others are measured once."""

    def __init__(self, of_font: QFont) -> None:
        self._font = of_font
        self._metrics = QFontMetricsF(of_font)
        self._em = float(of_font.pixelSize())
        self._advances: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Width of a line of text in pixels, without kerning."""
        known = self._advances
        return sum([known[character] if character in known else self._advance(character) for character in text])

    def elided(self, text: str, room: float) -> str:
        """A line of text, or as much of its beginning as fits into some pixels with an ellipsis, as Qt shortens it."""
        layout = QTextLayout(text, self._font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        if line.naturalTextWidth() <= room:
            return text
        if room < self._ellipsis:
            return ""
        return f"{text[: line.xToCursor(room - self._ellipsis, QTextLine.CursorPosition.CursorOnCharacter)]}…"

    @cached_property
    def _ellipsis(self) -> float:
        """Width of an ellipsis, which Qt measures without the features of a font."""
        plain = QFont(self._font)
        plain.clearFeatures()
        return QFontMetricsF(plain).horizontalAdvance("…")

    def _advance(self, character: str) -> float:
        is_wide = east_asian_width(character) in "WF"
        advance = self._em if is_wide else self._metrics.horizontalAdvance(character)
        self._advances[character] = advance
        return advance


def text_width(text: str, of_font: QFont) -> float:
    """Width of a line of text in pixels."""
    return QFontMetricsF(of_font).horizontalAdvance(text)


def palette(theme: Theme) -> QPalette:
    """Qt's own palette in the theme's colours."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.Base: theme.panel,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ToolTipBase: theme.panel,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.tide,
        QPalette.ColorRole.HighlightedText: theme.panel,
        QPalette.ColorRole.Mid: theme.line,
    }
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    return made


def style_sheet(theme: Theme) -> str:
    """The look of Qt's own widgets."""
    p = theme.px
    return f"""
        QMainWindow, #page {{ background: {theme.ground}; }}
        #header, #panel {{ background: {theme.panel}; }}
        #header {{ border: none; border-bottom: 1px solid {theme.line}; }}
        #panel {{ border: 1px solid {theme.line}; border-radius: 12px; }}
        QLabel {{ color: {theme.ink}; }}
        QScrollArea, #content {{ background: transparent; border: none; }}
        #framed {{ border: 2px solid transparent; }}
        #framed:focus {{ border: 2px solid {theme.tide}; }}
        QPushButton {{ background: {theme.panel}; color: {theme.ink}; border: 1px solid {theme.line};
            border-radius: 9px; padding: {p(7)}px 15px; }}
        #header QPushButton {{ padding-left: 9px; padding-right: 9px; }}
        QPushButton:hover {{ border-color: {theme.muted}; }}
        QPushButton:pressed {{ background: {theme.ground}; }}
        QPushButton:checked {{ background: {theme.selected}; border-color: {theme.tide}; }}
        QPushButton:focus {{ border: 2px solid {theme.tide}; padding: {p(6)}px 14px; }}
        #header QPushButton:focus {{ padding-left: 8px; padding-right: 8px; }}
        QPushButton:disabled {{ color: {theme.muted}; }}
        QLineEdit {{ background: {theme.ground}; color: {theme.ink}; placeholder-text-color: {theme.muted};
            border: 1px solid {theme.line}; border-radius: {p(19)}px; padding: {p(8)}px 18px; }}
        QLineEdit:focus {{ border: 2px solid {theme.tide}; padding: {p(7)}px 17px; }}
        QComboBox {{ background: {theme.panel}; color: {theme.ink}; border: 1px solid {theme.line};
            border-radius: 9px; padding: {p(5)}px 12px; }}
        QComboBox:focus {{ border: 2px solid {theme.tide}; padding: {p(4)}px 11px; }}
        QComboBox::drop-down {{ border: none; width: 22px; }}
        QComboBox QAbstractItemView {{ background: {theme.panel}; color: {theme.ink};
            selection-background-color: {theme.selected}; selection-color: {theme.ink}; }}
        QListView {{ background: transparent; border: none; outline: none; }}
        QLabel#figure {{ color: {theme.tide}; }}
        QLabel#muted {{ color: {theme.muted}; }}
        QFrame#tile {{ background: {theme.ground}; border: none; border-radius: 8px; }}
        QLabel#tag {{ background: {theme.ground}; border-radius: 6px; }}
        QFrame#rule {{ background: {theme.line}; border: none; }}
        QToolTip {{ background: {theme.panel}; color: {theme.ink}; border: 1px solid {theme.line}; padding: 6px; }}
        QScrollBar {{ background: transparent; border: none; }}
        QScrollBar:vertical {{ width: 10px; }}
        QScrollBar:horizontal {{ height: 10px; }}
        QScrollBar::handle {{ background: {theme.line}; border-radius: 5px; min-height: 32px; min-width: 32px; }}
        QScrollBar::handle:hover {{ background: {theme.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
            {{ background: none; border: none; width: 0; height: 0; }}
    """
