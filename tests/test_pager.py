"""Output that is longer than the terminal: what pages it, and what a pager may do."""

import program
import pytest
from test_cli import RU, US

pytest.importorskip("pty")


def on_a_terminal(*args, rows=40, **environment):
    """Run the comparison on a terminal of so many rows; return the exit status and what is shown."""
    return program.on_a_terminal("diff", "--engine", "fuzzy", *args, US, RU, rows=rows, env=environment)


def test_output_longer_than_the_terminal_goes_through_the_pager():
    status, shown = on_a_terminal("--full", PAGER="sed 's/^/> /'")
    assert status == 0
    assert all(line.startswith("> ") for line in shown.splitlines())
    assert "Topics" in shown


def test_output_that_fits_is_shown_as_it_is():
    assert "> " not in on_a_terminal(PAGER="sed 's/^/> /'")[1]
    assert "> " in on_a_terminal(PAGER="sed 's/^/> /'", rows=10)[1]


def test_the_programs_own_variable_goes_before_the_common_one_and_no_pager_before_both():
    assert "own " in on_a_terminal("--full", PAGER="sed 's/^/> /'", READCMP_PAGER="sed 's/^/own /'")[1]
    assert "> " not in on_a_terminal("--full", "--no-pager", PAGER="sed 's/^/> /'")[1]


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager --at all"])
def test_where_there_is_no_pager_the_output_is_shown_whole(pager):
    status, shown = on_a_terminal("--full", PAGER=pager)
    assert status == 0
    assert "Call between" in shown
    assert "Matched with readcmp" in shown


def test_a_pager_that_is_left_early_is_no_error():
    status, shown = on_a_terminal("--full", PAGER="head -n 1")
    assert status == 0
    assert "Call between" in shown
    assert "Matched with" not in shown
    assert on_a_terminal("--full", "--exit-code", PAGER="head -n 1")[0] == 1


def test_less_is_asked_to_keep_colours_and_to_leave_where_all_fits():
    assert "FRX" in on_a_terminal("--full", PAGER="printenv LESS")[1]
    assert "FRX" not in on_a_terminal("--full", PAGER="printenv LESS", LESS="-S")[1]


def test_a_terminal_that_shows_links_gets_them_and_a_pager_does_not():
    link = "\x1b]8;;https://twitter.com/JuddPDeere45\x1b\\White House, Deputy Press Secretary (Twitter)\x1b]8;;\x1b\\"
    assert link in on_a_terminal(TERM_PROGRAM="WezTerm")[1]
    assert link in on_a_terminal(FORCE_HYPERLINK="1")[1]
    assert "\x1b]8" not in on_a_terminal(FORCE_HYPERLINK="0", TERM_PROGRAM="WezTerm")[1]
    assert "\x1b]8" not in on_a_terminal(FORCE_HYPERLINK="1", PAGER="cat -u", rows=10)[1]
