"""What the timeline shows in random views, judged by plain SQL over the events of a store.

`truth` takes stores, or files to import; without any it looks at the shipped store and at a million events.
"""

import math
import random
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from benchmarks.frames import application, open_window
from benchmarks.stores import MILLION, synthetic_store
from qtviewer.app.exchange import import_file
from qtviewer.exchange.import_file import ImportOptions
from qtviewer.resources import shipped_store_path
from qtviewer.timeline.card import Card
from qtviewer.timeline.levels import CardDate, Level
from qtviewer.timeline.scene import Scene, SceneCard
from qtviewer.ui.window.main_window import MainWindow

_VIEWS = 200
_SEED = 13
_SHORTEST, _LONGEST = 0.02, 1.5  # days, and lengths of everything
_PIXEL = 1.0
_HAIR_LINE = 2.0  # pixels that the ink of an event takes that lasted less
_EDGE = 8.0  # pixels from the left edge within which a card stands that began before the view
_BEGINS, _ENDS = "first_day * 1440", "last_day * 1440 + 1439"
_BEGINS_AT, _ENDS_AT = "first_minute", f"iif(precision = 'day' AND time <> '', first_minute, {_ENDS})"
_TOUCHING = "SELECT category, COUNT(*) FROM event WHERE {ends} >= ?1 AND {begins} <= ?2 GROUP BY category"
_IN_CLUSTER = """
SELECT id FROM event
WHERE category = ?1 AND {begins} BETWEEN ?2 AND ?3 AND {begins} BETWEEN ?4 AND ?5 AND {ends} >= ?4
"""
_PLACE = "SELECT {begins} / 1440.0, ({ends} + 1) / 1440.0 FROM event WHERE id = ?"


class _Judge(NamedTuple):
    """Answers what is true of a view by SQL, in the unit in which it places and counts events: minutes or days."""

    store: sqlite3.Connection

    unit: int
    """In minutes: 1 where hours are shown, elsewhere a day."""
    begins: str
    """SQL expression: the first minute of an event."""
    ends: str
    """SQL expression: the last minute of an event."""

    def ask(self, query: str, values: Iterable[object]) -> list[Any]:
        """Return the rows that answer a query with the expressions in it."""
        sql = query.format(begins=self.begins, ends=self.ends)
        return self.store.execute(sql, tuple(values)).fetchall()

    def in_view(self, scene: Scene) -> tuple[int, int]:
        """Return the first and the last minute of all units of which a part is in view."""
        left, right = scene.viewport.scale.left * 1440, scene.viewport.scale.right * 1440
        return math.floor(left / self.unit) * self.unit, math.ceil(right / self.unit) * self.unit - 1


def _judge_of(level: Level, store: sqlite3.Connection) -> _Judge:
    """Return what judges views of a level."""
    if level.card_date is CardDate.WITH_TIME:
        return _Judge(store, 1, _BEGINS_AT, _ENDS_AT)
    return _Judge(store, 1440, _BEGINS, _ENDS)


class _Counts(NamedTuple):
    """What was seen in some views."""

    lanes: int = 0
    cards: int = 0
    clusters: int = 0
    chips: int = 0
    off: int = 0
    """Cards that stand off their day, or time, by more than a pixel, or whose event is not in view."""
    missing: int = 0
    """Events in view that are neither drawn nor counted."""
    twice: int = 0
    """Events that are drawn or counted more than once, or counted though they are not in view."""
    long: int = 0
    """Filled bars that are longer than their event by more than a pixel."""

    def plus(self, other: "_Counts") -> "_Counts":
        """Return the sums of both."""
        return _Counts(*map(sum, zip(self, other, strict=True)))


def print_truth(paths: Sequence[Path]) -> None:
    """Print a table of what random views of each store show."""
    print(f"{'store':28}{'events':>9}{'views':>7}" + "".join(f"{name:>9}" for name in _Counts._fields))
    with TemporaryDirectory() as folder:
        for path in paths or (shipped_store_path(), synthetic_store(MILLION)):
            store = path if path.suffix == ".sqlite" else _imported(path, Path(folder, f"{path.name}.sqlite"))
            with closing(sqlite3.connect(store)) as judge:
                [size] = judge.execute("SELECT COUNT(*) FROM event").fetchone()
                counts = _judged(store, judge)
            print(f"{path.stem:28}{size:>9}{_VIEWS:>7}" + "".join(f"{count:>9}" for count in counts), flush=True)


