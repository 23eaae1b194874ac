"""Importing: all rows or none, each mode as it says, and nothing changed without being told."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.domain.event import Category, Chronicle, Figure, FigureText, TagKind
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.imported import ChangedEvent, ImportedFigures, ImportMode, ImportProblem
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.reindexing import rebuild_derived_data
from qtviewer.store.writer import write_store
from tests.store.import_helpers import import_rows, imported_row, read_event
from tests.store.samples import SAMPLE
from tests.store.stores import dump_store, edited_copy

A = imported_row(2, "a", "2021-06-28", "A")
B = imported_row(3, "b", "2022", "B")


@pytest.fixture
def store(tmp_path: Path, sample_store: Path) -> Path:
    """A copy of the sample store."""
    return Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))


def _ids(store: Path) -> list[str]:
    with closing(StoreReader(store)) as reader:
        return [event.id for event in reader.events(EventQuery())]


def test_a_store_is_made_where_there_is_none(tmp_path: Path) -> None:
    """It has a title, a category, a collection and a source for events that say none, and they are told."""
    store = tmp_path / "new" / "events.sqlite"
    report = import_rows(store, B, A)
    assert (report.added, report.added_count, report.backup) == (((3, 3), (2, 2)), 2, None)
    assert _ids(store) == ["a", "b"]
    assert report.additions == ("category 'events' (事件 / Events)", "collection 'my-list' (my list)",
                                "source 'my-list' (my list)")  # fmt: skip
    assert all("lacks its title, summary or body" in problem for problem in store_problems(store))
    assert list(store.parent.iterdir()) == [store]


def test_new_events_are_added_and_old_ones_stay(store: Path) -> None:
    """Adding keeps what is there; words that name what the store knows mean it, others are added."""
    before = _ids(store)
    tags = {TagKind.PLACE: ({"zh": "下沙"}, {"en": "Linping"})}
    report = import_rows(
        store, A._replace(category="Milestones", source="Qiantang magazine", thread="Metro", tags=tags)
    )
    assert sorted(_ids(store)) == sorted([*before, "a"])
    event = read_event(store, "a")
    assert (event.category, event.source, event.thread, event.tags) == (
        "milestone", "magazine", "metro", ("xiasha", "linping"),
    )  # fmt: skip
    assert report.additions == ("collection 'my-list' (my list)", "place 'linping' (Linping)")
    assert report.backup is None


def test_what_is_there_cannot_be_added(store: Path) -> None:
    """An id of the store is refused, with the mode that changes it."""
    before = store.read_bytes()
    report = import_rows(store, A, imported_row(3, "plan", "2025", "Plan"))
    assert [str(problem) for problem in report.problems] == [
        "row 3, id 'plan' is in the store already; --mode update changes it"
    ]
    assert store.read_bytes() == before


def test_an_update_changes_only_what_rows_say(store: Path) -> None:
    """Other fields and languages stay; the report names row, event and fields; the old store is kept beside."""
    before, old = read_event(store, "metro-opens"), dump_store(store)
    report = import_rows(
        store,
        imported_row(2, "metro-opens", title="Line 8 is open", importance=4),
        imported_row(3, "fair", "2021-10-09/2021-10-11"),
        A._replace(row=4),
        mode="update",
    )
    assert report.changed == (ChangedEvent(2, "metro-opens", ("importance", "title_en")),)
    assert (report.unchanged, report.added) == (((3, 3),), ((4, 4),))
    after = read_event(store, "metro-opens")
    texts = {"zh": before.texts["zh"], "en": before.texts["en"]._replace(title="Line 8 is open")}
    assert after == before._replace(importance=4, texts=texts)
    assert report.backup is not None
    assert dump_store(report.backup) == old
    assert sorted(store.parent.iterdir()) == sorted([store, report.backup])


def test_an_update_that_changes_nothing_writes_nothing(store: Path) -> None:
    """The file is not even touched, and there is no copy of it."""
    os.utime(store, (1, 1))
    report = import_rows(store, imported_row(2, "fair", "2021-10-09/2021-10-11"), mode="update")
    assert (report.unchanged_count, report.changed_count, report.backup) == (1, 0, None)
    assert store.stat().st_mtime == 1
    assert list(store.parent.iterdir()) == [store]


def test_an_update_needs_ids(store: Path) -> None:
    """Without an id nobody can say which event is meant."""
    report = import_rows(store, imported_row(2, "", "2021", "A"), mode="update")
    assert [str(problem) for problem in report.problems] == ["row 2, id is missing; an update finds events by it"]


def test_empty_clears_and_silence_keeps(store: Path) -> None:
    """An empty cell takes a parent, a thread, tags or figures away; a missing column leaves them."""
    import_rows(store, imported_row(2, "metro-opens", parent="", tags={TagKind.PLACE: ()}), mode="update")
    event = read_event(store, "metro-opens")
    assert (event.parent, event.thread, event.tags, len(event.figures)) == ("", "metro", ("metro-company",), 1)
    import_rows(store, imported_row(2, "metro-opens", thread="", figures={"en": ImportedFigures(())}), mode="update")
    assert read_event(store, "metro-opens").thread == ""


def test_figures_keep_their_other_language(store: Path) -> None:
    """A changed English label leaves the Chinese one; printed figures that did not change are not even read."""
    figure = (3.0, FigureText("3", "lines", "changes"))
    import_rows(store, imported_row(2, "metro-opens", figures={"en": ImportedFigures((figure,))}), mode="update")
    after = read_event(store, "metro-opens").figures
    assert after == (Figure(3, {"zh": FigureText("3", "条", "换乘线路"), "en": FigureText("3", "lines", "changes")}),)
    same = ImportedFigures((), "changes: 3 lines", "cannot be told")
    assert import_rows(store, imported_row(2, "metro-opens", figures={"en": same}), mode="update").unchanged_count == 1
    other = ImportedFigures((), "changes: some", "holds 'changes: some'")
    report = import_rows(store, imported_row(2, "metro-opens", figures={"en": other}), mode="update")
    assert [str(problem) for problem in report.problems] == ["row 2, figures holds 'changes: some'"]


def test_a_replacement_leaves_the_events_of_the_file(store: Path) -> None:
    """Events and vocabulary that no row names are gone; names and colours of what stays are those of the store."""
    report = import_rows(
        store, A._replace(category="history"), imported_row(3, "plan", "2025", "Plan", lang="zh"), mode="replace"
    )
    assert (report.added_count, report.changed_count, report.removed_count) == (1, 1, 6)
    assert _ids(store) == ["a", "plan"]
    with closing(StoreReader(store)) as reader:
        vocabulary = reader.vocabulary
        assert vocabulary.categories["history"] == SAMPLE.categories[2]
        assert set(vocabulary.categories) == {"history", "events"}
        assert not vocabulary.tags
    assert report.backup is not None


@pytest.mark.parametrize("mode", ["add", "update", "replace"])
def test_a_dry_run_changes_nothing(store: Path, mode: str) -> None:
    """It tells what would be done, with the same report."""
    before = store.read_bytes()
    report = import_rows(store, A, B, mode=mode, dry_run=True)  # type: ignore[arg-type]  # mypy takes parameters for str
    assert report.added_count == 2
    assert store.read_bytes() == before
    assert list(store.parent.iterdir()) == [store]
    missing = store.with_name("none.sqlite")
    assert import_rows(missing, A, dry_run=True).added_count == 1
    assert not missing.exists()


def test_one_problem_keeps_every_row_out(store: Path) -> None:
    """Problems of reading, of a row by itself and of rows together are listed, and nothing is written."""
    before = store.read_bytes()
    report = import_rows(
        store,
        A,
        ImportProblem(3, "date", "soon", "is not a date"),
        imported_row(4, "a", "2021", "Twice"),
        imported_row(5, "c", title="No date"),
        imported_row(6, "d", "2021"),
        imported_row(7, "e", "2021", " "),
    )
    assert [str(problem) for problem in report.problems] == [
        "row 3, date 'soon' is not a date",
        "row 4, id 'a' stands in row 2 too: the same id",
        "row 5, date is missing",
        "row 6, title is missing",
        "row 7, title is missing in 'en'",
    ]
    assert (report.problem_count, store.read_bytes()) == (5, before)


def test_parents_have_to_be_there_and_make_no_circle(store: Path) -> None:
    """In the file or in the store; a chain that ends where it began is shown."""
    assert import_rows(store, A._replace(parent="b"), B._replace(parent="plan"), dry_run=True).problem_count == 0
    report = import_rows(
        store, A._replace(parent="b"), B._replace(parent="a"), imported_row(4, "c", "2021", "C", parent="none")
    )
    assert [str(problem) for problem in report.problems] == [
        "row 3, parent 'a' makes events parts of themselves: a → b → a",
        "row 4, parent 'none' is the id of no event, neither in the file nor in the store",
    ]
    report = import_rows(store, A._replace(parent="plan"), mode="replace")
    assert "is the id of no event" in str(report.problems[0])


def test_ids_are_made_of_date_and_title(tmp_path: Path) -> None:
    """Always the same ones, spelled in Latin letters; the same event twice is noticed."""
    store = tmp_path / "events.sqlite"
    rows = [imported_row(2, "", "2021-06-28", "地铁开通", "zh"), imported_row(3, "", "-0043-03-15", "Caesar’s end")]
    import_rows(store, *rows)
    assert _ids(store) == ["bce-0043-03-15-caesars-end", "2021-06-28-di-tie-kai-tong"]
    report = import_rows(store, rows[0], rows[0]._replace(row=9), mode="replace")
    assert "stands in row 2 too: the same date and title, and neither has an id" in str(report.problems[0])


def test_declared_names_go_with_the_mode(store: Path) -> None:
    """What a file declares is added; where the store has it too, an update takes the file's names."""
    declared = Chronicle(
        {"en": "Other"}, {}, (Category("history", {"en": "Past"}, "#000000", "#FFFFFF"),
                              Category("new", {"en": "New"}, "#111111", "#EEEEEE")),
    )  # fmt: skip
    assert import_rows(store, A._replace(category="new"), declared=declared).additions[0] == "category 'new' (New)"
    with closing(StoreReader(store)) as reader:
        assert reader.vocabulary.categories["history"].names["en"] == "History"
        assert reader.vocabulary.titles == SAMPLE.titles
    import_rows(store, B, declared=declared, mode="update")
    with closing(StoreReader(store)) as reader:
        assert reader.vocabulary.categories["history"].names == {"en": "Past"}
        assert reader.vocabulary.titles == {"zh": "样本", "en": "Other"}


