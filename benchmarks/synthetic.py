"""Generates large stores that look like real ones: clustered dates, Chinese titles, one span in ten events."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Chronicle, Event, EventText, Status
from qtviewer.domain.source import chronicle_of
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.store.staging import StagingDatabase
from qtviewer.store.writer import write_store

_SEED: Final = 2021
_FIRST, _LAST = day_number(1850), day_number(2025, 12, 31)
_CLUSTERS: Final = 400
_SPANS: Final = 0.1
_LONGEST_SPAN: Final = 3_000  # days
_PLACES: Final = ("下沙", "临江", "义蓬", "河庄", "白杨", "新湾", "前进", "江海之城", "大学城", "东部湾")
_THINGS: Final = (
    "地铁站",
    "实验学校",
    "文化广场",
    "产业园",
    "社区食堂",
    "体育馆",
    "湿地公园",
    "创新中心",
    "人民医院",
    "大桥",
)
_DEEDS: Final = (
    "正式启用",
    "动工兴建",
    "通过验收",
    "迎来首批访客",
    "签约落户",
    "举行开放日",
    "公布规划",
    "完成改造",
    "获评先进",
)
_IMPORTANCES: Final = (1, 2, 3, 4, 5)
_IMPORTANCE_WEIGHTS: Final = (40, 30, 20, 8, 2)


def make_store(count: int, target: Path) -> None:
    """Write a store with `count` events, the same ones at every call."""
    with closing(StoreReader(shipped_store_path())) as shipped:
        known = shipped.vocabulary._replace(titles={"zh": f"合成编年 {count}"}, subtitles={"zh": "用于测量"})
        empty = chronicle_of(known)
    with StagingDatabase() as staging:
        for event in _events(count, empty):
            staging.put(0, event)
        write_store(empty, target, staging)


def _events(count: int, chronicle: Chronicle) -> Iterator[Event]:
    random = Random(_SEED)  # noqa: S311 - the same figures every time, no secrets
    categories = [category.id for category in chronicle.categories]
    tags = [tag.id for tag in chronicle.tags]
    collection, source = next(iter(chronicle.collections)), next(iter(chronicle.sources))
    for number, day in enumerate(sorted(_days(count, random))):
        title = f"{random.choice(_PLACES)}{random.choice(_THINGS)}{random.choice(_DEEDS)}"
        yield Event(
            id=f"event-{number:07}",
            date=parse_edtf(_date(day, random)),
            category=random.choice(categories),
            collection=collection,
            texts={"zh": EventText(title, f"{title}。", f"{title}，这是第{number}条。")},
            status=Status.HAPPENED if day < _LAST - 900 or random.random() < 0.8 else Status.PLANNED,
            importance=random.choices(_IMPORTANCES, _IMPORTANCE_WEIGHTS)[0],
            source=source,
            tags=(random.choice(tags),),
        )


def _days(count: int, random: Random) -> Iterator[int]:
    clusters = [(random.randint(_FIRST, _LAST), random.choice((2, 10, 60, 400))) for _ in range(_CLUSTERS)]
    for _ in range(count):
        centre, width = random.choice(clusters)
        day = random.gauss(centre, width) if random.random() < 0.7 else random.uniform(_FIRST, _LAST)
        yield min(max(int(day), _FIRST), _LAST)


def _date(day: int, random: Random) -> str:
    kind = random.random()
    year, month, day_of_month = civil_day(day)
    if kind < _SPANS:
        end = civil_day(day + 1 + int(_LONGEST_SPAN ** random.random()))
        return f"{year}-{month:02}-{day_of_month:02}/{end.year}-{end.month:02}-{end.day:02}"
    if kind < 2 * _SPANS:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day_of_month:02}"
