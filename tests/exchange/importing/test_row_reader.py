"""A row says what an event is, and everything that is wrong with it at once."""

from typing import Any

import pytest

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.event import DateBasis, FigureText, Status, TagKind
from qtviewer.domain.imported import ImportedEvent, ImportProblem
from qtviewer.exchange.importing.raw_value import RawRow, RefusedCell
from qtviewer.exchange.importing.row_reader import RowReader

READER = RowReader(None, None)


def read(**cells: Any) -> ImportedEvent:
    """What a row says; `title__zh` stands for the column title_zh."""
    event = READER.read(_row(cells))
    assert isinstance(event, ImportedEvent), event
    return event


def problems(**cells: Any) -> list[str]:
    """What is wrong with a row."""
    found = READER.read(_row(cells))
    assert isinstance(found, list)
    assert all(isinstance(problem, ImportProblem) for problem in found)
    return [str(problem) for problem in found]


def _row(cells: dict[str, Any]) -> RawRow:
    return RawRow(7, {name.replace("__", "@"): value for name, value in cells.items()})


def test_a_whole_row() -> None:
    """Every column becomes what an event holds."""
    event = read(
        id="metro-opens", title="地铁开通", summary="要点", body="", date="2021年6月28日", time="9:05", category="交通",
        status="计划", importance="5", places="钱塘区；下沙", people="", date_basis="inferred", parent="metro",
        thread="", source="《钱塘》", source_locator="一 · 二", figures="里程: 约17.2 公里",
    )  # fmt: skip
    assert event.date is not None
    assert format_edtf(event.date) == "2021-06-28"
    assert (event.time, event.category, event.status, event.importance) == ("09:05", "交通", Status.PLANNED, 5)
    assert event.texts == {"zh": {"title": "地铁开通", "summary": "要点", "body": ""}}
    assert event.tags == {TagKind.PLACE: ({"zh": "钱塘区"}, {"zh": "下沙"}), TagKind.PERSON: ()}
    assert (event.date_basis, event.parent, event.thread) == (DateBasis.INFERRED, "metro", "")
    assert event.figures["zh"].figures == ((17.2, FigureText("约17.2", "公里", "里程")),)
    assert event.collection is None


def test_all_problems_of_a_row_are_told() -> None:
    """Not the first only: whoever mends a list wants to mend it once."""
    order = "day and month could stand in either order; say which with the date order dmy or mdy"
    form = "expected lower-case letters and digits joined by '-', at most 100 characters"
    assert problems(
        id="Metro Opens", title="<script>", date="03/04/2021", time="25:00", importance="7", status="maybe", lang="?"
    ) == [
        f"row 7, id 'Metro Opens' is no id, {form}",
        "row 7, title '<script>' holds '<script', which could run a program; expected text without it",
        f"row 7, date '03/04/2021' is not a date: {order}",
        "row 7, time '25:00' is no time, expected HH:MM",
        "row 7, importance '7' is no importance, expected 1 to 5",
        "row 7, status 'maybe' is not known, expected happened, ongoing, planned",
        "row 7, lang '?' is no language code, expected one such as zh or en",
    ]


def test_an_order_of_dates_reads_what_is_ambiguous() -> None:
    """03/04/2021 is 3 April to one and 4 March to another."""
    event = RowReader("dmy", None).read(RawRow(1, {"title": "x", "date": "03/04/2021"}))
    assert isinstance(event, ImportedEvent)
    assert event.date is not None
    assert format_edtf(event.date) == "2021-04-03"


def test_the_language_is_said_given_or_seen() -> None:
    """A column goes before what was asked for, and that before the script of the title."""
    assert read(title="地铁").lang == "zh"
    assert read(title="Metro").lang == "en"
    assert read(title="Metro", lang="fr").lang == "fr"
    german = RowReader(None, "de").read(RawRow(1, {"title": "地铁"}))
    assert isinstance(german, ImportedEvent)
    assert list(german.texts) == ["de"]


def test_columns_for_each_language() -> None:
    """Words, names and figures in several languages stand side by side; an empty language is none."""
    event = read(
        title="地铁", lang="zh", title__en="Metro", title__fr="", places="钱塘区", places__en="Qiantang",
        figures="[]", figures__en="", figures__fr=None,
    )  # fmt: skip
    assert event.texts == {"zh": {"title": "地铁"}, "en": {"title": "Metro"}}
    assert event.tags == {TagKind.PLACE: ({"zh": "钱塘区", "en": "Qiantang"},)}
    assert set(event.figures) == {"zh", "en"}


def test_the_same_words_twice_have_to_be_the_same() -> None:
    """A title changed in one of two columns for one language is not lost silently."""
    assert read(title="地铁", lang="zh", title__zh="地铁").texts == {"zh": {"title": "地铁"}}
    (complaint,) = problems(title="地铁", lang="zh", title__zh="轻轨")
    assert complaint.startswith("row 7, title_zh '轻轨' differs from title, which is in the same language")


def test_a_beginning_and_an_end_make_a_span() -> None:
    """Tables of other programs have two columns; beside a date they are only derived from it."""
    event = read(title="x", first_date="2022-01-29", last_date="2022-01-30")
    assert event.date is not None
    assert format_edtf(event.date) == "2022-01-29/2022-01-30"
    event = read(title="x", date="2021", first_date="2022-01-29", last_date="not even a date")
    assert event.date is not None
    assert format_edtf(event.date) == "2021"
    (complaint,) = problems(title="x", first_date="2022", last_date="2021")
    assert "ends before it starts" in complaint


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([{"number": 3, "value": "三", "unit": "条", "label": "线路"}], (3.0, FigureText("三", "条", "线路"))),
        ("3 | 三 |  | 线路", (3.0, FigureText("三", "", "线路"))),
        ('[{"number": 3, "label": "x"}]', (3.0, FigureText("3", "", "x"))),
        ("jobs: over 3,000 posts", (3000.0, FigureText("over 3,000", "posts", "jobs"))),
    ],
)
def test_figures_in_every_form(figures: Any, expected: tuple[float, FigureText]) -> None:
    """As JSON, one a line, or as people read them."""
    assert read(title="x", figures=figures).figures["en"].figures == (expected,)


def test_figures_for_people_that_cannot_be_told_say_so() -> None:
    """They matter only where they are new, so the row is not refused for them yet."""
    figures = read(title="x", figures="place: second to none").figures["en"]
    assert figures.printed == "place: second to none"
    assert "expected label: value unit" in figures.refusal


@pytest.mark.parametrize("value", [True, ["x"], {"a": 1}, float("nan")])
def test_json_values_of_the_wrong_kind_are_refused(value: Any) -> None:
    """A list is no title, and a truth value no date."""
    assert problems(title="x", date=value)


@pytest.mark.parametrize("figures", [[1], [{"number": "many"}], '[{"number": 1e999}]', "[1", {"number": 1}])
def test_what_is_no_figure_is_refused(figures: Any) -> None:
    """A figure needs a finite number."""
    assert "row 7, figures" in problems(title="x", figures=figures)[0]


def test_a_cell_that_a_reader_refused_is_a_problem_of_its_row() -> None:
    """Formulas come with their reason."""
    assert problems(title=RefusedCell("=A1", "is a formula, expected its value")) == [
        "row 7, title '=A1' is a formula, expected its value"
    ]


def test_nested_texts_are_looked_into() -> None:
    """A script in a list of names or in the label of a figure is found."""
    assert problems(title="x", places=["<script>"])
    assert problems(title="x", figures=[{"number": 1, "label": "<script>"}])
