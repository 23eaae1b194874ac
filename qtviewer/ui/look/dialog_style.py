"""Style sheet and size of dialogs, with the widgets that only they have: tables, check boxes, progress bars."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from qtviewer.ui.look.theme import Theme


def dialog_style(theme: Theme) -> str:
    """Return the style sheet of a dialog, which adds to that of its window."""
    p = theme.px
    return f"""
        QDialog {{ background: {theme.ground}; }}
        QTableWidget, QPlainTextEdit, QListWidget {{ background: {theme.panel}; color: {theme.ink};
            border: 1px solid {theme.line}; border-radius: 9px; gridline-color: {theme.line}; }}
        QTableWidget:focus, QPlainTextEdit:focus, QListWidget:focus {{ border: 2px solid {theme.tide}; }}
        QTableWidget QHeaderView, QTableCornerButton::section {{ background: {theme.panel}; border: none; }}
        QHeaderView::section {{ background: {theme.panel}; color: {theme.muted}; border: none;
            border-bottom: 1px solid {theme.line}; padding: {p(4)}px {p(6)}px; font-size: {p(14)}px; }}
        QListWidget::item {{ color: {theme.ink}; }}
        QListWidget::item:focus {{ border: 1px solid {theme.tide}; }}
        QCheckBox {{ color: {theme.ink}; spacing: {p(8)}px; }}
        QSpinBox {{ background: {theme.panel}; color: {theme.ink}; border: 1px solid {theme.line};
            border-radius: 9px; padding: {p(5)}px 12px; }}
        QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
        QSpinBox QLineEdit {{ border: none; padding: 0 12px; background: transparent; }}
        QSpinBox:focus {{ border: 2px solid {theme.tide}; padding: {p(4)}px 11px; }}
        QListWidget::indicator, QCheckBox::indicator {{ width: {p(12)}px; height: {p(12)}px;
            border: 2px solid {theme.muted}; border-radius: 4px; background: {theme.panel}; }}
        QListWidget::indicator:checked, QCheckBox::indicator:checked {{ background: {theme.tide};
            border-color: {theme.tide}; }}
        QCheckBox::indicator:focus {{ border-color: {theme.tide}; }}
        QProgressBar {{ background: {theme.panel}; color: {theme.ink}; border: 1px solid {theme.line};
            border-radius: 6px; text-align: center; height: {p(20)}px; }}
        QProgressBar::chunk {{ background: {theme.tinted(QColor(theme.tide), 0.35).name()}; border-radius: 5px; }}
    """


def dialog_size(theme: Theme, parent: QWidget | None) -> QSize:
    """Return the size of a dialog in pixels, at most that of its window."""
    wanted = QSize(theme.px(860), theme.px(680))
    return wanted if parent is None else wanted.boundedTo(parent.size())
