"""What the domain loads: nothing that is slow to import before it is needed, and nothing of window or store."""

import pkgutil
import subprocess
import sys

import pytest

import qtviewer.domain

MODULES = sorted(module.name for module in pkgutil.walk_packages(qtviewer.domain.__path__, "qtviewer.domain."))
OUTSIDERS = ("dateutil", "borax", "opencc", "pypinyin", "PySide6", "sqlite3", "sqlite_utils")


def outsiders_loaded_by(program: str) -> set[str]:
    """The packages of `OUTSIDERS` that a fresh interpreter has loaded when a program has run."""
    report = f"import sys; print(*(name for name in {OUTSIDERS} if name in sys.modules))"
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", f"{program}\n{report}"], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_modules_are_found() -> None:
    """The list below is the whole domain."""
    assert {"qtviewer.domain.dates.reader", "qtviewer.domain.dates.lunar", "qtviewer.domain.event"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_loads_nothing_slow(module: str) -> None:
    """Importing a module of the domain brings neither dateutil, borax, opencc nor pypinyin, neither Qt nor SQL."""
    assert outsiders_loaded_by(f"import {module}") == set()


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("read_date('2021年6月28日')", set()),
        ("read_date('2021-06-28/2021-07')", set()),
        ("read_date('1990s')", set()),
        ("read_date('28 June 2021')", set()),
        ("read_date('28 Jun 2021')", {"dateutil"}),
        ("read_date('2022年正月初八')", {"borax"}),
    ],
)
def test_a_date_loads_what_it_needs(expression: str, expected: set[str]) -> None:
    """Only an English month brings dateutil, only a lunar day brings borax."""
    assert outsiders_loaded_by(f"from qtviewer.domain.dates.reader import read_date; {expression}") == expected
