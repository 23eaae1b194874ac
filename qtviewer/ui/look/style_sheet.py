"""A theme for Qt's own widgets: their palette and their style sheet."""

from PySide6.QtGui import QColor, QPalette

from qtviewer.ui.look.theme import Theme


def palette(theme: Theme) -> QPalette:
    """Return a palette in the colours of a theme."""
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
    """Return the style sheet of a window in a theme."""
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
        #header QPushButton {{ padding: {p(5)}px 9px; }}
        #chips QPushButton {{ padding: {p(2)}px 11px; }}
        QPushButton:hover {{ border-color: {theme.muted}; }}
        QPushButton:pressed {{ background: {theme.ground}; }}
        QPushButton:checked {{ background: {theme.selected}; border-color: {theme.tide}; }}
        QPushButton:focus {{ border: 2px solid {theme.tide}; padding: {p(6)}px 14px; }}
        #header QPushButton:focus {{ padding: {p(4)}px 8px; }}
        #chips QPushButton:focus {{ padding: {p(1)}px 10px; }}
        #header QLineEdit {{ padding: {p(5)}px 18px; }}
        #header QLineEdit:focus {{ padding: {p(4)}px 17px; }}
        QPushButton:disabled {{ color: {theme.muted}; }}
        QLineEdit {{ background: {theme.ground}; color: {theme.ink}; placeholder-text-color: {theme.muted};
            border: 1px solid {theme.line}; border-radius: {p(17)}px; padding: {p(8)}px 18px; }}
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
