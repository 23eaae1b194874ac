"""Counts the sentences of Chinese and English texts."""

import re
from itertools import groupby
from typing import Final, NamedTuple

_ENDS: Final = {"zh": "。！？", "en": ".!?"}
_CLOSING: Final = "”’」』）)\"'*"
_QUOTED: Final = re.compile(
    r"“[^”]{0,500}”|《[^》]{0,500}》|「[^」]{0,500}」|（[^）]{0,500}）|\([^)]{0,500}\)"
)  # bounded, or it would read the rest of a text at every bracket
_ABBREVIATION: Final = re.compile(r"\b(?:[Nn]os?|Mr|Mrs|Ms|Dr|St|Prof|vs|[A-Z])\.(?= ?[\w(“])|\b(?:[A-Za-z]\.){2,}")
_BREAKS: Final = {"zh": re.compile("[。！？]+"), "en": re.compile(r"[.!?]+(?=\s+[^a-z\s]|\s*$)")}
_LIST_MARK: Final = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


class BodySize(NamedTuple):
    """The parts of a body: sentences outside lists, lists, and items of all lists."""

    sentences: int
    lists: int
    items: int


def is_countable(lang: str) -> bool:
    """Return whether `sentence_count` knows a language."""
    return lang in _ENDS


def is_finished(text: str, lang: str) -> bool:
    """Return whether a text ends with a full stop, question mark, exclamation mark or ellipsis."""
    return text.rstrip().rstrip(_CLOSING).endswith((*_ENDS[lang], "…"))


def sentence_count(text: str, lang: str) -> int:
    """Return the number of sentences; one in quotation marks or brackets counts with the one around it."""
    plain = _ABBREVIATION.sub("-", text) if lang == "en" else text
    plain = _QUOTED.sub(lambda quoted: _placeholder(quoted, lang), plain)
    return sum(1 for part in _BREAKS[lang].split(plain) if part.strip().strip(_CLOSING))


def _placeholder(quoted: re.Match[str], lang: str) -> str:
    """Return the placeholder for a quotation, with a full stop if the quotation ends the sentence around it."""
    inner = quoted[0][1:-1].rstrip() if quoted[0][0] in "“「" else ""
    return "Q." if lang == "en" and inner.endswith(".") else "Q。" if inner.endswith("。") else "Q"


def body_size(body: str, lang: str) -> BodySize:
    """Return the size of a body in Markdown; a paragraph that introduces a list (“：”) counts as part of the list."""
    blocks = [(is_list, list(lines)) for is_list, lines in groupby(_lines(body), key=_is_in_list)]
    sentences = lists = items = 0
    for index, (is_list, lines) in enumerate(blocks):
        if is_list:
            lists, items = lists + 1, items + sum(1 for line in lines if _LIST_MARK.match(line))
        else:
            sentences += sum(sentence_count(line, lang) for line in lines)
            sentences -= index + 1 < len(blocks) and lines[-1].rstrip().endswith(("：", ":"))
    return BodySize(sentences, lists, items)


def _lines(body: str) -> list[str]:
    return [line for line in body.splitlines() if line.strip()]


def _is_in_list(line: str) -> bool:
    return bool(_LIST_MARK.match(line)) or line.startswith("  ")
