"""The dictionary says what pypinyin says."""

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from qtviewer.domain.search.pinyin_dictionary import dictionary, without_tones


def test_every_word_is_there_with_its_syllables() -> None:
    """All words of the library, read as it reads them, without tones."""
    known = dictionary()
    assert known.words.keys() == PHRASES_DICT.keys()
    for word, readings in PHRASES_DICT.items():
        assert known.syllables(word) == [without_tones(reading[0]) for reading in readings], word


def test_every_character_has_its_first_reading() -> None:
    """Those of the library, and one without a reading stands for itself."""
    known = dictionary()
    assert known.characters == {chr(code): without_tones(all_of.split(",")[0]) for code, all_of in PINYIN_DICT.items()}
    assert known.syllables("\U0003ffff") == ["\U0003ffff"]


def test_lengths_name_every_word() -> None:
    """Of words that start alike the longest comes first, and none is missing."""
    known = dictionary()
    assert all(len(word) in known.lengths[word[:2]] for word in known.words)
    assert all(list(found) == sorted(found, reverse=True) for found in known.lengths.values())


def test_tones_are_not_typed() -> None:
    """Marks go, and ü is the v of a keyboard."""
    assert without_tones("dìtiě lǜ ńg") == "ditie lv ng"
