"""HTML as calendars and timelines have it: its words stay, and what runs does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.exchange.importing.html_text import html_to_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a < b & c", "a < b & c"),
        ("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\nlines"),
        ("<b>bold</b> and <em>so</em>", "**bold** and *so*"),
        ('<a href="javascript:x">here</a>', "here"),
        ("before<script>alert(1)</script>after", "beforeafter"),
        ("R&amp;D", "R&D"),
        ("one<!-- two --> three<!-- four", "one three"),
        ('<a title="a > b">c</a>', "c"),
        ("<SCRIPT>a</b>c</script >d<style>e", "d"),
        ("a<svg/>b<svg><text>c</text></svg>d<embed src=x>e", "abde"),
        ("<!DOCTYPE html><?xml?><p>a</p>b", "a\n\nb"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n\n- two"),
    ],
)
def test_html_becomes_markdown(source: str, text: str) -> None:
    """Where HTML is the rule, its words and their emphasis stay, and nothing that runs."""
    assert html_to_markdown(source) == text


@given(st.text(st.sampled_from("<>/abp &;=script\"'!-"), max_size=60))
def test_what_html_leaves_runs_nothing(source: str) -> None:
    """Whatever the HTML, its text has no script element."""
    text = html_to_markdown(f"<p>{source}</p>")
    assert "<script" not in text.lower() or "&lt;" in source or "&" in source


@pytest.mark.parametrize(
    "part", ["<!--", "<a ", "<a \"'", "<", "&#", "<b", "<![", "<script>", "</b", "<a '\"x", "\n ", "<svg>"]
)
def test_a_long_text_is_read_at_once(part: str) -> None:
    """Two hundred thousand signs of tags that never end."""
    assert isinstance(html_to_markdown("<p>" + part * (200_000 // len(part))), str)
