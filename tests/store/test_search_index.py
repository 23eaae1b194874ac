"""Searches find exactly the events they should."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from qtviewer.domain.event import EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.store.search_index import ranked_ids, search_condition
from tests.store.indexed_stores import chronicle_with_titles, ids_found, temporary_indexed_store
from tests.store.samples import SAMPLE, sample_event
from tests.store.test_where_clause import ODD_TEXTS

_CONVERTER = OpenCC("t2s")
METRO = {
    "focus-aeon-mall-site", "matter-roads-and-transport", "metro-line-8-opens", "plan-2022-roads-and-station",
    "review-transport-2021", "transport-projects-2021",
}  # fmt: skip
SPRING_FESTIVAL = {
    "appeal-to-stay-put", "care-for-the-builders", "dynabook-holiday-shifts", "dynabook-starts-early",
    "factories-that-did-not-stop", "genshan-extension-progress", "genshan-tunnel-progress",
    "gift-pack-contents-and-letter", "gift-packs-reach-quarantine", "gree-before-the-holiday",
    "hezhuang-new-year-fair", "holiday-orders-zhongrilong-gac", "jiangdong-avenue-progress",
    "kindergarten-rice-cake-festival", "little-tiger-girl-born", "new-year-blind-boxes",
    "qiantang-mothers-care-packs", "sandland-ten-bowls", "seventeenth-neighbours-dinner", "three-thousand-gift-packs",
    "transport-projects-2021",
}  # fmt: skip
REUNION_DINNER = {
    "allowances-for-staying", "linli-community-and-first-dinner", "neighbours-dinner-delivered",
    "ren-feng-comes-to-linli", "seventeenth-neighbours-dinner",
}  # fmt: skip
LINE_8 = {"metro-line-8-opens", "review-transport-2021", "transport-projects-2021"}
# In titles 地铁 stands in three; the other two have 杭州地铁 or 地铁 among their names. The event about roads has the
# word in its text only, which is not found by pinyin.
DITIE = METRO - {"matter-roads-and-transport"}
DT = DITIE | {
    "area-guian-5g-stations",  # 移动通信
    "area-jinpu-driverless-buses",  # 移动通信
    "area-tianfu-four-systems",  # 低碳发展
    "area-tianfu-low-carbon-plan",  # 低碳发展
    "area-xiongan-huaneng-plans",  # 低碳发展
    "focus-jiangdong-malls",  # 江东天街
    "matter-housing-estates",  # 电梯
    "news-6g-white-paper",  # 移动通信
    "news-carbon-market-first-cycle",  # 低碳发展
    "news-carbon-trading-measures",  # 低碳发展
    "news-semiconductor-share-2024",  # 半导体: d-t
    "three-reunion-rooms",  # 的团圆房
    "voice-wu-ben",  # 低碳发展
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The shipped store with its index."""
    path = shutil.copy(shipped_store_path(), tmp_path_factory.mktemp("indexed") / "events.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.fixture(scope="module")
def words() -> dict[str, list[str]]:
    """All that is searched of each shipped event, read without the index."""
    with closing(StoreReader(shipped_store_path())) as store:
        names = store.vocabulary.tags
        return {
            event.id: [
                *(word for text in event.texts.values() for word in text[:3]),
                *(word for f in event.figures for text in f.texts.values() for word in (text[0] + text[1], text[2])),
                *(name for tag in event.tags for name in names[tag].names.values()),
            ]
            for event in store.events(EventQuery())
        }


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("地铁", METRO), ("地鐵", METRO), ("ditie", DITIE), ("dt", DT), ("8号线", LINE_8), ("八號線", LINE_8),
        ("metro line 8", LINE_8 | {"matter-roads-and-transport"}),  # "Tianma Line to …", metro exits, 8 bicycle parks
        ("１２１８.２３", {"gdp-passes-120-billion"}), ("1218", {"gdp-passes-120-billion"}),
        ("春節", SPRING_FESTIVAL), ("春节", SPRING_FESTIVAL), ("年夜饭", REUNION_DINNER), ("年夜飯", REUNION_DINNER),
    ],
)  # fmt: skip
def test_a_search_finds_its_events_and_no_others(index: sqlite3.Connection, search: str, expected: set[str]) -> None:
    """The ids were found by reading the shipped texts."""
    assert ids_found(index, search) == expected


