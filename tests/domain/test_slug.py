"""Ids made of names: readable, the same every time, in Latin letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.slug import is_slug, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Metro Line 8", "metro-line-8"), ("杭州", "hang-zhou"), ("地铁8号线 opens", "di-tie-8-hao-xian-opens"),
        ("Éclair été", "eclair-ete"), ("Chang'an’s", "changans"), ("《钱塘》", "qian-tang"),
        ("a" * 200, "a" * 60), ("one " * 40, "-".join(["one"] * 15)),
    ],
)  # fmt: skip
def test_names(name: str, slug: str) -> None:
    """Chinese by its sounds, accents dropped, long ones cut between words."""
    assert slug_of(name) == slug


@given(st.text(max_size=40))
@settings(deadline=None)
def test_any_name_gives_an_id(name: str) -> None:
    """Whatever the script, and always the same one."""
    assert is_slug(slug_of(name))
    assert slug_of(name) == slug_of(name)


@pytest.mark.parametrize("text", ["", "A", "a b", "-a", "a--b", "é", "a" * 101])
def test_what_is_no_id(text: str) -> None:
    """Capitals, spaces, stray hyphens, other letters, endless ones."""
    assert not is_slug(text)
