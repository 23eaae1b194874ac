"""Opening a card, whether by a click, a finger or a screen reader."""

from qtviewer.timeline.card import Card
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import Cluster


def open_card(model: ViewModel, card: Card) -> None:
    """Select the event of a card, or list the events of a cluster."""
    if card.is_cluster or not card.heads:
        model.open_cluster(Cluster(card.category, card.minutes, card.size, card.excluded_ids))
    else:
        model.select(card.heads[0].id)
