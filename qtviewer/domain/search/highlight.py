"""Finds the positions of search hits in texts, to highlight them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from qtviewer.domain.search.pinyin import NO_OVERRIDES, pronounced_runs
from qtviewer.domain.search.search_terms import Phrase, Term, parse_search
from qtviewer.domain.search.sound_tokens import initial_tokens_with_positions, syllable_tokens_with_positions
from qtviewer.domain.search.tokens import Token, tokens_with_positions

Range = tuple[int, int]
"""Start and end (exclusive) of a hit, in characters of the text itself, not of its folded form."""
_MAX_TEXTS: Final = 4_000


class HitFinder:
    """Finds the hits of one search in texts; remembers the hits of up to 4,000 texts.

    `overrides` gives readings of words for pinyin, see `pronounced_runs`.
    """

    def __init__(self, search: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> None:
        self.search = search
        self._terms = parse_search(search)
        self._overrides = overrides
        self._ranges_by_text: dict[tuple[str, bool], Sequence[Range]] = {}

    def in_title(self, text: str) -> Sequence[Range]:
        """Return the ranges of the hits in a title or name, in which pinyin and initials are found as well."""
        return self._remembered_ranges(text, by_sound=True)

    def in_text(self, text: str) -> Sequence[Range]:
        """Return the ranges of the hits in any other text."""
        return self._remembered_ranges(text, by_sound=False)

    def _remembered_ranges(self, text: str, *, by_sound: bool) -> Sequence[Range]:
        key = text, by_sound
        if key not in self._ranges_by_text:
            if len(self._ranges_by_text) >= _MAX_TEXTS:
                self._ranges_by_text.clear()
            self._ranges_by_text[key] = hit_ranges(text, self._terms, by_sound=by_sound, overrides=self._overrides)
        return self._ranges_by_text[key]


def hit_ranges(
    text: str, terms: Iterable[Term], *, by_sound: bool = False, overrides: Mapping[str, str] = NO_OVERRIDES
) -> list[Range]:
    """Return the ranges of a text that match any of the terms, in order; ranges that overlap or touch are merged.

    With `by_sound`, for titles and names, pinyin and initials match as well; see `pronounced_runs` for `overrides`.
    """
    phrases = {phrase for term in terms for phrase in term}
    ranges = _phrase_ranges(tokens_with_positions(text), phrases)
    if by_sound and any(phrase.is_phonetic for phrase in phrases):
        runs = list(pronounced_runs(text, overrides))
        ranges += _phrase_ranges(syllable_tokens_with_positions(runs), phrases) + _phrase_ranges(
            initial_tokens_with_positions(runs), phrases
        )
    return list(_merged(sorted(ranges)))


def _phrase_ranges(tokens: Sequence[Token], phrases: Iterable[Phrase]) -> list[Range]:
    texts = [token.text for token in tokens]
    return [
        (tokens[start].start, _end(tokens[start + len(phrase.tokens) - 1], phrase))
        for phrase in phrases
        for start in range(len(texts) - len(phrase.tokens) + 1)
        if _matches_at(start, texts, phrase)
    ]


def _matches_at(start: int, texts: Sequence[str], phrase: Phrase) -> bool:
    *whole, last = phrase.tokens
    last_index = start + len(whole)
    is_end = texts[last_index].startswith(last) if phrase.is_prefix else texts[last_index] == last
    return is_end and all(texts[start + offset] == token for offset, token in enumerate(whole))


def _end(token: Token, phrase: Phrase) -> int:
    """Return where the hit ends: after the last token, or after its typed letters if folding changed no length."""
    typed = len(phrase.tokens[-1])
    return token.start + typed if token.end - token.start == len(token.text) else token.end


def _merged(ranges: Iterable[Range]) -> Iterator[Range]:
    """Yield sorted ranges, merged where they overlap or touch."""
    current: Range | None = None
    for start, end in ranges:
        if current and start <= current[1]:
            current = current[0], max(current[1], end)
            continue
        if current:
            yield current
        current = start, end
    if current:
        yield current
