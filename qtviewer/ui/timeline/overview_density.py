"""The density curve of all times, and the part of each category in it."""

from qtviewer.domain.event_query import EventQuery
from qtviewer.timeline.density_curve import DensityCurve, with_heights
from qtviewer.timeline.going_on import EdgeCounts, counting_plan, edge_counts, merged_counts, sizes_going_on
from qtviewer.ui.view_model import ViewModel

_STEPS = 240  # of the curve
_MARGIN = 0.01  # share of the days, to either side
_LEAST_MARGIN = 5.0  # days

CategoryLayers = tuple[tuple[str, tuple[float, ...]], ...]
"""Categories from the lowest up; at every step the share of the height (0 to 1) up to which each of them reaches."""


class OverviewDensity:
    """The density of the events that match the model's query, on a scale that is the same for all queries.

    `scale`: a curve without heights on the scale of all events
    `curve`: the curve of the matching events
    `layers`: the categories in the curve; empty while the query does not choose among them
    """

    def __init__(self, model: ViewModel) -> None:
        self._model = model
        days = model.source.extent(EventQuery()) or (0, 1)
        margin = max((days[1] - days[0]) * _MARGIN, _LEAST_MARGIN)
        self._plan = counting_plan(model.source, EventQuery(today=model.today), days, margin)
        self.scale = self._plan.scale
        self._counted: object = None
        self._counts: dict[str, EdgeCounts] = {}
        self._sizes: dict[str, list[float]] = {}
        self.layers: CategoryLayers = ()
        self.curve: DensityCurve = self.scale
        self.update()

    def update(self) -> None:
        """Make curve and layers anew for the model's query."""
        model = self._model
        wanted = model.matches, model.state.query._replace(categories=None)
        if self._counted != wanted:
            self._counted = wanted
            self._counts, self._sizes = edge_counts(*wanted, self._plan), {}
        if model.state.query.categories is None:
            self.layers = ()
            sizes = self._sizes_of("", merged_counts(self._counts.values()))
        else:
            self.layers, sizes = self._layers_of(model.active_categories())
        self.curve = with_heights(self.scale, sizes)

    def _layers_of(self, active: frozenset[str]) -> tuple[CategoryLayers, list[float]]:
        """Return the layers of some categories, and the smoothed counts of all of them at every step."""
        total, sums = [0.0] * _STEPS, []
        for category in self._model.source.vocabulary.categories:
            if category in active and category in self._counts:
                sizes = self._sizes_of(category, self._counts[category])
                total = [below + own for below, own in zip(total, sizes, strict=True)]
                sums.append((category, total))
        layers = [
            (category, tuple(size / (whole or 1.0) for size, whole in zip(sizes, total, strict=True)))
            for category, sizes in sums
        ]
        return tuple(layers), total

    def _sizes_of(self, category: str, counts: EdgeCounts) -> list[float]:
        """Return the smoothed counts of a category, or of all (""), at every step."""
        if category not in self._sizes:
            self._sizes[category] = sizes_going_on(self.scale, counts, _STEPS)
        return self._sizes[category]
