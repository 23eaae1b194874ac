"""`qtviewer view` and `qtviewer snapshot`: the window, open or as a picture."""

import argparse
import gc
import re
from contextlib import closing
from pathlib import Path

from qtviewer.app.stores import QueryFor, ViewOptions, damage_told, open_with_query
from qtviewer.cli.filters import add_filter_options, query_from_options, query_with_known_ids
from qtviewer.cli.options import Commands, add_store, add_today
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery, is_filtered
from qtviewer.domain.source import EventSource
from qtviewer.interruption import interruptions_put_off
from qtviewer.resources import shipped_store_path


def add_view(commands: Commands) -> None:
    """Add the command `view`."""
    view = commands.add_parser("view", help="open the window (the default command)")
    view.add_argument("store", nargs="?", default=shipped_store_path(), help="a store (default: the shipped one)")
    view.add_argument("link", nargs="?", metavar="LINK", help="what was copied as a link: qtviewer:event/ID?...")
    _add_appearance(view)
    add_filter_options(view)
    view.set_defaults(command=_run_view)


def add_snapshot(commands: Commands) -> None:
    """Add the command `snapshot`."""
    snapshot = commands.add_parser("snapshot", help="paint the window to a PNG file, without a display")
    snapshot.add_argument("output", type=Path, metavar="OUTPUT.png")
    snapshot.add_argument("--size", type=_size, default=(1920, 1080), metavar="WIDTHxHEIGHT", help="pixels")
    snapshot.add_argument("--kiosk", action="store_true", help="the kiosk's window, as a visitor sees it")
    add_store(snapshot)
    _add_appearance(snapshot)
    add_filter_options(snapshot)
    add_today(snapshot)
    snapshot.set_defaults(command=_run_snapshot)


def _add_appearance(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", metavar="LANG", help="a language of the store, such as zh or en")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"))
    parser.add_argument("--mode", choices=("timeline", "list"))
    parser.add_argument("--text-size", type=int, choices=(100, 125, 160), help="percent")
    parser.add_argument("--event", metavar="ID", help="the event to show")
    parser.add_argument("--reduced-motion", action="store_true", default=None, help="jump instead of gliding")


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; expected WIDTHxHEIGHT such as 1920x1080")
    return int(match[1]), int(match[2])


def _appearance(options: argparse.Namespace) -> ViewOptions:
    chosen = {
        "lang": options.lang,
        "theme": options.theme,
        "mode": options.mode,
        "text_size": options.text_size,
        "selected": options.event,
        "reduced_motion": options.reduced_motion,
    }
    return {key: value for key, value in chosen.items() if value is not None}


def _run_view(options: argparse.Namespace) -> int:
    if options.link is None and str(options.store).lower().startswith("qtviewer:"):
        options.store, options.link = shipped_store_path(), options.store
    if options.link is not None:
        return _view_link(options)
    return _open_window(options.store, lambda source: query_from_options(options, source), _appearance(options))


def _open_window(store: str, query_for: QueryFor, appearance: ViewOptions) -> int:
    """Open the store before Qt is loaded, then show the main window or the error; return the exit status."""
    gc.disable()  # little that a start makes is garbage; the window collects it itself from then on
    with interruptions_put_off():
        try:
            source, query = open_with_query(Path(store), query_for, appearance)
        except ViewerError as error:
            from qtviewer.app.window import show_failure

            return show_failure(str(error), appearance)
        from qtviewer.app.window import run_main_window

        return run_main_window(source, query, appearance)


def _view_link(options: argparse.Namespace) -> int:
    from qtviewer.domain.query.link import parse_link

    link = parse_link(options.link)
    chosen = {"selected": link.event} if link.event else {}

    def query_for(source: EventSource) -> EventQuery:
        given = query_from_options(options, source)
        if is_filtered(given):
            raise ViewerError(f"link {options.link!r} has filters of its own; expected no others beside it")
        return query_with_known_ids(link.query._replace(today=given.today), source)

    return _open_window(options.store, query_for, _appearance(options) | chosen)


def _run_snapshot(options: argparse.Namespace) -> int:
    appearance = _appearance(options)
    source, query = open_with_query(options.store, lambda source: query_from_options(options, source), appearance)
    with closing(source), damage_told(source.path), interruptions_put_off():
        from qtviewer.app.snapshots import save_kiosk_snapshot, save_window_snapshot

        save_snapshot = save_kiosk_snapshot if options.kiosk else save_window_snapshot
        save_snapshot(source, query, appearance, options.size, options.output)
    return 0
