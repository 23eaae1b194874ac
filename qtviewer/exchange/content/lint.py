"""Everything about content that can be read and yet be better: see docs/content.md."""

from collections.abc import Callable, Iterator
from typing import Final

from qtviewer.domain.event import Chronicle
from qtviewer.exchange.content import lint_events as events
from qtviewer.exchange.content import lint_marks as marks
from qtviewer.exchange.content import lint_names as names
from qtviewer.exchange.content import lint_text as text
from qtviewer.exchange.content.finding import Finding

Rule = Callable[[Chronicle], Iterator[Finding]]
Locate = Callable[[Finding], tuple[str, int]]
"""Where a finding stands: a file and a line, 0 when there are no lines."""

RULES: Final[tuple[Rule, ...]] = (
    text.nothing_is_empty,
    text.every_language_is_there,
    text.titles_are_short,
    text.summaries_are_one_sentence,
    text.bodies_have_two_to_six_sentences,
    text.languages_are_what_they_say,
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
    events.parents_are_there,
    events.parents_make_a_tree,
    events.few_events_made_the_year,
    events.unprinted_dates_have_a_note,
    events.plans_lie_ahead,
    events.figures_agree_with_their_numbers,
    events.figures_agree_between_languages,
)


def lint(chronicle: Chronicle, locate: Locate) -> list[str]:
    """What could be better, one sentence each, in the order of files and lines."""
    found = [(locate(finding), finding) for rule in RULES for finding in rule(chronicle)]
    ordered = sorted(found, key=lambda located: located[0])
    return [finding.sentence(f"{path}:{line}" if line else path) for (path, line), finding in ordered]
