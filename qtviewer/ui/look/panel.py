"""A panel with rounded corners around a widget."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Panel(QFrame):
    """A frame in the panel colour of the theme around one widget."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("panel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(content)
