"""Runs the lint rules on content that can be read; docs/content.md describes them."""

from collections.abc import Callable, Iterator
from typing import Final

from qtviewer.domain.event import Chronicle
from qtviewer.exchange.content import lint_events as events
from qtviewer.exchange.content import lint_marks as marks
from qtviewer.exchange.content import lint_names as names
from qtviewer.exchange.content import lint_text as text
from qtviewer.exchange.content.finding import Finding

LintRule = Callable[[Chronicle], Iterator[Finding]]
LocateFinding = Callable[[Finding], tuple[str, int]]
"""Returns the file and line number of a finding; 0 when the line is not known."""

RULES: Final[tuple[LintRule, ...]] = (
    text.required_texts_are_not_empty,
    text.all_languages_are_present,
    text.titles_are_short,
    text.summaries_are_one_sentence,
    text.bodies_have_two_to_six_sentences,
    text.texts_are_in_their_language,
    marks.characters_are_printable,
    marks.chinese_has_full_width_marks,
    marks.chinese_has_no_spaces,
    marks.english_has_no_chinese_marks,
    marks.marks_are_balanced,
    names.ids_are_unique,
    names.ids_are_readable,
    names.names_are_spelled_one_way,
    names.other_names_are_spelled_one_way,
    names.tags_are_used,
    names.events_use_canonical_names,
    events.threads_have_events,
    events.parents_exist,
    events.parents_make_a_tree,
    events.highest_importance_is_rare,
    events.unprinted_dates_have_a_note,
    events.planned_events_are_not_long_past,
    events.events_hold_no_more_than_they_may,
    events.figures_agree_with_their_numbers,
    events.figures_agree_between_languages,
)


def lint(chronicle: Chronicle, locate: LocateFinding) -> list[str]:
    """Return all findings as sentences with their places, in the order of files and lines."""
    found = [(locate(finding), finding) for rule in RULES for finding in rule(chronicle)]
    ordered = sorted(found, key=lambda located: located[0])
    return [finding.message(f"{path}:{line}" if line else path) for (path, line), finding in ordered]
