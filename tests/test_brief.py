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


def entries(page):
    """The entries of each list of a brief, each with its lines of quotations."""
    for block in page.partition("## ")[2].split("\n\n"):
        if block.startswith("- "):
            yield [entry.split("\n  - ") for entry in block.removeprefix("- ").split("\n- ")]


def test_each_list_of_a_brief_has_three_entries_at_most_and_each_a_quotation_a_side():
    page = readcmp("brief", US, RU).stdout
    found = list(entries(page))
    assert len(found) >= 3
    for listed in found:
        assert len(listed) <= 3
        for _, *quotations in listed:
            tags = [quotation.partition(" ")[0] for quotation in quotations]
            assert len(tags) == len(set(tags))
            assert set(tags) <= {"**US**", "**RU**"}


def test_a_brief_links_the_source_of_each_account_where_it_names_it():
    page = readcmp("brief", US, RU).stdout
    assert "- **Russia**: [Kremlin, Presidential Press and Information Office, 23 July 2020](<http://" in page
    assert "](<https://twitter.com/" in page


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
