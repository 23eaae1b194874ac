"""The keys of `kiosk.toml`, with the values they may have."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from qtviewer.kiosk.pin import is_pin_hash

_HASH: Final = re.compile(r"[0-9a-f]{64}|")
_LANG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_HOUR: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]|")
_NOT_IN_URLS: Final = re.compile(r"[^!-z~]|[\"<>\\^`]")  # braces stand for id and language only
_LONGEST_URL: Final = 500
_LONGEST_TEXT: Final = 60


class ConfigKey(NamedTuple):
    """How the value of a key is read.

    expected: the values it may have, for messages.
    read: returns the setting for a value of TOML; raises ValueError if it is none.
    is_secret: whether the value must not be part of a message.
    """

    expected: str
    read: Callable[[Any], Any]
    is_secret: bool = False


def as_config_text(value: Any) -> str:
    """Return a value as it is written in a config, truncated to 60 characters."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except ValueError:  # Python does not write numbers of thousands of digits
        return "a number without end"
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"


def _integer(least: int, most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise ValueError
        return value

    return read


def _number(least: float, most: float) -> Callable[[Any], float]:
    def read(value: Any) -> float:
        if type(value) not in (int, float) or not least <= value <= most:
            raise ValueError
        return float(value)

    return read


def _one_of(*choices: str | int) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) not in (str, int) or value not in choices:
            raise ValueError
        return value

    return read


def _text(is_valid: Callable[[str], Any]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if not isinstance(value, str) or not is_valid(value):
            raise ValueError
        return value

    return read


def _path(value: Any) -> Path:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError
    return Path(value)


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _ids(value: Any) -> frozenset[str]:
    if not isinstance(value, list) or not value or not all(isinstance(item, str) and item for item in value):
        raise ValueError
    return frozenset(value)


def _is_url(text: str) -> bool:
    host, _, path = text.removeprefix("https://").partition("/")
    plain = host + path.replace("{id}", "").replace("{lang}", "")
    is_address = text.startswith("https://") and bool(host) and "{id}" in path and plain.isascii()
    return not text or (len(text) <= _LONGEST_URL and is_address and not _NOT_IN_URLS.search(plain))


CONFIG_KEYS: Final[Mapping[str, ConfigKey]] = MappingProxyType(
    {
        "store": ConfigKey("the path of a store", _path),
        "content_hash": ConfigKey("64 hexadecimal digits in lower case", _text(_HASH.fullmatch)),
        "lang": ConfigKey('a language code such as "zh" or "en"', _text(_LANG.fullmatch)),
        "theme": ConfigKey('"light", "dark" or "contrast"', _one_of("light", "dark", "contrast")),
        "screen": ConfigKey("the name of a screen, as a text", _text(str.isprintable)),
        "screen_diagonal": ConfigKey("a number from 10 to 120 (inches)", _number(10, 120)),
        "text_size": ConfigKey("100, 125 or 160 (percent)", _one_of(100, 125, 160)),
        "idle_seconds": ConfigKey("a whole number from 10 to 3600 (seconds)", _integer(10, 3600)),
        "countdown_seconds": ConfigKey("a whole number from 5 to 120 (seconds)", _integer(5, 120)),
        "seconds_per_event": ConfigKey("a whole number from 4 to 120 (seconds)", _integer(4, 120)),
        "reduced_motion": ConfigKey("true or false", _boolean),
        "categories": ConfigKey("a list of ids of categories, at least one", _ids),
        "qr_url": ConfigKey("an address that begins with https:// and has {id} after the host", _text(_is_url)),
        "pin_hash": ConfigKey(
            "what qtviewer kiosk --set-pin printed", _text(lambda text: not text or is_pin_hash(text)), is_secret=True
        ),
        "restart_at": ConfigKey('a time from "00:00" to "23:59"', _text(_HOUR.fullmatch)),
        "log_file": ConfigKey("the path of a file", _path),
        "counts_file": ConfigKey("the path of a file", _path),
    }
)
"""All keys by name, in the order of `KioskConfig`."""
