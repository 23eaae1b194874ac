"""What a search means as the phrases that the index answers soonest.

A phrase takes as long as its rarest token is frequent, and one that may go on as long as all that it may become. So
tokens stand in pairs, which are rare or in no event at all, and beginnings of syllables are all syllables they may be.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from qtviewer.domain.search.pinyin_typing import syllables_starting_with
from qtviewer.domain.search.search_terms import Phrase, Term
from qtviewer.domain.search.sound_tokens import syllable_of_token, syllable_pair_tokens, syllable_tokens

_TITLE: Final = "▪"


def index_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms as texts, names and titles have them."""
    return tuple(tuple(dict.fromkeys(phrase for each in term for phrase in _as_heard(each))) for term in terms)


def title_index_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms as titles alone have them; see `title_tokens`."""
    return tuple(tuple(map(_in_title, term)) for term in index_terms(terms))


def title_tokens(words: Sequence[str]) -> list[str]:
    """Tokens that only titles have: each word, and each with the next."""
    return [*(_TITLE + word for word in words), *_title_pairs(words)]


def _title_pairs(words: Sequence[str]) -> list[str]:
    return [f"{_TITLE}{word}{_TITLE}{following}" for word, following in pairwise(words)]


def _in_title(phrase: Phrase) -> Phrase:
    if phrase.is_phonetic:
        return phrase
    return phrase._replace(tokens=tuple(_title_pairs(phrase.tokens) or title_tokens(phrase.tokens)))


def _as_heard(phrase: Phrase) -> Iterator[Phrase]:
    """A phrase of syllables as pairs of them, its last syllable as each that it may be; any other phrase as it is."""
    *first, last = [syllable_of_token(token) for token in phrase.tokens]
    if not last:
        yield phrase
        return
    endings = syllables_starting_with(last) if phrase.is_prefix else ()
    for ending in endings or (last,):
        syllables = [*first, ending]
        pairs = syllable_pair_tokens(syllables) or syllable_tokens(syllables)
        yield Phrase(tuple(pairs), is_prefix=phrase.is_prefix and not endings)
