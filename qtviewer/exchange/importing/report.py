"""The report of an import as lines of text for people."""

from collections.abc import Iterator, Sequence

from qtviewer.domain.imported import ImportedFile, ImportReport


def report_lines(file: ImportedFile, report: ImportReport, *, dry_run: bool) -> Iterator[str]:
    """Yield how the file was read, then what was added, changed and removed; `dry_run` says "would be"."""
    form = ", ".join(part for part in (file.file_format, file.encoding, file.delimiter) if part)
    yield f"read as {form}"
    for note in file.notes:
        yield f"note: {note}"
    would = "would be " if dry_run else ""
    yield f"{would}added: {report.added_count}{_row_ranges(report.added)}"
    yield f"{would}changed: {report.changed_count}"
    for changed in report.changed:
        yield f"  row {changed.row}, {changed.id}: {', '.join(changed.fields)}"
    if report.changed_count > len(report.changed):
        yield f"  and {report.changed_count - len(report.changed)} more"
    yield f"unchanged: {report.unchanged_count}{_row_ranges(report.unchanged)}"
    if report.removed_count:
        yield f"{would}removed: {report.removed_count}"
    for addition in report.additions:
        yield f"new {addition}"
    for change in report.vocabulary_changes:
        yield f"changed {change}"
    if report.backup is not None:
        yield f"the store as it was: {report.backup}"


def problem_lines(report: ImportReport) -> Iterator[str]:
    """Yield a line for each problem kept in the report, then the number of further ones."""
    for problem in report.problems:
        yield str(problem)
    if report.problem_count > len(report.problems):
        yield f"and {report.problem_count - len(report.problems)} more problems"


def _row_ranges(spans: Sequence[tuple[int, int]]) -> str:
    if not spans:
        return ""
    shown = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans[:100])
    many = len(spans) > 1 or spans[0][0] != spans[0][1]
    return f" (row{'s' if many else ''} {shown}{', …' if len(spans) > 100 else ''})"
