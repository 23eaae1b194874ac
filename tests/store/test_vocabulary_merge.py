"""Names become ids: those of the store, of the file, or new ones."""

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Chronicle, Era, TagKind
from qtviewer.store.vocabulary_difference import added_items, changed_items
from qtviewer.store.vocabulary_merge import VocabularyMerge
from tests.store.samples import SAMPLE, SAMPLE_ERAS

NOTHING = Chronicle({}, {})


def test_ids_names_and_aliases_mean_what_the_store_has() -> None:
    """In any language; a tag only among those of its kind."""
    merge = VocabularyMerge(SAMPLE, NOTHING, "list", prefer_file=False)
    assert [merge.find_or_add("category", word, "en") for word in ("history", "历史", "History")] == ["history"] * 3
    assert merge.find_or_add_tag(TagKind.PLACE, {"zh": "下沙"}) == "xiasha"
    assert merge.find_or_add_tag(TagKind.PERSON, {"zh": "下沙"}) == "xia-sha"
    assert merge.tag_kind_of("xia-sha") is TagKind.PERSON
    assert list(added_items(SAMPLE, merge.merged_chronicle("en", only_used=False))) == ["person 'xia-sha' (下沙)"]


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


def test_eras_of_a_file_are_added_and_updated() -> None:
    """A new one gets colours that no era has; one the store has keeps them, and its names in other languages."""
    age = Era("metro-age", {"en": "Age of the metro"}, parse_edtf("2021/.."), "", "")
    plan = Era("plan-14", {"en": "The plan"}, parse_edtf("2021-03/2025"), "", "")
    store, file = SAMPLE._replace(eras=SAMPLE_ERAS), NOTHING._replace(eras=(age, plan))
    merged = VocabularyMerge(store, file, "list", prefer_file=True).merged_chronicle("en", only_used=False)
    changed, *rest, new = merged.eras
    assert changed == SAMPLE_ERAS[0]._replace(names={**SAMPLE_ERAS[0].names, **plan.names}, date=plan.date)
    assert tuple(rest) == SAMPLE_ERAS[1:]
    assert new._replace(color="", color_dark="") == age
    assert new.color not in {"", *(era.color for era in SAMPLE_ERAS)}
    assert list(added_items(store, merged)) == ["era 'metro-age' (Age of the metro)"]
    assert list(changed_items(store, merged)) == ["era 'plan-14' (“十四五”时期 / The plan)"]


def test_a_file_with_eras_replaces_those_of_the_store_and_one_without_does_not() -> None:
    """An addition changes nothing; a replacement leaves the eras of the file, if it has any."""
    age = Era("metro-age", {"en": "Age of the metro"}, parse_edtf("2021/.."), "#0E6E83", "#5CC3D6")
    store, file = SAMPLE._replace(eras=SAMPLE_ERAS), NOTHING._replace(eras=(age, SAMPLE_ERAS[0]._replace(names={})))
    added = VocabularyMerge(store, file, "list", prefer_file=False).merged_chronicle("en", only_used=False)
    assert added.eras == (*SAMPLE_ERAS, age)
    replaced = VocabularyMerge(store, file, "list", prefer_file=True).merged_chronicle("en", only_used=True)
    assert replaced.eras == (SAMPLE_ERAS[0], age)
    kept = VocabularyMerge(store, NOTHING, "list", prefer_file=True).merged_chronicle("en", only_used=True)
    assert kept.eras == SAMPLE_ERAS


def test_thousands_of_names_that_want_one_id_are_told_apart() -> None:
    """Each gets a number of its own, without trying all that are taken."""
    merge = VocabularyMerge(Chronicle({}, {}), Chronicle({}, {}), "list", prefer_file=False)
    names = ["a" + "!" * at for at in range(1, 400)] + [f"a{sign}" for sign in map(chr, range(0x3000, 0x3400))]
    ids = [merge.find_or_add("thread", name, "en") for name in names]
    tags = [merge.find_or_add_tag(TagKind.TOPIC, {"en": f"{name}?"}) for name in names]
    assert len(set(ids)) == len(set(tags)) == len(names)
    assert ids[:3] == ["a", "a-2", "a-3"]