@pytest.mark.parametrize(
    ("search", "pattern"),
    [
        ("地铁", "地铁"), ("塘", "塘"), ("8号线", "[8八]号线"), ("１２１８.２３", r"1218\.23"), ("春節", "春节"),
        ("年夜饭", "年夜饭"), ("一", "一"), ("亿元", "亿元"), ("2021年", "(?<![0-9])2021年|二[〇零]二一年"),
        ("三千", r"三千|(?<![0-9,])3,?000(?![0-9,])"), ("3,000", r"三千|(?<![0-9,])3,?0,?0,?0"), ("％", "%"),
        ("talent", r"(?i)(?<![a-z])talent"), ("-", "[-–—]"), ("“", '[“”"]'),
    ],
)  # fmt: skip
def test_a_search_agrees_with_a_plain_scan(
    index: sqlite3.Connection, words: dict[str, list[str]], search: str, pattern: str
) -> None:
    """An event is found if and only if one of its texts has what the pattern says."""
    scanned = {event for event, texts in words.items() if any(re.search(pattern, text) for text in texts)}
    assert 0 < len(scanned) < len(words)
    assert ids_found(index, search) == scanned


@cache
def _simplified(text: str) -> str:
    """A text as the converter has it, character by character, without space."""
    return "".join(map(_CONVERTER.convert, text.split()))


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_any_piece_of_chinese_finds_its_event(
    index: sqlite3.Connection, words: dict[str, list[str]], data: st.DataObject
) -> None:
    """Every run of Chinese characters is found, and what is found has it, as it is or with its numbers in digits."""
    event = data.draw(st.sampled_from(sorted(words)))
    runs = [run for text in words[event] for run in re.findall("[\u4e00-\u9fff]+", text)]
    run = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(0, len(run) - 1))
    piece = run[start : data.draw(st.integers(start + 1, min(len(run), start + 8)))]
    ids = ids_found(index, piece)
    assert event in ids
    if not re.search("[〇零一二三四五六七八九两十百千万亿廿]", piece):
        piece = _simplified(piece)
        assert all(any(piece in _simplified(text) for text in words[event_id]) for event_id in ids)


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_any_word_and_its_beginnings_find_their_event(
    index: sqlite3.Connection, words: dict[str, list[str]], data: st.DataObject
) -> None:
    """English words in any capitals are found, the last of several from its first letters on."""
    event = data.draw(st.sampled_from(sorted(words)))
    spoken = re.findall("(?<![^ ])[A-Za-z]+(?![^ ])", " ".join(words[event]))
    first, last = (data.draw(st.sampled_from(spoken)) for _ in "12")
    beginning = last[: data.draw(st.integers(1, len(last)))]
    assert event in ids_found(index, f"{first.upper()} {beginning}")


@pytest.mark.parametrize("text", [text for text in ODD_TEXTS if text.strip() and text != "\ud83d"])
def test_odd_text_finds_the_event_that_has_it_and_no_other(text: str) -> None:
    """Quotes, operators, wildcards, control characters and emoji are text."""
    with temporary_indexed_store(chronicle_with_titles(f"甲{text}乙", "plain")) as connection:
        assert ids_found(connection, text) == {"event-0"}
        assert ranked_ids(connection, text, 5) == ["event-0"]


_SYNTAX = st.lists(
    st.sampled_from(['"', "*", "(", ")", "AND", "OR", "NOT", "NEAR(", "title:", "{text}", "^", "+", "-", ",", "'", "--",
                     ";", "地", "铁", "8", "dt", "\x00", "\ud83d", "\ufdd0", "♪di", "♫dt", "\n"]),
    max_size=12,
)  # fmt: skip


@given(text=st.text(st.characters(), max_size=60) | _SYNTAX.map(" ".join) | _SYNTAX.map("".join))
@settings(deadline=None, max_examples=250)
def test_no_text_is_an_error(index: sqlite3.Connection, text: str) -> None:
    """Any text at all, syntax and halves of characters included, is answered, and ranked as it is found."""
    condition, _ = search_condition(text)
    assert bool(condition) == bool(text.strip())
    assert set(ranked_ids(index, text, 1000)) == (ids_found(index, text) if condition else set())


