"""The settings of a kiosk, with their defaults."""

from pathlib import Path
from typing import NamedTuple


class KioskConfig(NamedTuple):
    """The values of all keys of `kiosk.toml`.

    store: path of the store; None: the shipped one.
    content_hash: SHA-256 that the content of the store must have at the start, 64 hexadecimal digits; empty: any.
    lang: language in which visits begin, one of the store's.
    theme: light, dark or contrast.
    screen: the system's name of the screen; empty: the first screen.
    screen_diagonal: diagonal of the visible screen, 10 to 120 inches.
    text_size: text size with which visits begin, 100, 125 or 160 percent.
    idle_seconds: time without a touch until the countdown, 10 to 3600 seconds.
    countdown_seconds: length of the countdown until the reset, 5 to 120 seconds.
    seconds_per_event: time for each event of the attract loop, 4 to 120 seconds.
    reduced_motion: whether nothing is animated.
    categories: ids of the only categories shown; None: all.
    qr_url: https address with {id} and {lang} for the QR code; empty: the code holds the event's text.
    pin_hash: output of `qtviewer kiosk --set-pin`; empty: staff cannot leave.
    restart_at: local time HH:MM of the nightly restart; empty: never.
    log_file: path of the log, which rotates at 1 MB, five files in all; None: standard error.
    counts_file: path of the taps by event, category and hour; may be lost or deleted; None: taps are not counted.
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
