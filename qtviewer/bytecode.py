"""Healing of Python's own cache: a compiled file that a full or failing disk cut short would end every start."""

import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import Final

LOADING_ERRORS: Final = (EOFError, ValueError, TypeError)
"""What Python raises when a compiled file is damaged behind its header."""
_REMOVED: Final = "QTVIEWER_DAMAGED_BYTECODE"  # names in the environment what was removed before


def restart_without_damaged_bytecode(error: BaseException) -> None:
    """Remove the compiled file that an error comes from and start the program anew; return if it has another cause."""
    damaged, removed = _damaged_file(error.__traceback__), os.environ.get(_REMOVED, "").split(os.pathsep)
    if damaged is None or damaged in removed:
        return
    with suppress(OSError):
        os.unlink(damaged)  # noqa: PTH108 - nothing else may be loaded yet
    environment = os.environ | {_REMOVED: os.pathsep.join([*removed, damaged])}
    if os.path.exists(damaged):  # noqa: PTH110 - it cannot be removed: compile everything, and keep nothing
        environment |= {"PYTHONPYCACHEPREFIX": os.devnull, "PYTHONDONTWRITEBYTECODE": "1"}
    os.execve(sys.executable, sys.orig_argv, environment)  # noqa: S606 - the program itself


def _damaged_file(trace: TracebackType | None) -> str | None:
    """Return the compiled file that was being read in the innermost frame of a traceback, or None."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None or trace.tb_frame.f_code.co_name != "_compile_bytecode":
        return None
    path = trace.tb_frame.f_locals.get("bytecode_path")
    return path if isinstance(path, str) else None
