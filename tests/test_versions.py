"""Two versions of one account: what was added, removed, moved and reworded, and what a rewording changes."""

import csv
import json
from io import StringIO

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from program import readcmp

import readcmp as package
from readcmp import ReadcmpError, compare, load_text, versions
from readcmp.comparing.versions import Kind, VersionsComparison
from readcmp.rendering.json import schema_text
from readcmp.rendering.versions.blocks import marked

OLD = """The President spoke today with the President of France.
They agreed to send 300 vehicles to the mission by June.

The President did not rule out sanctions against Iran. He thanked his counterpart for his leadership.

The leaders will meet again in September. They also discussed trade and fisheries.
"""
NEW = """The President spoke today with the President of France.
They discussed sending 250 vehicles to the mission by June.

He thanked his counterpart for his leadership. The President ruled out sanctions against Iran and Syria.

They also discussed trade and fisheries. A joint statement will follow.
"""
OTHER = "Les présidents ont parlé du commerce et de la pêche. Ils se reverront en septembre."


def text_of(body, **matter):
    """A file's text with front matter."""
    return "".join(["---\n", *(f"{key}: {value}\n" for key, value in matter.items()), "---\n", body])


def readout(body, side="us", **matter):
    """A readout of the United States, in English, unless ``matter`` says otherwise."""
    return load_text(text_of(body, side=side, **{"language": "en", **matter}))


def told(old, new, **more):
    """The changes from one text to another: kind, the old words, the new ones."""
    found = versions(readout(old, **more), readout(new, **more)).changes
    return [(str(one.kind), one.old and one.old.text, one.new and one.new.text) for one in found]


def gaps(old, new, **more):
    """What the one rewording of two texts changes."""
    (change,) = versions(readout(old, **more), readout(new, **more)).changes
    assert change.kind is Kind.REWORDED
    return [(gap.kind, gap.a, gap.b) for gap in change.gaps]


def test_each_kind_of_change_is_told_from_the_others():
    assert told(OLD, NEW) == [
        (
            "reworded",
            "They agreed to send 300 vehicles to the mission by June.",
            "They discussed sending 250 vehicles to the mission by June.",
        ),
        ("moved", *["He thanked his counterpart for his leadership."] * 2),
        (
            "reworded",
            "The President did not rule out sanctions against Iran.",
            "The President ruled out sanctions against Iran and Syria.",
        ),
        ("removed", "The leaders will meet again in September.", None),
        ("added", None, "A joint statement will follow."),
    ]
    assert versions(readout(OLD), readout(NEW)).unchanged == 2


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("They will send 300 trucks in May.", "They will send 250 trucks in May.", [("number", "300", "250")]),
        ("They will meet in Rome on 3 May.", "They will meet in Rome on 4 May.", [("date", "3 May", "4 May")]),
        ("They agreed to meet in autumn.", "They did not agree to meet in autumn.", [("negation", None, "not")]),
        ("They spoke of aid to Syria and Iraq.", "They spoke of aid to Syria.", [("name", "Iraq", None)]),
    ],
)
def test_a_rewording_says_what_it_changes(old, new, found):
    told = gaps(old, new)
    for gap in found:
        assert gap in [(kind, a and a.strip(), b and b.strip()) for kind, a, b in told], told


def test_a_verb_that_says_less_is_a_change():
    assert ("act", "agreed to", "discussed") in gaps("They agreed to build a port.", "They discussed to build a port.")


def test_a_rewording_of_style_changes_nothing_but_the_wording():
    assert gaps("They talked at length about trade.", "They talked about trade at length.") == []


@pytest.mark.parametrize(
    "new",
    [
        "The leaders discussed “trade”  and\nfisheries – and grain.\n",
        "The leaders discussed «trade» and fisheries\u00a0— and grain.",
    ],
)
def test_other_marks_and_spaces_are_no_change(new):
    assert told('The leaders discussed "trade" and fisheries - and grain.', new) == []


def test_a_sentence_that_was_split_is_a_rewording_and_an_addition():
    old = "The leaders discussed trade in grain and steel at length, and they agreed to meet in the autumn."
    new = "The leaders discussed trade in grain and steel at length. They agreed to meet in the autumn."
    assert [kind for kind, _, _ in told(old, new)] == ["reworded", "added"]


def test_versions_in_another_script_are_compared_too():
    old = "两国元首讨论了气候变化问题。中方同意提供3亿美元援助。"
    new = "两国元首讨论了气候变化问题。中方同意提供2亿美元援助。"
    assert [kind for kind, _, _ in told(old, new, side="cn", language="zh")] == ["reworded"]
    assert "number" in [kind for kind, _, _ in gaps(old, new, side="cn", language="zh")]


