"""The bar on a terminal."""

import io
import sys

import pytest

from qtviewer.exchange.progress_bar import progress_bar


class _Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Somebody watches."""
        return True


def test_nobody_watches_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """No bar where standard error is no terminal, or is not there at all."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert progress_bar(1_000_000) is None
    monkeypatch.setattr(sys, "stderr", None)
    assert progress_bar(1_000_000) is None


def test_a_short_list_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be gone before it could be read."""
    monkeypatch.setattr(sys, "stderr", _Terminal())
    assert progress_bar(347) is None


def test_it_grows_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawn anew over itself, once for each percent, with a line end after the last."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    show = progress_bar(10_000)
    assert show is not None
    for done in range(100, 10_001, 50):
        show(done)
    *before, last = terminal.getvalue().split("\r")[1:]
    assert before[0] == "[" + " " * 32 + "]   1%"
    assert len(before) == 99
    assert last == "[" + "#" * 32 + "] 100%\n"
