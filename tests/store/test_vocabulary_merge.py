"""Names become ids: those of the store, of the file, or new ones."""

from qtviewer.domain.event import Chronicle, TagKind
from qtviewer.store.vocabulary_merge import VocabularyMerge
from tests.store.samples import SAMPLE

NOTHING = Chronicle({}, {})


def test_ids_names_and_aliases_mean_what_the_store_has() -> None:
    """In any language; a tag only among those of its kind."""
    register = VocabularyMerge(SAMPLE, NOTHING, "list", prefer_file=False)
    assert [register.id_of("category", word, "en") for word in ("history", "历史", "History")] == ["history"] * 3
    assert register.tag_id(TagKind.PLACE, {"zh": "下沙"}) == "xiasha"
    assert register.tag_id(TagKind.PERSON, {"zh": "下沙"}) == "xia-sha"
    assert register.kind_of("xia-sha") is TagKind.PERSON
    assert list(register.additions()) == ["person 'xia-sha' (下沙)"]


def test_new_words_get_ids_of_their_own() -> None:
    """An id stays what it is, a name is spelled; two names that are spelled alike stay two."""
    register = VocabularyMerge(NOTHING, NOTHING, "my list", prefer_file=False)
    assert register.id_of("thread", "metro-line-8", "en") == "metro-line-8"
    assert register.id_of("collection", "杭州", "zh") == "hang-zhou"
    assert register.id_of("collection", "航洲", "zh") == "hang-zhou-2"
    assert register.tag_id(TagKind.PLACE, {"zh": "杭州"}) == "hang-zhou"
    assert register.tag_id(TagKind.PLACE, {"en": "Hang Zhou"}) == "hang-zhou-2"
    assert register.default_id("source", "en") == "my-list"
    chronicle = register.chronicle("en", only_used=False)
    assert chronicle.threads == {"metro-line-8": {"en": "Metro line 8"}}
    assert chronicle.titles == {"en": "my list"}


def test_new_categories_get_colours_of_their_own() -> None:
    """The first eleven differ from each other and from those of the store."""
    register = VocabularyMerge(SAMPLE, NOTHING, "list", prefer_file=False)
    for number in range(8):
        register.id_of("category", f"c{number}", "en")
    colors = [category.color for category in register.chronicle("en", only_used=False).categories]
    assert len(set(colors)) == len(colors) == 11
