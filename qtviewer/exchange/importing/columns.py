"""The columns that an import reads, by their names in Chinese and English; docs/import.md lists them."""

import re
import unicodedata
from typing import Final

TEXT_COLUMNS: Final = ("title", "summary", "body", "date_note")
LIST_COLUMNS: Final = ("places", "people", "organisations", "tags")
TRANSLATED_COLUMNS: Final = frozenset((*TEXT_COLUMNS, *LIST_COLUMNS, "figures"))
"""Columns that may exist once for each language, such as title_zh."""
DERIVED_COLUMNS: Final = frozenset({"date_label", "precision", "approximate"})
"""Columns of exports that follow from the date, and are not read."""
COLUMN_ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "id": ("identifier", "key", "uid", "编号", "标识"),
    "title": ("headline", "name", "event", "标题", "名称", "事件", "事件名称", "题目"),
    "summary": ("abstract", "subtitle", "摘要", "概要", "简介"),
    "body": ("text", "description", "content", "details", "正文", "内容", "描述", "详情", "说明"),
    "date": ("when", "日期", "时间日期", "事件日期", "发生日期"),
    "date_label": ("日期文字",),
    "first_date": ("start", "start_date", "begin", "from", "开始", "开始日期", "起始日期", "起"),
    "last_date": ("end", "end_date", "to", "until", "结束", "结束日期", "截止日期", "止"),
    "time": ("clock", "hour", "时间", "时刻", "钟点"),
    "precision": ("精度",),
    "approximate": ("约数", "大约"),
    "date_note": ("note_on_date", "日期说明", "日期备注"),
    "date_basis": ("basis", "日期依据"),
    "category": ("lane", "类别", "分类", "类型"),
    "collection": ("series", "系列", "栏目"),
    "status": ("state", "状态"),
    "importance": ("weight", "重要性", "重要程度", "级别"),
    "places": ("place", "location", "locations", "where", "地点", "地方", "位置"),
    "people": ("person", "persons", "who", "人物", "人员"),
    "organisations": ("organisation", "organizations", "organization", "机构", "单位", "组织"),
    "tags": ("tag", "topic", "topics", "keywords", "标签", "主题", "话题", "关键词"),
    "figures": ("figure", "numbers", "数字", "数据"),
    "parent": ("part_of", "上级", "上级事件", "所属事件"),
    "thread": ("project", "线索", "脉络", "项目"),
    "source": ("出处", "来源", "资料来源"),
    "source_section": ("section", "章节"),
    "source_heading": ("heading", "小标题"),
    "source_locator": ("locator", "出处位置", "页码", "page"),
    "lang": ("language", "语言", "语种"),
    "texts": (),
}
MAX_COLUMNS: Final = 1000
_MAX_HEADER_LENGTH: Final = 100
_LANGUAGES: Final = {"中文": "zh", "汉语": "zh", "英文": "en", "英语": "en", "chinese": "zh", "english": "en"}
_TRANSLATION: Final = re.compile(
    r"(?P<column>.+?)[_(:\[](?P<lang>[a-z]{2,3}(?:[-_][a-z]{2,8})?|中文|英文|汉语|英语|chinese|english)[)\]]?"
)
_COLUMN_OF: Final = {name: column for column, names in COLUMN_ALIASES.items() for name in (column, *names)}


def column_of(header: str) -> str | None:
    """Return the column that a header cell names, as title or with a language as title@zh; None when it is unknown."""
    if len(header) > _MAX_HEADER_LENGTH:
        return None
    name = re.sub(r"[\s_\-]+", "_", unicodedata.normalize("NFKC", header).strip().casefold()).replace("_(", "(")
    if name in _COLUMN_OF:
        return _COLUMN_OF[name]
    match = _TRANSLATION.fullmatch(name)
    if match is None or _COLUMN_OF.get(match["column"]) not in TRANSLATED_COLUMNS:
        return None
    lang = _LANGUAGES.get(match["lang"]) or match["lang"].replace("_", "-")
    return f"{_COLUMN_OF[match['column']]}@{lang}"


def header_of_column(column: str) -> str:
    """Return a column as exports name it in the header: title_zh for title@zh."""
    return column.replace("@", "_")
