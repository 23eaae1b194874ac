"""Names of facets and of their values.

`lang` is "zh" for Chinese; any other language gives English.
"""

from typing import Final

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Names, name_in_language
from qtviewer.domain.source import Facet, Vocabulary

_TITLES: Final[dict[str, tuple[str, str]]] = {
    "category": ("分类", "category"),
    "year": ("年份", "year"),
    "month": ("月份", "month"),
    "place": ("地点", "place"),
    "person": ("人物", "person"),
    "organisation": ("机构", "organisation"),
    "topic": ("主题", "topic"),
    "tag": ("标签", "name"),
    "thread": ("事项", "thread"),
    "collection": ("栏目", "collection"),
    "status": ("状态", "status"),
    "importance": ("重要性", "importance"),
    "precision": ("日期精度", "precision"),
}
_FIXED: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "status": {
        "happened": ("已发生", "happened"),
        "ongoing": ("进行中", "going on"),
        "planned": ("计划中", "planned"),
    },
    "precision": {
        "day": ("日期确切到日", "known to the day"),
        "month": ("日期确切到月", "known to the month"),
        "year": ("日期确切到年", "known to the year"),
        "decade": ("日期确切到年代", "known to the decade"),
        "century": ("日期确切到世纪", "known to the century"),
        "interval": ("持续一段时间", "lasting some time"),
        "within": ("某段时间中的一天", "one day within some time"),
    },
    "importance": {
        "5": ("重要性5级", "importance 5"),
        "4": ("重要性4级以上", "importance 4 and up"),
        "3": ("重要性3级以上", "importance 3 and up"),
        "2": ("重要性2级以上", "importance 2 and up"),
    },
}


def facet_title(facet: str, lang: str) -> str:
    """Return the name of a facet, or of `tag` or `thread`, which are not facets."""
    zh, en = _TITLES[facet]
    return zh if lang == "zh" else en


def fixed_values(facet: Facet) -> tuple[str, ...]:
    """Return the values of a facet that are the same in every store, in order; none when they depend on the store."""
    return tuple(_FIXED.get(facet, ()))


def value_label(facet: str, value: str, vocabulary: Vocabulary, lang: str) -> str:
    """Return the name of a value of a facet, or the value itself when the vocabulary does not have it."""
    if facet in ("year", "month"):
        return date_label(parse_edtf(value), lang)
    if facet in _FIXED:
        zh, en = _FIXED[facet].get(value, (value, value))
        return zh if lang == "zh" else en
    return name_in_language(_names(facet, value, vocabulary), lang) or value


def _names(facet: str, value: str, vocabulary: Vocabulary) -> Names:
    if facet == "category":
        return vocabulary.categories[value].names if value in vocabulary.categories else {}
    if facet in ("collection", "thread"):
        return (vocabulary.collections if facet == "collection" else vocabulary.threads).get(value, {})
    tag = vocabulary.tags.get(value)
    return tag.names if tag else {}
