"""Names become ids: those of the store, of the file, or new ones."""

from qtviewer.domain.event import Chronicle, TagKind
from qtviewer.store.vocabulary_merge import VocabularyMerge
from tests.store.samples import SAMPLE

NOTHING = Chronicle({}, {})


def test_ids_names_and_aliases_mean_what_the_store_has() -> None:
    """In any language; a tag only among those of its kind."""
    merge = VocabularyMerge(SAMPLE, NOTHING, "list", prefer_file=False)
    assert [merge.find_or_add("category", word, "en") for word in ("history", "历史", "History")] == ["history"] * 3
    assert merge.find_or_add_tag(TagKind.PLACE, {"zh": "下沙"}) == "xiasha"
    assert merge.find_or_add_tag(TagKind.PERSON, {"zh": "下沙"}) == "xia-sha"
    assert merge.tag_kind_of("xia-sha") is TagKind.PERSON
    assert list(merge.added_items()) == ["person 'xia-sha' (下沙)"]


def test_new_words_get_ids_of_their_own() -> None:
    """An id stays what it is, a name is spelled; two names that are spelled alike stay two."""
    merge = VocabularyMerge(NOTHING, NOTHING, "my list", prefer_file=False)
    assert merge.find_or_add("thread", "metro-line-8", "en") == "metro-line-8"
    assert merge.find_or_add("collection", "杭州", "zh") == "hang-zhou"
    assert merge.find_or_add("collection", "航洲", "zh") == "hang-zhou-2"
    assert merge.find_or_add_tag(TagKind.PLACE, {"zh": "杭州"}) == "hang-zhou"
    assert merge.find_or_add_tag(TagKind.PLACE, {"en": "Hang Zhou"}) == "hang-zhou-2"
    assert merge.default_id("source", "en") == "my-list"
    chronicle = merge.merged_chronicle("en", only_used=False)
    assert chronicle.threads == {"metro-line-8": {"en": "Metro line 8"}}
    assert chronicle.titles == {"en": "my list"}


def test_new_categories_get_colours_of_their_own() -> None:
    """The first eleven differ from each other and from those of the store."""
    merge = VocabularyMerge(SAMPLE, NOTHING, "list", prefer_file=False)
    for number in range(8):
        merge.find_or_add("category", f"c{number}", "en")
    colors = [category.color for category in merge.merged_chronicle("en", only_used=False).categories]
    assert len(set(colors)) == len(colors) == 11
