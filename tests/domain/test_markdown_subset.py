"""The Markdown subset of texts: what is markup in it, and that everything else is plain text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.markdown_subset import (
    EMPHASIS,
    EMPHASIS_END,
    STRONG,
    STRONG_END,
    blocks_of,
    escape_markdown,
    marked_line,
    safe_markdown,
)

READABLE = str.maketrans({STRONG: "{", STRONG_END: "}", EMPHASIS: "<", EMPHASIS_END: ">"})
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("*-_[]()!<&\\`#1.\n "), max_size=40)


def test_paragraphs_and_lists() -> None:
    """Empty lines part paragraphs, whose lines are joined; a list needs no empty line before it."""
    body = "One\ntwo\n\n- a\n* b\n\nThree\n1. c\n2) d"
    assert [(block.kind, list(block.lines)) for block in blocks_of(body)] == [
        ("p", ["One two"]), ("ul", ["a", "b"]), ("p", ["Three"]), ("ol", ["c", "d"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("**a** b *c*", "{a} b <c>"),
        ("**a *b* c**", "{a <b> c}"),
        ("*a **b** c*", "<a {b} c>"),
        ("**a *b** c*", "{a *b} c*"),  # bold ends within the italic words
        ("2 * 3 * 4, ** a **", "2 * 3 * 4, ** a **"),
        ("**never closed", "**never closed"),
        ("****", "****"),
        ("**https://x.org/a** *https://x.org/*b*c.*", "{https://x.org/a} <https://x.org/*b*c.>"),
        ("\x01a", "\ufffda"),
    ],
)
def test_bold_and_italic(line: str, marked: str) -> None:
    """Pairs of stars around words are marks; all others are stars."""
    assert marked_line(line).translate(READABLE) == marked


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("![p](/dev/zero)", r"!\[p\](/dev/zero)"),
        ("[l](file:///x)", r"\[l\](file\:///x)"),
        ("<img src=x> & a_b_c", r"\<img src=x\> \& a\_b\_c"),
        ("see http://www.example.org or a@b.org", r"see http\://www\.example.org or a\@b.org"),
        ("# Heading", r"\# Heading"),
        ("| a | b |", r"\| a \| b \|"),
        ("---", r"\---"),
        ("- - a", r"- \- a"),
        ("2021. 3", r"1. 3"),
        ("2 ** 3 *a*", r"2 \*\* 3 *a*"),
    ],
)
def test_nothing_else_is_markup(text: str, safe: str) -> None:
    """Pictures, links, addresses, HTML, headings, tables and rules are escaped."""
    assert safe_markdown(text) == safe


def test_a_title_is_no_list() -> None:
    """Where not even lists are markup, the sign of one is escaped."""
    assert [escape_markdown(text) for text in ("- a", "1. a", "*a*\nb")] == [r"\- a", r"1\. a", r"\*a\* b"]


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_marks_are_paired_and_nested(text: str) -> None:
    """Each mark that begins something is ended, before what began earlier ends."""
    opened = []
    for sign in marked_line(text):
        if sign in (STRONG, EMPHASIS):
            opened.append(sign)
        elif sign in (STRONG_END, EMPHASIS_END):
            assert opened.pop() == {STRONG_END: STRONG, EMPHASIS_END: EMPHASIS}[sign]
    assert opened == []


@pytest.mark.parametrize(
    "part", ["**a ", "*a ", "[", "![a](", "<", "&", "- ", "**", "a\n", "`", "** **a", "https://", "https://*", "a@"]
)
def test_long_texts_take_no_more_time_by_the_sign(part: str) -> None:
    """Two hundred thousand signs of markup that is never closed are read at once; the square of them would hang."""
    assert len(safe_markdown(part * (200_000 // len(part)))) >= 100_000
