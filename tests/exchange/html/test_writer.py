"""The exported HTML, read back by Python's own parser: complete, self-contained, and deaf to what texts try."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Category, Chronicle, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.body_markup import body_to_html
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import EVERYTHING, exported
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles

_ALONE = {"meta", "input", "br"}
BAD = "<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) javascript:alert(1) \"'&amp;"


class Page(HTMLParser):
    """A page taken apart: the text of each kind of element, the attributes, and the articles with their sections."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, list[str]] = {}
        self.attributes: list[tuple[str, str, str]] = []
        self.articles: list[dict[str, str]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "article":
            self.articles.append({"id": dict(attrs)["id"] or "", "section": self.texts["h2"][-1], "h3": "", "all": ""})
        if tag not in _ALONE:
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and is the one that began last."""
        assert self._open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        """Text within the elements that are open."""
        if self._open:
            self.texts[self._open[-1]][-1] += data
        if "article" in self._open:
            self.articles[-1]["all"] += data
            if self._open[-1] == "h3":
                self.articles[-1]["h3"] += data


def _page(source: StoreReader, lang: str = "zh", query: EventQuery = EVERYTHING) -> Page:
    return Page(exported(source, "list.html", lang, query).decode("utf-8"))


def _bare(text: str) -> str:
    """A body without its marks and without space."""
    return "".join(re.sub(r"^\s*(-|\d+\.)\s", "", text.replace("*", ""), flags=re.MULTILINE).split())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_event_is_told_whole(shipped: StoreReader, lang: str) -> None:
    """Title, date, summary, body, figures, date note and source of each event stand in its article."""
    page = _page(shipped, lang)
    events = {f"e-{event.id}": event for event in shipped.events(EventQuery())}
    assert sorted(article["id"] for article in page.articles) == sorted(events)
    for article in page.articles:
        event = events[article["id"]]
        assert article["h3"] == event.texts[lang].title
        words, told = event.texts[lang], _bare(article["all"])
        for text in (words.summary, words.body, words.date_note, date_label(event.date, lang), event.source_heading):
            assert _bare(text) in told
        for figure in event.figures:
            shown = figure.texts[lang]
            assert _bare(f"{shown.label}{shown.value}{shown.unit}") in told


def test_events_stand_in_date_order_under_their_month(shipped: StoreReader) -> None:
    """Each heading once; what is known by the year alone before the months of that year."""
    page = _page(shipped)
    assert len(set(page.texts["h2"])) == len(page.texts["h2"])
    year = page.texts["h2"].index("2021年")
    assert page.texts["h2"][year : year + 3] == ["2021年", "2021年1月", "2021年2月"]
    sections = {article["h3"]: article["section"] for article in page.articles}
    assert sections["地铁8号线一期开通"] == "2021年6月"


def test_it_needs_nothing_else_and_allows_nothing_else(shipped: StoreReader) -> None:
    """No address but links to itself; a policy with the hashes of its own style and script, and of nothing more."""
    page = _page(shipped)
    assert not [value for _tag, name, value in page.attributes if name in {"src", "srcset", "action", "data", "style"}]
    assert all(value.startswith("#") for _tag, name, value in page.attributes if name == "href")
    (policy,) = [value for _tag, name, value in page.attributes if name == "content" and "default-src" in value]
    hashes = {
        kind: base64.b64encode(hashlib.sha256(page.texts[kind][0].encode()).digest()).decode()
        for kind in ("style", "script")
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}';"
        " base-uri 'none'; form-action 'none'"
    )
    assert len(page.texts["script"]) == len(page.texts["style"]) == 1
    assert not re.search(r"url\(|@import|fetch|XMLHttp|innerHTML", page.texts["style"][0] + page.texts["script"][0])
    assert "prefers-color-scheme: dark" in page.texts["style"][0]
    assert "@media print" in page.texts["style"][0]


def test_the_strip_leads_to_the_sections(shipped: StoreReader) -> None:
    """A bar for each month with events, with their number."""
    page = _page(shipped)
    ids = {value for tag, name, value in page.attributes if (tag, name) == ("section", "id")}
    months = shipped.count_by(EventQuery(), "month")
    targets = [value.removeprefix("#") for tag, name, value in page.attributes if (tag, name) == ("a", "href")]
    assert sorted(targets) == sorted(f"t{month}" for month in months)
    assert "t2021-06" in ids
    assert f"2021年6月 · {months['2021-06']}" in page.texts["title"]


def test_nothing_in_a_text_becomes_markup() -> None:
    """Scripts, images, links and colours in every text that a store holds."""
    event = sample_event("bad", "2021", "题")._replace(texts={"zh": EventText(BAD, BAD, BAD, BAD)}, source_heading=BAD)
    category = Category("milestone", {"zh": BAD}, "red;} body { display: none", "#FF8A7A")
    chronicle = SAMPLE._replace(events=(event,), categories=(category,), titles={"zh": BAD}, subtitles={"zh": BAD})
    with temporary_store(chronicle) as store:
        page = _page(store)
    assert page.articles[0]["h3"] == BAD
    assert page.articles[0]["all"].count(BAD) == 6
    assert len(page.texts["script"]) == 1
    assert "img" not in page.texts
    assert not [name for _tag, name, _value in page.attributes if name.startswith("on")]
    assert not [value for _tag, name, value in page.attributes if name == "href" and not value.startswith("#t")]
    assert "display: none; }" not in page.texts["style"][0].replace("form { display: none; }", "").replace(
        "[hidden] { display: none; }", ""
    )


def test_web_addresses_are_links_and_others_are_not() -> None:
    """Http and https, without the punctuation after them."""
    text = "见https://example.com/a?b=1&c=2。另 http://x.org, ftp://y.org data:text/html,x"
    event = sample_event("links", "2021", "题")._replace(texts={"zh": EventText("题", text, "文")})
    with temporary_store(SAMPLE._replace(events=(event,))) as store:
        page = _page(store)
    links = [value for tag, name, value in page.attributes if (tag, name) == ("a", "href")]
    assert links[1:] == ["https://example.com/a?b=1&c=2", "http://x.org"]
    assert text in page.articles[0]["all"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("(See https://x.org/Hangzhou_(city).)", "https://x.org/Hangzhou_%28city%29"),
        ("https://x.org/a)/S/JavaScript", "https://x.org/a%29/S/JavaScript"),
        ("https://x.org/\\)a%2F%zz", "https://x.org/%5C%29a%2F%25zz"),
        ("https://x.org/杭州|a", "https://x.org/%E6%9D%AD%E5%B7%9E%7Ca"),
        ("https://x.org/a_*b*", "https://x.org/a_%2Ab%2A"),
        ("**https://x.org/a**", "https://x.org/a"),
    ],
)
def test_an_address_is_whole_and_percent_encoded(text: str, address: str) -> None:
    """A bracket belongs to it where one was opened in it; no sign in it can end the link early."""
    assert re.findall('href="([^"]*)"', body_to_html(text)) == [address]


def test_it_says_what_it_is(shipped: StoreReader) -> None:
    """Query, count, content hash and time, at its end and for programs in its head."""
    query = EventQuery(min_importance=5)
    page = _page(shipped, "en", query)
    said = "\n".join(page.texts["p"][-4:])
    expected = (f"{shipped.count(query)} events", '{"min_importance": 5}', shipped.content_hash, "2026-03-14T15:09:26")
    assert all(part in said for part in expected)
    assert ("meta", "content", shipped.content_hash) in page.attributes


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_any_chronicle_is_a_page(chronicle: Chronicle) -> None:
    """Every event is there once, its title as it is, and every element that begins ends."""
    with temporary_store(chronicle) as store:
        text = exported(store, "list.html", "all").decode("utf-8")
    page = Page(text.replace("\r\n", "\n").replace("\r", "\n"))
    assert len(page.articles) == len(chronicle.events)
