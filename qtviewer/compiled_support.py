"""PySide's support modules, compiled once and kept in the user's cache, as Python keeps its own.

PySide holds them as source in an archive in memory and compiles them at each start, which takes a sixth of the time to
the first frame of a bare window. What is kept serves only the very source and the version of Python it was made from.
One of them is left empty: the generator of type stubs, which a running program never calls.
"""

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import source_hash
from pathlib import Path
from types import CodeType
from typing import Any

_PREFIX = "shibokensupport/"  # of the files in PySide's archive
_UNUSED = f"{_PREFIX}signature/lib/pyi_generator.py"  # writes stubs for type checkers, and takes long to get ready


@contextmanager
def compiled_support() -> Iterator[None]:
    """Import PySide within this, before anything else does."""
    path = _cache_folder() / f"pyside-{sys.implementation.cache_tag}-{sys.flags.optimize}.marshal"
    kept, used = _read(path), dict[tuple[str, bytes], CodeType]()
    compile_anew = builtins.compile

    def compile_once(source: Any, filename: Any, mode: str, *more: Any, **options: Any) -> Any:
        if more or options or not (isinstance(source, bytes) and str(filename).startswith(_PREFIX)):
            return compile_anew(source, filename, mode, *more, **options)
        wanted = b"" if filename == _UNUSED else source
        key = str(filename), source_hash(wanted)
        used[key] = kept.get(key) or compile_anew(wanted, filename, mode)
        return used[key]

    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = compile_anew
    if used.keys() != kept.keys():
        _write(path, used)


def _cache_folder() -> Path:
    """The folder of this program among the caches of this user."""
    home = Path.home()
    if sys.platform == "win32":
        caches = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    elif sys.platform == "darwin":
        caches = home / "Library" / "Caches"
    else:
        caches = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return caches / "qtviewer"


def _read(path: Path) -> dict[tuple[str, bytes], CodeType]:
    """What was kept; nothing where the file is missing or damaged."""
    try:
        kept = marshal.loads(path.read_bytes())  # noqa: S302 - the user's own, as much trusted as any compiled module
    except (OSError, EOFError, TypeError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(path: Path, used: dict[tuple[str, bytes], CodeType]) -> None:
    """Keep what was compiled; where nothing can be written, the next start compiles again."""
    from qtviewer.atomic_file import replaced_file  # noqa: PLC0415 - only the first start writes

    with suppress(OSError), replaced_file(path) as temporary:
        temporary.write_bytes(marshal.dumps(used))
