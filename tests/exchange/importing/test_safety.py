"""Texts from outside: what runs is refused, what only looks like it is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.exchange.importing.raw_value import RefusedValueError
from qtviewer.exchange.importing.safety import MAX_TEXT_LENGTH, html_to_markdown, is_suspicious, safe_text

ACTIVE = [
    "<script>alert(1)</script>", "< SCRIPT src=x>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "<iframe src='//x'>", "[go](javascript:alert(1))", "[go]( java\tscript:alert(1))", "javascript:alert(1)",
    "<a href=\"JaVaScRiPt:x\">", "[x](vbscript:x)", "[x](data:text/html;base64,AA)", "&lt;script&gt;",
    "[x](&#106;avascript:alert(1))", "<style>*{}</style>", "a\x00b", "half \ud83d", "<b/onclick=x>",
]  # fmt: skip
HARMLESS = [
    "a < b and c > d", "JavaScript: The Good Parts", "https://example.com/?a=b:c", "08:30：开工", "<b>bold</b>",
    "JavaScript:导论", "R&amp;D", "Schreibt <onto> it", "data: 5 rows", "=1+1", "《钱塘》 <2022> 第1期", "[see](https://example.com)",
]  # fmt: skip


@pytest.mark.parametrize("text", ACTIVE)
def test_what_could_run_or_cannot_be_stored_is_refused(text: str) -> None:
    """Scripts, handlers and their links, in any disguise that programs see through."""
    assert is_suspicious(text) or is_suspicious(text.replace("&", "<"))
    with pytest.raises(RefusedValueError):
        safe_text(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_texts_pass(text: str) -> None:
    """Comparisons, times, addresses and titles with a colon are texts."""
    safe_text(text)


def test_an_endless_text_is_refused() -> None:
    """Ten megabytes in one cell are no text of an event."""
    text = "字" * (MAX_TEXT_LENGTH + 1)
    assert is_suspicious(text)
    with pytest.raises(RefusedValueError, match="1,000,001 characters"):
        safe_text(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a < b & c", "a < b & c"),
        ("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\nlines"),
        ("<b>bold</b> and <em>so</em>", "**bold** and *so*"),
        ('<a href="javascript:x">here</a>', "here"),
        ("before<script>alert(1)</script>after", "beforeafter"),
        ("R&amp;D", "R&D"),
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
