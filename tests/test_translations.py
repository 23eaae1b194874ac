"""The words of the window in other languages."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.places import ROOT

SOURCES = sorted(ROOT.glob("qtviewer/ui/**/*.py"))
TRANSLATIONS = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent

Message = tuple[str, str]


def messages(catalogue: Path) -> set[Message]:
    """Context and English text of every message."""
    contexts = ET.parse(catalogue).getroot().iter("context")  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in contexts
        for message in context.iter("message")
    }


def extracted(into: Path, *options: str) -> set[Message]:
    """The messages of the sources as they are now."""
    command = [str(TOOLS / "pyside6-lupdate"), *map(str, SOURCES), "-source-language", "en_US", *options]
    subprocess.run([*command, "-ts", str(into)], check=True, capture_output=True)  # noqa: S603 - ours
    return messages(into)


def test_the_chinese_catalogue_has_every_text_and_no_other(tmp_path: Path) -> None:
    """No text of the window is untranslated, and none of the catalogue is unused."""
    catalogue = TRANSLATIONS / "qtviewer_zh_CN.ts"
    assert messages(catalogue) == extracted(tmp_path / "zh.ts", "-target-language", "zh_CN")
    text = catalogue.read_text(encoding="utf-8")
    assert 'type="' not in re.sub(r"<TS [^>]*>", "", text), "unfinished, vanished or obsolete texts"
    assert "<translation></translation>" not in text


def test_the_english_catalogue_has_every_plural(tmp_path: Path) -> None:
    """English needs a catalogue only for singular and plural."""
    plurals = extracted(tmp_path / "en.ts", "-target-language", "en_US", "-pluralonly")
    assert messages(TRANSLATIONS / "qtviewer_en.ts") == plurals
    assert "unfinished" not in (TRANSLATIONS / "qtviewer_en.ts").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["qtviewer_zh_CN", "qtviewer_en"])
def test_the_compiled_catalogues_are_fresh(name: str, tmp_path: Path) -> None:
    """Each .qm is what its .ts compiles to."""
    compiled = tmp_path / "fresh.qm"
    command = [str(TOOLS / "pyside6-lrelease"), str(TRANSLATIONS / f"{name}.ts"), "-qm", str(compiled)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - ours
    assert compiled.read_bytes() == (TRANSLATIONS / f"{name}.qm").read_bytes(), (
        "run `make build` and commit the .qm files"
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_translated_text_is_an_f_string(path: Path) -> None:
    """What is put together before it is translated is never found in the catalogue."""
    assert not re.search(r"""(?:\btr|translate)\(\s*(?:"\w+",\s*)?f["']""", path.read_text(encoding="utf-8"))
