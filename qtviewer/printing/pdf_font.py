"""Fonts for PDF files from which every character can be read back as the one that was written.

A PDF names the characters of a font by its glyphs. Chinese fonts draw 大 and the radical ⼤ with one glyph, so that a
reader may find the wrong one. Here each glyph stands for one character of the document only; where two of them share
a glyph, the second gets it in a font of its own.
"""

import io
import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from qtviewer.ui.look.theme import FONT_FAMILIES

_TABLES: Final = (
    "head",
    "hhea",
    "hmtx",
    "maxp",
    "OS/2",
    "post",
    "CFF ",
    "glyf",
    "loca",
    "cvt ",
    "fpgm",
    "prep",
    "gasp",
)
_NAMES: Final = {1: "{family}", 2: "Regular", 4: "{family}", 6: "{family}"}
_SIZE: Final = 64.0  # pixels; glyph numbers do not depend on it


def register_document_font(characters: Iterable[str], weight: QFont.Weight) -> Sequence[str]:
    """Return the font families of a document in a weight: fonts made for its characters, then the usual families.

    The fonts stay registered with Qt until `remove_document_fonts` is called.
    """
    wanted = QFont(FONT_FAMILIES)
    wanted.setPixelSize(int(_SIZE))
    wanted.setWeight(weight)
    raw = QRawFont.fromFont(wanted)
    families = []
    for layer, glyphs in enumerate(_layers(raw, characters)):
        family = f"QtviewerChronicle{weight.value}n{len(_registered)}l{layer}"
        number = QFontDatabase.addApplicationFontFromData(_font_file(raw, glyphs, family))
        if number < 0:  # a font that cannot be taken apart is used as it is
            break
        _registered.append(number)
        families.append(family)
    return [*families, *FONT_FAMILIES]


_registered: list[int] = []


def remove_document_fonts() -> None:
    """Remove all fonts that `register_document_font` registered."""
    while _registered:
        QFontDatabase.removeApplicationFont(_registered.pop())


def _layers(raw: QRawFont, characters: Iterable[str]) -> list[dict[int, int]]:
    """Return maps from glyph to code point, as many as the most characters that share a glyph."""
    layers: list[dict[int, int]] = []
    for character in sorted(characters):
        glyphs = raw.glyphIndexesForString(character)
        if len(glyphs) != 1 or not glyphs[0]:
            continue
        layer = next((layer for layer in layers if glyphs[0] not in layer), None)
        if layer is None:
            layer = {}
            layers.append(layer)
        layer[glyphs[0]] = ord(character)
    return layers


def _font_file(raw: QRawFont, glyphs: Mapping[int, int], family: str) -> bytes:
    """Return a font file with all glyphs of `raw`, the characters of `glyphs` only, and the name `family`."""
    from fontTools.ttLib.sfnt import SFNTWriter  # noqa: PLC0415 - slow to import

    tables = {tag: raw.fontTable(tag).data() for tag in _TABLES}
    tables = {tag: data for tag, data in tables.items() if data}
    tables |= {"cmap": _character_map(glyphs), "name": _name_table(family)}
    file = io.BytesIO()
    writer = SFNTWriter(file, len(tables), "OTTO" if "CFF " in tables else "\x00\x01\x00\x00")
    for tag in sorted(tables):
        writer[tag] = tables[tag]
    writer.close()
    return file.getvalue()


def _character_map(glyphs: Mapping[int, int]) -> bytes:
    """Return the font table `cmap` in format 12, with one group for each character.

    It is entered for Unicode (0, 4) and for Windows (3, 10); with the second alone, FreeType uses glyph names.
    """
    groups = sorted((code, glyph) for glyph, code in glyphs.items())
    body = b"".join(struct.pack(">3I", code, code, glyph) for code, glyph in groups)
    head = struct.pack(">2H", 0, 2) + struct.pack(">2HI", 0, 4, 20) + struct.pack(">2HI", 3, 10, 20)
    return head + struct.pack(">2H3I", 12, 0, 16 + len(body), 0, len(groups)) + body


def _name_table(family: str) -> bytes:
    from fontTools.ttLib import newTable  # noqa: PLC0415 - slow to import

    table = newTable("name")
    table.names = []
    for number, name in _NAMES.items():
        table.setName(name.format(family=family), number, 3, 1, 0x409)
    return bytes(table.compile(None))