def _imported(path: Path, store: Path) -> Path:
    import_file(path, store, "add", ImportOptions(), dry_run=False)
    return store


def _judged(store: Path, judge: sqlite3.Connection) -> _Counts:
    window, counts = open_window(store), _Counts()
    for first, last in _random_ranges(judge):
        window.model.set_visible_range(first, last)
        counts = counts.plus(_judged_view(window, judge))
    window.close()
    return counts


def _random_ranges(judge: sqlite3.Connection) -> Iterator[tuple[float, float]]:
    """Yield ranges of times of all lengths, around times at which events begin or end."""
    generator = random.Random(_SEED)  # noqa: S311 - the same views every time
    [begin, end] = judge.execute("SELECT MIN(first_day), MAX(last_day) FROM event").fetchone()
    found = judge.execute("SELECT DISTINCT first_minute / 1440.0, last_day + 1.0 FROM event")
    times = [time for row in found for time in row]
    for _ in range(_VIEWS):
        length = _SHORTEST * ((end + 1 - begin) * _LONGEST / _SHORTEST) ** generator.random()
        first = generator.choice(times) - length * generator.random()
        yield first, first + length


def _judged_view(window: MainWindow, store: sqlite3.Connection) -> _Counts:
    """Judge the view of a window once it is at rest; lanes that are not whole in sight are left out."""
    while not window.timeline.is_at_rest:
        application().processEvents()
    scene, chips = window.timeline.scene(), Counter[str]()
    for chip in window.timeline.chips():
        chips[chip.category] += chip.cluster.size
    judge = _judge_of(window.timeline.layout_at(scene.viewport.scale).level, store)
    touching = dict(judge.ask(_TOUCHING, judge.in_view(scene)))
    counts = _Counts()
    for lane in scene.lanes:
        if lane.bottom <= scene.viewport.bottom:
            cards = [card for card in scene.cards if card.card.category == lane.category]
            sizes = chips[lane.category], touching.get(lane.category, 0)
            counts = counts.plus(_judged_lane(scene, cards, *sizes, judge))
    return counts


def _judged_lane(scene: Scene, cards: Sequence[SceneCard], chips: int, touching: int, judge: _Judge) -> _Counts:
    """Judge a lane: what is drawn must be in view, each event once, and the chips count the rest."""
    singles = [card for card in cards if not card.card.is_cluster]
    clusters = [card.card for card in cards if card.card.is_cluster]
    start, end = judge.in_view(scene)
    ids = [card.card.heads[0].id for card in singles]
    places: dict[str, tuple[float, float]] = {key: judge.ask(_PLACE, [key])[0] for key in ids}
    own = {key for key, place in places.items() if place[0] <= end / 1440 and place[1] > start / 1440}
    members = _members(clusters, (start, end), judge)
    clustered = sum(cluster.size for cluster in clusters)
    rest = touching - len(own | members) - chips
    return _Counts(
        lanes=1,
        cards=len(singles),
        clusters=len(clusters),
        chips=chips,
        off=sum(_is_off(card, places[card.card.heads[0].id], scene) for card in singles),
        missing=max(rest, 0),
        twice=len(singles) - len(places) + clustered - len(members) + len(own & members) + max(-rest, 0),
        long=sum(_is_too_long(card, places[card.card.heads[0].id], scene) for card in singles),
    )


def _members(clusters: Iterable[Card], in_view: tuple[int, int], judge: _Judge) -> set[str]:
    """Return the ids of the events that clusters hold, of those that begin in view."""
    return {
        head_id
        for cluster in clusters
        for (head_id,) in judge.ask(_IN_CLUSTER, [cluster.category, *cluster.minutes, *in_view])
        if head_id not in cluster.excluded_ids
    }


def _is_off(card: SceneCard, place: tuple[float, float], scene: Scene) -> bool:
    """Return whether a card neither stands where its event begins nor, if that is before the view, at the edge."""
    x = scene.viewport.scale.x_at(place[0])
    has_begun = x < 0 and scene.viewport.scale.x_at(place[1]) > 0
    return card.box.x > _EDGE if has_begun else abs(card.x - x) > _PIXEL


def _is_too_long(card: SceneCard, place: tuple[float, float], scene: Scene) -> bool:
    """Return whether the filled part of a card, if it has one, goes on after its event has ended."""
    end, width = scene.viewport.scale.x_at(place[1]), card.date_box.width
    return card.card.is_span and width > _HAIR_LINE and card.date_box.right > end + _PIXEL
