"""Headers in Chinese and English mean the columns of exported lists."""

import re

import pytest

from qtviewer.exchange.event_record import COLUMNS
from qtviewer.exchange.importing.columns import COLUMN_ALIASES, column_of, header_of_column
from tests.places import ROOT

HEADERS = [
    ("id", "id"), ("ID", "id"), (" Title ", "title"), ("标题", "title"), ("日 期", None), ("日期", "date"),
    ("Start Date", "first_date"), ("start_date", "first_date"), ("类别", "category"), ("地点", "places"),
    ("title_zh", "title@zh"), ("Title (en)", "title@en"), ("标题（英文）", "title@en"), ("figures_en", "figures@en"),
    ("body:pt-BR", "body@pt-br"), ("date_en", None), ("price", None), ("", None), ("x" * 1000, None),
]  # fmt: skip


@pytest.mark.parametrize(("header", "column"), HEADERS)
def test_a_header_means_a_column(header: str, column: str | None) -> None:
    """Spelling, capitals, width and spaces around do not matter; unknown headers mean nothing."""
    assert column_of(header) == column


def test_every_exported_column_is_known() -> None:
    """What this program exports, it knows when it comes back, and no name means two columns."""
    assert [column_of(column) for column in COLUMNS] == list(COLUMNS)
    names = [name for column, aliases in COLUMN_ALIASES.items() for name in (column, *aliases)]
    assert sorted(set(names)) == sorted(names)


def test_every_name_of_a_column_is_documented() -> None:
    """The page for those who write lists knows every name that is read."""
    page = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", page.partition("## Columns")[2]))
    assert [name for column, names in COLUMN_ALIASES.items() for name in (column, *names) if name not in words] == []


def test_a_column_is_shown_as_it_stands_in_a_header() -> None:
    """Problems name the columns of exported lists."""
    assert header_of_column("title@zh") == "title_zh"
