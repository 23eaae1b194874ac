"""The page of promises names tests that are there."""

import ast
import re

import pytest

from tests.places import ROOT

PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
ROWS = [row for row in re.findall(r"^\| (.+?) \| (.+) \|$", PAGE, re.MULTILINE) if "![" not in row[0]]
NAMED = re.findall(r"`([\w/]+\.py)(?:::(\w+))?`", PAGE)


@pytest.mark.parametrize(("file", "name"), NAMED, ids=lambda part: part.rpartition("/")[2])
def test_a_test_that_is_named_is_there(file: str, name: str) -> None:
    """The file has it, by that name, or tests at all."""
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    found = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert name in found if name else any(test.startswith("test_") for test in found)


def test_every_promise_names_one() -> None:
    """In the last column of its row; and no test is named twice."""
    promises = [row for row in ROWS if row[0] not in ("promise", "已损坏的数据文件")]
    assert len(promises) > 30
    assert [row[0] for row in promises if not re.search(r"`[\w/]+\.py", row[1])] == []
    assert len(NAMED) == len(set(NAMED))
