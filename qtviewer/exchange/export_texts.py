"""The fixed texts of exported documents, in English and Chinese."""

from typing import Final

_TEXTS: Final = {
    "en": {
        "about": "About this list",
        "events": "events",
        "query": "Query",
        "content_hash": "Content of the store (SHA-256)",
        "made": "Made",
        "language": "Language",
        "contents": "Contents",
        "source": "Source",
        "thread": "Part of",
        "date": "Date",
        "filter": "Filter",
        "all_categories": "All categories",
        "nothing": "No event matches.",
        "timeline": "Timeline",
        "eras": "{number} eras",
        "colon": ": ",
        "status": "Status",
        "happened": "happened",
        "ongoing": "going on",
        "planned": "planned",
        "poster_time": "Times with more events are wider. A solid edge: the day is known. A dotted line below cards: "
        "their date can mean any day over which it reaches. A filled bar is as long as the event lasted. "
        "A triangle: it began before this time, or goes on after it.",
        "poster_count": "{shown:,} of {total:,}",
        "poster_left_out": "Shown are the {shown:,} most important of {total:,} events.",
    },
    "zh": {
        "about": "关于本表",
        "events": "件事",
        "query": "筛选",
        "content_hash": "库内容校验（SHA-256）",
        "made": "导出时间",
        "language": "语言",
        "contents": "目录",
        "source": "来源",
        "thread": "所属",
        "date": "日期",
        "filter": "筛选",
        "all_categories": "全部类别",
        "nothing": "没有符合条件的事件。",
        "timeline": "时间轴",
        "eras": "{number}个时期",
        "colon": "：",
        "status": "状态",
        "happened": "已发生",
        "ongoing": "进行中",
        "planned": "计划中",
        "poster_time": "事件多的时段画得更宽。实线框：已知确切日期。卡片下的点线：日期可能是点线所及的任何一天。"
        "色条：与事件持续的时间等长。三角：在此之前已开始，或在此之后仍持续。",
        "poster_count": "{total:,} 条中 {shown:,} 条",
        "poster_left_out": "共{total:,}件事，这里是最重要的{shown:,}件。",
    },
}


def export_text(key: str, lang: str) -> str:
    """Return the text with this key in Chinese for "zh", in English for any other language; KeyError if unknown."""
    return _TEXTS["zh" if lang == "zh" else "en"][key]
