"""The text of cards: as wide as it must be, with dates no more precise than they are known."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from qtviewer.domain.dates.day_number import MIN_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.label import date_label, short_label
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.store.reader import StoreReader
from qtviewer.timeline.card import Card
from qtviewer.timeline.levels import CardDate
from qtviewer.ui.look.theme import themed
from qtviewer.ui.timeline.card_text import CardText, time_before_title


def head_on(date: str) -> EventHead:
    """The head of an event on a date."""
    return EventHead("event", parse_edtf(date), "red", 3, "地铁开通", 0)


def card_on(date: str, size: int = 1) -> Card:
    """The card of an event, or a cluster of several, on a date."""
    return Card("red", (head_on(date),) * size, size, 0.0, 1.0, 300)


def label_of(head: EventHead, card_date: CardDate, lang: str) -> str:
    """What the date line of a card says."""
    if card_date is CardDate.WITH_YEAR:
        return date_label(head.date, lang)
    return short_label(head.date, lang, head.time if card_date is CardDate.WITH_TIME else "")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("card_date", CardDate)
def test_a_card_at_its_natural_width_shows_its_whole_text(
    shipped: StoreReader,
    qapp: QApplication,
    lang: str,
    card_date: CardDate,
) -> None:
    """The width worked out from characters is never less than what Qt needs for title and date."""
    theme = themed("light", lang)
    text = CardText(theme, lang, {}, 48.0)
    inside = text.width_of(EventHead("", parse_edtf("2021-06-28"), "", 1, "一" * 40, 0), CardDate.DAY) - 40 * 17
    for head in shipped.heads(EventQuery(), lang):
        room = text.width_of(head, card_date) - inside + 4
        title = QFontMetricsF(theme.font(17, bold=head.importance == 5)).horizontalAdvance(head.title)
        label = label_of(head, card_date, lang)
        date = QFontMetricsF(theme.font(14)).horizontalAdvance(label)
        assert max(title, date) <= room, head


def test_naming_the_year_makes_the_card_wider_where_it_must(qapp: QApplication) -> None:
    """Where the axis does not name the year the card does, and gets the room for it."""
    text = CardText(themed("light", "zh"), "zh", {}, 48.0)
    short = EventHead("a", parse_edtf("2021-06-28"), "", 1, "题", 0)
    assert text.width_of(short, CardDate.WITH_YEAR) > text.width_of(short, CardDate.DAY) + 20


@pytest.mark.parametrize(
    ("dates", "card_date", "label"),
    [
        (("2021-06-28", "2021-06-28"), CardDate.DAY, "6月28日"),
        (("2021-06-28", "2021-07-02"), CardDate.DAY, "6月28日–7月2日"),
        (("2021-06-28", "2021-07"), CardDate.DAY, "6月–7月"),
        (("2021", "2021-01-05"), CardDate.DAY, "2021年"),
        (("2021", "2022-02-08"), CardDate.DAY, "2021年–2022年"),
        (("2022-01~", "2022-01-05"), CardDate.DAY, "1月"),
        (("2021-01-05", "2021-06-28"), CardDate.DAY, "1月–6月"),
        (("2021-01-05", "2021-06-28"), CardDate.WITH_YEAR, "2021年"),
        (("2021-06-28", "2021-06-28"), CardDate.WITH_YEAR, "2021年6月28日"),
        (("1990-01-05", "2021-06-28"), CardDate.DAY, "1990年–2021年"),
        (("199X", "2021-06-28"), CardDate.DAY, "20世纪90年代–2021年"),
        (("../2018", "../2018"), CardDate.DAY, "截至2018年"),
        (("../2018-03-02", "[..1990]"), CardDate.DAY, "1990年或更早–截至2018年"),
        (("../2018", "-9999"), CardDate.WITH_YEAR, "公元前10000年–截至2018年"),
    ],
)
def test_a_cluster_names_its_dates_no_more_precisely_than_they_are_known(
    qapp: QApplication, dates: tuple[str, str], card_date: CardDate, label: str
) -> None:
    """A year is not its first of January, and what has no known beginning is known by its end.

    Months and years stand where days would be too long.
    """
    text = CardText(themed("light", "zh"), "zh", {}, 48.0)
    heads = tuple(head_on(date) for date in dates)
    cluster = Card("red", heads, 2, 0.0, 1.0, 150, date=card_date)
    assert text.date_of(cluster) == label


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("last", "label"), [(0, "公元前10000年或更早"), (400, "公元前10000年或更早–公元前9999年")])
def test_a_cluster_at_the_first_day_of_the_calendar_may_have_begun_at_any_time(last: int, label: str) -> None:
    """As long as not all of its events are loaded: those without a beginning stand there."""
    text = CardText(themed("light", "zh"), "zh", {}, 48.0)
    minutes = minutes_of_days((MIN_DAY, MIN_DAY + last))
    cluster = Card("red", (), 90, 0.0, 1.0, 150, date=CardDate.WITH_YEAR, minutes=minutes)
    assert text.date_of(cluster) == label


@pytest.mark.usefixtures("qapp")
def test_a_card_with_room_names_the_festival_of_its_day() -> None:
    """Once the calendar is there: beside exact days only, not on clusters, and never instead of the date."""
    text = CardText(themed("light", "zh"), "zh", {}, 48.0)
    eve = card_on("2022-01-31")
    assert text.date_line(eve, 200) == "1月31日"
    text.name_festivals()
    assert [text.date_line(eve, room) for room in (200, 60)] == ["1月31日 · 除夕", "1月31日"]
    dates = ("2022-01-20~", "2022-01", "2021-06-28", "2022-01-29/2022-01-30")
    lines = [text.date_line(card_on(date), 200) for date in dates]
    assert lines == ["约1月20日 · 大寒", "1月", "6月28日", "1月29—30日"]
    assert "除夕" not in text.date_line(card_on("2022-01-31", size=3), 200)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("lang", "date"), [("zh", "6月28日"), ("en", "28 Jun")])
def test_a_card_tells_the_time_of_day_where_hours_are_shown(lang: str, date: str) -> None:
    """In the line of the date, or before the title where there is none; elsewhere it does not."""
    moment = head_on("2021-06-28")._replace(time="14:30")
    near = Card("red", (moment,), 1, 0.0, 1.0, 300, date=CardDate.WITH_TIME)
    whole = CardText(themed("light", lang), lang, {}, 48.0)
    low = CardText(themed("light", lang), lang, {}, 48.0, is_compact=True)
    assert [whole.date_line(card, 200) for card in (near, near._replace(date=CardDate.DAY))] == [f"{date} 14:30", date]
    assert [time_before_title(moment, card_date) for card_date in CardDate] == ["", "", "14:30 · "]
    assert low.width_of(moment, CardDate.WITH_TIME) > low.width_of(moment, CardDate.DAY) + 30


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("first", "last", "label"),
    [((0, 540), (0, 762), "09:00–12:42"), ((0, 540), (0, 540), "6月28日 09:00"), ((0, 0), (0, 540), "6月28日"),
     ((0, 0), (0, 0), "6月28日"), ((0, 540), (1, 541), "6月28日–6月29日")],
)  # fmt: skip
def test_a_cluster_tells_from_when_to_when(first: tuple[int, int], last: tuple[int, int], label: str) -> None:
    """The times of one day, whose date the axis says; on more days, and where no time is known, the days."""
    day = parse_edtf("2021-06-28").first_day
    minutes = (day + first[0]) * 1440 + first[1], (day + last[0]) * 1440 + last[1]
    cluster = Card("red", (), 7, 0.0, 1.0, 150, date=CardDate.WITH_TIME, minutes=minutes)
    assert CardText(themed("light", "zh"), "zh", {}, 48.0).date_of(cluster) == label
