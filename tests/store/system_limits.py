"""Disks that are full and folders nobody may write to, made by the system itself."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager

_NOBODY = 65_534


@contextmanager
def limited_file_size(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond some bytes, as on a disk without room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def without_root_privileges() -> Iterator[None]:
    """Heed permissions, which the system's administrator need not."""
    administrator = os.geteuid() == 0
    if administrator:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)
