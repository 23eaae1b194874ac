"""The pane that tells an event, lists a cluster, or introduces the chronicle."""

from typing import Final

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea, QWidget

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event import Chronicle, Event, EventText, Figure, FigureText, Tag, TagKind
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.view_state import Cluster
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, SAMPLE_EVENTS, sample_event
from tests.ui.windows import OpenWindow, Rest, chip_of, click, matching, settle

MILESTONES: Final = EventQuery(categories=frozenset({"milestone"}))
HTML: Final = '<b>b</b> &amp; <img src="x.png"> <script>1 < 2</script> ![p](/dev/zero) [l](file:///x)'


def content(window: MainWindow) -> QWidget:
    """What scrolls in the pane."""
    area = window.detail.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    widget = area.widget()
    assert widget is not None
    return widget


def room(window: MainWindow) -> int:
    """The width in which the content is seen."""
    area = window.detail.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area.viewport().width()


def shown(window: MainWindow) -> list[str]:
    """The texts of the pane as they read on the screen, from the top."""
    texts = []
    for widget in content(window).findChildren(QWidget):
        if isinstance(widget, LinkButton):
            texts.append(widget.accessibleName())
        elif isinstance(widget, QLabel):
            texts.append(read(widget))
    return texts


def read(label: QLabel) -> str:
    """What a label shows, as copying it would give: its markup has become bold words and points."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    for length in range(len(label.text()), 0, -1):  # a selection that is too long is none
        label.setSelection(0, length)
        if label.hasSelectedText():
            return label.selectedText().replace("\u2029", "\n")
    return ""


def buttons(window: MainWindow) -> tuple[QPushButton, QPushButton]:
    """Previous and next."""
    names = ("上一件", "Previous event"), ("下一件", "Next event")
    found = {button.accessibleName(): button for button in window.detail.findChildren(QPushButton)}
    previous, following = (next(found[name] for name in either if name in found) for either in names)
    return previous, following


def links(window: MainWindow) -> list[LinkButton]:
    """The events that can be chosen."""
    return [widget for widget in content(window).findChildren(QWidget) if type(widget) is LinkButton]


def full_event() -> Event:
    """An event that has something in every field."""
    event = sample_event("full", "2021-06-28", "题", thread="metro", tags=("xiasha", "li-ming"))
    figure = Figure(3.0, {"zh": FigureText("3", "条", "线路"), "en": FigureText("3", "lines", "interchanging")})
    texts = {
        "zh": EventText("题", "要**点**。", "第一段。\n\n- 甲\n- *乙*", "日前"),
        "en": EventText("Title", "In **short**.", "First.\n\n- one\n- *two*", "“recently”"),
    }
    return event._replace(texts=texts, time="08:30", figures=(figure,), source_heading="栏")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", ["●  里程碑", "题", "2021年6月28日 星期一 08:30", "农历五月十九 · 辛丑牛年", "日前", "要点。",
                "第一段。", "甲\n乙", "3 条", "线路", "下沙街道", "李明", "来源：《钱塘》 · 特别策划 · 栏", "此事前后",
                "← 2016年5月 · 地铁8号线开工", "● 2021年6月28日 08:30 · 题", "“地铁”的全部事件"]),
        ("en", ["●  Milestones", "Title", "Monday, 28 June 2021 08:30", "Lunar month 5, day 19 · Year of the Ox",
                "“recently”", "In short.", "First.", "one\ntwo", "3 lines", "interchanging", "Xiasha Subdistrict",
                "Li Ming", "Source: Qiantang magazine · 特别策划 · 栏", "What came before and after",
                "← May 2016 · Metro-Begun", "● 28 June 2021 08:30 · Title", "All events of Metro"]),
    ],
)  # fmt: skip
def test_an_event_is_told_with_all_that_is_known_of_it(open_window: OpenWindow, lang: str, expected: list[str]) -> None:
    """Category, title, date with weekday and time, lunar date, note, texts, figures, tags, source and related."""
    assert (
        shown(open_window(lang, chronicle=SAMPLE._replace(events=(full_event(), SAMPLE_EVENTS[1])), selected="full"))
        == expected
    )


@pytest.mark.parametrize(
    ("date", "lines"),
    [
        ("2021-06", ["2021年6月"]),
        ("2022-01-29/2022-01-30", ["2022年1月29日—30日"]),
        ("[2021-12..2022-02]", ["2021年12月至2022年2月间某日", "日前"]),
        ("2019/..", ["2019年至今"]),
        ("1850-03-01", ["1850年3月1日 星期五"]),
        ("-0044-03-15", ["公元前45年3月15日"]),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(open_window: OpenWindow, date: str, lines: list[str]) -> None:
    """Weekday only for a known day, lunar date only where the calendar is known, a note only where there is one."""
    texts = shown(open_window(chronicle=SAMPLE._replace(events=(sample_event("only", date, "题"),)), selected="only"))
    assert texts[2 : texts.index("题。")] == lines


@pytest.mark.parametrize(
    ("lang", "only", "note"),
    [
        ("zh", "en", "没有中文文本，此处为英文。"),
        ("en", "zh", "There is no text in English; this one is in Chinese."),
    ],
)
def test_a_missing_language_falls_back_and_says_so(open_window: OpenWindow, lang: str, only: str, note: str) -> None:
    """Another text is shown with a note, in pane, timeline and list; where there is one, there is no note."""
    lacking = full_event()._replace(texts={only: full_event().texts[only]}, thread="")
    window = open_window(lang, chronicle=SAMPLE._replace(events=(lacking, *SAMPLE_EVENTS)), selected="full")
    texts = shown(window)
    assert texts[1] == lacking.texts[only].title
    assert note in texts
    assert lacking.texts[only].title in [head.title for head in matching(window)]
    window.model.change(lang=only)
    assert not any("no text" in text or "没有" in text for text in shown(window))
    window.model.change(lang=lang)
    window.model.select("metro-opens")
    assert note not in shown(window)


def test_before_and_after_stand_around_the_event(open_window: OpenWindow) -> None:
    """Arrows show the direction, the event itself is marked, and of many the nearest are shown and the rest counted."""
    events = tuple(sample_event(f"e{year}", str(year), str(year), thread="metro") for year in range(1980, 2031))
    window = open_window("en", chronicle=SAMPLE._replace(events=events), selected="e2009")
    texts = shown(window)
    course = texts[texts.index("What came before and after") + 1 :]
    assert course == [
        "9 earlier events",
        *(f"← {year} · E{year}" for year in range(1989, 2009)),
        "● 2009 · E2009",
        *(f"→ {year} · E{year}" for year in range(2010, 2030)),
        "1 later event",
        "All events of Metro",
    ]


def html_everywhere() -> Chronicle:
    """A chronicle in which every text looks like HTML."""
    text = EventText(HTML, HTML, HTML, HTML)
    figure = Figure(1.0, {"zh": FigureText(HTML, HTML, HTML)})
    event = full_event()._replace(texts={"zh": text}, figures=(figure,), source_section=HTML, source_heading=HTML)
    return SAMPLE._replace(
        titles={"zh": HTML},
        subtitles={"zh": HTML},
        categories=(SAMPLE.categories[0]._replace(names={"zh": HTML}),),
        sources={"magazine": {"zh": HTML}},
        tags=tuple(Tag(tag.id, TagKind.TOPIC, {"zh": HTML}) for tag in SAMPLE.tags),
        events=(event, event._replace(id="second", importance=5)),
    )


def test_html_in_any_text_stays_text(open_window: OpenWindow) -> None:
    """Tags and entities are read as they were written, in texts, names, figures, lists and the introduction."""
    window = open_window(chronicle=html_everywhere(), selected="full")
    whole = Cluster("milestone", minutes_of_days((day_number(2021), day_number(2022))), 2)
    for selected, cluster in (("full", None), ("", None), ("", whole)):
        window.model.change(selected=selected, cluster=cluster)
        told = [text for text in shown(window) if "script" in text or "&" in text or "b" in text]
        assert told
        assert all(HTML in text for text in told)
    header = [label.text() for label in window.header.findChildren(QLabel)]
    assert header == [HTML, HTML]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in window.header.findChildren(QLabel))


def test_an_ampersand_in_a_link_is_no_shortcut(open_window: OpenWindow) -> None:
    """A title such as R&D keeps its sign, and Alt+D is not taken by it."""
    event = sample_event("research", "2021-01-01", "题", thread="metro")._replace(
        texts={"zh": EventText("R&D 中心", "要", "文")}
    )
    window = open_window(chronicle=SAMPLE._replace(events=(full_event(), event)), selected="full")
    assert links(window)[0].accessibleName() == "← 2021年1月1日 · R&D 中心"
    assert links(window)[0].shortcut().isEmpty()


def test_previous_and_next_lead_through_the_matching_events(open_window: OpenWindow) -> None:
    """The buttons show the dates they lead to, name the events in their tips, and are off at the ends."""
    window = open_window(query=EventQuery(search="地铁"), selected="")
    heads = matching(window)
    window.model.select(heads[0].id)
    for at, head in enumerate(heads):
        previous, following = buttons(window)
        assert window.model.state.selected == head.id
        assert (previous.isEnabled(), following.isEnabled()) == (at > 0, at < len(heads) - 1)
        if at < len(heads) - 1:
            assert heads[at + 1].title in following.toolTip()
        click(following)
    click(buttons(window)[0])
    assert window.model.state.selected == heads[-2].id


def test_previous_and_next_tell_another_year(open_window: OpenWindow) -> None:
    """The day of a neighbour stands alone when it is in the year of the event that is shown; "until 2020" is one."""
    dates = {"first": "1421-10-14", "until": "../2020", "shown": "2021-10-15", "next": "2021-10-16"}
    events = tuple(sample_event(event_id, date, event_id) for event_id, date in dates.items())
    window = open_window("en", chronicle=SAMPLE._replace(events=events), size=(1920, 1080), selected="shown")
    settle()
    assert [button.text() for button in buttons(window)] == ["‹ until 2020", "16 Oct ›"]
    window.model.select("until")
    settle()
    assert [button.text() for button in buttons(window)] == ["‹ 14 October 1421", "15 October 2021 ›"]


def milestones_of_2021(window: MainWindow, *apart: str) -> Cluster:
    """A cluster of what the milestones of a year are, but for those that stand apart."""
    minutes = minutes_of_days((day_number(2021), day_number(2021, 12, 31)))
    heads = window.model.matches.heads_beginning(MILESTONES, window.model.state.lang, minutes)
    return Cluster("milestone", minutes, len(heads) - len(apart), frozenset(apart))


def test_a_cluster_lists_its_events_and_leads_to_each(open_window: OpenWindow, shipped: StoreReader) -> None:
    """A line for each event, a click on one of them shows it, as Space does for who has no pointer."""
    window = open_window()
    apart = "metro-line-8-opens"
    cluster = milestones_of_2021(window, apart)
    heads = [head for head in shipped.heads_beginning(MILESTONES, "zh", cluster.minutes) if head.id != apart]
    window.model.open_cluster(cluster)
    assert shown(window)[0] == f"{len(heads)} 条"
    assert [link.accessibleName().split(" · ", 1)[1] for link in links(window)] == [head.title for head in heads]
    click(links(window)[2])
    assert window.model.state.selected == heads[2].id
    window.model.open_cluster(cluster)
    links(window)[1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    assert window.model.state.selected == heads[1].id


def test_a_cluster_goes_when_its_events_may_be_others(open_window: OpenWindow, rest: Rest) -> None:
    """Another category switched off leaves the list as it is; its own, or a search, closes it."""
    window = open_window()
    cluster = milestones_of_2021(window)
    window.model.open_cluster(cluster)
    before = shown(window)
    click(chip_of(window, "outreach"))
    assert shown(window) == before
    click(chip_of(window, "milestone"))
    open_clusters = [window.model.state.cluster]
    assert shown(window) != before
    click(chip_of(window, "milestone"))
    window.model.open_cluster(cluster)
    window.model.search("地铁")
    open_clusters.append(window.model.state.cluster)
    rest(window)
    assert [*open_clusters, window.model.state.cluster] == [None, cluster, None]


@pytest.mark.parametrize(("size", "listed"), [(200, 200), (203, 200)])
def test_a_large_cluster_lists_its_first_events_and_says_so(open_window: OpenWindow, size: int, listed: int) -> None:
    """Two hundred are listed; of more than that there is a line about the others, and the count is that of all."""
    events = tuple(sample_event(f"event-{at:03}", "2021-06-28", f"题{at:03}") for at in range(size))
    window = open_window("en", chronicle=SAMPLE._replace(events=events))
    window.model.open_cluster(Cluster("milestone", minutes_of_days((day_number(2021, 6, 28),) * 2), size))
    texts = shown(window)
    assert texts[0] == f"{size} events"
    assert [link.accessibleName()[-3:] for link in links(window)] == [f"{at:03}" for at in range(listed)]
    assert (texts[-1] == "Zoom in to see the others.") is (size > listed)


def test_without_a_selection_the_chronicle_is_introduced(open_window: OpenWindow) -> None:
    """Title, number of events and what made the year; neither previous nor next."""
    window = open_window("en")
    window.model.select("")
    texts = shown(window)
    assert texts[0] == "Qiantang Chronicle"
    assert f"{len(matching(window))} events" in texts
    assert "Highlights" in texts
    assert len(links(window)) == sum(head.importance == 5 for head in matching(window)) > 0
    assert not any(button.isVisible() for button in buttons(window))


@pytest.mark.parametrize(("lang", "message"), [("zh", "没有符合的事件"), ("en", "No event matches")])
def test_a_search_that_finds_nothing_says_so(open_window: OpenWindow, rest: Rest, lang: str, message: str) -> None:
    """The message takes the place of the event that was selected, which comes back with the search cleared."""
    window = open_window(lang)
    before = shown(window)
    window.model.search("no such words")
    rest(window)
    assert message in shown(window)[-1]
    window.model.search("")
    rest(window)
    assert shown(window) == before


@pytest.mark.parametrize(("lang", "step"), [("en", 5), ("zh", 12)])
def test_no_text_of_the_shipped_events_is_cut(open_window: OpenWindow, lang: str, step: int) -> None:
    """At the pane's least width every text, figure, tag and link stands inside it and has the height it needs."""
    window = open_window(lang)
    window.splitter.setSizes([10_000, 1])
    window.timeline.setUpdatesEnabled(False)  # painting it each time takes longest
    for head in matching(window)[::step]:
        window.model.select(head.id)
        settle()
        for widget in content(window).findChildren(QWidget):
            if isinstance(widget, QLabel | QAbstractButton):
                box = QRect(widget.mapTo(content(window), QPoint(0, 0)), widget.size())
                words = widget.minimumSizeHint().width() if isinstance(widget, QLabel) else 0
                assert box.right() < room(window), (head.id, box)
                assert widget.width() >= words, (head.id, widget)
                assert widget.height() >= widget.heightForWidth(widget.width()), (head.id, widget)


def test_a_word_without_end_pushes_no_other_text_out_of_view(open_window: OpenWindow) -> None:
    """Only the endless word itself is cut; title, tags and buttons stay where they were."""
    endless = EventText("题", "要", "https://example.org/" + "a" * 400)
    window = open_window(
        chronicle=SAMPLE._replace(events=(full_event()._replace(texts={"zh": endless}),)), selected="full"
    )
    settle()
    assert content(window).width() <= room(window)
