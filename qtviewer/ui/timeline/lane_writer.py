"""What is said of lanes, in the language of the window."""

from PySide6.QtCore import QObject

from qtviewer.domain.event import name_in_language
from qtviewer.timeline.scene import Scene
from qtviewer.ui.timeline.lane_chips import ChipText, chip_texts, one_chip_for_all
from qtviewer.ui.timeline.lane_labels import LaneTexts
from qtviewer.ui.view_model import ViewModel


class LaneWriter(QObject):
    """Writes the texts of lanes: their names, how many events they have in view, and their chips."""

    def __init__(self, model: ViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def texts_of(self, category: str, scene: Scene) -> LaneTexts:
        """Return the texts of a lane; while the view moves, with the number of all matching events and no chips."""
        total, state = self._model.category_counts.get(category, 0), self._model.state
        name, is_wide = self._name_of(category), category == state.wide_lane
        if scene.sums is None:
            return LaneTexts(name, self._count_text(total, total), str(total), is_wide=is_wide)
        lane_sum = scene.sums[category]
        chips = tuple(map(self._with_mark, chip_texts(category, lane_sum, state.lang)))
        one_chip = self._with_mark(one_chip_for_all(chips)) if chips else None
        short = str(total) if lane_sum.touching == total else f"{lane_sum.touching}/{total}"
        return LaneTexts(name, self._count_text(lane_sum.touching, total), short, chips, one_chip, is_wide)

    def _with_mark(self, chip: ChipText) -> ChipText:
        """Return a chip that is marked while its events are listed."""
        listed = self._model.state.cluster
        return chip._replace(is_listed=listed is not None and listed.lists_same_as(chip.cluster))

    def empty_line(self, scene: Scene) -> str:
        """Return a line that names the lanes without events in view; an empty text where there are none."""
        names = self.tr(", ").join(map(self._name_of, scene.empty))
        return self.tr("No events here: {names}").format(names=names) if names else ""

    def _name_of(self, category: str) -> str:
        return name_in_language(self._model.source.vocabulary.categories[category].names, self._model.state.lang)

    def _count_text(self, touching: int, total: int) -> str:
        """Return how many events of a lane touch the view, and of how many, if these are more."""
        if touching == total:
            return self.tr("%n event(s)", "", total)
        return self.tr("{number} of {total}").format(number=touching, total=total)
