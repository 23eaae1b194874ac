"""Names of temporary files that say whose they are, so that those of processes that are gone can be cleaned away."""

import os
import platform
import re
import secrets
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Final

_NAME_START: Final = 40  # characters kept of the name of the file: a whole name with more behind it may be too long
_PATTERN: Final = re.compile(r"\..*\.qtviewer-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{8}\.tmp(?:-journal|-wal|-shm)?", re.S)


def temporary_name(name: str) -> str:
    """Return a hidden name, never used before, for a file that will have the name `name`.

    It tells the computer, the process and when that was started, as numbers of processes are given again.
    """
    owner = f"{_computer()}-{os.getpid()}-{_start_of(os.getpid())}"
    return f".{name[:_NAME_START]}.qtviewer-{owner}-{secrets.token_hex(4)}.tmp"


def remove_abandoned_files(folder: Path) -> None:
    """Remove the temporary files of processes of this computer that have ended; what cannot be removed stays."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _PATTERN.fullmatch(entry.name)
            if match and match[1] == _computer() and _has_ended(int(match[2]), int(match[3])):
                with suppress(OSError):
                    folder.joinpath(entry.name).unlink()


def _computer() -> str:
    return f"{zlib.crc32(platform.node().encode()):08x}"


def _has_ended(process: int, start: int) -> bool:
    if os.name != "posix":  # elsewhere a signal would end it
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False  # it is of another user
    return start > 0 and _start_of(process) not in (start, 0)


def _start_of(process: int) -> int:
    """Return when a process was started, in ticks since the computer was; 0 if unknown, -1 if it has ended by now."""
    try:
        after_name = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
        state, *fields = after_name.split()
        return -1 if state in "ZX" else int(fields[18])
    except (OSError, ValueError, IndexError):
        return 0
