"""The command line: what may be said, and what each command does."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import get_args

from qtviewer import __version__, app
from qtviewer.collecting import rarely_collected
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import EventSource, Grouping
from qtviewer.exchange.formats import FORMATS
from qtviewer.query_options import add_filters, known_query, query_from
from qtviewer.resources import shipped_store

_COMMANDS = ("view", "kiosk", "snapshot", "count", "export", "import", "build", "check", "reindex", "stats")


def run(arguments: Sequence[str]) -> int:
    """Run one command; 0 done, 1 could not (one line on standard error), 2 wrong usage."""
    words = list(arguments)
    if not words or (words[0] not in _COMMANDS and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "view")
    try:
        try:
            return _carry_out(words)
        finally:
            print(end="", flush=True)  # noqa: T201 - what cannot be written shows here, not while Python ends
    except (ViewerError, OSError) as error:
        if isinstance(error, OSError):  # standard output cannot be written
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # the reader of a pipe has gone: nothing to say
            print(f"qtviewer: error: {error}", file=sys.stderr)  # noqa: T201 - what the command line says
        return 1


def _carry_out(words: Sequence[str]) -> int:
    known = [word for word in words[:1] if word in _COMMANDS]
    options = make_parser(known or _COMMANDS).parse_args(words)
    command: Callable[[argparse.Namespace], int] = options.command
    return command(options)


def make_parser(names: Sequence[str] = _COMMANDS) -> argparse.ArgumentParser:
    """What the command line understands: all commands, or only some, which takes less time."""
    parser = argparse.ArgumentParser(prog="qtviewer", description="A timeline of dated events.")
    parser.add_argument("--version", action="version", version=f"qtviewer {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    adding = (
        _add_view, _add_kiosk, _add_snapshot, _add_count, _add_export, _add_import, _add_build, _add_check,
        _add_reindex, _add_stats,
    )  # fmt: skip
    for name, add in zip(_COMMANDS, adding, strict=True):
        if name in names:
            add(commands)
    return parser


def _add_view(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    view = commands.add_parser("view", help="open the window (the default command)")
    view.add_argument("store", nargs="?", default=shipped_store(), help="a store (default: the shipped one)")
    view.add_argument("link", nargs="?", metavar="LINK", help="what was copied as a link: qtviewer:event/ID?...")
    _add_look(view)
    add_filters(view)
    view.set_defaults(command=_view)


def _add_kiosk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    kiosk = commands.add_parser("kiosk", help="the exhibition's window, which fills the screen and stays")
    kiosk.add_argument("--config", type=Path, metavar="FILE", help="a kiosk.toml (default: everything as it comes)")
    instead = kiosk.add_mutually_exclusive_group()
    instead.add_argument("--check", action="store_true", help="only say everything that is wrong with config and store")
    instead.add_argument("--set-pin", action="store_true", help="only ask for a PIN, and print its line of the config")
    kiosk.set_defaults(command=_kiosk)


def _add_snapshot(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    snapshot = commands.add_parser("snapshot", help="paint the window to a PNG file, without a display")
    snapshot.add_argument("output", type=Path, metavar="OUTPUT.png")
    snapshot.add_argument("--size", type=_size, default=(1920, 1080), metavar="WIDTHxHEIGHT", help="pixels")
    snapshot.add_argument("--kiosk", action="store_true", help="the kiosk's window, as a visitor sees it")
    _add_store(snapshot)
    _add_look(snapshot)
    add_filters(snapshot)
    snapshot.set_defaults(command=_snapshot)


def _add_count(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    count = commands.add_parser("count", help="count events, as JSON")
    count.add_argument("--by", choices=get_args(Grouping), help="one count for each of these")
    _add_store(count)
    add_filters(count)
    count.set_defaults(command=_count)


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser("export", help="write a list of events")
    export.add_argument("output", metavar="OUTPUT", help='a file, or "-" for standard output')
    export.add_argument("--format", choices=FORMATS, help="default: from the name of the file")
    export.add_argument("--raw", action="store_true", help="csv: every value as it is, for programs, not spreadsheets")
    export.add_argument("--lang", metavar="LANG", help='a language of the store, or "all" (default: its first)')
    export.add_argument("--width", type=int, metavar="N", help="png: in pixels; svg, poster: in millimetres")
    export.add_argument("--fields", type=_names, default=(), metavar="A,B", help="csv, xlsx: only these columns")
    _add_store(export)
    add_filters(export)
    export.set_defaults(command=_export)


def _add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    importing = commands.add_parser("import", help="put the events of a file into a store, all or none")
    importing.add_argument("input", type=Path, metavar="INPUT", help="csv, tsv, xlsx, json, jsonl, ics, toml")
    importing.add_argument("--store", type=Path, required=True, help="a store; made when it is not there")
    importing.add_argument("--mode", choices=("add", "update", "replace"), default="add", help="default: add")
    importing.add_argument("--date-order", choices=("dmy", "mdy", "ymd"), help="how 03/04/2021 is meant")
    importing.add_argument("--lang", metavar="LANG", help="the language of rows that do not say theirs")
    importing.add_argument("--dry-run", action="store_true", help="only say what would be done")
    importing.set_defaults(command=_import)


def _add_build(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    build = commands.add_parser("build", help="make a store from a folder of content")
    build.add_argument("content", type=Path, metavar="CONTENT_DIR")
    build.add_argument("store", type=Path, metavar="STORE")
    build.set_defaults(command=_build)


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="say everything that is wrong with a store or a folder of content")
    check.add_argument("store", nargs="?", type=Path, default=shipped_store(), metavar="STORE")
    check.set_defaults(command=_check)


def _add_reindex(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    reindex = commands.add_parser("reindex", help="make counts anew after another program changed a store")
    reindex.add_argument("store", type=Path, metavar="STORE")
    reindex.set_defaults(command=_reindex)


def _add_stats(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    stats = commands.add_parser("stats", help="how often a kiosk's visitors tapped, as JSON")
    stats.add_argument("file", type=Path, metavar="FILE", help="the counts_file of its config")
    stats.add_argument("--by", choices=("event", "category", "hour"), help="one count for each of these")
    stats.set_defaults(command=_stats)


def _add_store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--store", type=Path, default=shipped_store(), help="a store (default: the shipped one)")


def _add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", metavar="LANG", help="a language of the store, such as zh or en")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"))
    parser.add_argument("--mode", choices=("timeline", "list"))
    parser.add_argument("--text-size", type=int, choices=(100, 125, 160), help="percent")
    parser.add_argument("--event", metavar="ID", help="the event to show")
    parser.add_argument("--reduced-motion", action="store_true", default=None, help="jump instead of gliding")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(",") if name)


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; expected WIDTHxHEIGHT such as 1920x1080")
    return int(match[1]), int(match[2])


def _look(options: argparse.Namespace) -> app.Options:
    chosen = {
        "lang": options.lang,
        "theme": options.theme,
        "mode": options.mode,
        "text_size": options.text_size,
        "selected": options.event,
        "reduced_motion": options.reduced_motion,
    }
    return {key: value for key, value in chosen.items() if value is not None}


def _view(options: argparse.Namespace) -> int:
    if options.link is None and str(options.store).lower().startswith("qtviewer:"):
        options.store, options.link = shipped_store(), options.store
    if options.link is not None:
        return _view_link(options)
    return app.view(Path(options.store), lambda source: query_from(options, source), _look(options))


def _view_link(options: argparse.Namespace) -> int:
    from qtviewer.domain.query.link import parse_link  # noqa: PLC0415 - a window without a link starts without it

    link = parse_link(options.link)
    chosen = {"selected": link.event} if link.event else {}

    def query_for(source: EventSource) -> EventQuery:
        if query_from(options, source) != EventQuery():
            raise ViewerError(f"link {options.link!r} has filters of its own; expected no others beside it")
        return known_query(link.query, source)

    return app.view(Path(options.store), query_for, _look(options) | chosen)


def _kiosk(options: argparse.Namespace) -> int:
    from qtviewer.kiosk.config_file import read_config  # noqa: PLC0415 - the window starts without it

    if options.set_pin:
        print(f'pin_hash = "{_new_pin_hash()}"')  # noqa: T201 - what the command answers
        return 0
    file = read_config(options.config)
    return _say_problems(app.kiosk_problems(file)) if options.check else app.kiosk(file)


def _new_pin_hash() -> str:
    """The hash of a PIN that is typed twice, without being seen."""
    from getpass import getpass  # noqa: PLC0415 - the window starts without it

    from qtviewer.kiosk.pin import PIN_DIGITS, hash_pin  # noqa: PLC0415 - the same

    try:
        pin = getpass(f"PIN ({PIN_DIGITS}): ")
        pin_hash = hash_pin(pin)
        if getpass("The same PIN again: ") != pin:
            raise ViewerError("these are two different PINs; expected the same one twice")
    except (EOFError, KeyboardInterrupt):
        raise ViewerError("no PIN was given; expected one, twice") from None
    return pin_hash


def _stats(options: argparse.Namespace) -> int:
    import json  # noqa: PLC0415 - the window starts without it

    from qtviewer.kiosk.counts import read_taps, total_taps  # noqa: PLC0415 - the same

    read = read_taps(options.file)
    if read.damaged:
        print(f"qtviewer: note: damaged lines left out: {read.damaged}", file=sys.stderr)  # noqa: T201 - the same
    print(json.dumps(total_taps(read.taps, options.by), ensure_ascii=False))  # noqa: T201 - what the command answers
    return 0


def _snapshot(options: argparse.Namespace) -> int:
    paint = app.kiosk_snapshot if options.kiosk else app.snapshot
    paint(options.store, lambda source: query_from(options, source), _look(options), options.size, options.output)
    return 0


def _count(options: argparse.Namespace) -> int:
    import json  # noqa: PLC0415 - the window starts without it

    with closing(app.open_source(options.store)) as source:
        query = query_from(options, source)
        counts = dict(source.count_by(query, options.by)) if options.by else source.count(query)
    print(json.dumps(counts, ensure_ascii=False))  # noqa: T201 - what the command answers
    return 0


def _export(options: argparse.Namespace) -> int:
    from qtviewer.exchange.export import ExportOptions  # noqa: PLC0415 - the window starts without it
    from qtviewer.exchange.progress_bar import progress_bar  # noqa: PLC0415 - the same

    with closing(app.open_source(options.store)) as source, rarely_collected():
        query = query_from(options, source)
        bar = progress_bar(source.count(query))
        wanted = ExportOptions(query, options.lang or "", options.format, options.raw, bar, None, options.width,
                               options.fields)  # fmt: skip
        try:
            losses = app.export(source, options.output, wanted)
        except KeyboardInterrupt:
            raise ViewerError(f"{options.output}: cancelled; nothing was written") from None
    for loss in losses:
        print(f"qtviewer: note: {loss}", file=sys.stderr)  # noqa: T201 - what the command answers
    return 0


def _import(options: argparse.Namespace) -> int:
    from qtviewer.exchange.importing.file import ImportOptions  # noqa: PLC0415 - the window starts without it
    from qtviewer.exchange.importing.report import problem_lines, report_lines  # noqa: PLC0415 - the same

    understood = ImportOptions(options.date_order, options.lang)
    with rarely_collected():
        file, report = app.import_file(options.input, options.store, options.mode, understood, dry_run=options.dry_run)
    for problem in problem_lines(report):
        print(f"qtviewer: error: {options.input}: {problem}", file=sys.stderr)  # noqa: T201 - what the command answers
    if report.problem_count:
        return 1
    for line in report_lines(file, report, dry_run=options.dry_run):
        print(line)  # noqa: T201 - what the command answers
    return 0


def _build(options: argparse.Namespace) -> int:
    app.build(options.content, options.store)
    return 0


def _reindex(options: argparse.Namespace) -> int:
    app.reindex(options.store)
    return 0


def _check(options: argparse.Namespace) -> int:
    return _say_problems(app.problems(options.store))


def _say_problems(problems: Sequence[str]) -> int:
    """A line for each problem, and the exit status."""
    for problem in problems:
        print(f"qtviewer: error: {problem}", file=sys.stderr)  # noqa: T201 - what the command answers
    return 1 if problems else 0
