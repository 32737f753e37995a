"""The closed vocabularies: whatever has an entry a member has one for each, and no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import readcmp
from readcmp.aligning.coverage import extract_coverage_features
from readcmp.aligning.link_model import FILE
from readcmp.aligning.neighbours import KINDS
from readcmp.aligning.pair_features import extract_pair_features
from readcmp.aligning.point_features import extract_point_features
from readcmp.comparing.findings.candidate import load_weighing
from readcmp.comparing.findings.headlines import UNCLEAR
from readcmp.data import parsed
from readcmp.finding import Finding
from readcmp.lexicon import load_lexicon
from readcmp.loading import load_all
from readcmp.model import Act, Gap
from readcmp.pipeline import sides_of
from readcmp.vocabulary import ActClass, Engine, FindingKind, GapKind, Labelled, Speaker, Verdict
from readcmp.vocabulary.features import OF_NEIGHBOURS, OF_POINTS, OF_SENTENCES, OF_TEXTS, EvidenceKind, PairFeature

PACKAGE = Path(readcmp.__file__).parent
VOCABULARIES = Labelled.__subclasses__()


def schema_of(*keys):
    """A part of the schema of the JSON output."""
    found = json.loads((PACKAGE / "rendering" / "comparison.schema.json").read_text(encoding="utf-8"))
    for key in keys:
        found = found[key]
    return found


@pytest.mark.parametrize("known", VOCABULARIES, ids=lambda known: known.__name__)
def test_every_member_has_a_label_and_is_its_value_in_json(known):
    for member in known:
        assert member.label or member is Speaker.NONE or known is EvidenceKind
        assert json.loads(json.dumps(member)) == str(member) == member.value


def test_the_schema_lists_the_same_classes_of_acts_and_verdicts():
    point = schema_of("$defs", "point", "properties")
    (act,) = (one for one in point["act"]["oneOf"] if "properties" in one)
    assert act["properties"]["class"]["enum"] == list(ActClass)
    assert point["verdict"]["additionalProperties"]["enum"] == list(Verdict)


def test_every_kind_of_finding_has_a_weight_and_words_of_its_own():
    assert load_weighing()["kinds"].keys() == set(FindingKind)
    worded = parsed(PACKAGE / "comparing" / "findings" / "headlines.yaml")["kinds"]
    assert worded.keys() == {*FindingKind, UNCLEAR}


def test_every_kind_of_finding_and_gap_stands_in_the_guide():
    guide = "".join(path.read_text(encoding="utf-8") for path in sorted((PACKAGE / "guide").glob("*.md")))
    assert not [kind for kind in (*FindingKind, *GapKind) if f"`{kind}`" not in guide]


@pytest.mark.parametrize("language", load_lexicon().languages)
def test_the_acts_of_a_language_are_of_known_classes_and_all_but_facts_have_terms(language):
    assert {act.kind for act in load_lexicon().acts(language).values()} == set(ActClass)


@pytest.mark.parametrize(
    "make",
    [lambda: Act("shout", "shouted", 2), lambda: Gap("colour", "red"), lambda: Finding("pun", None, 0.1, (), "")],
)
def test_a_kind_that_there_is_not_is_refused(make):
    with pytest.raises(ValueError, match="is not a valid"):
        make()


def test_what_is_weighed_of_pairs_and_points_are_the_features_of_the_vocabulary():
    sides, _ = sides_of(load_all(sorted((PACKAGE.parent / "samples" / "2021-12-07-biden-putin").glob("*.txt"))))
    features = extract_point_features(sides, load_lexicon().topics)
    a, b = (features[side.id] for side in sides)
    pairs = extract_pair_features(a, b)
    assert {name for one in pairs.values() for name in one} <= set(OF_TEXTS)
    ours, theirs = extract_coverage_features(a, b, dict.fromkeys(pairs, 0.0))
    assert {frozenset(one) for one in (*ours, *theirs)} == {frozenset(OF_POINTS)}
    assert KINDS[1:] == OF_NEIGHBOURS
    rest = set(PairFeature) - {*OF_TEXTS, *OF_SENTENCES, *OF_NEIGHBOURS}
    assert rest == {PairFeature.ANY_PAIR}


def test_the_coefficients_that_ship_are_those_of_features_of_the_vocabulary():
    for engine in parsed(FILE)["engines"].values():
        assert set(engine["coefficients"]) <= {*OF_TEXTS, *OF_SENTENCES}
        assert set(engine["coverage"]["coefficients"]) <= set(OF_POINTS)


def test_the_command_line_and_the_schema_name_the_same_engines():
    from readcmp.cli.config import CHOICES  # spelled out there, so that help starts without the vocabulary
    from readcmp.cli.diff import diff

    (option,) = (one for one in diff.params if one.name == "engine")
    assert tuple(option.type.choices) == CHOICES["engine"] == tuple(Engine)
    generator = schema_of("properties", "generator", "properties")
    assert generator["engine"]["enum"] == [engine for engine in Engine if engine is not Engine.AUTO]
