"""What comes nearest to a word that nobody knows, for messages."""

from collections.abc import Collection


def spelling_suggestion(word: str, known: Collection[str]) -> str:
    """The known words nearest to one that is not."""
    import difflib  # noqa: PLC0415 - only for messages

    near = difflib.get_close_matches(word, known, n=3, cutoff=0.3) or sorted(known)[:5]
    return f"nearest: {', '.join(near)}" if near else "it has none"
