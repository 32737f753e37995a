"""The findings: what each kind needs to be found, what it says, what it weighs."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from readcmp.aligning import Alignment
from readcmp.aligning.verdicts import decide_verdicts
from readcmp.annotation.contents import Contents
from readcmp.annotation.quantities.extraction import extract_quantities
from readcmp.annotation.variants import find_variants
from readcmp.comparing.emphasis import measure_emphasis
from readcmp.comparing.findings import find_findings, set_against
from readcmp.comparing.verdict_corrections import settle
from readcmp.encoding.models import installed
from readcmp.errors import UsageError
from readcmp.finding import Nearest
from readcmp.lexicon import load_lexicon
from readcmp.loading import load
from readcmp.model import Act, Fact, Gap, Hit, Link, Point, Readout, Side
from readcmp.pipeline import compare
from readcmp.vocabulary import Verdict

LEXICON = load_lexicon()
SAMPLES = Path(__file__).parent.parent / "samples"
SAID_BY_US = {"speaker": "us", "attributed": True}
CONTRARIES = Path(__file__).parent / "cases" / "findings" / "contraries.yaml"
AGREED, SPOKE = Act("agree", "agreed", 4), Act("report", "spoke of", 0)


def side_of(name, *told, language="en"):
    """A side of points, each given as (text, fields); a sentence each, on energy where nothing else is said."""
    text, points = "", []
    for number, (words, fields) in enumerate(told):
        start = len(text)
        text += f"{words} "
        hits = (Hit("topic", "energy", "energy", "energy", start, start + 1),)
        known = {"sentence": number, "topics": ("energy",), "speaker": name, "hits": hits}
        known |= {
            "quantities": extract_quantities(words, language),
            "variants": find_variants(words, language, LEXICON),
        } | fields
        points.append(Point(f"{name}{number}", start, start + len(words), words, **known))
    return Side(Readout(name, name.upper(), text, f"{name}.txt", language), tuple(points))


def settled(sides, alignment, facts=(), unanalysed=frozenset()):
    """The findings between sides whose alignment is settled."""
    contents, topics = Contents(sides, LEXICON), measure_emphasis(sides, LEXICON)
    how = {"topics": topics, "facts": facts, "lexicon": LEXICON, "contents": contents, "unanalysed": unanalysed}
    return find_findings(set_against(sides, alignment, **how))


def found(us, ru, links=(), facts=(), nearest=None, possible=(), unanalysed=frozenset()):
    """The findings between two sides by kind; the same whichever side comes first."""
    return {finding.kind: finding for finding in reversed(every(us, ru, links, facts, nearest, possible, unanalysed))}


def every(us, ru, links=(), facts=(), nearest=None, possible=(), unanalysed=frozenset()):
    """The findings between two sides in their order; the same whichever side comes first."""

    def turned(those):
        return tuple(Link(k.b, k.a, k.score, k.why, tuple(Gap(g.kind, g.b, g.a, g.id) for g in k.gaps)) for k in those)

    def of(sides, links, possible):
        decided = decide_verdicts(Alignment(links, possible, nearest or {}), sides)
        return settled(sides, settle(decided, sides, unanalysed, Contents(sides, LEXICON)), facts, unanalysed)

    one = of((us, ru), tuple(links), tuple(possible))
    assert one == of((ru, us), turned(links), turned(possible))
    return one


def test_what_one_side_says_that_the_other_said_and_nobody_finds_there():
    us = side_of("us", ("They met for an hour about the pipeline.", {}))
    ru = side_of("ru", ("The guest promised to lift the ban on supplies of natural gas.", SAID_BY_US))
    finding = found(us, ru)["attribution"]
    assert (finding.side, finding.points, finding.between) == ("us", ("ru0",), ("ru", "us"))
    assert (finding.kicker, finding.headline) == ("Energy · attributed to US", "Only RU says US said this")
    assert finding.text == (
        "Energy: Only RU says US said this. RU: “The guest promised to lift the ban on supplies of natural gas”. "
        "US: no matching passage."
    )


def test_claims_of_one_sentence_are_one_finding_with_several_points():
    ru = side_of(
        "ru",
        ("The guest said that he wants no quarrel over the pipeline,", SAID_BY_US | {"sentence": 4}),
        ("and that he backs no boycott of oil and coal.", SAID_BY_US | {"sentence": 4, "topics": ("trade",)}),
    )
    us = side_of("us", ("They met for an hour about the pipeline.", {}))
    assert found(us, ru)["attribution"].points == ("ru0", "ru1")


def test_an_agreement_that_the_other_side_tells_as_talk():
    us = side_of("us", ("The sides agreed to build a pipeline together.", {"speaker": "both", "act": AGREED}))
    ru = side_of("ru", ("The presidents spoke of a pipeline that might come.", {"speaker": "both", "act": SPOKE}))
    finding = found(us, ru, [Link("us0", "ru0", 0.8)])["agreement"]
    assert finding.side is None
    assert finding.headline == "US reports an agreement on energy; RU says “spoke of”"
    assert [(quote.side, quote.text) for quote in finding.quotes] == [
        ("us", "The sides agreed to build a pipeline together"),
        ("ru", "The presidents spoke of a pipeline that might come"),
    ]


def test_an_agreement_that_both_tell_is_no_finding():
    us = side_of("us", ("The sides agreed to build a pipeline together.", {"speaker": "both", "act": AGREED}))
    ru = side_of("ru", ("They agreed on a pipeline that will be built.", {"speaker": "both", "act": AGREED}))
    assert "agreement" not in found(us, ru, [Link("us0", "ru0", 0.8)])


def test_an_agreement_without_any_link_is_claimed_by_one_side():
    us = side_of("us", ("The sides agreed to build a pipeline together.", {"speaker": "both", "act": AGREED}))
    ru = side_of("ru", ("There was talk of the weather in both capitals.", {"topics": ("climate",)}))
    assert found(us, ru)["agreement"].side == "ru"


def test_words_that_one_side_joins_are_found_even_without_a_link():
    us = side_of("us", ("A pause in strikes on ports and railways was named.", {}))
    ru = side_of("ru", ("The guest asked that nobody strike ports railways.", {"topics": ("transport",)}))
    finding = found(us, ru)["scope"]
    assert set(finding.points) == {"us0", "ru0"}
    assert finding.headline == "RU says “ports railways”, US “ports and railways”"
    marked = {quote.side: [quote.text[start:end] for start, end in quote.marks] for quote in finding.quotes}
    assert marked == {"us": ["ports and railways"], "ru": ["ports railways"]}


@pytest.mark.parametrize(("ours", "theirs", "names"), [
    ("Harsh economic measures will be the answer.", "Sanctions were threatened.", ("economic measures", "Sanctions")),
    ("He spoke of the escalation of forces there.", 'He named the "threatening" movements of our troops.',
     ("escalation of forces", '"threatening" movements of our troops')),
    ("They affirmed the one China policy again.", "They affirmed the one China principle again.",
     ("one China policy", "one China principle")),
])  # fmt: skip
def test_two_names_for_one_thing(ours, theirs, names):
    finding = found(side_of("us", (ours, {})), side_of("ru", (theirs, {})))["naming"]
    assert all(f"“{name}”" in finding.text for name in names)


def test_a_name_in_quotation_marks_is_not_ones_own():
    us = side_of("us", ("A further invasion of Ukraine would cost dearly.", {}))
    ru = side_of("ru", ('There is hysteria about the "invasion", he said.', {}))
    assert "“invasion” in quotation marks" in found(us, ru)["naming"].headline


def test_a_name_that_both_use_is_no_finding():
    us, ru = side_of("us", ("The sanctions stay.", {})), side_of("ru", ("The sanctions are a mistake.", {}))
    assert "naming" not in found(us, ru)


def test_a_condition_that_only_one_side_names():
    us = side_of("us", ("They called for an end to the fighting at sea.", {}))
    ru = side_of("ru", ("Shipping is safe on condition that the blockade is lifted.", {}))
    finding = found(us, ru)["condition"]
    assert (finding.side, finding.points) == ("us", ("ru0",))


def test_a_third_party_that_only_one_side_names_in_a_linked_point():
    hits = (Hit("actor", "ir", "Iran", "Iran", 20, 24), Hit("topic", "energy", "oil", "oil", 10, 13))
    us = side_of("us", ("They want oil from Iran kept off the market.", {"hits": hits}))
    ru = side_of("ru", ("The market for oil was talked about.", {}))
    assert found(us, ru, [Link("us0", "ru0", 0.8)])["name"].headline == "Only US names Iran on energy"
    place = side_of(
        "us", ("They want talks on oil in Tehran to succeed.", {"hits": (replace(hits[0], weak=True), hits[1])})
    )
    assert "name" not in found(place, ru, [Link("us0", "ru0", 0.8)]), "a capital may be where talks are held"


def test_numbers_that_differ():
    us = side_of("us", ("They will swap 175 prisoners.", {}))
    ru = side_of("ru", ("They will swap 150 prisoners.", {}))
    gaps = (Gap("number", "175", None), Gap("number", None, "150"))
    assert found(us, ru, [Link("us0", "ru0", 0.8, (), gaps)])["number"].headline == "RU says 150, US 175"


def test_the_same_matter_with_a_stronger_act():
    us = side_of("us", ("The President demanded an end to the ban.", {"act": Act("request", "demanded", 5)}))
    ru = side_of("ru", ("The guest touched on the ban.", {"speaker": "us", "act": Act("report", "touched on", 0)}))
    headline = found(us, ru, [Link("us0", "ru0", 0.8)])["vague"].headline
    assert headline == "US says “demanded”; RU only that it was discussed"
    ru = side_of("ru", ("The guest asked for an end to the ban.", {"speaker": "us", "act": Act("request", "asked", 2)}))
    headline = found(us, ru, [Link("us0", "ru0", 0.8)])["strength"].headline
    assert headline == "RU says “asked”, US “demanded”"


def test_who_asked_for_the_contact_is_said_by_the_sides_own_ids():
    us = side_of("us", ("A call at the request of Russia.", {}))
    ru = side_of("ru", ("A call at the US initiative.", {}))
    facts = (
        Fact("initiator", "us", "at the request of Russia", 7, 31),
        Fact("initiator", "ru", "at the US initiative", 7, 27),
    )
    headline = found(us, ru, facts=facts)["initiator"].headline
    assert headline == "RU says US asked for the talks; US says RU asked for the talks"


def test_a_doubtful_link_makes_a_doubtful_finding_and_these_come_last():
    us = side_of("us", ("The pipeline was called a great success.", {}), ("They spoke of coal and of steel.", {}))
    ru = side_of("ru", ("The pipeline was called a burden by some.", {}))
    findings = list(found(us, ru, [Link("us0", "ru0", 0.3)]).values())
    assert {finding.kind for finding in findings} == {"doubt", "omission"}
    both = compare([load(SAMPLES / "2025-03-18-trump-putin" / f"{side}.txt") for side in ("us", "ru")], engine="fuzzy")
    order = [finding.doubtful for finding in both.findings]
    assert order == sorted(order)


def test_an_omission_names_what_comes_nearest():
    us = side_of(
        "us", ("They spoke of oil and natural gas at some length.", {}), ("The pipeline is a burden to some.", {})
    )
    ru = side_of("ru", ("The pipeline was called a burden by some of them.", {}))
    near = {("us0", "ru"): Nearest("ru0", 0.2)}
    finding = found(us, ru, [Link("us1", "ru0", 0.9)], nearest=near)["omission"]
    assert finding.headline == "Only US says “They spoke of oil and natural …”"
    assert finding.nearest == Nearest("ru0", 0.2)


@pytest.mark.parametrize("words", ["Thank you.", "What else is there to say of this day?", "Good evening!"])
def test_a_remark_around_the_account_is_no_finding(words):
    us = side_of("us", (words, {"hits": ()}))
    assert found(us, side_of("ru", ("The pipeline was called a burden by some.", {}))).keys() == {"omission"}
    assert not any(f.side == "ru" for f in found(us, side_of("ru")).values())


@pytest.mark.parametrize("event", sorted(path.name for path in SAMPLES.iterdir() if path.is_dir()))
def test_the_parts_of_every_finding_add_up_to_its_weight(event):
    readouts = {one.side: one for one in map(load, sorted((SAMPLES / event).glob("*.txt")))}  # one a side
    comparison = compare(list(readouts.values()), engine="fuzzy")
    for finding in comparison.findings:
        assert finding.weight == pytest.approx(sum(reason.weight for reason in finding.because), abs=1e-3)
        assert 0.0 <= finding.weight <= 1.0
        assert finding.text.endswith(".")
        assert "hid" not in finding.text.split()
        assert len(finding.headline.split()) <= 14, "a headline, and no sentence to decode"
        assert {quote.point for quote in finding.quotes} <= set(finding.points)


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(["us", "ru", "cn"]))
def test_the_order_of_three_sides_makes_no_difference(order):
    readouts = {
        "us": Readout("us", "US", "They agreed on sanctions. Iran was named.", "us.txt"),
        "ru": Readout("ru", "RU", "Economic measures were touched upon. He raised gas.", "ru.txt"),
        "cn": Readout("cn", "CN", "They discussed gas and trade.", "cn.txt"),
    }
    one, other = (compare([readouts[i] for i in ids], engine="fuzzy").findings for ids in (order, ["us", "ru", "cn"]))
    assert one == other


def test_the_watch_list_says_which_side_has_a_topic_and_what_neither_has():
    us = Readout("us", "US", "They discussed sanctions and the case of Iran.", "us.txt")
    ru = Readout("ru", "RU", "They discussed gas supplies.", "ru.txt")
    comparison = compare([us, ru], engine="fuzzy", watch=("sanctions,energy", "Cyber"))
    assert [(w.id, dict(w.sides)) for w in comparison.watched] == [
        ("sanctions", {"us": True, "ru": False}),
        ("energy", {"us": False, "ru": True}),
        ("cyber", {"us": False, "ru": False}),
    ]


def test_a_topic_to_watch_for_that_is_none_is_refused_with_near_ones():
    us, ru = (Readout(name, name.upper(), "They spoke.", f"{name}.txt") for name in ("us", "ru"))
    with pytest.raises(UsageError, match=r"no topic 'ukrane' to watch for; near are ukraine-war.*'readcmp topics'$"):
        compare([us, ru], engine="fuzzy", watch=("ukrane",))
    with pytest.raises(UsageError, match=r"no topic 'zzz' to watch for; 'readcmp topics' lists them$"):
        compare([us, ru], engine="fuzzy", watch=("zzz",))


ENGINES = ["fuzzy", pytest.param("semantic", marks=pytest.mark.skipif(not installed(), reason="semantic is an extra"))]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("russian", ["ru.txt", "ru.ru.txt"])
@pytest.mark.parametrize("turned", [False, True])
def test_the_arms_race_of_three_and_what_russia_alone_names_are_among_the_first_three(engine, russian, turned):
    readouts = [load(SAMPLES / "2020-07-23-trump-putin" / name) for name in ("us.txt", russian)]
    comparison = compare(readouts[::-1] if turned else readouts, engine=engine)
    texts = {point.id: point.text for side in comparison.sides for point in side.points}

    def quotes(finding, *words):
        return any(word in " ".join(texts[point] for point in finding.points) for word in words)

    first = comparison.findings[:3]
    assert any(quotes(f, "three-way") and "China" in f.headline for f in first)
    assert any(f.side == "us" and quotes(f, "Iran", "иранск", "five permanent", "пяти государств") for f in first)
    for finding in comparison.findings:
        if quotes(finding, "in depth strategic stability", "вопросы стратегической стабильности"):
            assert finding.side != "us", finding.text
    stability = next(p for p in texts if "strategic stability" in texts[p] or "стратегической стабильности" in texts[p])
    assert comparison.verdicts[stability, "us"] != "only"
    page, screen = comparison.render("html"), comparison.render("terminal", width=80)
    for output in (page, screen, comparison.render("md")):
        assert "Nothing: all else that it tells is linked" not in output
        assert "Only RU turns" not in output


def test_the_first_three_findings_are_of_different_topics_and_of_both_sides():
    us = side_of("us", *((f"The pipeline number {n} was blown up by somebody.", {}) for n in range(3)))
    ru = side_of("ru", *((f"The guest praised the boycott of good number {n}.", {"topics": (t,)})
                         for n, t in enumerate(("sanctions", "taiwan", "human-rights", "cyber"))))  # fmt: skip
    first = every(us, ru)[:3]
    assert len({finding.topic for finding in first}) == 3
    assert {finding.side for finding in first} == {"us", "ru"}


def test_a_doubt_is_told_once_for_both_ends_of_a_link():
    us = side_of("us", ("The pipeline was called a great success by all.", {}))
    ru = side_of("ru", ("The pipeline was called a burden by some of them.", {}))
    for how in ({"links": [Link("us0", "ru0", 0.45)]}, {"possible": [Link("us0", "ru0", 0.3)]}):
        (finding,) = every(us, ru, **how)
        assert (finding.kind, finding.side, finding.doubtful) == ("doubt", None, True)
        assert finding.kicker == "Energy · possibly in both"
        assert "; perhaps " in finding.headline


def test_a_claim_of_what_the_other_said_needs_a_sure_speaker_and_nothing_near():
    us = side_of("us", ("They met for an hour about the pipeline.", {}))
    claim = ("The guest promised to lift the ban on supplies of natural gas.", SAID_BY_US)
    assert "attribution" in found(us, side_of("ru", claim))
    inferred = (claim[0], {"speaker": "us", "attributed": False})
    assert "attribution" not in found(us, side_of("ru", inferred))
    assert "attribution" not in found(us, side_of("ru", claim), nearest={("ru0", "us"): Nearest("us0", 0.17)})
    assert "attribution" not in found(us, side_of("ru", claim), possible=[Link("us0", "ru0", 0.2)])


def test_of_a_text_that_is_not_analysed_nothing_is_said_to_be_missing():
    us = side_of("us", ("They met for an hour about the pipeline.", {}))
    ru = side_of("ru", ("The guest promised to lift the ban on turbines, on condition that gas flows.", SAID_BY_US))
    assert every(us, ru, unanalysed=frozenset({"us"})) == ()


def test_one_measure_of_length_holds_for_all_languages():
    for language, short, long in (
        ("en", "They spoke of a pipeline.", "They spoke of a pipeline that is being built."),
        ("ru", "Говорили о газопроводе.", "Говорили о газопроводе, который строят на севере страны."),
        ("zh", "双方同意继续对话。", "双方同意在相互尊重基础上继续就能源问题开展对话。"),
    ):
        weights = []
        for words in (short, long):
            (finding,) = every(side_of("us"), side_of("ru", (words, {}), language=language))
            weights.append(any(reason.kind == "brief" for reason in finding.because))
        assert weights == [True, False], language


@pytest.mark.parametrize("case", tuple(yaml.safe_load_all(CONTRARIES.read_text("utf-8"))), ids=lambda case: case["why"])
def test_contraries_are_the_same_in_either_order_of_the_sides(case):
    languages = {"Hablamos": "es", "部长指出": "zh"}
    readouts = [
        Readout(side, side.upper(), text, f"{side}.txt", languages.get(text[:8].partition("，")[0], "en"))
        for side, text in case["readouts"].items()
    ]
    one, other = (compare(order, engine="fuzzy").findings for order in (readouts, readouts[::-1]))
    assert one == other


def unsure(us, ru, nearest):
    """The findings between two sides of which neither is known to tell anything alone."""
    sides = (us, ru)
    alignment = decide_verdicts(Alignment((), (), nearest), sides)
    alignment = replace(alignment, verdicts=dict.fromkeys(alignment.verdicts, Verdict.UNSURE))
    return settled(sides, alignment)


@pytest.mark.parametrize(("topic", "near", "hedge"), [
    ("sanctions", 0.1, -0.2), ("sanctions", 0.25, -0.4), ("space", 0.1, None), ("transport", 0.1, -0.4),
])  # fmt: skip
def test_what_nobody_is_sure_of_weighs_less_and_least_where_it_is_no_great_news(topic, near, hedge):
    us = side_of("us", ("The leaders met at noon about coal and about steel.", {}))
    told = "They spoke of lifting what was imposed on the shipyards."
    hits = (Hit("topic", topic, topic, "lifting", 60, 67),)
    ru = side_of("ru", (told, {"topics": (topic,), "hits": hits}))
    of_it = [f for f in unsure(us, ru, {("ru0", "us"): Nearest("us0", near)}) if f.points == ("ru0",)]
    hedges = [reason.weight for finding in of_it for reason in finding.because if reason.kind == "unclear"]
    assert hedges == ([] if hedge is None else [hedge])
    for finding in of_it:
        assert finding.side is None
        assert finding.kind == "doubt"
        assert finding.headline.startswith("Perhaps only RU ")
        assert {quote.side for quote in finding.quotes} == {"ru"}


def test_a_condition_may_be_among_the_first_beside_another_finding_of_its_topic():
    ru = side_of(
        "ru",
        ("The strikes on energy and infrastructure stop for a month.", {}),
        ("The key condition is that no gas flows to the north.", {}),
    )
    us = side_of("us", ("The strikes on energy infrastructure stop for a month.", {}))
    assert {"condition", "scope"} <= {finding.kind for finding in every(us, ru)[:3]}
