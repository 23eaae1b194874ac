"""The texts of slides, eras and the title of a timeline of TimelineJS."""

from collections.abc import Mapping
from typing import Any

from qtviewer.exchange.importing.html_text import html_to_markdown
from qtviewer.exchange.importing.raw_value import as_text


def text_of(item: Any) -> Mapping[str, Any]:
    """Return the object with the texts of an item, an empty one where it has none."""
    text = item.get("text") if isinstance(item, dict) else None
    return text if isinstance(text, dict) else {}


def headline_of(item: Any) -> str:
    """Return the headline of an item on one line, its HTML as Markdown; RefusedValueError when it is no text."""
    return " ".join(html_to_markdown(as_text(text_of(item).get("headline"))).split())
