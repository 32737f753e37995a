"""No regular expression of the package takes more than linear time on any text that can be made from it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pump import blow_up

PUMP = Path(__file__).with_name("pump.py")


@pytest.mark.skipif(os.name != "posix", reason="a search is stopped by a signal that other systems lack")
def test_no_pattern_blows_up():
    run = subprocess.run([sys.executable, PUMP], capture_output=True, text=True, timeout=900, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?s)\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype\s+html|<html\b)",
        r"!\[[^\]\n]{0,300}\]\([^)\s]{1,2000}[^)\n]{0,200}\)",
        r"\blasted\s+(?:for\s+)?(?:over|about)?\s+(?:an|one)\s+hour",
        r"[一二三四五六七八九十]+(?:万|亿)元",
        r"(?:[(«]|\s\")+\Z",
        r"(?:\w+,?\s*)+\.",
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="a search is stopped by a signal that other systems lack")
def test_the_pump_finds_patterns_of_every_kind_that_blows_up(pattern):
    assert blow_up(pattern) is not None


@pytest.mark.parametrize("pattern", [r"[^\W_]+(?:['’\-][^\W_]+)*", r"<[^<>]*>", r"\s*+(?:,\s*+)?", r"“[^“”]*”"])
@pytest.mark.skipif(os.name != "posix", reason="a search is stopped by a signal that other systems lack")
def test_the_pump_lets_linear_patterns_pass(pattern):
    assert blow_up(pattern) is None