def test_a_new_language_becomes_one_of_the_store(store: Path) -> None:
    """The store speaks what its events speak."""
    import_rows(store, imported_row(2, "fair", title="La foire", lang="fr"), mode="update")
    with closing(StoreReader(store)) as reader:
        assert reader.vocabulary.languages == ("zh", "en", "fr")


def test_many_rows_are_told_in_spans(tmp_path: Path) -> None:
    """A long list does not make a long report."""
    rows = [imported_row(at, f"e{at}", f"{at % 9000:04d}", f"E{at}") for at in range(2, 3002) if at != 1500]
    report = import_rows(tmp_path / "events.sqlite", *rows)
    assert (report.added, report.added_count) == (((2, 1499), (1501, 3001)), 2999)
    assert len(_ids(tmp_path / "events.sqlite")) == 2999


def test_importing_again_writes_the_same_store(tmp_path: Path) -> None:
    """What an import makes does not depend on the order of rows, apart from the order of what is new."""
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    write_store(SAMPLE, one)
    write_store(SAMPLE, two)
    first, second = (each._replace(collection="this-year", category="history", source="magazine") for each in (A, B))
    import_rows(one, first, second)
    import_rows(two, second, first)
    assert dump_store(one) == dump_store(two)


@pytest.mark.parametrize("mode", ["add", "update", "replace"])
def test_a_store_that_was_damaged_is_not_written_anew_as_if_it_were_right(store: Path, mode: ImportMode) -> None:
    """A changed word would pass every check afterwards; what another program changed and marked is imported into."""
    edited = edited_copy(store, store.with_name("edited.sqlite"), "UPDATE category_text SET name = name || 'x'")
    with pytest.raises(StoreError, match="its content was changed after it was written; restore it from a copy, or"):
        import_rows(edited, imported_row(2, "metro-opens", "2021-06-28", "Opens"), mode=mode)
    rebuild_derived_data(edited)
    assert import_rows(edited, A, mode="update").added_count == 1
    marked = edited_copy(store, store.with_name("marked.sqlite"), "UPDATE event_text SET title = title || 'x'")
    assert import_rows(marked, A, mode="update").added_count == 1
