"""Lint rules for events: threads, parents, importance, dates and figures."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from qtviewer.domain.bounds import event_excesses, vocabulary_excesses
from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event import Chronicle, DateBasis, Event, Figure, FigureText, Status
from qtviewer.exchange.content.finding import Finding, first_line
from qtviewer.exchange.printed_number import is_printed_as, printed_numbers

FIRST_YEAR_OF_PLANS: Final = 2021
_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALE: Final = re.compile(rf"\b({'|'.join(_SCALES)})\b")
_CHINESE_SCALE: Final = re.compile("^(?:[十百千]?[万亿]{1,8}|千(?=元))")
_CONVERTED: Final = re.compile("[亩斤两里尺寸丈米吨克升顷度瓦成折打分秒时]")
_EXACT: Final = re.compile(r"[\d,. ]+(?:thousand|million|billion|trillion)?")


def threads_have_events(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each thread with fewer than two events."""
    counts = Counter(event.thread for event in chronicle.events)
    for thread in chronicle.threads:
        if counts[thread] < 2:
            yield Finding("thread", thread, f"has {counts[thread] or 'no'} event, expected two or more")


def parents_make_a_tree(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each cycle of parents."""
    parents = {event.id: event.parent for event in chronicle.events}
    for start in parents:
        path = [start]
        while (parent := parents.get(path[-1], "")) and parent not in path:
            path.append(parent)
        if parent == start == min(path):
            yield Finding(
                "event", start, f"is a part of itself ({' → '.join([*path, start])}), expected another parent"
            )


def parents_exist(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each parent that is not an event of the chronicle."""
    known = {event.id for event in chronicle.events}
    for event in chronicle.events:
        if event.parent and event.parent not in known:
            yield Finding("event", event.id, f"its parent {event.parent!r} is not an event, expected the id of one")


def highest_importance_is_rare(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each event of importance 5 beyond ten, or beyond one in a hundred of a large chronicle."""
    most = max(10, len(chronicle.events) // 100)
    highest = [event for event in chronicle.events if event.importance == 5]
    for number, event in enumerate(highest[most:], most + 1):
        yield Finding("event", event.id, f"is number {number} of importance 5, expected at most {most}")


def unprinted_dates_have_a_note(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each date that is not printed in the source and has no note on how it is known."""
    for event in chronicle.events:
        for lang, text in event.texts.items():
            if event.date_basis is not DateBasis.PRINTED and not text.date_note:
                problem = f"is empty though the date is {event.date_basis.value}, expected how the date is known"
                yield Finding("event", event.id, problem, f"{lang} date_note", first_line(text.title))


def events_hold_no_more_than_they_may(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each event or kind of vocabulary that is too much for the window to open at once."""
    for event in chronicle.events:
        for field, excess in event_excesses(event):
            yield Finding("event", event.id, excess, field)
    for excess in vocabulary_excesses(chronicle):
        yield Finding("chronicle", "", excess)


def planned_events_are_not_long_past(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each planned event before 2021."""
    for event in chronicle.events:
        if event.status is Status.PLANNED and event.date.last_day < day_number(FIRST_YEAR_OF_PLANS, 1, 1):
            problem = f"is planned for a date before {FIRST_YEAR_OF_PLANS}, expected another status or date"
            yield Finding("event", event.id, problem)


def figures_agree_with_their_numbers(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each figure whose Chinese value does not begin with its number."""
    for event, number, figure in _figures(chronicle):
        text = figure.texts.get("zh")
        if text and not is_printed_as(figure.number, text.value):
            problem = f"is {text.value!r}, expected the number {figure.number:.12g}"
            yield Finding("event", event.id, problem, f"zh value of figure {number}", text.value)


def figures_agree_between_languages(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each figure whose Chinese and English amounts differ, as where 万 or 亿 is converted wrongly.

    Figures with measures that have to be converted, such as 亩, are not checked.
    """
    for event, number, figure in _figures(chronicle):
        texts = figure.texts.get("zh"), figure.texts.get("en")
        if texts[0] is None or texts[1] is None or _CONVERTED.search(texts[0].unit + texts[0].value):
            continue
        chinese, english = _chinese_amount(figure, texts[0]), _english_amount(texts[1])
        exact = _EXACT.fullmatch(texts[1].value)
        if english is not None and not math.isclose(chinese, english, rel_tol=1e-6 if exact else 0.05):
            problem = f"comes to {english:.12g}, expected {chinese:.12g} as in Chinese"
            yield Finding("event", event.id, problem, f"en value of figure {number}", texts[1].value)


def _figures(chronicle: Chronicle) -> Iterator[tuple[Event, int, Figure]]:
    for event in chronicle.events:
        for number, figure in enumerate(event.figures, 1):
            yield event, number, figure


def _chinese_amount(figure: Figure, text: FigureText) -> float:
    """Return the number of a figure times the 万 or 亿 in its value or unit."""
    plain, *scaled = printed_numbers(text.value) or (figure.number,)
    number = scaled[0] if len(scaled) == 1 and math.isclose(figure.number, plain) else figure.number
    unit = _CHINESE_SCALE.match(text.unit)
    return number * printed_numbers(unit[0])[0] if unit else number


def _english_amount(text: FigureText) -> float | None:
    """Return the number of a value times its thousand, million, billion or trillion; None without digits."""
    digits = re.search(r"(?:^[-−])?\d[\d,]*(?:\.\d+)?", text.value)
    if digits is None:
        return None
    scale = _SCALE.search(f"{text.value} {text.unit}")
    return float(digits[0].replace(",", "").replace("−", "-")) * (_SCALES[scale[1]] if scale else 1)
