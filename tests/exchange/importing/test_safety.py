"""Texts from outside: what runs is refused, what only looks like it is left alone."""

from contextlib import suppress

import pytest

from qtviewer.domain.bounds import MAX_TEXT_LENGTH
from qtviewer.exchange.importing.html_text import html_to_markdown
from qtviewer.exchange.importing.raw_value import RefusedValueError
from qtviewer.exchange.importing.safety import is_suspicious, safe_text

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
    with pytest.raises(RefusedValueError, match="50,001 characters"):
        safe_text(text)


PARTS = ["<a ", "<a onx", "<", "< ", "&", "&#1", "<x on", "(java", "'=", "<a/", "<script ", "&lt;", " onx=", "\x0b"]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("before", ["", "<", "<a", "&#"])
def test_a_long_text_is_checked_at_once(part: str, before: str) -> None:
    """Fifty thousand signs of what may become a tag; time that grows with their square would be minutes."""
    text = before + part * (50_000 // len(part))
    with suppress(RefusedValueError):
        assert len(safe_text(text)) == len(text)


def test_a_number_of_thousands_of_digits_is_no_character() -> None:
    """Python itself reads none."""
    assert safe_text(f"&#{'1' * 5000};") == f"&#{'1' * 5000};"
    assert html_to_markdown(f"<b>&#{'1' * 5000};</b>") == "**\ufffd**"
