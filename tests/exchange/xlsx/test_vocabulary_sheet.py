"""The vocabulary of a store on a sheet, read back: every name in every language."""

from hypothesis import given, settings

from qtviewer.domain.event import Chronicle
from qtviewer.exchange.importing.vocabulary_reader import read_vocabulary
from qtviewer.exchange.vocabulary_record import vocabulary_record
from qtviewer.exchange.xlsx.vocabulary_sheet import vocabulary_from_rows, vocabulary_rows
from qtviewer.store.reader import StoreReader
from tests.exchange.test_round_trip import plainly_named
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles


@given(chronicle=chronicles().map(plainly_named))
@settings(deadline=None, max_examples=25)
def test_a_sheet_declares_what_the_json_does(chronicle: Chronicle) -> None:
    """Titles, categories with their colours, collections, sources, threads and tags."""
    with temporary_store(chronicle) as source:
        declared = read_vocabulary(vocabulary_record(source.vocabulary, source.pinyin))
        assert read_vocabulary(vocabulary_from_rows(vocabulary_rows(source.vocabulary, source.pinyin))) == declared


def test_every_name_has_a_column_of_its_language(shipped: StoreReader) -> None:
    """Staff find a person by either name in one row."""
    header, *rows = vocabulary_rows(shipped.vocabulary, shipped.pinyin)
    assert tuple(header) == ("kind", "id", "name_zh", "name_en", "color", "color_dark", "aliases", "date", "pinyin")
    people = {(row[2], row[3]) for row in rows if row[0] == "person"}
    known = {tag.names["zh"]: tag.names["en"] for tag in shipped.vocabulary.tags.values() if tag.kind.value == "person"}
    assert people == set(known.items())


def test_rows_that_nobody_knows_are_left_out() -> None:
    """An empty row and an unknown kind declare nothing."""
    rows = [("kind", "id", "name_en"), ("", "", ""), ("planet", "mars", "Mars"), ("thread", "works", "Works")]
    assert vocabulary_from_rows(rows) == {"chronicle": {}, "threads": [{"id": "works", "names": {"en": "Works"}}]}
