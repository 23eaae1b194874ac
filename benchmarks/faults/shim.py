"""The library that lets calls of the system fail, built from `shim.c` when it is first needed."""

import ctypes
import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

KINDS: Final = ("write", "sync", "rename", "link", "open")
"""The kinds of calls, in the order of the numbers that the library knows them by."""
KILL: Final = 0
"""In the place of an error: the process is ended at the call."""
_LIBRARY: Final = Path("build/faults/shim.so")


def built_shim() -> Path:
    """Return the path of the library, built if need be; OSError without a compiler for C."""
    source = Path(__file__).with_name("shim.c")
    if not _LIBRARY.exists() or _LIBRARY.stat().st_mtime < source.stat().st_mtime:
        compiler = shutil.which("cc")
        if compiler is None:
            raise OSError("no compiler for C, which lets calls of the system fail")
        _LIBRARY.parent.mkdir(parents=True, exist_ok=True)
        words = [compiler, "-shared", "-fPIC", "-O1", "-o", str(_LIBRARY), str(source), "-ldl"]
        subprocess.run(words, check=True)  # noqa: S603 - our own source
    return _LIBRARY.resolve()


def arm(kind: str, at: int, error: int) -> None:
    """Let a call of a kind fail with an error number, or end this process; `at` counts from 1, and 0 is none."""
    ctypes.CDLL(None).faults_arm(KINDS.index(kind), ctypes.c_long(at), error)


def counted() -> dict[str, int]:
    """Return how many calls of each kind there were since `arm`."""
    count = ctypes.CDLL(None).faults_count
    count.restype = ctypes.c_long
    return {kind: count(number) for number, kind in enumerate(KINDS)}


def preloaded() -> dict[str, str]:
    """Return the environment of a process in which calls can fail."""
    return os.environ | {"LD_PRELOAD": str(built_shim())}
