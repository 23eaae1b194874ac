"""Menus in the theme of the window they open over."""

from PySide6.QtWidgets import QMenu

from qtviewer.ui.look.theme import Theme


def apply_menu_style(menu: QMenu, theme: Theme) -> None:
    """Set the font and the colours of a theme on a menu."""
    menu.setFont(theme.font(17))
    menu.setStyleSheet(_style_sheet(theme))


def _style_sheet(theme: Theme) -> str:
    p = theme.px
    return f"""
        QMenu {{ background: {theme.panel}; color: {theme.ink}; border: 1px solid {theme.line}; padding: 6px; }}
        QMenu::item {{ padding: {p(7)}px 28px {p(7)}px {p(8) + 14}px; border-radius: 6px; }}
        QMenu::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}
        QMenu::indicator {{ width: {p(8)}px; height: {p(8)}px; border-radius: {p(8) // 2}px; left: 6px; }}
        QMenu::indicator:checked {{ background: {theme.tide}; }}
        QMenu::item:disabled {{ color: {theme.muted}; }}
        QMenu::separator {{ height: 1px; background: {theme.line}; margin: 6px 8px; }}
    """
