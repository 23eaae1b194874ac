"""A small chronicle with one of everything, for tests that need known events."""

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Category, Chronicle, Era, Event, EventText, Figure, FigureText, Status, Tag, TagKind


def sample_event(event_id: str, date: str, title: str, *, category: str = "milestone", thread: str = "",
                 parent: str = "", tags: tuple[str, ...] = (), importance: int = 3,
                 status: Status = Status.HAPPENED, figures: tuple[Figure, ...] = ()) -> Event:  # fmt: skip
    """Make an event with texts in Chinese and English."""
    return Event(
        id=event_id,
        date=parse_edtf(date),
        category=category,
        collection="this-year",
        texts={
            "zh": EventText(title, f"{title}。", f"{title}，正文。正文完。", "日前" if date.startswith("[") else ""),
            "en": EventText(event_id.title(), f"Summary of {event_id}.", f"Body of *{event_id}*. Its end."),
        },
        status=status,
        importance=importance,
        parent=parent,
        thread=thread,
        source="magazine",
        source_section="特别策划",
        source_heading=title,
        tags=tags,
        figures=figures,
    )


SAMPLE_FIGURE = Figure(3, {"zh": FigureText("3", "条", "换乘线路"), "en": FigureText("3", "lines", "to change to")})
SAMPLE_EVENTS = (
    sample_event("old-dyke", "-0044~", "古海塘", category="history", tags=("xiasha",)),
    sample_event("metro-begun", "2016-05", "地铁8号线开工", thread="metro", tags=("metro-company",)),
    sample_event(
        "metro-opens", "2021-06-28", "地铁8号线开通", thread="metro", parent="metro-begun", importance=5,
        tags=("xiasha", "metro-company"), figures=(SAMPLE_FIGURE,),
    ),
    sample_event("fair", "2021-10-09/2021-10-11", "潮玩节", category="festival", importance=4),
    sample_event("visit", "[2021-12..2022-02]", "=走访@企业", category="festival", tags=("li-ming",)),
    sample_event("campus", "2019/..", "校区建设", status=Status.ONGOING, tags=("education",)),
    sample_event("plan", "2025", "规划目标", status=Status.PLANNED, importance=1),
)  # fmt: skip

SAMPLE_ERAS = (
    Era("plan-14", {"zh": "“十四五”时期", "en": "14th Five-Year Plan"}, parse_edtf("2021/2025"), "#0E6E83", "#5CC3D6"),
    Era("district", {"zh": "钱塘区", "en": "District"}, parse_edtf("2021-04-09/.."), "#8A5A00", "#DDB25A"),
    Era("han", {"zh": "汉朝", "en": "Han dynasty"}, parse_edtf("-0201~/0220"), "#6A4C93", "#B79AE0"),
)

SAMPLE = Chronicle(
    titles={"zh": "样本", "en": "Sample"},
    subtitles={"zh": "", "en": "Of everything"},
    categories=(
        Category("milestone", {"zh": "里程碑", "en": "Milestones"}, "#B3261E", "#FF8A7A"),
        Category("festival", {"zh": "节庆", "en": "Festivals"}, "#C2571A", "#FFAB73"),
        Category("history", {"zh": "历史", "en": "History"}, "#4F5D2F", "#B5C788"),
    ),
    collections={"this-year": {"zh": "这一年", "en": "This Year"}},
    sources={"magazine": {"zh": "《钱塘》", "en": "Qiantang magazine"}},
    threads={"metro": {"zh": "地铁", "en": "Metro"}},
    tags=(
        Tag("xiasha", TagKind.PLACE, {"zh": "下沙街道", "en": "Xiasha Subdistrict"}, ("下沙",)),
        Tag("metro-company", TagKind.ORGANISATION, {"zh": "杭州地铁", "en": "Hangzhou Metro"}),
        Tag("li-ming", TagKind.PERSON, {"zh": "李明", "en": "Li Ming"}),
        Tag("education", TagKind.TOPIC, {"zh": "教育", "en": "Education"}),
    ),
    events=SAMPLE_EVENTS,
)
