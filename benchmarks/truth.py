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
from typing import NamedTuple

from benchmarks.frames import application, open_window
from benchmarks.stores import MILLION, synthetic_store
from qtviewer.app.exchange import import_file
from qtviewer.exchange.import_file import ImportOptions
from qtviewer.resources import shipped_store_path
from qtviewer.timeline.card import Card
from qtviewer.timeline.scene import Scene, SceneCard
from qtviewer.ui.window.main_window import MainWindow

_VIEWS = 200
_SEED = 13
_SHORTEST, _LONGEST = 0.2, 1.5  # days, and lengths of everything
_PIXEL = 1.0
_HAIR_LINE = 2.0  # pixels that the ink of an event takes that lasted less
_EDGE = 8.0  # pixels from the left edge within which a card stands that began before the view
_TOUCHING = """
SELECT category, COUNT(*) FROM event WHERE last_day >= ?1 AND first_day <= ?2 GROUP BY category
"""
_IN_CLUSTER = """
SELECT id FROM event WHERE category = ? AND first_day BETWEEN ? AND ? AND first_day <= ? AND last_day >= ?
"""


class _Counts(NamedTuple):
    """What was seen in some views."""

    lanes: int = 0
    cards: int = 0
    clusters: int = 0
    chips: int = 0
    off: int = 0
    """Cards that stand off their day by more than a pixel, or whose event is not in view."""
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
    """Yield ranges of times of all lengths, around days on which events begin or end."""
    generator = random.Random(_SEED)  # noqa: S311 - the same views every time
    [begin, end] = judge.execute("SELECT MIN(first_day), MAX(last_day) FROM event").fetchone()
    days = [day for row in judge.execute("SELECT DISTINCT first_day, last_day FROM event") for day in row]
    for _ in range(_VIEWS):
        length = _SHORTEST * ((end + 1 - begin) * _LONGEST / _SHORTEST) ** generator.random()
        first = generator.choice(days) - length * generator.random()
        yield first, first + length


def _judged_view(window: MainWindow, judge: sqlite3.Connection) -> _Counts:
    """Judge the view of a window once it is at rest; lanes that are not whole in sight are left out."""
    while not window.timeline.is_at_rest:
        application().processEvents()
    scene, chips = window.timeline.scene(), Counter[str]()
    for chip in window.timeline.chips():
        chips[chip.category] += chip.cluster.size
    touching = dict(judge.execute(_TOUCHING, _days_in_view(scene)))
    counts = _Counts()
    for lane in scene.lanes:
        if lane.bottom <= scene.viewport.bottom:
            cards = [card for card in scene.cards if card.card.category == lane.category]
            counts = counts.plus(
                _judged_lane(scene, cards, chips[lane.category], touching.get(lane.category, 0), judge)
            )
    return counts


def _days_in_view(scene: Scene) -> tuple[int, int]:
    """Return the first and the last day of which a part is in view."""
    scale = scene.viewport.scale
    return math.floor(scale.left), math.ceil(scale.right) - 1


def _judged_lane(
    scene: Scene, cards: Sequence[SceneCard], chips: int, touching: int, judge: sqlite3.Connection
) -> _Counts:
    """Judge a lane: what is drawn must be in view, each event once, and the chips count the rest."""
    singles = [card for card in cards if not card.card.is_cluster]
    clusters = [card.card for card in cards if card.card.is_cluster]
    days = _days_in_view(scene)
    places = {head_id: _place(head_id, judge) for head_id in (card.card.heads[0].id for card in singles)}
    own = {key for key, place in places.items() if math.floor(place[0]) <= days[1] and place[1] > days[0]}
    members = _members(clusters, days, judge)
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


def _place(head_id: str, judge: sqlite3.Connection) -> tuple[float, float]:
    """Return the time at which an event begins, and the time after its last day."""
    [place] = judge.execute("SELECT first_minute / 1440.0, last_day + 1.0 FROM event WHERE id = ?", [head_id])
    return place[0], place[1]


def _members(clusters: Iterable[Card], days: tuple[int, int], judge: sqlite3.Connection) -> set[str]:
    """Return the ids of the events that clusters hold, of those that touch some days."""
    return {
        head_id
        for cluster in clusters
        for (head_id,) in judge.execute(_IN_CLUSTER, [cluster.category, *cluster.days, days[1], days[0]])
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
