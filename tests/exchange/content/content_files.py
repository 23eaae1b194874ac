"""A small folder of content as text, whole and with single mistakes."""

from pathlib import Path

import pytest

from qtviewer.exchange.content.toml_content import read_content
from qtviewer.exchange.content.toml_table import ContentError

CHRONICLE = """\
[chronicle]
zh = { title = "样本", subtitle = "全部" }
en = { title = "Sample" }

[[category]]
id = "milestone"
color = "#B3261E"
color_dark = "#FF8A7A"
zh = "里程碑"
en = "Milestones"

[[collection]]
id = "this-year"
zh = "这一年"
en = "This Year"

[[source]]
id = "magazine"
zh = "《钱塘》"
en = "Qiantang"

[[thread]]
id = "metro"
zh = "地铁"
en = "Metro"

[[era]]
id = "plan-14"
date = "2021/2025"
color = "#0E6E84"
color_dark = "#5CC3D6"
zh = "“十四五”时期"
en = "14th Five-Year Plan"

[[tag]]
kind = "place"
id = "xiasha"
zh = "下沙街道"
en = "Xiasha Subdistrict"
aliases = ["下沙"]

[[tag]]
kind = "organisation"
id = "metro-company"
zh = "杭州地铁"
en = "Hangzhou Metro"
"""

EVENTS = """\
[defaults]
source = "magazine"
collection = "this-year"
category = "milestone"

[[event]]
id = "plan"
date = "2025"
status = "planned"
thread = "metro"
zh = { title = "规划", summary = "规划目标。", body = "到2025年。规划目标。" }
en = { title = "Plan", summary = "The plan.", body = "Until 2025. It is a plan." }

[[event]]
id = "metro-opens"
date = "2021-06-28"
time = "09:30"
date_basis = "inferred"
importance = 5
parent = "plan"
thread = "metro"
section = "这一年"
heading = "地铁开通"
places = ["下沙街道"]
organisations = ["杭州地铁"]

[event.zh]
title = "地铁8号线开通"
summary = "首次载客。"
body = "三线换乘。首次载客。"
date_note = "上午"

[event.en]
title = "Metro Line 8 opens"
summary = "First passengers."
body = "Three lines. First passengers."
date_note = "In the morning"

[[event.figure]]
number = 1218.23
zh = { value = "1218.23", unit = "元", label = "投资" }
en = { unit = "", label = "invested" }
"""


def write_content(folder: Path, events: str = EVENTS, chronicle: str = CHRONICLE) -> Path:
    """Put both files into a folder; the path of the one with the events."""
    folder.mkdir(exist_ok=True)
    (folder / "chronicle.toml").write_text(chronicle, encoding="utf-8")
    path = folder / "events.toml"
    path.write_text(events, encoding="utf-8")
    return path


def with_mistake(text: str, right: str, wrong: str) -> str:
    """The text with one passage replaced, which must be there once."""
    assert text.count(right) == 1, right
    return text.replace(right, wrong)


def problems_of(folder: Path) -> tuple[str, ...]:
    """What reading a folder complains about."""
    with pytest.raises(ContentError) as refusal:
        read_content(folder)
    assert "\n" not in str(refusal.value)
    return refusal.value.problems