def turned(change):
    """A change as it is seen from the other version."""
    kind = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}.get(change.kind, change.kind)
    ends = [one and one.text for one in (change.new, change.old)]
    return (
        str(kind),
        *ends,
        change.moved,
        round(change.similarity, 6),
        sorted(str((g.kind, g.b, g.a)) for g in change.gaps),
    )


def seen(change):
    """A change as it is."""
    ends = [one and one.text for one in (change.old, change.new)]
    return (
        str(change.kind), *ends, change.moved, round(change.similarity, 6),
        sorted(str((g.kind, g.a, g.b)) for g in change.gaps),
    )  # fmt: skip


SENTENCES = [
    "The leaders discussed trade.",
    "The leaders discussed trade and grain.",
    "They agreed to meet in spring.",
    "They agreed to meet in autumn.",
    "He thanked her.",
    "Five hundred trucks will be sent to Kenya.",
    "Six hundred trucks will be sent to Kenya.",
    "No date was set.",
]
some_text = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=7).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(some_text, some_text)
def test_to_exchange_the_versions_turns_every_change_round(old, new):
    there, back = versions(readout(old), readout(new)), versions(readout(new), readout(old))
    assert sorted(map(str, map(seen, there.changes))) == sorted(map(str, map(turned, back.changes)))
    assert there.unchanged == back.unchanged


@settings(max_examples=60, deadline=None)
@given(some_text, some_text)
def test_every_sentence_is_accounted_for_once(old, new):
    found = versions(readout(old), readout(new))
    for end in ("old", "new"):
        numbers = [getattr(change, end).number for change in found.changes if getattr(change, end)]
        assert len(numbers) == len(set(numbers))
        total = (old if end == "old" else new).count(".")
        assert len(numbers) + found.unchanged == total


@settings(max_examples=60, deadline=None)
@given(st.text("ab ,.«” \t中文é", max_size=30), st.text("ab ,.«” \t中文é", max_size=30))
def test_marked_words_are_the_sentence_and_exchanging_exchanges_them(a, b):
    ours, theirs = marked(a, b)
    assert marked(b, a) == (theirs, ours)
    assert "".join(words for words, _ in ours).split() == a.replace("\t", " ").split()


def test_two_readouts_of_one_side_with_most_sentences_in_common_are_shown_as_versions():
    old, new = readout(OLD), readout(NEW)
    from msgspec.structs import replace

    assert isinstance(compare([old, replace(new, side="us-2")], engine="fuzzy"), VersionsComparison)


@pytest.mark.parametrize(
    ("side", "language", "body"),
    [("fr", "en", NEW), ("us-2", "fr", OTHER), ("us-2", "en", "Prices rose. Wages did not. Banks were closed.")],
    ids=["another side", "another language", "another text"],
)
def test_any_other_two_readouts_are_none(side, language, body):
    found = compare([readout(OLD), readout(body, side=side, language=language)], engine="fuzzy")
    assert not isinstance(found, VersionsComparison)
    assert "versions" not in found.to_dict()


def test_two_files_that_nothing_names_are_versions_where_they_share_most_sentences():
    found = compare([load_text(OLD, language="en"), load_text(NEW, side="b", language="en")], engine="fuzzy")
    assert isinstance(found, VersionsComparison)


def test_versions_is_a_function_of_the_package_and_says_what_it_cannot_take():
    assert package.versions is versions
    with pytest.raises(ReadcmpError, match="in different languages"):
        versions(readout(OLD), readout(OTHER, language="fr"))
    with pytest.raises(ReadcmpError):
        versions(readout(OLD), "text")


@pytest.fixture
def files(tmp_path):
    for name, body, date in (("old", OLD, "2031-05-03"), ("new", NEW, "2031-05-04")):
        matter = text_of(body, side="us", language="en", date=date)
        (tmp_path / f"{name}.txt").write_text(matter, encoding="utf-8")
    return tmp_path


def test_the_terminal_shows_both_wordings_one_above_the_other(files):
    done = readcmp("diff", "old.txt", "new.txt", "--width", "70", cwd=files)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[:5] == [
        "Two versions of one account: United States",
        "Old  old.txt, 3 May 2031",
        "New  new.txt, 4 May 2031",
        "",
        "Sentences: 1 added, 1 removed, 1 moved, 2 reworded; 2 unchanged.",
    ]
    assert "Old  They ‹agreed to send 300› vehicles to the mission by June." in lines
    assert "New  They ‹discussed sending 250› vehicles to the mission by June." in lines
    assert "     Changes number: 300 → 250; verb: agreed to → discussed" in lines
    assert "Moved from sentence 4 to 3" in lines
    assert all(len(line) <= 70 for line in lines)


