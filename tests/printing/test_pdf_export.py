"""The exported PDF, read back by a reader of its own: what is copied from it is what the store holds."""

import io

import pytest
from pypdf import PdfReader

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import EVERYTHING, exported
from tests.printing.pdf_readers import texts_of
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store

pytestmark = pytest.mark.usefixtures("qapp")
MILESTONES = EventQuery(min_importance=4)


def _pdf(source: StoreReader, lang: str = "zh", query: EventQuery = EVERYTHING) -> PdfReader:
    return PdfReader(io.BytesIO(exported(source, "list.pdf", lang, query)))


@pytest.fixture(scope="module")
def milestones(shipped: StoreReader) -> PdfReader:
    """A PDF of the most important events."""
    return _pdf(shipped, query=MILESTONES)


def _pages(pdf: PdfReader) -> list[str]:
    """The text of each page without space: a PDF has no spaces between lines."""
    return ["".join(page.extract_text().split()) for page in pdf.pages]


def _bare(text: str) -> str:
    return "".join(text.replace("*", "").replace("- ", "").split())


@pytest.mark.parametrize(("lang", "query"), [("zh", EVERYTHING), ("en", EVERYTHING), ("all", MILESTONES)])
def test_its_text_is_the_text_of_the_store(shipped: StoreReader, lang: str, query: EventQuery) -> None:
    """Every title, date, summary, body line, figure and note, for all readers alike: 大月长, never their radicals."""
    langs = shipped.vocabulary.languages if lang == "all" else (lang,)
    texts = [text for event in shipped.events(query) for each in langs for text in _texts(event, each)]
    found = texts_of(exported(shipped, "list.pdf", lang, query))
    assert {"pypdf", "pdfium"} <= set(found)
    for reader, told in found.items():
        assert (reader, [text for text in texts if text not in told]) == (reader, [])
        assert not [character for character in told if "\u2e80" <= character <= "\u2fdf"]


def _texts(event: Event, lang: str) -> list[str]:
    """What the document says of an event."""
    words = event.texts[lang]
    dates = date_label(event.date, lang)
    figures = [part for figure in event.figures for part in figure.texts[lang]]
    return [
        _bare(text) for text in (words.title, words.summary, words.date_note, dates, *words.body.splitlines(), *figures)
    ]


def test_characters_that_share_a_glyph_are_told_apart() -> None:
    """The radical stays a radical and the character a character, even side by side; likewise Greek and signs."""
    title = "大⼤月⽉长⻓ΩΩμµ"
    event = sample_event("only", "2021", "题")._replace(texts={"zh": EventText(title, "摘要", "正文")})
    with temporary_store(SAMPLE._replace(events=(event,))) as store:
        assert title in "".join(_pages(_pdf(store)))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://x.org/Hangzhou_(city)", "https://x.org/Hangzhou_%28city%29"),
        ("https://x.org/)/S/JavaScript/JS(app.beep()", "https://x.org/%29/S/JavaScript/JS%28app.beep%28%29"),
        ("https://x.org/\\", "https://x.org/%5C"),
    ],
)
def test_a_link_is_an_address_and_cannot_be_more(text: str, address: str) -> None:
    """Brackets in it do not end it, so that the file is whole, and the link does nothing that a text has chosen."""
    event = sample_event("only", "2021", "题")._replace(texts={"zh": EventText("题", "摘要", text)})
    with temporary_store(SAMPLE._replace(events=(event,))) as store:
        pdf = PdfReader(io.BytesIO(exported(store, "list.pdf", "zh", EVERYTHING)), strict=True)
    links = [link.get_object()["/A"] for page in pdf.pages for link in page.get("/Annots", ())]
    assert links == [{"/Type": "/Action", "/S": "/URI", "/URI": address}]


def test_the_fonts_are_embedded(milestones: PdfReader) -> None:
    """It looks the same where no Chinese font is."""
    for page in milestones.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # pypdf's values are any objects
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_pages_are_a4_and_say_what_they_are(shipped: StoreReader, milestones: PdfReader) -> None:
    """The cover states query, count and content hash; all other pages the query in words, the day and their number."""
    pages = _pages(milestones)
    for part in ("钱塘纪事", f"{shipped.count(MILESTONES)}条", '{"min_importance":4}', shipped.content_hash):
        assert part in pages[0]
    for number, (page, text) in enumerate(zip(milestones.pages, pages, strict=True), 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        if number > 1:
            assert f"重要性4级以上·{shipped.count(MILESTONES)}条·2026-03-14" in text
            assert str(number) in text
    assert milestones.metadata is not None
    assert milestones.metadata.title == "钱塘纪事"


def test_the_contents_lead_to_the_right_pages(milestones: PdfReader) -> None:
    """Each period with the number of the page on which its heading stands."""
    pages = _pages(milestones)
    for period in ("2021年6月", "2022年1月"):
        after = pages[1].split("目录", 1)[1].split(period, 1)[1]
        number = next(at for at in range(len(pages), 2, -1) if after.startswith(str(at)))
        assert period in pages[number - 1]


def test_a_text_longer_than_a_page_is_told_whole() -> None:
    """It goes on over as many pages as it takes."""
    body = "\n\n".join(f"第{at}段：钱塘江边的一段长长的文字，写了又写。" for at in range(300))
    event = sample_event("long", "2021", "长")._replace(texts={"zh": EventText("长", "长", body)})
    with temporary_store(SAMPLE._replace(events=(event, sample_event("next", "2021-02", "下一件")))) as store:
        pages = _pages(_pdf(store))
    told = "".join(pages)
    assert all(f"第{at}段：钱塘江边的一段长长的文字，写了又写。" in told for at in range(300))
    assert "下一件" in pages[-1]


def test_no_match_is_a_document_that_says_so(shipped: StoreReader) -> None:
    """A cover with a count of 0."""
    assert "0条" in _pages(_pdf(shipped, query=EventQuery(search="nothing like this")))[0]
