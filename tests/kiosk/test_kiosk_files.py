"""The files that come with the program for a hall, and the page that tells how to use them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.config_file import read_config
from qtviewer.kiosk.config_keys import CONFIG_KEYS, as_config_text
from qtviewer.kiosk.restart import STAFF_STATUS
from qtviewer.resources import resource_path
from tests.places import ROOT

FOLDER = resource_path("kiosk")
UNITS = sorted(FOLDER.glob("*.service"))
PAGE = ROOT / "docs" / "kiosk.md"
COMMENTED = re.compile(r"^# ([a-z_]+ = .*)$", re.MULTILINE)


def test_the_example_changes_nothing() -> None:
    """As it comes it is the kiosk as it comes."""
    file = read_config(FOLDER / "kiosk.toml")
    assert file.mistakes == ()
    assert file.config == KioskConfig()


def test_the_example_has_every_key(tmp_path: Path) -> None:
    """With what holds without it, or an example; all of them together are a config without a mistake."""
    lines = COMMENTED.findall((FOLDER / "kiosk.toml").read_text(encoding="utf-8"))
    assert {line.split(" ")[0] for line in lines} == set(KioskConfig._fields)
    assert len(lines) == len(KioskConfig._fields)
    path = tmp_path / "kiosk.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    file = read_config(path)
    assert file.mistakes == ()
    for key, default in KioskConfig._field_defaults.items():
        assert default is None or getattr(file.config, key) == default


def test_the_page_has_every_key() -> None:
    """With its default and what it may be, in the words of the program."""
    rows = [line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    table = {row[0].strip("| `"): row[1:3] for row in rows if row[0].strip("| `") in CONFIG_KEYS}
    assert tuple(table) == KioskConfig._fields
    for key, (default, expected) in table.items():
        value = KioskConfig._field_defaults[key]
        assert default == ("" if value in (None, "") else f"`{as_config_text(value)}`")
        assert expected == CONFIG_KEYS[key].expected


def test_the_page_names_every_file() -> None:
    """So that nobody has to look for them."""
    page = PAGE.read_text(encoding="utf-8")
    assert [path.name for path in FOLDER.iterdir() if path.name not in page] == []


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_restart_for_ever_but_not_when_staff_left(unit: Path) -> None:
    """They wait for signs of life, and know the exit status of staff."""
    lines = unit.read_text(encoding="utf-8").splitlines()
    wanted = ("Type=notify", "WatchdogSec=30", "Restart=always", "StartLimitIntervalSec=0")
    status = (f"RestartPreventExitStatus={STAFF_STATUS}", f"SuccessExitStatus={STAFF_STATUS}")
    assert {*wanted, *status} <= set(lines)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not there to read them")
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_systemd_finds_nothing_wrong_with_units(unit: Path, tmp_path: Path) -> None:
    """Nor with an instance of them; only the program itself need not be installed here."""
    text = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", unit.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (tmp_path / unit.name.replace("@.", "@tty1.")).write_text(text, encoding="utf-8")
    of_user = [] if "@" in unit.name else ["--user"]
    done = subprocess.run(  # noqa: S603 - systemd's own checker
        ["systemd-analyze", *of_user, "--man=no", "verify", unit.name.replace("@.", "@tty1.")],  # noqa: S607 - the same
        cwd=tmp_path, env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert [line for line in done.stderr.splitlines() if "qtviewer" in line] == []


def in_cage(folder: Path, command: str, cage: str = '[ "$1" = -d ] && shift 2; "$@"; exit 0') -> int:
    """The exit status of a command in a cage that keeps the status to itself."""
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    for name, text in (("cage", cage), ("wlr-randr", f'echo "$@" >{folder}/turned')):
        (programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (programs / name).chmod(0o755)
    environment = {
        "PATH": f"{programs}:{os.environ['PATH']}", "RUNTIME_DIRECTORY": str(folder), "CAGE_OPTIONS": "-d",
        "WATCHDOG_PID": "1", "KIOSK_OUTPUT": "HDMI-A-1", "KIOSK_TRANSFORM": "90",
    }  # fmt: skip
    words = [str(FOLDER / "qtviewer-cage"), "sh", "-c", command, "an argument"]
    return subprocess.run(words, env=environment, capture_output=True, check=False, timeout=60).returncode  # noqa: S603 - ours


def test_the_exit_status_comes_through_cage(tmp_path: Path) -> None:
    """Staff who leave are told from a crash; nothing is left behind."""
    for status in (0, 1, STAFF_STATUS):
        assert in_cage(tmp_path, f"exit {status}") == status
    assert in_cage(tmp_path, "kill -9 $$") == 128 + 9
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("bin", "turned")] == []


def test_a_cage_that_cannot_start_is_a_failure(tmp_path: Path) -> None:
    """So that it is started again."""
    assert in_cage(tmp_path, "exit 0", cage="exit 3") == 3


def test_the_command_is_told_nothing_of_another_process(tmp_path: Path) -> None:
    """Systemd waits for the signs of life of whatever runs in the unit; words stay whole; the picture is turned."""
    assert in_cage(tmp_path, 'test -z "${WATCHDOG_PID+set}" && test "$0" = "an argument"') == 0
    assert (tmp_path / "turned").read_text() == "--output HDMI-A-1 --transform 90\n"


def test_the_autostart_file_starts_the_unit() -> None:
    """By its name."""
    text = (FOLDER / "qtviewer-kiosk.desktop").read_text(encoding="utf-8")
    assert text.startswith("[Desktop Entry]\nType=Application\n")
    assert "systemctl --user restart qtviewer-kiosk.service" in text