def test_markdown_shows_what_each_version_alone_says_in_bold(files):
    out = readcmp("diff", "old.txt", "new.txt", "-f", "md", cwd=files).stdout
    assert out.startswith("# Two versions of one account: United States\n")
    assert "- **New** They **discussed sending 250** vehicles to the mission by June." in out


def test_the_page_marks_words_as_left_out_and_new_and_lets_nothing_in(files):
    out = readcmp("diff", "old.txt", "new.txt", "-f", "html", cwd=files).stdout
    assert "<del>agreed to send 300</del>" in out
    assert "<ins>discussed sending 250</ins>" in out
    assert "default-src &#39;none&#39;" in out or "default-src 'none'" in out
    assert "http" not in out.replace("http-equiv", "")


def test_the_page_escapes_what_comes_from_outside(tmp_path):
    for name, body in (("a.txt", "<b>Trade</b> grew by 3 today."), ("b.txt", "<b>Trade</b> grew by 4 today.")):
        (tmp_path / name).write_text(text_of(body, side="us", language="en"), encoding="utf-8")
    out = readcmp("diff", "a.txt", "b.txt", "-f", "html", cwd=tmp_path).stdout
    assert "<b>Trade" not in out


def test_the_table_has_a_row_a_change(files):
    rows = list(csv.DictReader(StringIO(readcmp("diff", "old.txt", "new.txt", "-f", "csv", cwd=files).stdout)))
    assert [row["change"] for row in rows] == ["reworded", "moved", "reworded", "removed", "added"]
    assert rows[0]["changes"] == "number: 300 → 250; verb: agreed to → discussed"
    points = readcmp("diff", "old.txt", "new.txt", "-f", "csv", "--table", "points", cwd=files).stdout
    assert not points.startswith("change,")


def test_the_json_has_the_versions_beside_all_else_and_keeps_to_the_schema(files):
    found = json.loads(readcmp("diff", "old.txt", "new.txt", "--json", cwd=files).stdout)
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(found)
    told = found["versions"]
    assert (told["old"], told["new"], told["unchanged"]) == ("us", "us-2", 2)
    texts = {side["id"]: side["text"] for side in found["sides"]}
    for change in told["changes"]:
        for end in ("old", "new"):
            one = change[end]
            assert one is None or texts[told[end]][one["start"] : one["end"]] == one["text"]
    assert found["links"]


def test_a_picture_shows_the_same_as_the_screen(files):
    out = readcmp("diff", "old.txt", "new.txt", "-f", "svg", cwd=files).stdout
    assert "Two versions of one account: United States" in out


def test_the_exit_code_says_whether_anything_changed(files):
    assert readcmp("diff", "--exit-code", "old.txt", "new.txt", cwd=files).returncode == 1
    (files / "same.txt").write_text((files / "old.txt").read_text(encoding="utf-8"), encoding="utf-8")
    done = readcmp("diff", "--exit-code", "old.txt", "same.txt", cwd=files)
    assert done.returncode == 0
    assert "No change: all 6 sentences are the same." in done.stdout


def test_long_versions_are_compared_soon():
    lines = [
        f"In year {n} the ministers of area {n % 17} met {n * 7 % 90} times on matter {n * 31}." for n in range(500)
    ]
    found = versions(readout("\n".join(lines)), readout("\n".join(reversed(lines))))
    assert found.unchanged + len(found.of(Kind.MOVED)) == len(lines)


def test_brief_shows_what_changed(files):
    assert (
        readcmp("brief", "old.txt", "new.txt", cwd=files).stdout
        == readcmp("diff", "old.txt", "new.txt", "-f", "md", cwd=files).stdout
    )


def test_only_versions_given_the_wrong_way_round_are_remarked_on(files):
    assert readcmp("diff", "old.txt", "new.txt", cwd=files).stderr == ""
    late = "the old version is dated 2031-05-04, after the new one (2031-05-03); give the older file first"
    assert readcmp("diff", "new.txt", "old.txt", cwd=files).stderr == f"readcmp: note: {late}\n"


def test_a_number_that_changes_in_the_second_half_of_a_sentence_is_found_there():
    old = "They agreed to extend the truce, and the minister thanked the mission for 40 vehicles."
    assert ("number", "40", "45") in gaps(f"They met today. {old}", f"They met today. {old.replace('40', '45')}")


def test_a_title_that_was_reworded_is_shown_first(tmp_path):
    for name, title in (("a.txt", "Call with the president"), ("b.txt", "Talk with the president")):
        (tmp_path / name).write_text(text_of(OLD, side="us", language="en", title=title), encoding="utf-8")
    out = readcmp("diff", "a.txt", "b.txt", cwd=tmp_path).stdout
    assert "No change but in the title: all 6 sentences are the same." in out
    assert "Title reworded\nOld  ‹Call› with the president\nNew  ‹Talk› with the president\n" in out
