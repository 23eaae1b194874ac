"""A report in lines: short however many rows there were."""

from qtviewer.domain.event import Chronicle
from qtviewer.domain.imported import ChangedEvent, ImportedFile, ImportProblem, ImportReport
from qtviewer.exchange.importing.report import problem_lines, report_lines

FILE = ImportedFile("list", "xlsx", "", "", Chronicle({}, {}), iter(()), ["a note"])


def test_what_was_done() -> None:
    """Spans of rows, changed fields, what is new, what was left out."""
    report = ImportReport(
        added=((2, 4), (6, 6)), added_count=4, changed=(ChangedEvent(5, "a", ("date", "title_zh")),), changed_count=3,
        removed_count=2, additions=("place 'x' (X)",),
    )  # fmt: skip
    assert list(report_lines(FILE, report, dry_run=False)) == [
        "read as xlsx", "note: a note", "added: 4 (rows 2-4, 6)", "changed: 3", "  row 5, a: date, title_zh",
        "  and 2 more", "unchanged: 0", "removed: 2", "new place 'x' (X)",
    ]  # fmt: skip
    assert "would be removed: 2" in report_lines(FILE, report, dry_run=True)


def test_thousands_of_spans_are_cut() -> None:
    """Every other row of a long list."""
    report = ImportReport(unchanged=tuple((at, at) for at in range(0, 10_000, 2)), unchanged_count=5000)
    assert all(len(line) < 1000 for line in report_lines(FILE, report, dry_run=False))


def test_problems_beyond_those_listed_are_counted() -> None:
    """The last line says how many more there are."""
    report = ImportReport(problems=(ImportProblem(2, "", "", "is bad"),), problem_count=5)
    assert list(problem_lines(report)) == ["row 2 is bad", "and 4 more problems"]
