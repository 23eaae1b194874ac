"""An introduction to the chronicle, shown while nothing is selected, or when no event matches."""

from typing import Final

from qtviewer.domain.event import name_in_language
from qtviewer.ui.detail.text_column import BODY_SIZE, TextColumn
from qtviewer.ui.view_model import ViewModel

_MOST_HIGHLIGHTS: Final = 40  # events


class Introduction(TextColumn):
    """Title, subtitle, number of matching events and links to the most important of them."""

    def __init__(self, model: ViewModel) -> None:
        super().__init__(model)
        vocabulary, lang = model.source.vocabulary, model.state.lang
        self.add_title(name_in_language(vocabulary.titles, lang))
        self.add_note(name_in_language(vocabulary.subtitles, lang))
        if model.total:
            self.add_label(self.tr("%n event(s)", "", model.total), BODY_SIZE)
            self._add_highlights()
        else:
            self.add_label(self.tr("No event matches. See above which filter to take away."), BODY_SIZE)
        self.add_stretch()

    def _add_highlights(self) -> None:
        if highlights := self.model.events.of_highest_importance(_MOST_HIGHLIGHTS):
            self.add_note(self.tr("Highlights"))
            self.add_links(highlights)
