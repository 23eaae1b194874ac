"""No error leaves a method that Qt calls: it is reported in one place, and Qt's own method answers."""

import importlib
import inspect
import pkgutil
import sys
import weakref
from collections.abc import Iterator
from types import FunctionType, TracebackType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import qtviewer
from qtviewer.ui.guard import guarded, overrides_qt, raised_failures


def classes_of_qt() -> Iterator[type]:
    """Every class of the program that inherits from one of Qt's."""
    for module in pkgutil.walk_packages(qtviewer.__path__, "qtviewer."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                is_of_qt = inspect.isclass(value) and any(b.__module__.startswith("PySide6.") for b in value.__mro__)
                if is_of_qt and value.__module__ == module.name:
                    yield value


def test_every_override_is_guarded() -> None:
    """In window and kiosk, in dialogs, and in what screen readers ask."""
    methods = {
        (cls.__qualname__, name): method
        for cls in classes_of_qt()
        for name, method in vars(cls).items()
        if isinstance(method, FunctionType) and overrides_qt(cls, name)
    }
    assert len(methods) > 100
    assert [place for place, method in methods.items() if not hasattr(method, "__wrapped__")] == []


class Reports(list[BaseException]):
    """Errors that were reported."""

    def hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Take an error as `sys.excepthook`."""
        self.append(error)


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> Reports:
    """What is reported instead of being printed."""
    found = Reports()
    monkeypatch.setattr(sys, "excepthook", found.hook)
    return found


class Held:
    """Something that a frame holds."""


@guarded
class Faulty(QLabel):
    """Fails in each of its overrides."""

    held: "weakref.ref[Held]"

    def sizeHint(self) -> QSize:
        """Fail."""
        raise KeyError("size")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fail while a painter is active."""
        painter, held = QPainter(self), Held()
        self.held = weakref.ref(held)
        raise ValueError(f"painting {painter.isActive()}")

    def event(self, event: QEvent) -> bool:
        """Fail for one kind of event."""
        if event.type() == QEvent.Type.ToolTip:
            raise LookupError("event")
        return super().event(event)


def test_an_override_that_fails_is_reported_and_answered_by_qt(qtbot: QtBot, reports: Reports) -> None:
    """The painter and all else that its frame held is let go, so that nothing of it is left for the collector."""
    widget = Faulty("text")
    qtbot.addWidget(widget)
    assert widget.sizeHint() == QSize(0, 0)
    assert QApplication.sendEvent(widget, QEvent(QEvent.Type.ToolTip)) in (True, False)
    widget.resize(30, 20)
    assert not widget.grab().isNull()
    assert [type(error) for error in reports] == [KeyError, LookupError, ValueError]
    assert widget.held() is None


def test_an_override_that_does_well_is_as_it_was(qtbot: QtBot, reports: Reports) -> None:
    """It keeps its name and its words, and answers itself."""

    @guarded
    class Sound(QWidget):
        def sizeHint(self) -> QSize:
            """Say a size."""
            return QSize(7, 8)

        def other(self) -> None:
            """Do nothing that Qt asks for."""
            raise KeyError("other")

    widget = Sound()
    qtbot.addWidget(widget)
    assert (widget.sizeHint(), Sound.sizeHint.__doc__, reports) == (QSize(7, 8), "Say a size.", [])
    with pytest.raises(KeyError):
        widget.other()


@pytest.mark.parametrize("where", ["override", "slot", "here"])
def test_failures_within_a_block_are_raised(qtbot: QtBot, where: str) -> None:
    """Of overrides, of slots, and of the block itself; then errors are reported as before."""
    widget, before = Faulty("text"), sys.excepthook
    qtbot.addWidget(widget)
    widget.resize(30, 20)
    causes: dict[str, Any] = {"override": widget.grab, "slot": lambda: _fail_in_slot(widget), "here": _fail}
    with pytest.raises(ValueError, match=r"painting|slot|here"), raised_failures():
        causes[where]()
    assert sys.excepthook is before


def _fail() -> None:
    raise ValueError("here")


def _fail_in_slot(owner: QObject) -> None:
    def slot() -> None:
        raise ValueError("slot")

    timer = QTimer(owner, singleShot=True)
    timer.timeout.connect(slot)
    timer.timeout.emit()
