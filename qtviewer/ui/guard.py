"""The one place where errors of overridden methods end: none of them leaves Python for Qt.

Qt cannot handle what is raised in a method that it calls. It may end the process at once, or later: a traceback keeps
the painters and events of a frame that was given up, and collecting them as garbage meets what Qt has freed.
"""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from types import FunctionType, TracebackType
from typing import Any, Final, TypeVar

import shiboken6
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAccessible

_Class = TypeVar("_Class", bound=type)

_WITHOUT_BASE: Final[dict[str, Callable[[], Any]]] = {  # methods for which Qt has no answer of its own
    "actionNames": list,
    "addItem": lambda: None,
    "child": lambda: None,
    "childAt": lambda: None,
    "childCount": int,
    "count": int,
    "data": lambda: None,
    "doAction": lambda: None,
    "focusChild": lambda: None,
    "heightForWidth": lambda: -1,
    "indexOfChild": lambda: -1,
    "interface_cast": lambda: shiboken6.VoidPtr(0),  # Qt does not take None for one
    "isValid": bool,
    "itemAt": lambda: None,
    "keyBindingsForAction": list,
    "loadResource": str,  # Qt would open what a text names
    "minimumSize": lambda: QSize(0, 0),
    "object": lambda: None,
    "parent": lambda: None,
    "rect": QRect,
    "role": lambda: QAccessible.Role.NoRole,
    "rowCount": int,
    "setText": lambda: None,
    "sizeHint": lambda: QSize(0, 0),
    "state": QAccessible.State,
    "takeAt": lambda: None,
    "text": str,
    "window": lambda: None,
}


def guarded(cls: _Class) -> _Class:
    """Guard every method of a class that overrides one of Qt's: its errors are reported, and Qt's own method answers.

    A class decorator for every class that inherits from one of Qt's.
    """
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and overrides_qt(cls, name):
            setattr(cls, name, _guard(cls, method))
    return cls


def overrides_qt(cls: type, name: str) -> bool:
    """Return whether a class of Qt's from which `cls` inherits has a method of a name that is not special in Python."""
    bases = (base for base in cls.__mro__[1:] if base.__module__.startswith("PySide6."))
    return not name.startswith("__") and any(name in vars(base) for base in bases)


def report(error: BaseException) -> None:
    """Give an error to `sys.excepthook`, as Qt does with those of slots, and let go what its traceback holds."""
    sys.excepthook(type(error), error, error.__traceback__)
    release_frames(error)


def release_frames(error: BaseException | None) -> None:
    """Let go the local variables of the frames that an error and its causes have ended."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


@contextmanager
def raised_failures() -> Iterator[None]:
    """Raise at the end of the block the first of the errors that overrides and slots reported within it."""
    reported: list[BaseException] = []

    def collect(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        reported.append(error)

    before, sys.excepthook = sys.excepthook, collect
    try:
        yield
    finally:
        sys.excepthook = before
    if reported:
        raise reported[0]


def _guard(cls: type, method: FunctionType) -> Callable[..., Any]:
    """Return a method that reports what `method` of a class raises, and answers as Qt does then."""
    name = method.__name__

    @wraps(method)
    def call(self: Any, *arguments: Any) -> Any:
        try:
            return method(self, *arguments)
        except (Exception, KeyboardInterrupt) as error:  # whatever it is, Qt cannot handle it
            report(error)
        if name in _WITHOUT_BASE:
            return _WITHOUT_BASE[name]()
        return getattr(super(cls, self), name)(*arguments)

    return call
