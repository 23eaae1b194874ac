"""Lists of events in the detail pane: the events of a cluster, and those of a day of the year."""

from typing import TYPE_CHECKING, Final

from qtviewer.domain.dates.label import day_of_year_label
from qtviewer.ui.detail.text_column import BODY_SIZE, TextColumn
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import Cluster, ClusterKind

if TYPE_CHECKING:
    from qtviewer.domain.dates.anniversary import MonthDay

_LONGEST_LIST: Final = 200  # events


class ClusterList(TextColumn):
    """Links to the events of a cluster, or to the first 200 of them with a note that there are more."""

    def __init__(self, model: ViewModel, cluster: Cluster) -> None:
        super().__init__(model)
        heads = model.events.cluster_heads(cluster, _LONGEST_LIST)
        self.add_title(self.tr("%n event(s)", "", cluster.size))
        self.add_links(heads)
        if cluster.size > len(heads):
            self.add_note(self._where_others_are(cluster))
        self.add_stretch()

    def _where_others_are(self, cluster: Cluster) -> str:
        """Return what to say below a list that is not whole; what goes on through a view does so in shorter ones."""
        if cluster.kind is ClusterKind.BEGINNING:
            return self.tr("Zoom in to see the others.")
        return self.tr("These are the first of {count}.").format(count=cluster.size)


class AnniversaryList(TextColumn):
    """Links to the events of all years on a day of the year, or on the nearest day that has any."""

    def __init__(self, model: ViewModel, day: "MonthDay") -> None:
        super().__init__(model)
        self.add_title(self.tr("On this day"))
        self._add_events(day)
        self.add_stretch()

    def _add_events(self, day: "MonthDay") -> None:
        lang, found = self.model.state.lang, self.model.events.anniversaries(day, _LONGEST_LIST)
        day_name = day_of_year_label(day, lang)
        if found is None:
            self.add_label(self.tr("Of no event here the exact day is known."), BODY_SIZE)
            return
        if (found.month, found.day) == day:
            count = self.tr("%n event(s)", "", found.size)
            self.add_note(f"{day_name} · {count}")
        else:
            nearest = day_of_year_label((found.month, found.day), lang)
            message = self.tr("No event is known to have been on {day}. The nearest day that has one is {nearest}.")
            self.add_label(message.format(day=day_name, nearest=nearest), BODY_SIZE)
        self.add_links(found.heads)
        if found.size > len(found.heads):
            self.add_note(self.tr("These are the first of {count}.").format(count=found.size))
