"""Reading a kiosk's config: all that is right is used, all that is wrong is told at once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.config_file import ConfigFile, read_config, store_mistakes
from qtviewer.kiosk.config_keys import CONFIG_KEYS
from qtviewer.kiosk.pin import hash_pin
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader


def read(folder: Path, text: str | bytes) -> ConfigFile:
    """A config with a text."""
    path = folder / "kiosk.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_config(path)


def mistakes(folder: Path, text: str | bytes) -> list[str]:
    """What is wrong with a text, without the name of the file."""
    return [each.removeprefix(f"{folder / 'kiosk.toml'}:") for each in read(folder, text).mistakes]


def test_without_a_config_everything_is_as_it_comes() -> None:
    """So a kiosk runs without one."""
    assert read_config(None) == ConfigFile(KioskConfig())


def test_every_key_has_a_rule() -> None:
    """And every rule a key, in the same order."""
    assert tuple(CONFIG_KEYS) == KioskConfig._fields


def test_a_config_with_every_key(tmp_path: Path) -> None:
    """Paths are relative to the folder of the config."""
    pin_hash = hash_pin("482915")
    file = read(
        tmp_path,
        f"""
        store = "hall.sqlite"
        content_hash = "{"0a" * 32}"
        lang = "en"
        theme = "contrast"
        screen = "HDMI-1"
        screen_diagonal = 55
        text_size = 125
        idle_seconds = 90
        countdown_seconds = 10
        seconds_per_event = 15
        reduced_motion = true
        categories = [
            "milestone",
            "industry",
        ]
        qr_url = "https://example.org/{{lang}}/{{id}}"
        pin_hash = "{pin_hash}"
        restart_at = "03:30"
        log_file = "/var/log/kiosk.log"
        counts_file = "counts/taps.jsonl"
        """,
    )
    assert file.mistakes == ()
    assert file.config == KioskConfig(
        tmp_path / "hall.sqlite", "0a" * 32, "en", "contrast", "HDMI-1", 55.0, 125, 90, 10, 15, True,
        frozenset({"milestone", "industry"}), "https://example.org/{lang}/{id}", pin_hash, "03:30",
        Path("/var/log/kiosk.log"), tmp_path / "counts/taps.jsonl",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("idle_second = 60", '"idle_second" is not known; nearest: idle_seconds'),
        ("idle_seconds = 5", "idle_seconds is 5; expected a whole number from 10 to 3600 (seconds)"),
        ("idle_seconds = 60.0", "idle_seconds is 60.0; expected a whole number"),
        ("idle_seconds = true", "idle_seconds is true; expected a whole number"),
        ('idle_seconds = "60"', 'idle_seconds is "60"; expected a whole number'),
        ("countdown_seconds = 121", "countdown_seconds is 121; expected a whole number from 5 to 120"),
        ("seconds_per_event = 3", "seconds_per_event is 3; expected a whole number from 4 to 120"),
        ("screen_diagonal = nan", "screen_diagonal is NaN; expected a number from 10 to 120 (inches)"),
        ("screen_diagonal = 9.9", "screen_diagonal is 9.9; expected"),
        ("screen_diagonal = 1" + "0" * 400, "screen_diagonal is 1000"),
        ("screen_diagonal = 0x1" + "0" * 5000, "screen_diagonal is a number without end; expected"),
        ("text_size = 110", "text_size is 110; expected 100, 125 or 160 (percent)"),
        ('text_size = "100"', 'text_size is "100"; expected'),
        ('theme = "pink"', 'theme is "pink"; expected "light", "dark" or "contrast"'),
        ("theme = []", "theme is []; expected"),
        ('lang = ""', 'lang is ""; expected a language code'),
        ("screen = 1", "screen is 1; expected the name of a screen"),
        ("reduced_motion = 1", "reduced_motion is 1; expected true or false"),
        ("categories = []", "categories is []; expected a list of ids of categories, at least one"),
        ("categories = [1]", "categories is [1]; expected"),
        ('store = ""', 'store is ""; expected the path of a store'),
        ('content_hash = "12"', 'content_hash is "12"; expected 64 hexadecimal digits'),
        ('restart_at = "24:00"', 'restart_at is "24:00"; expected a time from "00:00" to "23:59"'),
        ("restart_at = 04:00:00", 'restart_at is "04:00:00"; expected a time'),
        ('restart_at = "04:00\\n"', 'restart_at is "04:00\\n"; expected a time'),
        ('qr_url = "http://example.org/{id}"', 'qr_url is "http://example.org/{id}"; expected an address'),
        ('qr_url = "https://example.org/"', 'qr_url is "https://example.org/"; expected'),
        ('qr_url = "https://example.org/{id}/{name}"', "qr_url is"),
        ('qr_url = "https://{id}/x"', "qr_url is"),
        ('qr_url = "https://example.org/a b{id}"', "qr_url is"),
        ('pin_hash = "482915"', "pin_hash is something else; expected what qtviewer kiosk --set-pin printed"),
        ("theme = dark", "Invalid value at column 9; expected a key, = and a value"),
        ('theme = "dark', "column 14"),
        ("theme", "expected a key, = and a value"),
        ('lang = "en"\nlang = "zh"', "2: Cannot overwrite a value"),
        ('log_file = "a"\ncounts_file = "./a"', "2: counts_file is the same file as log_file"),
        ('store = "a"\nlog_file = "a"', "2: log_file is the same file as store; expected a file of its own"),
        (f'counts_file = "{shipped_store_path()}"', "counts_file is the same file as store"),
        ('[kiosk]\nlang = "en"', '"kiosk" is not known; expected keys without a table'),
        ("categories = [", "Invalid value, without an end"),
        ("categories = " + "[" * 5000, "too many brackets within brackets"),
        ('"" = 1', '"" is not known'),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    """What was found and what was expected; what is right beside it is used."""
    found = mistakes(
        tmp_path, f"# about\nreduced_motion = true\n\n{line}\n" if "motion" not in line else f"#\n\n\n{line}"
    )
    assert len(found) == 1, found
    assert "\n" not in found[0]
    number, _, rest = found[0].partition(": ")
    offset, text = said.split(": ", 1) if said[0] in "2" and ": " in said else ("1", said)
    assert number == str(3 + int(offset))
    assert text in rest
    assert read_config(tmp_path / "kiosk.toml").config.reduced_motion == ("motion" not in line)


def test_every_mistake_is_told_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    """Also those after a line that is no TOML, and after a value of several lines; the rest is used."""
    found = mistakes(
        tmp_path,
        'lang = en\ncategories = [\n  "milestone", # two\n  "industry",\n]\nthem = "dark"\ntext_size = 99\n'
        'screen = """\nidle_seconds = 1\n"""\nidle_seconds = 1\ncountdown_seconds = 7\n',
    )
    assert [each.split(":")[0] for each in found] == ["1", "6", "7", "8", "11"]
    file = read_config(tmp_path / "kiosk.toml")
    assert file.config == KioskConfig(categories=frozenset({"milestone", "industry"}), countdown_seconds=7)


def test_notepad_writes_a_mark_and_other_line_ends(tmp_path: Path) -> None:
    """Both are read, with the right lines."""
    assert read(tmp_path, b'\xef\xbb\xbflang = "en"\r\ntheme = "dark"\r\n').config == KioskConfig(
        lang="en", theme="dark"
    )
    assert mistakes(tmp_path, b'\xef\xbb\xbflang = "en"\r\nthem = "dark"\r\n')[0].startswith("2: ")


def test_what_is_no_config_is_told(tmp_path: Path) -> None:
    """A file that is not there, a folder, something large, something that is not UTF-8."""
    assert (
        read_config(tmp_path / "no.toml")
        .mistakes[0]
        .endswith("cannot be read (No such file or directory); expected a config")
    )
    assert "expected a config" in read_config(tmp_path).mistakes[0]
    assert "over 100 KB" in read(tmp_path, b"#" * 200_000).mistakes[0]
    assert mistakes(tmp_path, "# 钱塘\n# \n".encode() + "# 塘".encode("gb18030"))[0].startswith(
        "3: byte 14 is not UTF-8"
    )


def test_a_pin_never_stands_in_a_message(tmp_path: Path) -> None:
    """Messages are logged."""
    assert "482915" not in "".join(mistakes(tmp_path, 'pin_hash = "482915"'))


def test_what_the_store_does_not_have(tmp_path: Path, shipped: StoreReader) -> None:
    """Language, categories and content are compared with the store, each with its line."""
    file = read(tmp_path, f'lang = "fr"\n\ncategories = ["milestones", "industry"]\ncontent_hash = "{"0" * 64}"\n')
    assert file.mistakes == ()
    found = store_mistakes(file, shipped.vocabulary, shipped.content_hash)
    assert [each.removeprefix(f"{tmp_path / 'kiosk.toml'}:").split(";")[0] for each in found] == [
        '1: lang "fr" is not in the store',
        '3: category "milestones" is not in the store',
        "4: content_hash is not that of the store",
    ]
    assert "nearest: milestone" in found[1]
    right = read(tmp_path, f'content_hash = "{shipped.content_hash}"\nlang = "en"\ncategories = ["milestone"]\n')
    assert store_mistakes(right, shipped.vocabulary, shipped.content_hash) == []


def test_a_store_without_the_usual_language_is_no_mistake(shipped: StoreReader) -> None:
    """Where no language is asked for, any will do."""
    english = shipped.vocabulary._replace(languages=("en",))
    assert store_mistakes(read_config(None), english, "") == []


pieces = st.sampled_from([*"en\"#\n[]{}.,'\\ 0=\r\t\ufeff", *CONFIG_KEYS])


@settings(deadline=None)
@given(st.lists(pieces, max_size=60).map("".join))
def test_no_text_is_too_strange(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever stands in the file, there is a config, and each mistake is one line with a number."""
    folder = tmp_path_factory.mktemp("config")
    read(folder, text)
    for mistake in mistakes(folder, text):
        assert mistake.split(":")[0].isdecimal()
        assert "\n" not in mistake
