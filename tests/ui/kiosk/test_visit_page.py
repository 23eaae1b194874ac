"""What a visitor can do, each by a single tap."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtviewer.domain.event import name_in_language
from qtviewer.kiosk.qr_content import qr_content, qr_modules
from qtviewer.ui.kiosk.find_results import ResultButton
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.style import TouchButton
from qtviewer.ui.look.link_button import LinkButton
from tests.ui.kiosk.kiosks import OpenKiosk, drag, tap
from tests.ui.windows import place_of, whole_cards, words_of

WaitUntilSettled = Callable[[KioskWindow], None]
METRO = "metro-line-8-opens"


def _titles(window: KioskWindow) -> list[str]:
    """What was found."""
    return [button.accessibleName() for button in window.visit.find_page.results.findChildren(ResultButton)]


def _tiles(window: KioskWindow) -> list[TouchButton]:
    """The values of a facet."""
    return [each for each in window.visit.find_page.tiles.findChildren(TouchButton) if each.objectName() == "tile"]


def _button(holder: QWidget, words: str) -> QAbstractButton:
    """The visible button whose words begin so."""
    buttons = holder.findChildren(TouchButton)
    return next(each for each in buttons if each.isVisible() and each.accessibleName().startswith(words))


def test_next_and_previous_go_along_time(visit: OpenKiosk) -> None:
    """They choose the event after, and the one before."""
    window = visit()
    first = window.model.state.selected
    tap(window.visit.bar.next)
    assert window.model.state.selected != first
    tap(window.visit.bar.previous)
    assert window.model.state.selected == first


def test_a_category_shows_its_events_alone(visit: OpenKiosk) -> None:
    """The button of a category leaves only its lane; the one for all brings all back."""
    window = visit()
    bar = window.visit.bar
    tap(bar.categories["statistic"])
    assert window.model.active_categories() == {"statistic"}
    assert bar.categories["statistic"].isChecked()
    assert not bar.everything.isChecked()
    tap(bar.everything)
    assert window.model.state.query == window.model.initial_state.query
    assert bar.everything.isChecked()


def test_a_tap_on_what_is_chosen_keeps_it(visit: OpenKiosk) -> None:
    """Twice the same button is as once: children tap everything twice."""
    window = visit()
    for _ in range(2):
        tap(window.visit.bar.categories["statistic"])
    assert window.model.active_categories() == {"statistic"}
    assert window.visit.bar.categories["statistic"].isChecked()


def test_more_leads_to_all_categories(visit: OpenKiosk) -> None:
    """Those without a button of their own are one tap further, and have one while they are chosen."""
    window = visit()
    hidden = next(key for key, button in window.visit.bar.categories.items() if not button.isVisible())
    tap(window.visit.bar.more)
    name = name_in_language(window.model.source.vocabulary.categories[hidden].names, "zh")
    tap(_button(window.visit.find_page.tiles, name))
    assert window.model.active_categories() == {hidden}
    assert window.visit.find_page.isHidden()
    assert window.visit.bar.categories[hidden].isVisible()


def test_the_language_switches_everywhere(visit: OpenKiosk) -> None:
    """One tap, and no Chinese character is left but in what has no English; another brings it back."""
    window = visit()
    tap(window.visit.bar.language)
    assert {"Qiantang Chronicle", "All", "Next ›", "中文"} <= set(words_of(window.visit))
    tap(window.visit.bar.language)
    assert {"钱塘纪事", "全部", "下一件 ›", "EN"} <= set(words_of(window.visit))


def test_the_text_has_three_sizes(visit: OpenKiosk) -> None:
    """Larger, larger still, and normal again."""
    window = visit()
    sizes = []
    for _ in range(3):
        tap(window.visit.bar.text_size)
        sizes.append(window.model.state.text_size)
    assert sizes == [125, 160, 100]


def test_a_card_tapped_is_told(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """The card below the timeline tells it, with weekday and lunar date, source and code."""
    window = visit((1080, 2200))
    wait_until_settled(window)
    view = window.visit.timeline
    card = next(
        each for each in whole_cards(view, clusters=False) if each.card.heads[0].id != window.model.state.selected
    )
    tap(view.viewport(), place_of(view, card.box))
    assert window.model.state.selected == card.card.heads[0].id
    assert card.card.heads[0].title in words_of(window.visit.detail)


def test_a_day_is_told_with_weekday_and_lunar_date(visit: OpenKiosk) -> None:
    """2021年6月28日 was a Monday, the nineteenth of the fifth month."""
    window = visit()
    window.model.show_event(METRO)
    said = [words.replace("\u00a0", " ") for words in words_of(window.visit.detail)]  # which keeps a line together
    assert "2021年6月28日 星期一 · 农历五月十九 · 辛丑牛年" in said


def test_the_name_of_a_lane_stays_in_sight(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """Also while the beginning of the lane is above the view."""
    window = visit()
    wait_until_settled(window)
    view, theme = window.visit.timeline, window.model.theme
    color = theme.category_color(window.model.source.vocabulary.categories["milestone"])
    strip = QRect(view.viewport().rect())
    strip.setTop(round(view.margins.axis_height) + 4)
    strip.setHeight(theme.px(20))

    def seen() -> int:
        picture = view.viewport().grab(strip).toImage()
        return sum(picture.pixelColor(x, y) == color for x in range(picture.width()) for y in range(picture.height()))

    before = seen()
    view.verticalScrollBar().setValue(theme.px(70))
    wait_until_settled(window)
    assert view.verticalScrollBar().value() == theme.px(70)
    assert seen() == before > 0


def test_a_cluster_tapped_lists_its_events(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """Each can be tapped, and is told."""
    window = visit()
    window.model.set_visible_range(window.model.state.first, window.model.state.first + 2000)
    wait_until_settled(window)
    view = window.visit.timeline
    cluster = next(iter(whole_cards(view, clusters=True)))
    tap(view.viewport(), place_of(view, cluster.box))
    links = window.visit.detail.findChildren(LinkButton)
    assert links
    tap(links[0])
    assert window.model.state.selected


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_chip_tapped_lists_its_events(visit: OpenKiosk, wait_until_settled: WaitUntilSettled, lang: str) -> None:
    """Exactly those that it counts, each of which can be tapped and is told."""
    window = visit(lang=lang)
    wait_until_settled(window)
    view = window.visit.timeline
    chip = next(chip for chip in view.chips() if chip.box.bottom <= view.scene().viewport.bottom)
    tap(view.viewport(), place_of(view, chip.box))
    links = window.visit.detail.findChildren(LinkButton)
    heads = window.model.events.cluster_heads(chip.cluster, 1_000)
    assert [link.accessibleName().split(" · ", 1)[1] for link in links] == [head.title for head in heads]
    assert len(links) == chip.cluster.size
    tap(links[0])
    assert window.model.state.selected == heads[0].id


def test_letters_find_by_pinyin(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """D T finds the metro; a letter taken back finds more; a result tapped is told."""
    window = visit()
    page = window.visit.find_page
    tap(window.visit.bar.find_button)
    tap(page.pad.keys["D"])
    wait_until_settled(window)
    more = len(_titles(window))
    tap(page.pad.keys["T"])
    wait_until_settled(window)
    assert page.typed.text() == "DT"
    assert any("地铁8号线一期开通" in title for title in _titles(window))
    found = len(_titles(window))
    assert 0 < found < more
    tap(next(each for each in page.results.findChildren(ResultButton) if "地铁8号线一期开通" in each.accessibleName()))
    assert window.model.state.selected == METRO
    assert page.isHidden()
    tap(window.visit.bar.find_button)
    assert page.typed.text() == ""
    assert _titles(window) == []


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_finding_ends_where_it_began(visit: OpenKiosk, size: tuple[int, int]) -> None:
    """The button stays under the finger: a second tap at the same place leads back."""
    window = visit(size)
    page, button = window.visit.find_page, window.visit.bar.find_button
    place = button.mapTo(window, button.rect().center())
    for is_shown in (True, False):
        tap(window, place)
        assert page.isVisible() == is_shown
    tap(window, place)
    assert not any(each.isVisible() for each in window.visit.bar.categories.values())


def test_nothing_found_says_so(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """In words, with what to do."""
    window = visit()
    tap(window.visit.bar.find_button)
    for letter in "QXZJ":
        tap(window.visit.find_page.pad.keys[letter])
    wait_until_settled(window)
    assert any("没有找到" in word for word in words_of(window.visit.find_page.results))


@pytest.mark.parametrize("facet", ["person", "place"])
def test_people_and_places_list_their_events(
    visit: OpenKiosk, wait_until_settled: WaitUntilSettled, facet: str
) -> None:
    """A tile says how many events it has, and lists as many."""
    window = visit()
    page = window.visit.find_page
    tap(window.visit.bar.find_button)
    tap(page.tabs[facet])
    tile = _tiles(window)[0]
    tap(tile)
    wait_until_settled(window)
    count = int(tile.text().split()[-1])
    assert f"{count} 条" in words_of(page.results)
    assert len(_titles(window)) == min(count, 60)


def test_a_month_is_gone_to(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """The tile of a month shows it on the timeline, with its first event."""
    window = visit()
    tap(window.visit.bar.find_button)
    tap(window.visit.find_page.tabs["month"])
    tap(_button(window.visit.find_page.tiles, "2021年9月"))
    wait_until_settled(window)
    head = window.model.events.head(window.model.state.selected)
    assert head is not None
    assert head.date.start is not None
    assert (head.date.start.year, head.date.start.month) == (2021, 9)
    assert window.model.state.first <= head.date.first_day <= window.model.state.last


def test_the_code_holds_what_is_told(visit: OpenKiosk) -> None:
    """Title, date, summary and source of the event in the visitor's language, module by module."""
    window = visit()
    window.model.show_event(METRO)
    event = window.model.source.event(METRO)
    assert event is not None
    expected = qr_modules(qr_content(event, window.model.source.vocabulary.sources, "zh"))
    assert window.visit.detail.matrix == expected
    picture = window.visit.detail.code.grab().toImage()
    dark = [
        [picture.pixelColor(x, y).lightness() < 128 for x in range(picture.width())] for y in range(picture.height())
    ]
    first = next((x, y) for y, row in enumerate(dark) for x, is_dark in enumerate(row) if is_dark)
    module = next(at for at in range(1, 60) if not dark[first[1]][first[0] + at]) // 7  # a finder pattern is 7 wide
    seen = [
        [dark[first[1] + module * row + module // 2][first[0] + module * column + module // 2]
         for column in range(len(expected) - 8)]
        for row in range(len(expected) - 8)
    ]  # fmt: skip
    assert seen == [list(row[4:-4]) for row in expected[4:-4]]


def test_a_template_puts_an_address_into_the_code(visit: OpenKiosk) -> None:
    """qr_url replaces the text."""
    window = visit(qr_url="https://example.org/{lang}/{id}")
    window.model.show_event(METRO)
    assert window.visit.detail.matrix == qr_modules(f"https://example.org/zh/{METRO}")


def test_the_code_is_enlarged_by_a_tap(visit: OpenKiosk) -> None:
    """And a tap anywhere, or on its button, takes it away."""
    window = visit()
    tap(window.visit.detail.code)
    assert window.large_code.isVisible()
    tap(window.large_code.button)
    assert window.large_code.isHidden()
    tap(window.visit.detail.code)
    tap(window.large_code, QPoint(20, 20))
    assert window.large_code.isHidden()


def test_a_text_scrolls_under_a_finger_and_by_a_tap(visit: OpenKiosk) -> None:
    """A finger that moves scrolls and presses nothing; arrows do the same by a tap, where there is more."""
    window = visit(text_size=160)
    area = window.visit.detail.area
    bar = area.verticalScrollBar()
    assert area.down.isVisible()
    assert not area.up.isVisible()
    drag(area.viewport(), QPoint(100, 200), QPoint(0, -150))
    assert bar.value() == 150
    assert area.up.isVisible()
    tap(area.up)
    assert bar.value() == 0
    tap(area.down)
    assert bar.value() > 0


def test_a_drag_over_a_button_does_not_press_it(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """Results are scrolled, not chosen, by a finger that moves."""
    window = visit()
    before = window.model.state.selected
    tap(window.visit.bar.find_button)
    tap(window.visit.find_page.pad.keys["D"])
    wait_until_settled(window)
    results = window.visit.find_page.results
    row = results.findChildren(ResultButton)[3]
    drag(row, QPoint(100, 20), QPoint(0, -120))
    assert results.verticalScrollBar().value() == 120
    assert window.visit.find_page.isVisible()
    assert window.model.state.selected == before
    assert not row.isDown()


def test_only_chosen_categories_are_there(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """A kiosk for some categories shows, finds and counts no others."""
    window = visit(categories=frozenset({"milestone", "statistic"}))
    assert set(window.visit.bar.categories) == {"milestone", "statistic"}
    head = window.model.events.head(window.model.state.selected)
    assert head is not None
    assert head.category in ("milestone", "statistic")
    tap(window.visit.bar.find_button)
    tap(window.visit.find_page.tabs["category"])
    assert len(_tiles(window)) == 2
    tap(window.visit.find_page.tabs["letters"])
    for letter in "DT":
        tap(window.visit.find_page.pad.keys[letter])
    wait_until_settled(window)
    assert 0 < len(_titles(window)) < 10


def test_a_tap_on_an_era_shows_all_of_it(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """Its row is high enough for a finger, above the lanes, and its name can be read."""
    window = visit()
    eras = window.visit.timeline.eras
    (band,) = eras.bands()
    assert eras.box(band).height() >= 34
    tap(window.visit.timeline.viewport(), eras.box(band).center().toPoint())
    wait_until_settled(window)
    assert window.model.state.first < band.first < band.last < window.model.state.last
