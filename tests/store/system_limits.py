"""Limits of the operating system for tests: a full disk, and folders that may not be written to."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager

_NOBODY = 65_534


@contextmanager
def limited_file_size(size: int) -> Iterator[None]:
    """Limit the size of files that this process writes, in bytes, so that writing fails as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def without_root_privileges() -> Iterator[None]:
    """Run as an ordinary user if the tests run as root, whom file permissions do not restrict."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
