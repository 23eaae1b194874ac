"""`qtviewer count`, `qtviewer export` and `qtviewer import`: events counted, written to a file, read from a file."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import get_args

from qtviewer.app.stores import open_source
from qtviewer.cli.filters import add_filter_options, query_from_options
from qtviewer.cli.options import Commands, add_store, add_today
from qtviewer.cli.output import print_answer, print_error, print_json, print_note, print_report
from qtviewer.domain.source import Grouping
from qtviewer.exchange.formats import ENCODINGS, FORMATS
from qtviewer.garbage_collection import rare_garbage_collection


def add_count(commands: Commands) -> None:
    """Add the command `count`."""
    count = commands.add_parser("count", help="count events, as JSON")
    count.add_argument("--by", choices=get_args(Grouping), help="one count for each of these")
    add_store(count)
    add_filter_options(count)
    add_today(count)
    count.set_defaults(command=_run_count)


def add_export(commands: Commands) -> None:
    """Add the command `export`."""
    export = commands.add_parser("export", help="write a list of events")
    export.add_argument("output", metavar="OUTPUT", help='a file, or "-" for standard output')
    export.add_argument("--format", choices=FORMATS, help="default: from the name of the file")
    export.add_argument("--raw", action="store_true", help="csv: every value as it is, for programs, not spreadsheets")
    export.add_argument("--lang", metavar="LANG", help='a language of the store, or "all" (default: its first)')
    export.add_argument("--width", type=int, metavar="N", help="png: in pixels; svg, poster: in millimetres")
    export.add_argument("--fields", type=_split_names, default=(), metavar="A,B", help="csv, xlsx: only these columns")
    add_store(export)
    add_filter_options(export)
    add_today(export)
    export.set_defaults(command=_run_export)


def add_import(commands: Commands) -> None:
    """Add the command `import`."""
    importing = commands.add_parser("import", help="put the events of a file into a store, all or none")
    importing.add_argument("input", type=Path, metavar="INPUT", help="csv, tsv, xlsx, json, jsonl, ics, toml")
    importing.add_argument("--store", type=Path, required=True, help="a store; made when it is not there")
    importing.add_argument("--mode", choices=("add", "update", "replace"), default="add", help="default: add")
    importing.add_argument("--date-order", choices=("dmy", "mdy", "ymd"), help="how 03/04/2021 is meant")
    importing.add_argument("--lang", metavar="LANG", help="the language of rows that do not say theirs")
    importing.add_argument("--encoding", choices=ENCODINGS, default="", help="of a text (default: found out)")
    importing.add_argument("--allow-empty", action="store_true", help="read a file without events as an empty list")
    importing.add_argument("--dry-run", action="store_true", help="only say what would be done")
    importing.set_defaults(command=_run_import)


def _split_names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(",") if name)


def _run_count(options: argparse.Namespace) -> int:
    with closing(open_source(options.store)) as source:
        query = query_from_options(options, source)
        counts = dict(source.count_by(query, options.by)) if options.by else source.count(query)
    print_json(counts)
    return 0


def _run_export(options: argparse.Namespace) -> int:
    from qtviewer.app.exchange import export
    from qtviewer.exchange.export import ExportOptions
    from qtviewer.exchange.progress_bar import progress_bar

    with closing(open_source(options.store)) as source, rare_garbage_collection():
        query = query_from_options(options, source)
        bar = progress_bar(source.count(query))
        export_options = ExportOptions(query, options.lang or "", options.format, options.raw, bar, None, options.width,
                               options.fields)  # fmt: skip
        losses = export(source, options.output, export_options)
    for loss in losses:
        print_note(str(loss))
    return 0


def _run_import(options: argparse.Namespace) -> int:
    from qtviewer.app.exchange import import_file
    from qtviewer.exchange.import_file import ImportOptions
    from qtviewer.exchange.importing.report import problem_lines, report_lines

    import_options = ImportOptions(options.date_order, options.lang, options.encoding, options.allow_empty)
    with rare_garbage_collection():
        file, report = import_file(options.input, options.store, options.mode, import_options, dry_run=options.dry_run)
    for problem in problem_lines(report):
        print_error(f"{options.input}: {problem}")
    if report.problem_count:
        return 1
    lines = report_lines(file, report, dry_run=options.dry_run)
    if not options.dry_run:
        print_report(lines, f"{options.store}: the import is done")
        return 0
    for line in lines:
        print_answer(line)
    return 0
