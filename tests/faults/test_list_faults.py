"""A sample of the campaign of faults on lists: none is read as nothing, none hangs, and no text breaks an export."""

import os
import re
import subprocess
import sys

import pytest

from benchmarks.faults.hostile_texts import HOSTILE
from benchmarks.faults.list_mutants import MUTATIONS
from benchmarks.faults.list_readers import READERS
from qtviewer.exchange.formats import FORMATS
from tests.places import ROOT

SAMPLES = {"lists": 42, "exports": 24}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize("part", SAMPLES)
def test_a_sample_has_no_fault(part: str) -> None:
    """With a seed of its own, the same each time; what was tried last is printed when it is not so."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "benchmarks", "faults", part, "--count", str(SAMPLES[part]), "--seed", "14"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8", timeout=240,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    tried = re.search(r"^\| all \| (\d+) ", done.stdout, re.M)
    assert tried is not None
    assert int(tried[1]) == SAMPLES[part]


def test_every_format_is_tried() -> None:
    """All that are written are read back, and all kinds that are read are damaged."""
    assert set(READERS) == set(FORMATS)
    assert set(MUTATIONS) == {"csv", "json", "jsonl", "timelinejs", "ics", "toml", "xlsx"}
    assert len(HOSTILE) > 40
