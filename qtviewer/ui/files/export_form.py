"""The widgets of the export dialog: the choices, a preview, the progress and a message."""

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

from qtviewer.ui.files.exchange_interface import Exchange, ExportFormat
from qtviewer.ui.files.table_preview import TablePreview
from qtviewer.ui.look.choice_box import ChoiceBox
from qtviewer.ui.look.theme import Theme

_MOST_WIDTH = 60_000  # in any unit; a format that cannot be as wide says so itself


class ExportForm(QWidget):
    """Shows the choices for an export; the dialog reads them and acts on them."""

    def __init__(self, theme: Theme, exchange: Exchange, languages: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.summary_label, self.message_label = QLabel(self), QLabel(self)
        for label in (self.summary_label, self.message_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.summary_label.setFont(theme.font(18, bold=True))
        self.message_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.format_box, self.language_box = ChoiceBox(self), ChoiceBox(self)
        for file_format in exchange.formats:
            self.format_box.addItem(self._format_name(file_format.name), file_format.name)
        for lang in languages:
            self.language_box.addItem(self._language_name(lang), lang)
        self.raw_check = QCheckBox(self.tr("Every value as it is, for programs"), self)
        self.width_box = QSpinBox(self, maximum=_MOST_WIDTH, singleStep=100)
        self.width_box.setSpecialValueText(self.tr("as usual"))  # at 0
        self.field_list = self._field_list(exchange.fields, theme)
        self.preview_table = TablePreview(theme, self)
        self.target_field = QLineEdit(self)
        self.browse_button = QPushButton(self.tr("Choose…"), self)
        self.progress_bar = QProgressBar(self)
        self.progress_bar.hide()
        self.export_button = QPushButton(self.tr("Export"), self)
        self.cancel_button = QPushButton(self.tr("Close"), self)
        self.import_button = QPushButton(self.tr("Import a file instead…"), self)
        self.export_button.setDefault(True)
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
            width = metrics.horizontalAdvance(name) + theme.px(
                38
            )  # the size that Qt computes lacks the styled check box
            item.setSizeHint(QSize(width, theme.px(28)))
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            item.setCheckState(Qt.CheckState.Checked)
        return fields

    def _arrange(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(10)
        rows.addRow(self.tr("Format"), self.format_box)
        rows.addRow(self.tr("Language"), self.language_box)
        rows.addRow("", self.raw_check)
        rows.addRow(self.tr("Width"), self.width_box)
        rows.addRow(self.tr("Fields"), self.field_list)
        file_row = QHBoxLayout()
        file_row.addWidget(self.target_field, 1)
        file_row.addWidget(self.browse_button)
        rows.addRow(self.tr("File"), file_row)
        self._rows = rows
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.summary_label)
        column.addLayout(rows)
        column.addWidget(self.preview_table, 1)
        column.addWidget(self.progress_bar)
        column.addWidget(self.message_label)

    def chosen_fields(self) -> tuple[str, ...]:
        """Return the names of the checked fields; empty when all are checked, or none."""
        items = [self.field_list.item(row) for row in range(self.field_list.count())]
        chosen = tuple(item.text() for item in items if item.checkState() is Qt.CheckState.Checked)
        return () if len(chosen) == len(items) else chosen

    def show_options_of(self, chosen: ExportFormat) -> None:
        """Show only the options that a format has; with unformatted values all fields are exported."""
        self._rows.setRowVisible(self.raw_check, chosen.has_raw)
        self._rows.setRowVisible(self.width_box, bool(chosen.width_unit))
        is_raw = chosen.has_raw and self.raw_check.isChecked()
        self._rows.setRowVisible(self.field_list, chosen.has_fields and not is_raw)
        self.width_box.setSuffix(f" {chosen.width_unit}")
        self.width_box.setValue(0)

    def show_message(self, message: str) -> None:
        """Show a message below the preview."""
        self.message_label.setText(message)

    def show_progress(self, total: int) -> None:
        """Show a progress bar that ends at a number of events; the export button is off meanwhile."""
        self.show_message("")
        self.progress_bar.setRange(0, max(total, 1))
        self.progress_bar.setValue(0)
        self.progress_bar.show()
        self.export_button.setEnabled(False)
        self.cancel_button.setText(self.tr("Cancel"))

    def hide_progress(self) -> None:
        """Hide the progress bar and turn the export button on."""
        self.progress_bar.hide()
        self.export_button.setEnabled(True)
        self.cancel_button.setText(self.tr("Close"))
