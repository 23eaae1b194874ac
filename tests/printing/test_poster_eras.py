"""Eras on posters: over just their days, each with its name, and only those of the time shown."""

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QImage, QPainter

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Chronicle, Era
from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.export_job import ExportJob
from qtviewer.printing.poster_content import poster_content
from qtviewer.printing.poster_painter import PosterPainter
from qtviewer.printing.poster_text import PosterFonts
from qtviewer.store.reader import StoreReader
from qtviewer.ui.look.band_color import band_color
from qtviewer.ui.look.theme import FONT_FAMILIES, LIGHT
from tests.exchange.exported import exported
from tests.store.samples import SAMPLE, SAMPLE_ERAS, sample_event
from tests.store.stores import temporary_store

pytestmark = pytest.mark.usefixtures("qapp")
EVENTS = tuple(sample_event(f"event-{year}", f"{year}-06-01", "事") for year in range(2010, 2024))
CHRONICLE: Chronicle = SAMPLE._replace(events=EVENTS)
CREATED = datetime(2022, 3, 14, tzinfo=UTC)


def poster_of(source: StoreReader, query: EventQuery = EventQuery(today=day_number(2022, 3, 14))) -> PosterPainter:
    """A poster of the events of a query."""
    job = ExportJob(source, query, "en", source.count(query), CREATED)
    return PosterPainter(job, poster_content(job), PosterFonts(FONT_FAMILIES, FONT_FAMILIES, "en"), 6_000.0)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2013-05/2017-09-20", (2013, 5, 1), (2017, 9, 21)),
        ("2019/..", (2019, 1, 1), (2022, 3, 15)),
        ("1999/2015", (2010, 6, 1), (2016, 1, 1)),
    ],
)
def test_a_band_reaches_over_just_its_days(edtf: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """From edge to edge, cut where the poster's time begins; what is going on lasts until today."""
    era = SAMPLE_ERAS[0]._replace(date=parse_edtf(edtf))
    with temporary_store(CHRONICLE._replace(eras=(era,))) as source:
        poster = poster_of(source)
        image = QImage(round(poster.width / 4), round(poster.height / 4), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.scale(0.25, 0.25)
        poster.paint(painter)
        painter.end()
    color, y = band_color(LIGHT, era.color, LIGHT.panel), round((poster.lanes_corner.y() + 4) / 4)
    columns = [x * 4 for x in range(image.width()) if image.pixelColor(x, y) == color]
    left, right = (poster.layout.scale.x_at(day_number(*day)) + poster.lanes_corner.x() for day in (first, last))
    assert min(columns) == pytest.approx(left, abs=8)
    assert max(columns) + 4 == pytest.approx(right, abs=8)


def test_only_the_eras_of_the_time_shown_have_a_row() -> None:
    """The Han dynasty takes no room on a poster of 2010 to 2023, nor does any era on one without them."""
    with temporary_store(CHRONICLE) as without, temporary_store(CHRONICLE._replace(eras=SAMPLE_ERAS)) as with_eras:
        plain, poster = poster_of(without), poster_of(with_eras)
        assert poster.height - plain.height == pytest.approx(2 * 52)
        early = EventQuery(last_day=day_number(2015), today=day_number(2022, 3, 14))
        assert poster_of(with_eras, early).height == poster_of(without, early).height


def test_names_are_text_that_can_be_searched() -> None:
    """In the language of the list, as in every other text of a drawing."""
    reign = Era("reign", {"en": "A reign"}, parse_edtf("2012/2014"), "#8A5A00", "#DDB25A")
    with temporary_store(CHRONICLE._replace(eras=(*SAMPLE_ERAS, reign))) as source:
        for lang, name in (("en", "14th Five-Year Plan"), ("zh", "“十四五”时期")):
            drawing = exported(source, "list.svg", lang).decode()
            assert name in drawing
            assert "A reign" in drawing
            assert "Han dynasty" not in drawing
