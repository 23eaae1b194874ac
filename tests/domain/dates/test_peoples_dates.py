"""What people write is read at exactly its own precision, asked about, or refused with a reason."""

import pytest

from qtviewer.domain.dates.ambiguity import AmbiguousDateError
from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, day_number
from qtviewer.domain.dates.edtf import format_edtf, parse_edtf
from qtviewer.domain.dates.event_date import check_in_calendar
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.dates.reader import read_date
from qtviewer.domain.errors import DateError
from tests.domain.dates.edtf_examples import LEVELS
from tests.domain.dates.peoples_dates import CHINESE, ENGLISH, QUESTIONS, REFUSED

EXAMPLES = [example for level in LEVELS.values() for example in level]


def day_of(text: str, *, open_as: int) -> int:
    """The Julian day number of a day as the examples write it."""
    if text == "*":
        return open_as
    year, month, day = text.rsplit("-", 2)
    return day_number(int(year), int(month), int(day))


@pytest.mark.parametrize(("text", "first", "last"), EXAMPLES)
def test_every_form_of_edtf_has_its_days(text: str, first: str, last: str) -> None:
    """The examples of the specification; they are written as they were read, and their labels are read back."""
    date = parse_edtf(text)
    assert (date.first_day, date.last_day) == (day_of(first, open_as=MIN_DAY), day_of(last, open_as=MAX_DAY))
    assert format_edtf(date) == text
    assert [read_date(date_label(date, lang)) for lang in ("zh", "en")] == [date, date]


@pytest.mark.parametrize(("text", "edtf"), CHINESE + ENGLISH)
def test_what_people_write_is_read_as_what_it_says(text: str, edtf: str) -> None:
    """No more and no less precise; its label in both languages is read back."""
    date = read_date(text, year=1921)
    assert format_edtf(date) == edtf
    assert [read_date(date_label(date, lang)) for lang in ("zh", "en")] == [date, date]


@pytest.mark.parametrize(("text", "answers"), QUESTIONS)
def test_what_can_mean_two_dates_is_asked(text: str, answers: tuple[str, ...]) -> None:
    """Both answers are told, and each of them can be read."""
    with pytest.raises(AmbiguousDateError) as caught:
        read_date(text)
    assert caught.value.answers == answers
    assert all(answer in str(caught.value) for answer in answers)
    assert len({read_date(answer) for answer in answers}) == len(answers)


def test_an_edtf_season_that_looks_like_a_span_is_asked_about() -> None:
    """2001-21 is spring in EDTF and twenty years to most people; in a list of our own it is spring."""
    with pytest.raises(AmbiguousDateError, match="2001–2021"):
        read_date("2001-21")
    assert parse_edtf("2001-21").last_day == day_number(2001, 5, 31)


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_cannot_be_a_date_is_refused_with_its_reason(text: str, reason: str) -> None:
    """Nothing is bent to something near it."""
    with pytest.raises(DateError, match=reason):
        check_in_calendar(read_date(text))


@pytest.mark.parametrize("text", ["Y170000002", "Y-17E7"])
def test_what_the_timeline_cannot_show_is_told(text: str) -> None:
    """EDTF reaches further than the axis."""
    with pytest.raises(DateError, match="which the timeline shows"):
        check_in_calendar(parse_edtf(text))
