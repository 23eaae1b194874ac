"""Stores whose every text means harm to some format that it is exported to."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Category, Chronicle, Era, Event, EventText, Figure, FigureText, Tag, TagKind
from qtviewer.store.writer import write_store

CONTROLS: Final = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), 127, 133, 155, 0x2028, 0xFFFE, 0xFFFF]))
HOSTILE: Final = (
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "\t=1",
    "'=1",
    "\r\n=1",
    '"; "',
    "a,b;c\td|e",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt;&amp;",
    "</style></title><script>",
    "]]>",
    "<!--",
    "--><svg/onload=x>",
    "![p](/dev/zero)",
    "[l](file:///x)",
    "[l](javascript:x)",
    "# h\n> q\n***\n| a | b |",
    "https://x.org/a_(b)",
    "https://x.org/)/S/JavaScript/JS(app.beep()",
    "https://x.org/\\",
    "http://[",
    "https://x.org/%zz",
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
    "a\\nb\\,c\\;d",
    ";LANGUAGE=x:y",
    "\u202e\u2066abc",
    "e\u0301" * 20,
    "😀👩‍👩‍👧",
    "\U0010fffd\ue000",
    CONTROLS,
    "a\x00b",
    "_x000D_",
    "_x005F_",
    '{"a": [',
    "[1]",
    "null",
    "1e999",
    "字" * 33_000,
    "- a\n" * 200,
    "**a" * 300,
    "%s%n{0}${x}",
    "..\\..\\x",
    "C:\\x",
    " ",
    "\u3000",
)


def write_hostile_store(path: Path, random: Random) -> list[str]:
    """Write a store of ten events whose texts are drawn from the hostile ones; return the ids of its events."""

    def text() -> str:
        return random.choice(HOSTILE) + random.choice(("", "x", random.choice(HOSTILE)))

    events = tuple(_event(f"e-{number}", text, random) for number in range(10))
    chronicle = Chronicle(
        {"zh": text(), "en": text()},
        {"zh": text(), "en": ""},
        tuple(Category(f"c-{number}", {"zh": text()}, "#B3261E", "#FF8A7A") for number in range(3)),
        {"l": {"zh": text()}},
        {"s": {"zh": text()}},
        {"t": {"zh": text()}},
        tuple(Tag(f"{kind}", kind, {"zh": text()}, (text(),)) for kind in TagKind),
        events,
        eras=(Era("era", {"zh": text()}, parse_edtf("2020/2022"), "#0E6E83", "#5CC3D6"),),
    )
    write_store(chronicle, path)
    return [event.id for event in events]


def _event(key: str, text: Callable[[], str], random: Random) -> Event:
    return Event(
        id=key,
        date=parse_edtf(random.choice(("2021-06-28", "2021~", "-0044", "2019/..", "[2021-12..2022-02]"))),
        category=f"c-{random.randrange(3)}",
        collection="l",
        texts={
            lang: EventText(text() or "T", text(), text(), text()) for lang in random.choice((("zh",), ("zh", "en")))
        },
        thread="t",
        source="s",
        source_section=text(),
        source_heading=text(),
        tags=tuple(str(kind) for kind in TagKind),
        figures=(Figure(3.0, {"zh": FigureText(text(), text(), text())}),),
    )
