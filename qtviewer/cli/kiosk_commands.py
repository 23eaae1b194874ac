"""`qtviewer kiosk` and `qtviewer stats`: the exhibition's window, and how often its visitors tapped."""

import argparse
from pathlib import Path

from qtviewer.cli.options import Commands
from qtviewer.cli.output import print_answer, print_json, print_note, print_problems
from qtviewer.domain.errors import ViewerError
from qtviewer.interruption import interruptions_put_off


def add_kiosk(commands: Commands) -> None:
    """Add the command `kiosk`."""
    kiosk = commands.add_parser("kiosk", help="the exhibition's window, which fills the screen and stays")
    kiosk.add_argument("--config", type=Path, metavar="FILE", help="a kiosk.toml (default: everything as it comes)")
    instead = kiosk.add_mutually_exclusive_group()
    instead.add_argument("--check", action="store_true", help="only say everything that is wrong with config and store")
    instead.add_argument("--set-pin", action="store_true", help="only ask for a PIN, and print its line of the config")
    kiosk.set_defaults(command=_run_kiosk)


def add_stats(commands: Commands) -> None:
    """Add the command `stats`."""
    stats = commands.add_parser("stats", help="how often a kiosk's visitors tapped, as JSON")
    stats.add_argument("file", type=Path, metavar="FILE", help="the counts_file of its config")
    stats.add_argument("--by", choices=("event", "category", "hour"), help="one count for each of these")
    stats.set_defaults(command=_run_stats)


def _run_kiosk(options: argparse.Namespace) -> int:
    from qtviewer.kiosk.config_file import read_config

    if options.set_pin:
        print_answer(f'pin_hash = "{_new_pin_hash()}"')
        return 0
    from qtviewer.app.kiosk import kiosk_problems, run_configured_kiosk

    file = read_config(options.config)
    if options.check:
        return print_problems(kiosk_problems(file))
    with interruptions_put_off():
        return run_configured_kiosk(file)


def _new_pin_hash() -> str:
    """Ask twice for a PIN, without showing it; return its hash."""
    from getpass import getpass

    from qtviewer.kiosk.pin import PIN_DIGITS, hash_pin

    try:
        pin = getpass(f"PIN ({PIN_DIGITS}): ")
        pin_hash = hash_pin(pin)
        if getpass("The same PIN again: ") != pin:
            raise ViewerError("these are two different PINs; expected the same one twice")
    except EOFError:
        raise ViewerError("no PIN was given; expected one, twice") from None
    return pin_hash


def _run_stats(options: argparse.Namespace) -> int:
    from qtviewer.kiosk.counts import read_taps, total_taps

    read = read_taps(options.file)
    if read.damaged:
        print_note(f"damaged lines left out: {read.damaged}")
    print_json(total_taps(read.taps, options.by))
    return 0
