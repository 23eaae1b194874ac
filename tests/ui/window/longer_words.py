"""Every word of the window twice as long, as another language might have it."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

from qtviewer.resources import resource_path

_CATALOGUES: Final = {"zh": "qtviewer_zh_CN.qm", "en": "qtviewer_en.qm"}


class LongerWords(QTranslator):
    """Says everything twice, in one of the window's languages."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._words = QTranslator()
        assert self._words.load(str(resource_path("translations", _CATALOGUES[lang])))

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """A translation, or else the source, twice."""
        found = self._words.translate(context, source, disambiguation, n) or source
        return f"{found} {found}"


class LongerTranslation:
    """Takes the place of the window's own translation until it is removed."""

    def __init__(self) -> None:
        self._installed: list[LongerWords] = []

    def install(self, lang: str) -> None:
        """Speak a language at length."""
        self.remove()
        self._installed.append(LongerWords(lang))
        QCoreApplication.installTranslator(self._installed[-1])

    def remove(self) -> None:
        """Be silent."""
        while self._installed:
            QCoreApplication.removeTranslator(self._installed.pop())
