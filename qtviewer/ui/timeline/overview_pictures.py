"""What the overview shows below its window: the counted events as a curve over an axis, in pictures."""

from PySide6.QtWidgets import QWidget

from qtviewer.timeline.density_curve import DensityCurve
from qtviewer.ui.timeline.density_curve_pictures import DensityCurvePictures
from qtviewer.ui.timeline.era_layer import rows_of_eras
from qtviewer.ui.timeline.overview_axis import OverviewAxis
from qtviewer.ui.timeline.overview_density import OverviewDensity
from qtviewer.ui.timeline.overview_eras import OverviewEras
from qtviewer.ui.timeline.picture_format import PictureFormat
from qtviewer.ui.view_model import ViewModel


class OverviewPictures:
    """Counts the events of a model when it is made, and keeps the pictures of them for the size of a widget."""

    def __init__(self, model: ViewModel, widget: QWidget) -> None:
        self._model = model
        self._widget = widget
        self._density = OverviewDensity(model)
        self._era_rows = rows_of_eras(model)
        self._pictures: tuple[object, DensityCurvePictures] | None = None
        self._axis: OverviewAxis | None = None

    @property
    def curve(self) -> DensityCurve:
        """The curve of the matching events."""
        return self._density.curve

    def update(self) -> None:
        """Count the events of another query of the model, whose today may be another one."""
        self._density.update()
        era_rows = rows_of_eras(self._model)
        if era_rows != self._era_rows:
            self._era_rows, self._axis = era_rows, None

    def pictures(self) -> DensityCurvePictures:
        """Return the pictures, painted anew only when what they show has changed."""
        theme, density, axis = self._model.theme, self._density, self.axis()
        key = (density.curve, density.layers)
        if self._pictures is None or self._pictures[0] != key:
            categories = self._model.source.vocabulary.categories
            layers = [(theme.category_color(categories[category]), shares) for category, shares in density.layers]
            self._pictures = key, DensityCurvePictures(axis.picture_format, density.curve, layers, axis)
        return self._pictures[1]

    def axis(self) -> OverviewAxis:
        """Return the axis, and forget axis and pictures of another size, theme or language."""
        picture_format = PictureFormat(self._model.theme, self._widget.size(), self._widget.devicePixelRatioF())
        if self._axis is None or self._axis.picture_format != picture_format:
            eras = OverviewEras(self._model, self._era_rows)
            self._axis, self._pictures = OverviewAxis(picture_format, self._density.scale, eras), None
        return self._axis
