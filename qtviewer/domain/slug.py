"""Readable ids made of names: words and digits of any script, spelled in Latin letters."""

import re
import unicodedata
import zlib
from typing import Final

from qtviewer.domain.search.pinyin import pronounced_runs

SLUG_PATTERN: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_SLUG_LENGTH: Final = 100
_HAN: Final = re.compile(r"[\u3400-\u9fff〇]+")
_LONGEST_MADE: Final = 60


def is_slug(text: str) -> bool:
    """Whether a text is an id: lower-case letters and digits joined by hyphens, at most a hundred characters."""
    return len(text) <= MAX_SLUG_LENGTH and SLUG_PATTERN.fullmatch(text) is not None


def slug_of(text: str) -> str:
    """An id for a name, always the same one: 杭州 Metro gives hangzhou-metro."""
    latin = _HAN.sub(_pinyin, text) if _HAN.search(text) else text
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    made = "-".join(words)
    if len(made) > _LONGEST_MADE:
        made = made[: _LONGEST_MADE + 1].rpartition("-")[0] or made[:_LONGEST_MADE]
    return made or f"x{zlib.crc32(text.encode('utf-8', 'replace')):08x}"  # another script: a number stands for it


def _pinyin(match: re.Match[str]) -> str:
    return f" {' '.join(sound for run in pronounced_runs(match[0]) for sound in run.sounds)} "
