"""Where in a text stands what was searched for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from qtviewer.domain.search.pinyin import NO_OVERRIDES, pronounced_runs
from qtviewer.domain.search.search_terms import Phrase, Term, parse_search
from qtviewer.domain.search.sound_tokens import initial_tokens_with_positions, syllable_tokens_with_positions
from qtviewer.domain.search.tokens import Token, tokens_with_positions

Range = tuple[int, int]
"""Start and end in the text as it is, not as it folds."""
_MOST_TEXTS: Final = 4_000


class HitFinder:
    """Where one search stands in texts; each text is looked through once."""

    def __init__(self, search: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> None:
        self.search = search
        self._terms = parse_search(search)
        self._overrides = overrides
        self._known: dict[tuple[str, bool], Sequence[Range]] = {}

    def in_title(self, text: str) -> Sequence[Range]:
        """The ranges of a title or a name, which sounds find as well."""
        return self._ranges(text, by_sound=True)

    def in_text(self, text: str) -> Sequence[Range]:
        """The ranges of any other text."""
        return self._ranges(text, by_sound=False)

    def _ranges(self, text: str, *, by_sound: bool) -> Sequence[Range]:
        key = text, by_sound
        if key not in self._known:
            if len(self._known) >= _MOST_TEXTS:
                self._known.clear()
            self._known[key] = hit_ranges(text, self._terms, by_sound=by_sound, overrides=self._overrides)
        return self._known[key]


def hit_ranges(
    text: str, terms: Iterable[Term], *, by_sound: bool = False, overrides: Mapping[str, str] = NO_OVERRIDES
) -> list[Range]:
    """The ranges of a text that a search means, in order, none touching another.

    `by_sound` is for titles and names, which pinyin and initials find as well; see `pronounced_runs` for `overrides`.
    """
    phrases = {phrase for term in terms for phrase in term}
    ranges = _ranges(tokens_with_positions(text), phrases)
    if by_sound and any(phrase.is_phonetic for phrase in phrases):
        runs = list(pronounced_runs(text, overrides))
        ranges += _ranges(syllable_tokens_with_positions(runs), phrases) + _ranges(
            initial_tokens_with_positions(runs), phrases
        )
    return list(_merged(sorted(ranges)))


def _ranges(places: Sequence[Token], phrases: Iterable[Phrase]) -> list[Range]:
    texts = [token.text for token in places]
    return [
        (places[at].start, _end(places[at + len(phrase.tokens) - 1], phrase))
        for phrase in phrases
        for at in range(len(texts) - len(phrase.tokens) + 1)
        if _stands_at(at, texts, phrase)
    ]


def _stands_at(at: int, texts: Sequence[str], phrase: Phrase) -> bool:
    *whole, last = phrase.tokens
    place = at + len(whole)
    is_end = texts[place].startswith(last) if phrase.is_prefix else texts[place] == last
    return is_end and all(texts[at + offset] == token for offset, token in enumerate(whole))


def _end(token: Token, phrase: Phrase) -> int:
    """Where the last token ends, or what was typed of it, when its letters stand one for one in the text."""
    typed = len(phrase.tokens[-1])
    return token.start + typed if token.end - token.start == len(token.text) else token.end


def _merged(ranges: Iterable[Range]) -> Iterator[Range]:
    """Ranges in order, with those that overlap or touch made one."""
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
