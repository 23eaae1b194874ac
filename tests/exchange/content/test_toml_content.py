"""A folder of content: what it may lack, what may be wrong with it, and that all of it is told."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.exchange.content.toml_content import read_content
from qtviewer.exchange.content.toml_table import ContentError
from qtviewer.store.checking import store_problems
from qtviewer.store.writer import write_store
from tests.exchange.content.content_files import CHRONICLE, EVENTS, problems_of, with_mistake, write_content
from tests.store.stores import scratch_folder


@pytest.mark.parametrize("kind", ["missing", "empty", "file", "other files"])
def test_a_folder_without_content(tmp_path: Path, kind: str) -> None:
    """Nothing to read is said with the path and what was expected."""
    folder = tmp_path / "content"
    if kind == "file":
        folder.write_text(EVENTS)
    elif kind != "missing":
        folder.mkdir()
        if kind == "other files":
            (folder / "events.txt").write_text(EVENTS)
    assert problems_of(folder) == (f"{folder}: no content there; expected a folder with .toml files",)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('id = "milestone"', 'id = "Mile Stone"', "category 'Mile Stone': 'id' is 'Mile Stone', expected lower-case"),
        ('color = "#B3261E"', 'color = "red"', "category 'milestone': color 'red', expected #RRGGBB"),
        ('color = "#B3261E"', 'colour = "#B3261E"', "category 'milestone': 'color' is missing"),
        ('zh = "里程碑"', "", "category 'milestone': 'zh' is missing"),
        ('en = "This Year"', "", "collection 'this-year': 'en' is missing"),
        ('en = "This Year"', 'en = "This Year"\nfr = "?"', "collection 'this-year': 'fr' is not known here"),
        ('zh = "《钱塘》"', "zh = 1", "source 'magazine': 'zh' is 1, expected a text"),
        ('en = "Metro"', 'en = ""', "thread 'metro': 'en' is empty"),
        ('color = "#0E6E84"', 'color = "blue"', "era 'plan-14': color 'blue', expected #RRGGBB"),
        ('date = "2021/2025"', "", "era 'plan-14': 'date' is missing"),
        ('date = "2021/2025"', 'date = "2021-2025"', "era 'plan-14': '2021-2025' is not a date: expected EDTF"),
        ('date = "2021/2025"', 'date = "../2025"', "era 'plan-14': 'date' is '../2025': it has no beginning"),
        ('date = "2021/2025"', 'date = "[2021..2025]"', "'date' is '[2021..2025]': it is one day that nobody knows"),
        ('en = "14th Five-Year Plan"', "", "era 'plan-14': 'en' is missing"),
        ('kind = "place"', 'kind = "palce"', "tag 'xiasha': 'kind' is 'palce', expected 'place'"),
        ('aliases = ["下沙"]', 'aliases = "下沙"', "tag 'xiasha': 'aliases' is '下沙', expected a list"),
        ('aliases = ["下沙"]', 'aliases = ["下沙", "下沙"]', "tag 'xiasha': 'aliases' names something twice"),
        ('id = "metro-company"', 'id = "xiasha"', "tag 'xiasha': the id is taken by "),
    ],
)
def test_a_mistake_in_what_events_refer_to(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    """Categories, collections, sources, threads, eras and tags name their file, line and id as well."""
    write_content(tmp_path, chronicle=with_mistake(CHRONICLE, right, wrong))
    first = problems_of(tmp_path)[0]
    assert re.match(rf"{re.escape(str(tmp_path / 'chronicle.toml'))}:\d+: ", first), first
    assert said in first


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[[event]]\nid = "a', "cannot be read as TOML (Unterminated string"),
        ("[[event]\n", "cannot be read as TOML (Expected ']]' at the end of an array declaration (at line 1"),
        ("= 1", "cannot be read as TOML (Invalid statement (at line 1, column 1))"),
        ("a = 1\na = 2\n", "cannot be read as TOML (Cannot overwrite a value (at line 2, column 6))"),
        (f"a = {'[' * 5000}{']' * 5000}", "cannot be read as TOML ("),
        (f"a = {'1' * 5000}", "cannot be read as TOML ("),
        ("event = 3", "'event' is 3, expected a list"),
        ("[event]\nid = 'a'", "'event' is {'id': 'a'}, expected a list"),
        ("event = [1, 2]", "'event' is not a list of tables"),
        ('event = [{ id = "a" }, "b"]', "'event' is not a list of tables"),
        ("tag = ['下沙']", "'tag' is not a list of tables"),
        ("[[defaults]]\na = 1", "'defaults' is [{'a': 1}], expected a table"),
        ("chronicle = '样本'", "'chronicle' is '样本', expected a table"),
        ("[[evnt]]\nid = 'a'", "'evnt' is not known here, expected 'event'"),
    ],
)
def test_a_file_that_is_not_content(tmp_path: Path, content: str, said: str) -> None:
    """Broken TOML and tables of the wrong kind name the file and, where TOML says it, the line."""
    write_content(tmp_path)
    path = tmp_path / "more.toml"
    path.write_text(content, encoding="utf-8")
    (problem,) = problems_of(tmp_path)
    assert problem.startswith(f"{path}: ")
    assert said in problem
    assert len(problem) < 500


@pytest.mark.parametrize("content", [b"\xff\xfe[\x00", "[chronicle]\nzh = '样本'".encode("gb18030")])
def test_a_file_in_another_encoding(tmp_path: Path, content: bytes) -> None:
    """What is no UTF-8 is refused with its path."""
    (tmp_path / "more.toml").write_bytes(content)
    (problem,) = problems_of(tmp_path)
    assert problem.startswith(f"{tmp_path / 'more.toml'}: cannot be read as TOML (")


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    """Editors on Windows put one before the text."""
    path = write_content(tmp_path)
    path.write_text(EVENTS, encoding="utf-8-sig")
    assert len(read_content(tmp_path).events) == 2


def test_windows_line_ends_are_no_mistake(tmp_path: Path) -> None:
    """CRLF changes neither the texts nor the lines that are named."""
    path = write_content(tmp_path)
    path.write_text(with_mistake(EVENTS, "importance = 5", "importance = 9"), encoding="utf-8", newline="\r\n")
    (problem,) = problems_of(tmp_path)
    assert re.search(r"events\.toml:1[45]: event 'metro-opens'", problem), problem


@pytest.mark.parametrize("chronicles", [0, 2])
def test_there_is_one_chronicle_table(tmp_path: Path, chronicles: int) -> None:
    """None is as wrong as two, and the message says how many there are."""
    table = CHRONICLE[: CHRONICLE.index("[[category]]")]
    write_content(tmp_path, chronicle=CHRONICLE.replace(table, ""))
    for number in range(chronicles):
        (tmp_path / f"title-{number}.toml").write_text(table, encoding="utf-8")
    assert problems_of(tmp_path) == (f"{tmp_path}: {chronicles} [chronicle] tables, expected one",)


def test_all_problems_are_told_and_counted(tmp_path: Path) -> None:
    """The one line names the first problem and how many more there are; `problems` has them all, each once."""
    events = with_mistake(EVENTS, 'date = "2025"', 'date = "soon"')
    events = with_mistake(events, 'thread = "metro"\nsection', 'thread = "tram"\nsection')
    write_content(tmp_path, events, with_mistake(CHRONICLE, 'kind = "place"', 'kind = "spot"'))
    with pytest.raises(ContentError) as refusal:
        read_content(tmp_path)
    problems = refusal.value.problems
    assert str(refusal.value) == f"{problems[0]} (and {len(problems) - 1} more)"
    for said in ("'kind' is 'spot'", "'soon' is not a date", "thread 'tram' is not declared"):
        assert len([problem for problem in problems if said in problem]) == 1, said


def test_a_broken_event_is_no_reason_to_disown_its_parts(tmp_path: Path) -> None:
    """A mistake in the parent is told once, not again for every event that belongs to it."""
    write_content(tmp_path, with_mistake(EVENTS, 'date = "2025"', 'date = "soon"'))
    (problem,) = problems_of(tmp_path)
    assert "event 'plan': 'soon' is not a date" in problem


def test_the_second_of_two_equal_ids_names_both_places(tmp_path: Path) -> None:
    """In another file or in the same one, the line of each is told."""
    write_content(tmp_path)
    again = EVENTS[: EVENTS.index('id = "metro-opens"')].removesuffix("[[event]]\n")
    (tmp_path / "more.toml").write_text(f"\n\n{again}", encoding="utf-8")
    (problem,) = problems_of(tmp_path)
    assert re.search(r"more\.toml:[89]: event 'plan': the id is taken by .*events\.toml:[67]: event 'plan'", problem)


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    """The order of lanes and events does not depend on the file system."""
    write_content(tmp_path)
    (tmp_path / "a.toml").write_text(
        '[[category]]\nid = "first"\ncolor = "#000000"\ncolor_dark = "#FFFFFF"\nzh = "先"\nen = "First"\n',
        encoding="utf-8",
    )
    assert [category.id for category in read_content(tmp_path).categories] == ["first", "milestone"]


@given(data=st.data())
@settings(deadline=None, max_examples=150)
def test_what_can_be_read_can_be_written(data: st.DataObject) -> None:
    """Whatever a slip of the hand makes of the text, it is refused as content or becomes a store without problems."""
    text = data.draw(st.sampled_from([EVENTS, CHRONICLE]))
    start = data.draw(st.integers(0, len(text)))
    inserted = data.draw(st.text(st.sampled_from("\"'[]{}=.,#\n\\ -0179einfxu下\x00\u2028"), max_size=6))
    changed = text[:start] + inserted + text[start + data.draw(st.integers(0, 12)) :]
    with scratch_folder() as folder:
        files = {"events": changed} if text == EVENTS else {"chronicle": changed}
        write_content(folder / "content", **files)
        try:
            chronicle = read_content(folder / "content")
        except ContentError as error:
            assert all(problem.startswith(str(folder)) for problem in error.problems)  # noqa: PT017
            return
        write_store(chronicle, folder / "events.sqlite")
        assert store_problems(folder / "events.sqlite") == []


@given(noise=st.binary(max_size=200))
@settings(deadline=None, max_examples=100)
def test_noise_is_refused_as_content(noise: bytes) -> None:
    """Any bytes at all in a .toml file are one ContentError."""
    with scratch_folder() as folder:
        (folder / "noise.toml").write_bytes(noise)
        with pytest.raises(ContentError):
            read_content(folder)


@pytest.mark.parametrize(
    "text", ["a." * 100 + "b = 1", "x = {" + '"a" . ' * 20_000 + "b = 1}", "[" + "a." * 70_000 + "b]"]
)
def test_a_key_without_end_is_refused_before_it_is_read(text: str, tmp_path: Path) -> None:
    """The reader of TOML would take minutes for some of them."""
    path = write_content(tmp_path, f"# events\n{text}\n")
    assert problems_of(tmp_path) == (f"{path}:2: a key of more than 100 parts, expected one such as zh.title",)


def test_a_file_without_end_is_refused(tmp_path: Path) -> None:
    """Nobody writes content of many megabytes into one file."""
    path = write_content(tmp_path, "#" * (17 << 20))
    assert problems_of(tmp_path) == (f"{path}: is larger than 16 MB, expected content that people write",)


def test_very_many_wrong_names_are_told_with_suggestions(tmp_path: Path) -> None:
    """Two thousand events with the wrong parent; each name is compared with some of those that begin alike."""
    event = EVENTS[EVENTS.index("[[event]]") : EVENTS.index('id = "metro-opens"') - len("[[event]]\n")]
    events = [event.replace('"plan"', f'"plan-number-{at}"\nparent = "plan-number-{at}-x"') for at in range(2_000)]
    write_content(tmp_path, EVENTS[: EVENTS.index("[[event]]")] + "\n".join(events))
    problems = problems_of(tmp_path)
    assert len(problems) == 2_000
    assert "expected 'plan-number-1999'" in problems[-1]
