"""A sample of the campaign of faults on stores: nothing wrong, nothing lost, nothing left behind, and no traceback."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from benchmarks.faults.campaign import PARTS
from benchmarks.faults.tally import COLUMNS, FAULTS, Tally, Trial
from tests.places import ROOT

SAMPLES = {"stores": 12, "calls": 8, "writers": 4, "readers": 3}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize("part", SAMPLES)
def test_a_sample_has_no_fault(part: str) -> None:
    """With a seed of its own, the same each time; what was tried last is printed when it is not so."""
    if part == "calls" and shutil.which("cc") is None:
        pytest.skip("there is no compiler for C")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "benchmarks", "faults", part, "--count", str(SAMPLES[part]), "--seed", "14"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8", timeout=240,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    tried = re.search(r"^\| all \| (\d+) ", done.stdout, re.M)
    assert tried is not None
    assert int(tried[1]) >= SAMPLES[part]


def test_every_part_on_stores_has_a_sample() -> None:
    """None is left out by mistake."""
    assert SAMPLES.keys() <= PARTS.keys()


@pytest.mark.parametrize("outcome", COLUMNS[1:])
def test_a_fault_is_counted_and_printed(outcome: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is none is counted only."""
    tally = Tally().count([Trial("kind", outcome, "what was done"), Trial("kind", "right", "nothing")])
    assert tally.faults == (outcome in FAULTS)
    assert ("what was done" in capsys.readouterr().out) == (outcome in FAULTS)
    assert tally.lines()[-1].startswith("| all | 2 |")
