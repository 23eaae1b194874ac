"""Suggestions for messages about a word that is not known."""

from collections.abc import Collection
from itertools import islice
from typing import Final

_LONGEST: Final = 100  # characters
_MOST_COMPARED: Final = 20_000  # words


def spelling_suggestion(word: str, known: Collection[str]) -> str:
    """Return "nearest: " and up to three known words like a word, else the first five; "it has none" without any."""
    import difflib  # noqa: PLC0415 - only for messages

    compared = (name for name in known if len(name) <= _LONGEST)
    near = difflib.get_close_matches(word[:_LONGEST], islice(compared, _MOST_COMPARED), n=3, cutoff=0.3)
    near = near or sorted(known)[:5]
    return f"nearest: {', '.join(near)}" if near else "it has none"
