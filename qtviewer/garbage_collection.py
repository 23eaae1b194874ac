"""Python's search for cycles of objects, made rare where very many objects without any come and go."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_NEW_OBJECTS: Final = 100_000  # between two searches; Python's own 700 are those of a few rows of a list


@contextmanager
def rare_garbage_collection() -> Iterator[None]:
    """Rows of lists hold no cycles, and looking for some takes an eighth of the time of an export or an import."""
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
