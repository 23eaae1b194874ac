"""The Markdown of texts: paragraphs, lists, bold and italic; everything else in them is plain text."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, Literal, NamedTuple

BlockKind = Literal["p", "ul", "ol"]
STRONG, STRONG_END, EMPHASIS, EMPHASIS_END = "\x01", "\x02", "\x03", "\x04"
"""The marks in `marked_line`: where bold and italic words begin and end."""

_IN_ADDRESS: Final = r"[^\s<>\"'“”‘’，。；、）】》\x00-\x1f]"
ADDRESS: Final = rf"https?://{_IN_ADDRESS}+"
"""A pattern for a web address in a text, with the punctuation that may follow it."""

# Patterns are compiled by `re` when a text first needs them: all of them take 2 ms on the way to the first frame.
_ADDRESS_WITHOUT_END: Final = rf"https?://{_IN_ADDRESS}*(?![*.,;:!?)]){_IN_ADDRESS}"
_HIDDEN_STAR: Final = "\x05"
_MARKS: Final = STRONG + STRONG_END + EMPHASIS + EMPHASIS_END + _HIDDEN_STAR
_MARKS_IN_TEXTS: Final = str.maketrans(dict.fromkeys(_MARKS, "\ufffd"))
_STRONG_START: Final = r"\*\*(?=\S)"
_STRONG_STOP: Final = r"(?<=\S)\*\*"
_EMPHASIS: Final = r"(?<!\*)\*(?=[^\s*])([^*]+)(?<=[^\s*])\*(?!\*)"
_ITEM: Final = r"\s{0,3}(?:[-*+]|(\d{1,9})[.)])\s+(.*)"
_SPECIAL: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`[]<>&_#|~*"})
_LINKING: Final = r":(?=//)|(?<=\w)@(?=\w)|(?<=[wW]{3})\."
_LINE_START: Final = r"\A(?:([-+])|(\d{1,9})([.)]))(?=\s|$|[-=])"
_FIRST_OF_ITEM: Final = frozenset("-+*0123456789")
_MARKDOWN_OF_MARKS: Final = str.maketrans({STRONG: "**", STRONG_END: "**", EMPHASIS: "*", EMPHASIS_END: "*"})


class Block(NamedTuple):
    """A paragraph ("p", with its one line), or a list with ("ol") or without ("ul") numbers, with its items."""

    kind: BlockKind
    lines: Sequence[str]


def blocks_of(body: str) -> Iterator[Block]:
    """Yield the paragraphs and lists of a text; the lines of a paragraph are joined by spaces."""
    for is_blank, lines in groupby(body.splitlines(), key=lambda line: not line.strip()):
        if is_blank:
            continue
        for kind, members in groupby(lines, key=_kind_of_line):
            if kind == "p":
                yield Block(kind, (" ".join(line.strip() for line in members),))
            else:
                yield Block(kind, [_item_text(line) for line in members])


def _kind_of_line(line: str) -> BlockKind:
    match = re.fullmatch(_ITEM, line) if line.lstrip()[0] in _FIRST_OF_ITEM else None
    return "p" if match is None else "ol" if match[1] else "ul"


def _item_text(line: str) -> str:
    match = re.fullmatch(_ITEM, line)
    return match[2].strip() if match else line


def marked_line(line: str) -> str:
    """Return a line in which the stars around bold and italic words are replaced by the four marks of this module.

    Marks are paired and nested; stars that make nothing bold or italic stay, and characters like the marks are U+FFFD.
    Stars in web addresses stay, too. Takes time in proportion to the length.
    """
    plain = line.translate(_MARKS_IN_TEXTS)
    if "*" not in plain:
        return plain
    hidden = re.sub(_ADDRESS_WITHOUT_END, _with_hidden_stars, plain) if "://" in plain else plain
    return re.sub(_EMPHASIS, _marked_emphasis, _with_strong_marks(hidden)).replace(_HIDDEN_STAR, "*")


def _with_hidden_stars(match: re.Match[str]) -> str:
    return match[0].replace("*", _HIDDEN_STAR)


def _with_strong_marks(line: str) -> str:
    """Mark bold words; one search for each pair, as a pattern for a whole pair would read the rest at every star."""
    pieces, end = [], 0
    starts, stops = re.compile(_STRONG_START), re.compile(_STRONG_STOP)
    while start := starts.search(line, end):
        stop = stops.search(line, start.end() + 1)
        if stop is None:
            break
        pieces += [line[end : start.start()], STRONG, line[start.end() : stop.start()], STRONG_END]
        end = stop.end()
    return "".join(pieces) + line[end:]


def _marked_emphasis(match: re.Match[str]) -> str:
    """Return italic words with their marks, or with the stars where a bold word reaches over one of their ends."""
    bold = [sign for sign in match[1] if sign in (STRONG, STRONG_END)]
    is_nested = not bold or (bold[0] == STRONG and bold[-1] == STRONG_END)
    return f"{EMPHASIS}{match[1]}{EMPHASIS_END}" if is_nested else match[0]


def escape_markdown(text: str) -> str:
    """Return plain text as one line of Markdown in which nothing is markup: no picture, no link, no HTML."""
    return _escaped_line(" ".join(text.split()))


def _escaped_line(line: str) -> str:
    escaped = line.translate(_SPECIAL)
    if "://" in line or "@" in line or "www." in line.lower():
        escaped = re.sub(_LINKING, r"\\\g<0>", escaped)
    return re.sub(_LINE_START, _escaped_start, escaped) if line[:1] in _FIRST_OF_ITEM else escaped


def _escaped_start(match: re.Match[str]) -> str:
    sign, number, point = match.groups()
    return f"\\{sign}" if sign else f"{number}\\{point}"


def safe_markdown(body: str) -> str:
    """Return a text as Markdown in which only paragraphs, lists, bold and italic are markup, for any reader of it.

    Pictures, links, addresses, HTML, headings, tables and code are shown as they are written.
    """
    return "\n\n".join(map(_block_markdown, blocks_of(body)))


def _block_markdown(block: Block) -> str:
    lines = [_escaped_line(marked_line(line)).translate(_MARKDOWN_OF_MARKS) for line in block.lines]
    if block.kind == "p":
        return lines[0]
    return "\n".join(f"{f'{number}.' if block.kind == 'ol' else '-'} {line}" for number, line in enumerate(lines, 1))
