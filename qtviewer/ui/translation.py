"""Translations of the window's own texts."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

from qtviewer.resources import resource_path

_CATALOGUES: Final = {"zh": "qtviewer_zh_CN.qm", "en": "qtviewer_en.qm"}
_installed: list[QTranslator] = []


def install_translation(lang: str) -> None:
    """Install the translation of a language code in place of the current one; English for a language that has none."""
    application = QCoreApplication.instance()
    if application is None:
        return
    while _installed:
        application.removeTranslator(_installed.pop())
    translator = QTranslator()  # without a parent, which would keep it in memory until the program ends
    if translator.load(str(resource_path("translations", _CATALOGUES.get(lang, _CATALOGUES["en"])))):
        application.installTranslator(translator)
        _installed.append(translator)


def preferred_language(languages: tuple[str, ...]) -> str:
    """Return the first language of the system that is among the language codes of a store, else the store's first."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - large, and not needed once a language was chosen

    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in languages:
            return code
    return languages[0]
