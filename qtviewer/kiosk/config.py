"""What a kiosk can be told, with its defaults: without a config at all it runs."""

from pathlib import Path
from typing import NamedTuple


class KioskConfig(NamedTuple):
    """Every key of `kiosk.toml`.

    store: a store; None is the shipped one.
    content_hash: SHA-256 the content of the store must have at the start, 64 hexadecimal digits; empty: any.
    lang: language a visitor begins with, one of the store's.
    theme: light, dark or contrast.
    screen: name of the screen, as the system calls it; empty: the first.
    screen_diagonal: of the visible screen, 10 to 120 inches.
    text_size: the size of text a visitor begins with, 100, 125 or 160 percent.
    idle_seconds: without a touch until the countdown, 10 to 3600 seconds.
    countdown_seconds: from the question to the reset, 5 to 120 seconds.
    seconds_per_event: of the attract_stops that is shown while nobody is there, 4 to 120 seconds.
    reduced_motion: whether nothing glides.
    categories: ids of the only categories shown; None: all.
    qr_url: https address with {id} and {lang} for the QR code; empty: the code holds the text itself.
    pin_hash: made by `qtviewer kiosk --set-pin`; empty: staff cannot leave.
    restart_at: HH:MM of the local clock, a restart every night when nobody is there; empty: never.
    log_file: rotates at 1 MB, five files in all; None: standard error.
    counts_file: taps per event, category and hour; may be lost or deleted; None: nothing is counted.
    """

    store: Path | None = None
    content_hash: str = ""
    lang: str = "zh"
    theme: str = "light"
    screen: str = ""
    screen_diagonal: float = 43.0
    text_size: int = 100
    idle_seconds: int = 60
    countdown_seconds: int = 20
    seconds_per_event: int = 10
    reduced_motion: bool = False
    categories: frozenset[str] | None = None
    qr_url: str = ""
    pin_hash: str = ""
    restart_at: str = "04:00"
    log_file: Path | None = None
    counts_file: Path | None = None
