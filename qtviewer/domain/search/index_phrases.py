"""Search terms rewritten as the phrases that the full-text index finds fastest.

The time to find a phrase grows with the number of events that have its rarest token, and for a prefix with those that
have any of its completions. So phrases are made of pairs of tokens, which are rare, and the beginning of a syllable is
replaced by every syllable that it may become.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from qtviewer.domain.search.pinyin_typing import syllables_starting_with
from qtviewer.domain.search.search_terms import Phrase, Term
from qtviewer.domain.search.sound_tokens import syllable_of_token, syllable_pair_tokens, syllable_tokens

_TITLE: Final = "▪"


def index_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms rewritten for the index of all texts of an event."""
    return tuple(
        tuple(dict.fromkeys(phrase for written in term for phrase in _paired_phrases(written))) for term in terms
    )


def title_index_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms rewritten so that only titles match; see `title_tokens`."""
    return tuple(tuple(map(_title_phrase, term)) for term in index_terms(terms))


def title_tokens(words: Sequence[str]) -> list[str]:
    """Return the extra tokens by which titles are indexed: each word and each pair of words, with a mark before it."""
    return [*(_TITLE + word for word in words), *_title_pairs(words)]


def _title_pairs(words: Sequence[str]) -> list[str]:
    return [f"{_TITLE}{word}{_TITLE}{following}" for word, following in pairwise(words)]


def _title_phrase(phrase: Phrase) -> Phrase:
    if phrase.is_phonetic:
        return phrase
    return phrase._replace(tokens=tuple(_title_pairs(phrase.tokens) or title_tokens(phrase.tokens)))


def _paired_phrases(phrase: Phrase) -> Iterator[Phrase]:
    """Yield a phrase of syllables as pairs, once for each completion of its last one; any other phrase unchanged."""
    *first, last = [syllable_of_token(token) for token in phrase.tokens]
    if not last:
        yield phrase
        return
    endings = syllables_starting_with(last) if phrase.is_prefix else ()
    for ending in endings or (last,):
        syllables = [*first, ending]
        pairs = syllable_pair_tokens(syllables) or syllable_tokens(syllables)
        yield Phrase(tuple(pairs), is_prefix=phrase.is_prefix and not endings)
