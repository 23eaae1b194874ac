"""The widgets of the export dialog: what can be chosen, the first rows, the progress, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from qtviewer.ui.files.exchange_ports import Exchange, ListFormat
from qtviewer.ui.files.table_preview import TablePreview
from qtviewer.ui.look.choice_box import ChoiceBox
from qtviewer.ui.look.theme import Theme

_WIDEST = 60_000  # of any unit; what a format cannot have it says itself


class ExportForm(QWidget):
    """What the dialog shows; it decides nothing."""

    def __init__(self, theme: Theme, exchange: Exchange, languages: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.count, self.message = QLabel(self), QLabel(self)
        for label in (self.count, self.message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.count.setFont(theme.font(18, bold=True))
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.formats, self.languages = ChoiceBox(self), ChoiceBox(self)
        for each in exchange.formats:
            self.formats.addItem(self._format_name(each.name), each.name)
        for lang in languages:
            self.languages.addItem(self._language_name(lang), lang)
        self.raw = QCheckBox(self.tr("Every value as it is, for programs"), self)
        self.width_box = QSpinBox(self, maximum=_WIDEST, singleStep=100)
        self.width_box.setSpecialValueText(self.tr("as usual"))  # at 0
        self.fields = self._field_list(exchange.fields, theme)
        self.preview = TablePreview(theme, self)
        self.target = QLineEdit(self)
        self.choose = QPushButton(self.tr("Choose…"), self)
        self.progress = QProgressBar(self)
        self.progress.hide()
        self.start, self.cancel = QPushButton(self.tr("Export"), self), QPushButton(self.tr("Close"), self)
        self.import_instead = QPushButton(self.tr("Import a file instead…"), self)
        self.start.setDefault(True)
        self._arrange()

    def _format_name(self, name: str) -> str:
        names = {
            "csv": self.tr("Spreadsheet, CSV"),
            "xlsx": self.tr("Spreadsheet, XLSX"),
            "json": self.tr("Data, JSON"),
            "jsonl": self.tr("Data, JSON lines"),
            "ics": self.tr("Calendar, ICS"),
            "md": self.tr("Chronicle, Markdown"),
            "html": self.tr("Chronicle, web page"),
            "pdf": self.tr("Chronicle, PDF on A4"),
            "timelinejs": "TimelineJS",
            "png": self.tr("Timeline, picture PNG"),
            "svg": self.tr("Timeline, drawing SVG"),
            "poster": self.tr("Timeline, poster PDF"),
        }
        return names.get(name, name)

    def _language_name(self, lang: str) -> str:
        return {"zh": "中文", "en": "English", "all": self.tr("All languages")}.get(lang, lang)

    def _field_list(self, names: Sequence[str], theme: Theme) -> QListWidget:
        fields = QListWidget(self)
        fields.setFlow(QListWidget.Flow.LeftToRight)
        fields.setWrapping(True)
        fields.setResizeMode(QListWidget.ResizeMode.Adjust)
        fields.setSpacing(4)
        fields.setFixedHeight(theme.px(152))
        fields.setFont(theme.font(15))
        metrics = QFontMetrics(fields.font())
        for name in names:
            item = QListWidgetItem(name, fields)
            width = metrics.horizontalAdvance(name) + theme.px(38)  # a styled tick is not in the size Qt works out
            item.setSizeHint(QSize(width, theme.px(28)))
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            item.setCheckState(Qt.CheckState.Checked)
        return fields

    def _arrange(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(10)
        rows.addRow(self.tr("Format"), self.formats)
        rows.addRow(self.tr("Language"), self.languages)
        rows.addRow("", self.raw)
        rows.addRow(self.tr("Width"), self.width_box)
        rows.addRow(self.tr("Fields"), self.fields)
        file_row = QHBoxLayout()
        file_row.addWidget(self.target, 1)
        file_row.addWidget(self.choose)
        rows.addRow(self.tr("File"), file_row)
        self._rows = rows
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.count)
        column.addLayout(rows)
        column.addWidget(self.preview, 1)
        column.addWidget(self.progress)
        column.addWidget(self.message)

    def chosen_fields(self) -> tuple[str, ...]:
        """The fields that are ticked; empty when that is all of them, or none."""
        items = [self.fields.item(row) for row in range(self.fields.count())]
        chosen = tuple(item.text() for item in items if item.checkState() is Qt.CheckState.Checked)
        return () if len(chosen) == len(items) else chosen

    def show_choices_of(self, chosen: ListFormat) -> None:
        """Offer what can be chosen of a format; the form for programs always has all fields."""
        self._rows.setRowVisible(self.raw, chosen.has_raw)
        self._rows.setRowVisible(self.width_box, bool(chosen.width_unit))
        self._rows.setRowVisible(self.fields, chosen.has_fields and not (chosen.has_raw and self.raw.isChecked()))
        self.width_box.setSuffix(f" {chosen.width_unit}")
        self.width_box.setValue(0)

    def say(self, message: str) -> None:
        """Say something below the preview."""
        self.message.setText(message)

    def show_progress(self, total: int) -> None:
        """Show a bar that goes to a number of events."""
        self.say("")
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(0)
        self.progress.show()
        self.start.setEnabled(False)
        self.cancel.setText(self.tr("Cancel"))

    def hide_progress(self) -> None:
        """Take the bar away."""
        self.progress.hide()
        self.start.setEnabled(True)
        self.cancel.setText(self.tr("Close"))
