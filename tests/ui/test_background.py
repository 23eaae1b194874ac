"""Work beside the window: its answer, what nobody wants any more, and what goes wrong."""

import threading
from functools import partial
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from qtviewer.domain.errors import ViewerError
from qtviewer.ui.background import BackgroundRunner, IsCancelled


class Closable:
    """An answer that has to be closed when nobody takes it."""

    def __init__(self) -> None:
        self.closed = threading.Event()

    def close(self) -> None:
        """Note it."""
        self.closed.set()


def test_the_answer_comes_in_the_window_s_own_thread(qtbot: QtBot) -> None:
    """The task is done in another thread, the answer is handed over in this one, once."""
    background, took = BackgroundRunner(), list[tuple[int, int]]()
    background.run(lambda _is_cancelled: threading.get_ident(), lambda at: took.append((at, threading.get_ident())))
    assert background.is_busy
    qtbot.waitUntil(lambda: not background.is_busy)
    [(worker, here)] = took
    assert here == threading.get_ident() != worker


def test_a_newer_task_makes_the_older_one_unwanted(qtbot: QtBot) -> None:
    """The older task learns of it, its answer is closed and not handed over."""
    background, answer, goes_on = BackgroundRunner(), Closable(), threading.Event()
    took: list[object] = []
    unwanted: list[bool] = []

    def slow(is_cancelled: IsCancelled) -> Closable:
        goes_on.wait()
        unwanted.append(is_cancelled())
        return answer

    background.run(slow, took.append)
    background.run(lambda _is_cancelled: "new", took.append)
    goes_on.set()
    assert answer.closed.wait(5)
    qtbot.waitUntil(lambda: not background.is_busy)
    assert (took, unwanted) == (["new"], [True])


def test_an_answer_that_waits_is_closed_when_it_is_forgotten() -> None:
    """Forgetting closes an answer that is there already."""
    background, answer, is_there = BackgroundRunner(), Closable(), threading.Event()

    def quick(_is_cancelled: IsCancelled) -> Closable:
        is_there.set()
        return answer

    background.run(quick, lambda _answer: None)
    is_there.wait()
    background.cancel()
    assert not background.is_busy
    assert answer.closed.wait(5)


def test_an_expected_error_is_an_answer(qtbot: QtBot) -> None:
    """What the store says of itself is handed over like an answer."""
    background, took = BackgroundRunner(), list[ViewerError]()

    def fail(_is_cancelled: IsCancelled) -> Any:
        raise ViewerError("no such file")

    background.run(fail, took.append)
    qtbot.waitUntil(lambda: bool(took))
    assert str(took[0]) == "no such file"


def test_an_unforeseen_error_is_raised_in_the_window_s_own_thread(qtbot: QtBot) -> None:
    """It is not lost in a thread, where nobody would report it, and nobody waits for an answer any more."""
    background = BackgroundRunner()

    def fail(_is_cancelled: IsCancelled) -> Any:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        background.run(fail, lambda _answer: pytest.fail("no answer"))
        qtbot.waitUntil(lambda: not background.is_busy)
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def _given(answer: Closable, _is_cancelled: IsCancelled) -> Closable:
    return answer


def test_a_window_may_go_while_its_tasks_are_under_way() -> None:
    """Hundreds of them, in all stages, leave neither a crash nor an open answer."""
    answers = [Closable() for _ in range(300)]
    for answer in answers:
        background = BackgroundRunner()
        background.run(partial(_given, answer), lambda _answer: None)
        background.cancel()
        del background
    assert all(answer.closed.wait(5) for answer in answers)
