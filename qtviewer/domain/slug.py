"""Slugs: readable ids made from names, in lower-case Latin letters, digits and hyphens."""

import re
import unicodedata
import zlib
from typing import Final

from qtviewer.domain.search.pinyin import pronounced_runs

SLUG_PATTERN: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_SLUG_LENGTH: Final = 100
_HAN: Final = re.compile(r"[\u3400-\u9fff〇]+")
_MAX_MADE_LENGTH: Final = 60


def is_slug(text: str) -> bool:
    """Whether a text is a slug: words of lower-case letters and digits joined by hyphens, at most 100 characters."""
    return len(text) <= MAX_SLUG_LENGTH and SLUG_PATTERN.fullmatch(text) is not None


def slug_of(text: str) -> str:
    """Return the slug of a name, always the same one, of at most 60 characters: 杭州 Metro gives hangzhou-metro.

    Chinese is spelled in pinyin; a name of another script than these two gives x and a checksum.
    """
    latin = _HAN.sub(_pinyin, text) if _HAN.search(text) else text
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    made = "-".join(words)
    if len(made) > _MAX_MADE_LENGTH:
        made = made[: _MAX_MADE_LENGTH + 1].rpartition("-")[0] or made[:_MAX_MADE_LENGTH]
    return made or f"x{zlib.crc32(text.encode('utf-8', 'replace')):08x}"  # another script: a number stands for it


def _pinyin(match: re.Match[str]) -> str:
    return f" {' '.join(sound for run in pronounced_runs(match[0]) for sound in run.sounds)} "
