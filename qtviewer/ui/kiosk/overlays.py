"""Cards over the whole window: the countdown and the large QR code; the PIN pad is another."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.qr_code import Matrix, QrCode
from qtviewer.ui.kiosk.style import HasTheme, TouchButton, plain_label

_DIMMING = 150  # opacity of the black over the window, of 255


@guarded
class Overlay(QWidget):
    """A card over the dimmed window, in the middle, or in portrait lower where hands reach it.

    Subclasses add widgets to `rows`. `model` has the theme.
    """

    def __init__(self, model: HasTheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.sizes = KioskSizes(1080, 1920, 2.0)
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.rows = QVBoxLayout(self.card)
        self.hide()

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Lay out the card in other sizes."""
        self.sizes = sizes
        padding = sizes.px(48)
        self.rows.setContentsMargins(padding, padding, padding, padding)
        self.rows.setSpacing(sizes.px(24))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the card anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        sizes = self.sizes
        width = min(sizes.px(760), self.width() - 2 * sizes.px(36))
        height = max(self.rows.heightForWidth(width), self.rows.sizeHint().height())
        free = self.height() - height
        top = max(free * 2 // 3 if sizes.is_portrait else free // 2, 0)
        self.card.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window behind the card."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _DIMMING))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stop the touch, so that nothing behind the overlay is pressed."""
        event.accept()

    def _add_centered(self, label: QLabel) -> QLabel:
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rows.addWidget(label)
        return label


class Countdown(Overlay):
    """Asks whether somebody is still there, and shows the seconds until the reset."""

    def __init__(self, model: HasTheme, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.question = self._add_centered(plain_label(self.card))
        self.number = self._add_centered(plain_label(self.card, wraps=False))
        self.answer = TouchButton("main", self.card)
        self.rows.addWidget(self.answer)

    def show_seconds(self, seconds: int) -> None:
        """Show a number of seconds."""
        theme = self._model.theme
        self.question.setText(self.tr("Still looking?"))
        self.question.setFont(theme.font(34, bold=True))
        self.number.setText(str(seconds))
        self.number.setFont(theme.font(60, bold=True))
        self.answer.show_text(self.tr("Touch anywhere to go on"))
        self.answer.set_touch_size(self.sizes.main_control, theme.font(20))
        self._place()


@guarded
class LargeQrCode(Overlay):
    """A QR code as large as the window allows, to scan from farther away; `closed` is emitted by a tap anywhere."""

    closed = Signal()

    def __init__(self, model: HasTheme, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.code = QrCode(self.card)
        self.caption = self._add_centered(plain_label(self.card))
        self.rows.insertWidget(0, self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button = TouchButton("main", self.card)
        self.button.clicked.connect(self.closed)
        self.code.clicked.connect(self.closed)
        self.rows.addWidget(self.button)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show a code, or no code if the matrix is empty."""
        theme, sizes = self._model.theme, self.sizes
        side = sizes.px(620)
        self.code.setFixedSize(side, side)
        self.code.show_matrix(matrix)
        self.caption.setText(self.tr("Scan with a phone: title, date and summary, without a network"))
        self.caption.setFont(theme.font(17))
        self.button.show_text(self.tr("Back"))
        self.button.set_touch_size(sizes.main_control, theme.font(20))
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Emit `closed` for a touch beside the card."""
        super().mousePressEvent(event)
        self.closed.emit()
