"""The JSON contract: how it names what a finding says, how sure a link is, and which contact it was."""

from __future__ import annotations

import json
from pathlib import Path

import comparisons
import jsonschema
import pytest
from msgspec.structs import replace

from readcmp import compare, languages
from readcmp.loading import load_all, load_text
from readcmp.model import Event, Fact, Link
from readcmp.rendering.event import title_of_event
from readcmp.rendering.json import schema_text, to_dict

SAMPLES = sorted(path for path in (Path(__file__).parent.parent / "samples").iterdir() if path.is_dir())
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text()))


def closed(schema):
    """The schema with every object closed to fields that it does not name, as a mistake in a name must not pass."""
    if isinstance(schema, dict):
        shut = {"additionalProperties": False} if "properties" in schema else {}
        return {key: closed(value) for key, value in schema.items()} | shut
    return [closed(one) for one in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_the_json_of_every_sample_has_the_fields_of_the_schema_and_no_others(folder):
    found = json.loads(json.dumps(to_dict(compare(load_all(sorted(folder.glob("*.txt"))), engine="fuzzy"))))
    checked = jsonschema.Draft202012Validator(closed(json.loads(schema_text())))
    assert [f"{error.json_path}: {error.message}" for error in checked.iter_errors(found)] == []
    texts = {point["id"]: (side["id"], point["text"]) for side in found["sides"] for point in side["points"]}
    for finding in found["findings"]:
        for quote in finding["quotes"]:
            assert quote["point"] in finding["points"]
            assert quote["side"] == texts[quote["point"]][0]
            assert all(0 <= mark["start"] < mark["end"] <= len(quote["text"]) for mark in quote["marks"])
        assert finding["told_by"], "somebody tells it"
        assert not set(finding["told_by"]) & set(finding["missing_from"])
        assert {*finding["told_by"], *finding["missing_from"]} <= set(finding["between"])
        assert abs(sum(finding["because"].values()) - finding["weight"]) < 0.01
        assert finding["kicker"]
        assert finding["headline"]
        assert not finding["headline"].endswith(".")
        if finding["closest"]:
            assert texts[finding["closest"]["point"]][0] in finding["missing_from"]
    for link in (*found["links"], *found["possible"]):
        assert (link["a_text"], link["b_text"]) == (texts[link["a"]][1], texts[link["b"]][1])


def test_the_moment_of_publication_is_there_where_it_is_known():
    told, untold = (load_text(f"---\nside: {side}\n---\nThey spoke of grain.\n") for side in ("us", "ru"))
    told = replace(told, published="2024-05-03T14:05:00Z")
    found = to_dict(compare([told, untold], engine="fuzzy"))
    assert [side.get("published") for side in found["sides"]] == ["2024-05-03T14:05:00Z", None]
    checked = jsonschema.Draft202012Validator(closed(json.loads(schema_text())))
    assert list(checked.iter_errors(json.loads(json.dumps(found)))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        lambda data: data.update(schema="readcmp.comparison/1"),
        lambda data: data.pop("watched"),
        lambda data: data["generator"].pop("model"),
        lambda data: data["sides"][0].pop("boilerplate"),
        lambda data: data["sides"][0]["points"][0]["verdict"].update(ru="perhaps"),
        lambda data: data["links"][0].update(strength="sure"),
        lambda data: data["links"][0].pop("a_text"),
        lambda data: data["findings"][0].update(missing_from="us"),
        lambda data: data["findings"][0].update(because=[]),
        lambda data: data["findings"][0]["quotes"][0].pop("side"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_have(wrong):
    data = json.loads(json.dumps(to_dict(comparisons.two())))
    assert VALIDATOR.is_valid(data)
    wrong(data)
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize(
    ("score", "strength"),
    [(1.0, "strong"), (0.75, "strong"), (0.749, "likely"), (0.5, "likely"), (0.499, "weak"), (0.0, "weak")],
)
def test_a_link_says_in_a_word_what_its_score_amounts_to(score, strength):
    made = replace(comparisons.two(), links=(Link("us1", "ru1", score),))
    assert to_dict(made)["links"][0]["strength"] == strength


def test_a_finding_names_who_tells_it_and_who_does_not():
    found = {finding["kind"]: finding for finding in to_dict(comparisons.two())["findings"]}
    assert (found["attribution"]["told_by"], found["attribution"]["missing_from"]) == (["ru"], ["us"])
    assert (found["agreement"]["told_by"], found["agreement"]["missing_from"]) == (["ru", "us"], [])
    assert found["attribution"]["closest"] == {"point": "us4", "score": 0.31}


def test_what_the_other_side_only_may_tell_is_not_said_to_be_told_by_it():
    made = comparisons.two()
    doubt = next(f for f in made.findings if f.kind == "doubt")
    doubt = replace(doubt, side=None, points=("ru2", "us1"))
    found = to_dict(replace(made, findings=(doubt,)))["findings"][0]
    assert (found["told_by"], found["missing_from"]) == (["ru"], [])


def titled(*channels, labels=("United States", "Russia"), ids=("us", "ru"), spoken=("en", "ru")):
    """The title where each side, in its language, says one of some channels."""
    made = comparisons.two()
    sides = tuple(
        replace(side, readout=replace(side.readout, side=name, label=label, language=language))
        for side, name, label, language in zip(made.sides, ids, labels, spoken, strict=True)
    )
    facts = tuple(Fact("channel", side, value, 0, 1) for side, value in zip(ids, channels, strict=False))
    return title_of_event(replace(made, event=Event(), sides=sides, facts=facts))


@pytest.mark.parametrize(
    ("channels", "title"),
    [
        (("spoke by telephone",), "Call between the United States and Russia"),
        (("secure video call", "по видеосвязи"), "Video call between the United States and Russia"),
        (("video link", "телефонный разговор"), "Call between the United States and Russia"),
        (("met with",), "Meeting between the United States and Russia"),
        (("met with", "телефонный разговор"), None),
        ((), None),
    ],
)
def test_a_contact_is_called_by_its_kind_and_its_sides_where_the_accounts_agree_on_the_kind(channels, title):
    assert titled(*channels) == title


def test_no_title_is_made_where_a_side_is_not_known_or_there_is_but_one():
    assert titled("phone call", labels=("A", "Russia"), ids=("a", "ru")) is None
    assert titled("phone call", labels=("Russia", "Russia (2)"), ids=("ru", "ru-2")) is None


def test_a_title_that_is_given_stays():
    assert to_dict(replace(comparisons.two(), event=Event("Talks", None)))["event"]["title"] == "Talks"


@pytest.mark.parametrize(
    ("language", "said", "kind"),
    [
        ("en", "video call", "Video call"), ("en", "virtual meeting", "Video call"), ("en", "over the phone", "Call"),
        ("de", "Videoschalte", "Video call"), ("de", "telefonisch", "Call"), ("de", "empfing", "Meeting"),
        ("fr", "visioconférence", "Video call"), ("fr", "entretien téléphonique", "Call"), ("fr", "a reçu", "Meeting"),
        ("es", "videollamada", "Video call"), ("es", "por teléfono", "Call"), ("es", "se reunió", "Meeting"),
        ("ru", "по видеосвязи", "Video call"), ("ru", "Телефонный разговор", "Call"), ("ru", "Встретился", "Meeting"),
        ("uk", "Відеорозмова", "Video call"), ("uk", "телефоном", "Call"), ("uk", "Зустрівся", "Meeting"),
        ("zh", "视频通话", "Video call"), ("zh", "通电话", "Call"), ("zh", "会见", "Meeting"),
    ],
)  # fmt: skip
def test_the_kind_of_contact_is_known_in_every_language(language, said, kind):
    assert titled(said, spoken=(language, "en")) == f"{kind} between the United States and Russia", language


def test_every_language_that_tells_of_channels_is_among_these():
    told = {language for language in languages.known() if languages.load(language).contact.channel}
    tried = {
        case[0] for mark in test_the_kind_of_contact_is_known_in_every_language.pytestmark for case in mark.args[1]
    }
    assert told == tried
