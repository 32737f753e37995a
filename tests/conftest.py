"""What all tests share: markers, and the readouts that only some machines have."""

from __future__ import annotations

import os

import material
import pytest

os.environ["READCMP_CONFIG"] = ""  # nobody's own defaults change what a test sees


def pytest_configure(config):
    if getattr(config.option, "dist", "no") == "load":
        config.option.dist = "loadfile"  # the tests of a file share comparisons, which each process makes for itself
    config.addinivalue_line("markers", "slow: takes more than some seconds; '-m \"not slow\"' leaves it out")
    config.addinivalue_line(
        "markers", f"gold: needs readouts that are not part of the project; {material.VARIABLE} names their folder"
    )


def pytest_collection_modifyitems(items):
    if material.ABSENT:
        for item in items:
            if item.get_closest_marker("gold"):
                item.add_marker(pytest.mark.skip(reason=material.ABSENT))


def pytest_terminal_summary(terminalreporter):
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.stats.get(kind, ())]
    tables = [text for one in reports for name, text in one.user_properties if name == "quality"]
    if tables:
        terminalreporter.section("quality: figures and their distance from the floors")
        terminalreporter.write_line("\n\n".join(tables))
    missing = [one for one in terminalreporter.stats.get("skipped", ()) if "gold" in getattr(one, "keywords", ())]
    if missing:
        terminalreporter.write_line(
            f"NOT TRIED ON REAL READOUTS ({len(missing)} tests): {material.ABSENT}", yellow=True
        )


@pytest.fixture(scope="session")
def shared():
    """The folder of readouts that are not part of the project; for tests marked ``gold``."""
    return material.FOLDER
