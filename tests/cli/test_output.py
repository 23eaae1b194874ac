"""What commands say beside their answers."""

import sqlite3
from contextlib import closing

import pytest

from qtviewer.cli.output import print_error, print_note, print_problems
from qtviewer.store.opening import damage_message


def test_whatever_is_said_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Also where the reason of another program is several."""
    print_error("the reason\nis\r\nlong")
    print_note("so\u2028what")
    assert print_problems(["a\nb"]) == 1
    expected = "qtviewer: error: the reason is long\nqtviewer: note: so what\nqtviewer: error: a b\n"
    assert capsys.readouterr().err == expected


def test_a_broken_constraint_is_told_without_its_sql() -> None:
    """Nobody who opens a store has to read SQL."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE a (b INTEGER CHECK (b IN (1,\n 2)))")
        with pytest.raises(sqlite3.IntegrityError) as broken:
            connection.execute("INSERT INTO a VALUES (3)")
    assert damage_message(broken.value) == (
        "damaged store (CHECK constraint failed); restore it from a copy or build it anew"
    )
