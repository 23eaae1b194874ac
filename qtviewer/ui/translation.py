"""The words of the window itself in the chosen language."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

from qtviewer.resources import resource_path

_CATALOGUES: Final = {"zh": "qtviewer_zh_CN.qm", "en": "qtviewer_en.qm"}
_installed: list[QTranslator] = []


def install_translation(lang: str) -> None:
    """Replace the window's translation; a language without one reads English."""
    application = QCoreApplication.instance()
    if application is None:
        return
    while _installed:
        application.removeTranslator(_installed.pop())
    translator = QTranslator()  # without a parent, which would keep it with all its words until the program ends
    if translator.load(str(resource_path("translations", _CATALOGUES.get(lang, _CATALOGUES["en"])))):
        application.installTranslator(translator)
        _installed.append(translator)


def preferred_language(languages: tuple[str, ...]) -> str:
    """The first language of the system that the store has, else the store's first."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - large, and not needed once a language was chosen

    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in languages:
            return code
    return languages[0]
