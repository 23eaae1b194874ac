"""What stands before everything else: the question whether somebody is there, a large code, the screen for staff."""

from PySide6 import QtCore
from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.kiosk.qr_code import Matrix, QrCode
from qtviewer.ui.kiosk.style import HasTheme, TouchButton, plain_label
from qtviewer.ui.look.painting import fill_box

_VEIL = 150  # of 255


class Overlay(QWidget):
    """A card in the middle, or lower where hands reach it, over everything, which is veiled."""

    def __init__(self, model: HasTheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.sizes = KioskSizes(1080, 1920, 2.0)
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.lines = QVBoxLayout(self.card)
        self.hide()

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Take on the sizes of a window."""
        self.sizes = sizes
        padding = sizes.px(48)
        self.lines.setContentsMargins(padding, padding, padding, padding)
        self.lines.setSpacing(sizes.px(24))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card in its place."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        m = self.sizes
        width = min(m.px(760), self.width() - 2 * m.px(36))
        height = max(self.lines.heightForWidth(width), self.lines.sizeHint().height())
        room = self.height() - height
        self.card.setGeometry(QRect((self.width() - width) // 2, max(room * 2 // 3 if m.is_portrait else room // 2, 0),
                                    width, height))  # fmt: skip

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Veil what is behind."""
        veil = QColor("#000000")
        veil.setAlpha(_VEIL)
        painter = QPainter(self)
        fill_box(painter, QtCore.QRectF(self.rect()), veil)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the touch from what is behind."""
        event.accept()

    def _centred(self, label: QLabel) -> QLabel:
        label.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.lines.addWidget(label)
        return label


class Countdown(Overlay):
    """Asks whether somebody is still there, with the seconds that are left."""

    def __init__(self, model: HasTheme, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.question = self._centred(plain_label(self.card))
        self.number = self._centred(plain_label(self.card, wraps=False))
        self.answer = TouchButton("main", self.card)
        self.lines.addWidget(self.answer)

    def show_seconds(self, seconds: int) -> None:
        """Show how many seconds are left."""
        theme = self._model.theme
        self.question.setText(self.tr("Still looking?"))
        self.question.setFont(theme.font(34, bold=True))
        self.number.setText(str(seconds))
        self.number.setFont(theme.font(60, bold=True))
        self.answer.say(self.tr("Touch anywhere to go on"))
        self.answer.set_touch_size(self.sizes.main_control, theme.font(20))
        self._place()


class LargeQrCode(Overlay):
    """A code as large as the screen allows, to scan from farther away."""

    closed = Signal()

    def __init__(self, model: HasTheme, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.code = QrCode(self.card)
        self.words = self._centred(plain_label(self.card))
        self.lines.insertWidget(0, self.code, 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        self.button = TouchButton("main", self.card)
        self.button.clicked.connect(self.closed)
        self.code.clicked.connect(self.closed)
        self.lines.addWidget(self.button)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show a code."""
        theme, m = self._model.theme, self.sizes
        side = m.px(620)
        self.code.setFixedSize(side, side)
        self.code.show_matrix(matrix)
        self.words.setText(self.tr("Scan with a phone: title, date and summary, without a network"))
        self.words.setFont(theme.font(17))
        self.button.say(self.tr("Back"))
        self.button.set_touch_size(m.main_control, theme.font(20))
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside it closes it."""
        super().mousePressEvent(event)
        self.closed.emit()
