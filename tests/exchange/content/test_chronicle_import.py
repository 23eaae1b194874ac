"""A folder of TOML content is one more thing to import."""

from pathlib import Path

from qtviewer.domain.event import FigureText, TagKind
from tests.exchange.content.content_files import EVENTS, with_mistake, write_content
from tests.exchange.importing.imported import read_file


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    """Its vocabulary is declared, and its events say everything in both languages."""
    write_content(tmp_path)
    read = read_file(tmp_path)
    assert [category.id for category in read.file.declared.categories] == ["milestone"]
    opens = next(event for event in read.events if event.id == "metro-opens")
    assert opens.texts["en"]["title"] == "Metro Line 8 opens"
    assert opens.tags[TagKind.PLACE] == ({"zh": "下沙街道", "en": "Xiasha Subdistrict"},)
    assert opens.figures["en"].figures == ((1218.23, FigureText("1218.23", "", "invested")),)
    assert (opens.thread, opens.parent, opens.source_heading) == ("metro", "plan", "地铁开通")


def test_every_problem_of_a_folder_is_listed(tmp_path: Path) -> None:
    """With file and line, as `qtviewer check` says them."""
    path = write_content(
        tmp_path, with_mistake(EVENTS, 'date = "2025"', 'date = "soon"').replace("2021-06-28", "later")
    )
    read = read_file(tmp_path)
    assert read.events == []
    assert len(read.complaints) == 2
    assert all(complaint.startswith(f"{path}:") for complaint in read.complaints)