@pytest.mark.parametrize("piece", ["x", "长", "塘", "a ", "1,", '"', "(", "一8", "ditie", "\x00", "e\u0301", "地 "])
def test_a_text_of_ten_thousand_characters_is_no_error(index: sqlite3.Connection, piece: str) -> None:
    """However long a term is and however many there are, what is found has what it begins with."""
    assert ids_found(index, (piece * 10_000)[:10_000]) <= ids_found(index, piece.strip())


def test_words_of_every_language_figures_and_names_are_found() -> None:
    """Title, summary, body, figures with unit and label, and the names of tags, in small or capital letters."""
    with temporary_indexed_store(SAMPLE) as connection:
        for text in ("地铁8号线开通", "SUMMARY OF METRO-OPENS", "*metro-opens*", "3条", "换乘线路", "lines to change",
                     "Xiasha Sub", "杭州地铁", "hangzhouditie", "hzdt", "dt8hx"):  # fmt: skip
            assert "metro-opens" in ids_found(connection, text), text


def test_what_is_not_shown_is_not_found() -> None:
    """Ids, dates as stored, sections and categories do not turn up as matches nobody can see."""
    hidden = sample_event("hidden-id", "2021-06-28", "题")._replace(
        texts={"zh": EventText("题", "要", "文")}, source_section="栏目", tags=("li-ming",)
    )
    with temporary_indexed_store(SAMPLE._replace(events=(hidden,))) as connection:
        for text in ("hidden-id", "2021-06-28", "栏目", "li-ming", "milestone"):
            assert ids_found(connection, text) == set(), text


def test_nothing_is_found_across_two_texts() -> None:
    """The end of one text and the start of the next make no phrase, written or heard."""
    event = sample_event("a", "2021", "题")._replace(
        texts={"zh": EventText("地", "铁", "路"), "tw": EventText("号", "线", "网")}, tags=("xiasha", "education")
    )
    with temporary_indexed_store(SAMPLE._replace(events=(event,))) as connection:
        for text in ("地铁", "铁路", "地号", "路号", "dihao", "dh", "网下沙", "街道教育", "jiedaojiaoyu", "jdjy"):
            assert ids_found(connection, text) == set(), text
        assert ids_found(connection, "地 铁 号 下沙 jiaoyu") == {"a"}


def test_titles_come_first() -> None:
    """Events found by their title, also by its sound, stand before the others, each in the order of the store."""
    texts = {
        "body-early": EventText("题", "要", "说到地铁"), "title-late": EventText("地铁开通", "要", "文"),
        "title-early": EventText("地铁开工", "要", "地铁"), "body-late": EventText("题", "地铁", "文"),
        "both-words": EventText("地铁", "线路", "文"),
    }  # fmt: skip
    dates = {
        "body-early": "2001",
        "title-early": "2002",
        "both-words": "2003",
        "title-late": "2004",
        "body-late": "2005",
    }
    events = tuple(sample_event(key, dates[key], "题")._replace(texts={"zh": text}) for key, text in texts.items())
    with temporary_indexed_store(SAMPLE._replace(events=events)) as connection:
        assert ranked_ids(connection, "地铁", 9) == [
            "title-early",
            "both-words",
            "title-late",
            "body-early",
            "body-late",
        ]
        assert ranked_ids(connection, "地铁", 4) == ["title-early", "both-words", "title-late", "body-early"]
        assert ranked_ids(connection, "地铁", 2) == ["title-early", "both-words"]
        assert ranked_ids(connection, "地铁", 0) == ranked_ids(connection, " ", 9) == []
        assert ranked_ids(connection, "dtkt", 9) == ["title-late"]
        assert ranked_ids(connection, "地铁 线路", 9) == ["both-words"]


def test_the_index_holds_no_copy_of_the_texts(index: sqlite3.Connection) -> None:
    """Who looks into it, with a browser of databases or to copy it, sees a row per event and nothing in it."""
    assert index.execute("SELECT title, text, count(*) FROM search GROUP BY 1, 2").fetchall() == [(None, None, 347)]
