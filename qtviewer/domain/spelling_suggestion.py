"""Suggestions for messages about a word that is not known."""

from collections.abc import Collection


def spelling_suggestion(word: str, known: Collection[str]) -> str:
    """Return "nearest: " and up to three known words like a word, else the first five; "it has none" without any."""
    import difflib  # noqa: PLC0415 - only for messages

    near = difflib.get_close_matches(word, known, n=3, cutoff=0.3) or sorted(known)[:5]
    return f"nearest: {', '.join(near)}" if near else "it has none"
