"""The page about dates has every example that the tests have, with the days and the labels that the program gives."""

from pathlib import Path

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day
from qtviewer.domain.dates.edtf import format_edtf, parse_edtf
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.dates.reader import read_date
from tests.domain.dates.edtf_examples import LEVELS
from tests.domain.dates.peoples_dates import CHINESE, ENGLISH, QUESTIONS

PAGE = Path(__file__).parent.parent / "docs" / "dates.md"
BEGIN, END = "<!-- tables -->", "<!-- end of tables -->"


def tables() -> str:
    """The tables of the page."""
    lines: list[str] = []
    for level, examples in LEVELS.items():
        lines += [
            "",
            f"### {level}",
            "",
            "| EDTF | first day | last day | Chinese | English |",
            "|---|---|---|---|---|",
        ]
        for text, _first, _last in examples:
            date = parse_edtf(text)
            labels = (date_label(date, lang) for lang in ("zh", "en"))
            lines.append(f"| `{text}` | {_day(date.first_day)} | {_day(date.last_day)} | {' | '.join(labels)} |")
    lines += ["", "### As people write them", "", "| text | EDTF | said back |", "|---|---|---|"]
    for texts, lang in ((CHINESE, "zh"), (ENGLISH, "en")):
        for text, _edtf in texts:
            date = read_date(text, year=1921)
            lines.append(f"| {text} | `{format_edtf(date)}` | {date_label(date, lang)} |")
    lines += ["", "### Asked about", "", "| text | one answer | the other |", "|---|---|---|"]
    lines += [f"| {text} | {' | '.join(answers)} |" for text, answers in QUESTIONS]
    return "\n".join(lines)


def _day(number: int) -> str:
    if number in (MIN_DAY, MAX_DAY):
        return "open"
    year, month, day = civil_day(number)
    return f"{year}-{month:02d}-{day:02d}"


def test_the_page_says_what_the_program_does() -> None:
    """`python -m tests.test_dates_page` writes it anew."""
    page = PAGE.read_text(encoding="utf-8")
    assert page.partition(BEGIN)[2].partition(END)[0].strip() == tables().strip()


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    before, _begin, rest = page.partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{tables()}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")
