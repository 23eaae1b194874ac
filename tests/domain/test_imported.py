"""A problem is one sentence: where, what was found, why."""

import pytest

from qtviewer.domain.imported import ImportProblem


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (ImportProblem(3, "date", "soon", "is not a date"), "row 3, date 'soon' is not a date"),
        (ImportProblem(3, "title", "", "is missing"), "row 3, title is missing"),
        (ImportProblem(3, "", "", "is no event"), "row 3 is no event"),
        (ImportProblem(3, "", "5", "is no event"), "row 3, '5' is no event"),
        (ImportProblem(0, "", "", "is not whole"), "is not whole"),
    ],
)
def test_sentences(problem: ImportProblem, sentence: str) -> None:
    """What is not known is left out."""
    assert str(problem) == sentence
