"""CSV: whole expected tables, cells that no spreadsheet takes for a formula, and what programs read back.

The expected outputs stand in ``golden/``; after a wanted change ``python tests/test_csv.py`` writes them anew.
"""

import csv
import io
import re
from pathlib import Path

import pytest
from comparisons import comparison, hostile, side, three, two
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from test_cli import RU, US, assert_trouble, readcmp

from readcmp.cli.diff import TABLES as COMMAND_TABLES
from readcmp.model import Event, Gap, Link
from readcmp.rendering import Look, render
from readcmp.rendering.csv import TABLES, render_csv
from readcmp.rendering.csv.cells import cell, guarded
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import trimmed
from readcmp.vocabulary import Verdict

GOLDEN = Path(__file__).parent / "golden"
MADE = {"two": two, "three": three, "hostile": hostile}

each_table = pytest.mark.parametrize("table", TABLES)
each_comparison = pytest.mark.parametrize("name", MADE)

FORMULA = re.compile(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""What a cell must not begin with; a number of these tables never does."""

ODD = "=+-@＝＋－＠';,\"| \t\r\n\x00\ufeff\u202eab1é中"
odd_text = st.text(st.sampled_from(ODD), max_size=12) | st.text(max_size=30)


def rows(text, delimiter=","):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter))


def unguarded(text):
    """The text of a guarded cell: one sign less wherever one was set."""
    return re.sub(r"(^|;)'(?=[\s']*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r\n])", r"\1", text)


def golden(name, table):
    return GOLDEN / f"{name}-{table}.csv"


@each_comparison
@each_table
def test_a_table_is_exactly_as_expected(name, table):
    assert render_csv(MADE[name](), table=table) == golden(name, table).read_bytes().decode()


@each_comparison
@each_table
def test_every_row_has_a_cell_for_each_column_and_stands_on_one_line(name, table):
    text = render_csv(MADE[name](), table=table)
    columns, *found = rows(text)
    assert tuple(columns) == TABLES[table][0]
    assert all(len(row) == len(columns) for row in found)
    assert len(text.splitlines()) == len(found) + 1


@each_table
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_no_cell_begins_a_formula_even_where_semicolons_divide_cells(table, delimiter):
    """A spreadsheet set up for a country that writes 0,5 reads cells from semicolon to semicolon."""
    text = render_csv(hostile(), table=table)
    lines = rows(text) if delimiter == "," else [line.split(";") for line in text.splitlines()]
    assert not [value for row in lines for value in row if FORMULA.match(value.strip('"'))]


@settings(max_examples=500)
@given(odd_text)
@example("' =")
@example(" ''\t=")
def test_a_guarded_text_begins_no_formula_and_gives_the_text_back(text):
    assert not any(FORMULA.match(part) for part in guarded(text).split(";"))
    assert unguarded(guarded(text)) == text


@given(st.lists(odd_text, min_size=6, max_size=6))
def test_any_text_is_read_back_as_it_is_shown(texts):
    lead, ours, theirs, label, note, topic = texts
    us = side("us", label, [(ours, [f"~{topic}"], {"lead": lead})])
    ru = side("ru", note, [(theirs, ["trade"])])
    made = comparison((us, ru), [Link("us0", "ru0", 0.5, (), (Gap("name", note, label),))])
    columns, first, second = rows(render_csv(made, table="points"))
    found = [dict(zip(columns, row, strict=True)) for row in (first, second)]
    assert [unguarded(row["text"]) for row in found] == [safe(ours), safe(theirs)]
    assert unguarded(found[0]["lead"]) == safe(lead)
    for table in TABLES:
        for row in rows(render_csv(made, table=table)):
            assert not any(FORMULA.match(value) for value in row)


def test_numbers_are_numbers_and_nothing_is_nothing():
    values = (0.91, 0.0001, 1234567, True, False, None, "1,500")
    assert [cell(value) for value in values] == ["0.91", "0.0001", "1234567", "true", "false", "", "1,500"]


@each_comparison
def test_all_passages_stand_in_the_table_of_links(name):
    """Who has this table has the whole comparison: every point, and every pair that the JSON has."""
    made = MADE[name]()
    columns, *found = rows(render_csv(made, table="links"))
    pairs = [tuple(row[columns.index(name)] for name in ("kind", "id_a", "id_b")) for row in found]
    assert {(a, b) for kind, a, b in pairs if kind == "link"} == {(link.a, link.b) for link in made.links}
    assert {(a, b) for kind, a, b in pairs if kind == "possible"} == {(link.a, link.b) for link in made.possible}
    points = {point.id for side in made.sides for point in side.points}
    assert {end for _, *ends in pairs for end in ends} - {""} == points


def test_what_is_not_found_and_what_is_no_news_are_told_apart():
    bare = two()
    made = comparison(bare.sides, nearest=bare.nearest)
    columns, *found = rows(render_csv(made, table="links"))
    kind, a, b = (columns.index(name) for name in ("kind", "id_a", "id_b"))
    kinds = {row[a] or row[b]: row[kind] for row in found}
    assert kinds["us0"] == kinds["ru0"] == "minor"
    assert {kinds[point] for point in kinds.keys() - {"us0", "ru0"}} == {"only"}
    doubted = replace(made, verdicts=dict.fromkeys(made.verdicts, Verdict.UNSURE))
    assert {row[kind] for row in rows(render_csv(doubted, table="links"))[1:]} == {"unsure", "minor"}


def test_exchanging_the_sides_exchanges_the_columns():
    made = two()
    turned = replace(
        made, sides=made.sides[::-1],
        links=tuple(replace(k, a=k.b, b=k.a, gaps=tuple(Gap(g.kind, g.b, g.a) for g in k.gaps)) for k in made.links),
        possible=tuple(replace(k, a=k.b, b=k.a) for k in made.possible),
    )  # fmt: skip

    def cells(made, one, other):
        columns, *found = rows(render_csv(made, table="links"))
        names = [name.replace("_a", f"_{one}").replace("_b", f"_{other}") for name in columns]
        return {frozenset((k, v) for k, v in zip(names, row, strict=True) if k != "reasons") for row in found}

    assert cells(made, "x", "y") == cells(turned, "y", "x")


@each_table
def test_the_command_prints_the_table_asked_for(table):
    printed = readcmp("diff", "-f", "csv", "--table", table, US, RU).stdout
    assert tuple(rows(printed)[0]) == TABLES[table][0]
    if table == "links":
        assert readcmp("diff", "-f", "csv", US, RU).stdout == printed


def test_a_file_begins_with_a_byte_order_mark_for_excel_and_what_is_piped_does_not(tmp_path):
    target = tmp_path / "call.csv"
    assert readcmp("diff", "-o", target, US, RU).returncode == 0
    printed = readcmp("diff", "-f", "csv", US, RU).stdout
    assert printed.startswith("event,date,kind,")
    assert target.read_bytes() == b"\xef\xbb\xbf" + printed.encode()


def test_the_command_offers_the_tables_there_are():
    assert set(COMMAND_TABLES) == TABLES.keys()


def test_a_table_of_another_format_is_refused():
    assert_trouble(readcmp("diff", "--table", "points", US, RU), "--table", "csv")
    assert_trouble(readcmp("diff", "-f", "csv", "--table", "pairs", US, RU), "pairs")


@each_comparison
def test_a_topic_has_one_id_and_one_label_in_every_table(name):
    named = set()
    for table in TABLES:
        columns, *found = rows(render_csv(MADE[name](), table=table))
        named |= {(row[columns.index("topic_id")], row[columns.index("topic")]) for row in found}
    assert len(named) == len({topic for topic, _ in named})


def test_the_tables_of_many_calls_can_stand_in_one_file():
    """Each row says of which call it is, by its title, or by the sides where it has none, and by its day."""
    made = two()
    for event, names in (
        (Event("Call of two presidents", "2020-07-23"), ("Call of two presidents", "2020-07-23")),
        (Event(), (" / ".join(s.readout.label for s in made.sides), "")),
    ):
        bare = replace(made, event=event, facts=())
        for table in TABLES:
            columns, *found = rows(render_csv(bare, table=table))
            assert columns[:2] == ["event", "date"]
            assert {tuple(row[:2]) for row in found} == {names}


def test_a_topic_has_no_row_for_a_side_that_does_not_mention_it():
    made = three()
    columns, *found = rows(render_csv(made, table="topics"))
    told = {(row[columns.index("topic_id")], row[columns.index("side")]) for row in found}
    assert told == {(t.id, side) for t in made.topics for side, given in t.sides.items() if given}
    assert len(told) < len(made.topics) * len(made.sides)


def test_a_finding_says_who_tells_it_who_does_not_and_in_which_words():
    made = two()
    columns, *found = rows(render_csv(made, table="findings"))
    found = [dict(zip(columns, row, strict=True)) for row in found]
    omission = next(row for row in found if row["kind"] == "omission" and row["missing_from"] == "us")
    assert (omission["told_by"], omission["side_a"], omission["side_b"]) == ("ru", "us", "ru")
    point = next(p for p in made.sides[1].points if p.id == omission["points"])
    assert omission["quote_b"] == trimmed(point.text).rstrip(".")
    assert omission["quote_a"] == ""
    pair = next(row for row in found if row["kind"] == "agreement")
    assert pair["quote_a"]
    assert pair["quote_b"]


def test_the_registry_gives_what_the_renderer_gives():
    assert render(two(), "csv") == render_csv(two(), table="links")
    assert render(two(), "csv", Look(table="topics")) == render_csv(two(), table="topics")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["piped", "file"])
@each_comparison
def test_pandas_reads_every_table_without_options(name, mark):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed; pip install -e '.[dev]' has it")
    for table, (columns, _) in TABLES.items():
        text = render_csv(MADE[name](), table=table)
        frame = pandas.read_csv(io.BytesIO(mark + text.encode()))
        assert tuple(frame.columns) == columns
        again = [
            ["" if value is None else str(value) for value in row]
            for row in frame.astype(object).where(frame.notna(), None).itertuples(index=False)
        ]
        if table == "topics":
            assert frame["share"].dtype == float
            assert frame["words"].dtype == int
        for read, row in zip(again, rows(text)[1:], strict=True):
            for one, other in zip(read, row, strict=True):
                assert one == other or one.lower() == other or float(one) == float(other)


if __name__ == "__main__":
    for made_name, maker in MADE.items():
        for table_name in TABLES:
            golden(made_name, table_name).write_bytes(render_csv(maker(), table=table_name).encode())
