"""The brief: whole expected pages, and the command that prints it.

The expected pages stand in ``golden/``; after a wanted change ``python tests/test_brief.py`` writes them anew.
"""

from pathlib import Path

import pytest
from comparisons import comparison, side, three, two
from test_cli import RU, US, readcmp

from readcmp.finding import Finding
from readcmp.rendering.markdown import render_brief

GOLDEN = Path(__file__).parent / "golden"
MADE = {"two": two, "three": three}


@pytest.mark.parametrize("name", MADE)
def test_the_brief_is_exactly_as_expected(name):
    assert render_brief(MADE[name]()) == (GOLDEN / f"brief-{name}.md").read_text(encoding="utf-8")


def test_text_from_outside_is_no_markup_in_a_brief():
    hostile = "<b>*[x](http://y)*</b> @all"
    known = {"publisher": hostile, "url": "https://example.org/><script>alert(1)</script>"}
    sides = tuple(side(name, hostile, [(hostile, ["trade"])], **known) for name in ("us", "ru"))
    found = Finding("omission", "ru", 0.9, ("us0",), hostile, between=("ru", "us"))
    page = render_brief(comparison(sides, findings=[found]))
    assert "<b>" not in page.replace("\\<b>", "")
    assert "[x](" not in page
    assert "script" not in page
    assert "@all" not in page


def test_a_brief_of_accounts_that_share_nothing_says_so_in_each_bin():
    sides = tuple(side(name, name.upper(), [("Good day to all.", ["contact"])]) for name in ("us", "ru"))
    page = render_brief(comparison(sides))
    for words in (
        "No strong or likely match",
        "No difference was found between matching passages",
        "No passage was found in one account only",
    ):
        assert words in page


def test_the_command_prints_the_three_bins_and_the_watch_list_to_stdout():
    done = readcmp("brief", US, RU, "--watch", "sanctions")
    assert done.returncode == 0
    heads = [line for line in done.stdout.splitlines() if line.startswith("## ")]
    bins = ["In both accounts", "Reported differently", "In one account only", "Possibly in both", "Watch list"]
    assert heads == [f"## {name}" for name in bins]
    assert "- **In neither account:** Sanctions" in done.stdout


def test_the_command_writes_a_file_whole_and_refuses_a_folder_that_is_not_there(tmp_path):
    done = readcmp("brief", US, RU, "-o", str(tmp_path / "brief.md"))
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "brief.md").read_text(encoding="utf-8").startswith("# ")
    done = readcmp("brief", US, RU, "-o", str(tmp_path / "none" / "brief.md"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


if __name__ == "__main__":
    for made_name, maker in MADE.items():
        (GOLDEN / f"brief-{made_name}.md").write_text(render_brief(maker()), encoding="utf-8")
