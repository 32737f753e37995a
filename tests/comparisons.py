"""Small comparisons built by hand, for the tests of what is drawn from them. The texts are invented."""

from msgspec.structs import replace

from readcmp.aligning import Alignment
from readcmp.aligning.verdicts import decide_verdicts
from readcmp.comparing.findings.quotations import quote_points
from readcmp.finding import Finding, Nearest, Reason
from readcmp.lexicon import load_lexicon
from readcmp.model import (
    Act,
    Boilerplate,
    Comparison,
    Emphasis,
    Event,
    Evidence,
    Fact,
    Gap,
    Hit,
    Link,
    Point,
    Readout,
    Side,
    Topic,
    Watched,
)

LABELS = {
    "trade": "Trade and economic cooperation",
    "arms-control": "Arms control and strategic stability",
    "energy": "Energy",
    "climate": "Climate and environment",
    "human-rights": "Human rights",
    "next-steps": "Next steps",
    "contact": "The contact itself",
}


NONE = frozenset()
TRAITS = {topic: entry.traits for topic, entry in load_lexicon().topics.items()}


def side(name, label, sentences, **known):
    """A side whose text is the sentences one after another; each is (text, topics) or (text, topics, fields)."""
    text, points = "", []
    for number, (words, topics, *rest) in enumerate(sentences):
        start = len(text)
        text += f"{words}\n"
        fields = rest[0] if rest else {}
        points.append(
            Point(
                f"{name}{number}",
                start,
                start + len(words),
                words,
                number,
                topics=tuple(topics),
                quiet=list(topics) == ["contact"],
                **fields,
            )
        )
    known.setdefault("source", f"{name}.txt")
    return Side(Readout(name, label, text, **known), tuple(points))


def topics_of(sides):
    """The ledger of the sides, counted in words between spaces."""
    given = {}
    for one in sides:
        total = sum(len(point.text.split()) for point in one.points) or 1
        by_topic = {}
        for point in one.points:
            for topic in point.topics:
                by_topic.setdefault(topic, []).append(point)
        words = {topic: sum(len(p.text.split()) for p in points) for topic, points in by_topic.items()}
        steps = sorted(set(words.values()), reverse=True)
        given[one.id] = {
            topic: Emphasis(
                tuple(p.id for p in points),
                words[topic],
                words[topic] / total,
                steps.index(words[topic]) + 1,
                points[0].start / len(one.readout.text),
            )
            for topic, points in by_topic.items()
        }
    ids = sorted({topic for emphases in given.values() for topic in emphases})
    return tuple(
        Topic(
            i,
            LABELS.get(i, i.lstrip("~")),
            "group",
            {one.id: given[one.id].get(i) for one in sides},
            TRAITS.get(i, NONE),
        )
        for i in ids
    )


def omissions(sides, verdicts, nearest):
    """An omission for every point that one side alone tells, as the comparison has them."""
    return tuple(
        Finding(
            "omission",
            other.id,
            0.5,
            (point.id,),
            f"Only {one.id.upper()} tells “{point.text}”.",
            nearest.get((point.id, other.id)),
            between=tuple(sorted((one.id, other.id))),
            kicker=f"Only in {one.id.upper()}",
            headline=f"Only {one.id.upper()} says this",
            told_by=(one.id,),
        )
        for one in sides
        for other in sides
        for point in one.points
        if one is not other and verdicts[point.id, other.id] == "only" and set(point.topics) - {"contact"}
    )


def comparison(
    sides, links=(), *, possible=(), nearest=None, facts=(), findings=(), event=None, engine="fuzzy", watched=()
):
    """A comparison with the ledger and the omissions that follow from sides and links."""
    nearest = nearest or {}
    covered = decide_verdicts(Alignment(tuple(links), tuple(possible), nearest), sides)
    points, ends = [point for side in sides for point in side.points], [(side.id, "agreed") for side in sides]
    found = [
        replace(finding, quotes=quote_points(sides, [p for p in points if p.id in finding.points], ends))
        for finding in (*omissions(sides, covered.verdicts, nearest), *findings)
    ]
    return Comparison(
        event or Event(),
        tuple(sides),
        tuple(links),
        tuple(possible),
        topics_of(sides),
        tuple(sorted(found, key=lambda f: (f.doubtful, -f.weight))),
        tuple(facts),
        engine,
        "0123456789abcdef",
        nearest,
        watched=watched,
        coverage=covered.coverage,
        verdicts=covered.verdicts,
    )


def two():
    """Two sides: linked one to one and one to two, with gaps; a possible pair, a placeholder, a finding."""
    us = side(
        "us",
        "United States",
        [
            ("The leaders spoke today by telephone.", ["contact"]),
            ("They agreed to cut 1,500 launchers by 2030.", ["arms-control"], {"lead": ""}),
            ("energy,", ["energy"], {"lead": "The President raised"}),
            ("the release of jailed reporters", ["human-rights"], {"lead": "The President raised"}),
            ("and other matters of mutual interest.", ["next-steps"], {"placeholder": True}),
        ],
        date="2031-05-04",
        title="Readout of the call",
        publisher="White House",
        boilerplate=(),
        notes=("read as windows-1252, which was a guess",),
    )
    ru = side(
        "ru",
        "Russia",
        [
            ("A telephone conversation took place at the\ninitiative of the American side.", ["contact"]),
            ("It was agreed to limit launchers.", ["arms-control"], {"act": Act("agree", "agreed", 3)}),
            (
                "NATO missiles were named as an obstacle.",
                ["arms-control"],
                {"hits": (Hit("actor", "nato", "NATO", "NATO", 0, 4),)},
            ),
            ("Deliveries of gas will not be cut, it was stressed.", ["energy"]),
            ("Trade has grown by a third.", ["trade"]),
            ("The work of joint ventures was praised.", ["trade"]),
        ],
        date="2031-05-05",
        boilerplate=(Boilerplate(0, 14, "dateline"),),
    )
    links = (
        Link(
            "us1",
            "ru1",
            0.91,
            (
                Evidence("topic", id="arms-control", weight=2.0),
                Evidence("term", a="launchers", b="launchers", weight=1.0),
                Evidence("term", a="agreed", b="agreed", weight=0.4),
                Evidence("words_rank", weight=0.3),
            ),
            (Gap("number", "1,500", None), Gap("date", "2030", None), Gap("act", "agreed", "It was agreed")),
        ),
        Link("us1", "ru2", 0.42, (), (Gap("number", "1,500", None), Gap("name", None, "NATO"))),
        Link(
            "us2",
            "ru3",
            0.60,
            (Evidence("topic", id="energy", weight=1.0), Evidence("term", a="energy", b="gas", weight=0.2)),
            (
                Gap("negation", None, "not"),
                Gap("name", "Norway", None),
                Gap("naming", "energy supplies", "Deliveries of gas", "gas"),
                Gap("speaker", "both", "ru"),
            ),
        ),
        Link("us0", "ru0", 0.99),
    )
    return comparison(
        (us, ru),
        links,
        possible=(Link("us4", "ru5", 0.31),),
        nearest={
            ("us3", "ru"): Nearest("ru5", 0.04),
            ("us4", "ru"): Nearest("ru5", 0.31),
            ("ru4", "us"): Nearest("us4", 0.22),
            ("ru5", "us"): Nearest("us4", 0.31),
        },
        facts=(Fact("initiator", "ru", "at the initiative of the American side", 40, 78),),
        findings=(
            Finding(
                "attribution",
                "us",
                0.71,
                ("ru5",),
                "Trade: RU says that US welcomed this: “The work of joint ventures was praised”; not found in US.",
                Nearest("us4", 0.31),
                "trade",
                ("ru", "us"),
                (Reason("attribution", 0.6), Reason("unmentioned", 0.11)),
                kicker="Trade · attributed to the United States",
                headline="Only Russia says the United States welcomed this",
                told_by=("ru",),
            ),
            Finding(
                "agreement",
                None,
                0.6,
                ("us1", "ru1"),
                "Arms control: US says that the sides agreed, RU does not.",
                None,
                "arms-control",
                ("ru", "us"),
                (Reason("agreement", 0.6),),
                kicker="Arms control · agreement",
                headline="The United States reports an agreement on arms control; Russia does not",
                told_by=("ru", "us"),
            ),
            Finding(
                "order",
                None,
                0.4,
                ("us1", "ru1"),
                "Both begin with arms control.",
                kicker="Order",
                headline="Both begin with arms control",
                told_by=("ru", "us"),
            ),
            Finding(
                "doubt",
                "us",
                0.1,
                ("ru2",),
                "RU names missiles; what US has of it is doubtful.",
                between=("ru", "us"),
                because=(Reason("doubt", 0.5), Reason("doubtful", -0.4)),
                doubtful=True,
                kicker="Arms control · possibly in both",
                headline="Russia says this on arms control; perhaps the United States too",
                told_by=("ru",),
            ),
        ),
        watched=(
            Watched("energy", "Energy", {"us": True, "ru": True}),
            Watched("climate", "Climate and environment", {"us": False, "ru": False}),
            Watched("human-rights", "Human rights", {"us": True, "ru": False}),
        ),
        event=Event("A call of two presidents", "2031-05-04"),
    )


def three():
    """Three sides, one of them in Chinese: a matter that all tell, one that two tell, one that one tells."""
    us = side("us", "United States", [("They discussed climate and methane.", ["climate"])])
    cn = side(
        "cn",
        "China",
        [
            ("双方就气候变化问题交换意见，同意加强合作。", ["climate"]),
            ("两国贸易额增长百分之十。", ["trade"]),
        ],
        language="zh",
        date="2031-05-05",
    )
    ru = side(
        "ru",
        "Russia",
        [("Climate was touched upon.", ["climate"]), ("Trade figures were named.", ["trade"])],
        date="2031-05-05",
    )
    links = (
        Link("us0", "cn0", 0.8, (Evidence("topic", id="climate", weight=1.0),)),
        Link("us0", "ru0", 0.7, (), (Gap("name", "methane", None),)),
        Link("cn1", "ru1", 0.55),
    )
    return comparison((us, cn, ru), links, event=Event(None, "2031-05-04"))


def hostile():
    """Two sides whose every word from outside would act on a page, a terminal or a spreadsheet if it were let."""
    us = side(
        "us",
        '<img src=x onerror="alert(1)"> | =HYPERLINK("http://example.org/")',
        [
            ("# Trade | **tariffs** @example #12 [here](http://example.org/) <b>now</b>", ["trade"]),
            ("=1+1; =2+2", ["energy"], {"lead": "- The President `raised`"}),
            ("+1 ＝2 and \x1b[31mred\u202e text\nin two lines", ["~<script>pandas</script>"]),
        ],
        date="2031-05-04",
        title="1. A list | *of* things",
        publisher="@example/team",
        url="javascript:alert(1)",
    )
    ru = side(
        "ru",
        "Russia",
        [
            ("| Tariffs | ~~struck~~ &lt;out&gt; $x$ |", ["trade"], {"act": Act("oppose", "=struck", 4)}),
            ("@SUM(1;-2) was named,", ["climate"]),
        ],
        url="https://example.org/a_(b)?c=d|e",
    )
    links = (
        Link(
            "us0",
            "ru0",
            0.8,
            (Evidence("term", a="*tariffs*", b="|tariffs|", weight=1.0),),
            (Gap("name", "<b>now</b>", None), Gap("quote", None, "=struck")),
        ),
    )
    return comparison(
        (us, ru),
        links,
        possible=(Link("us1", "ru1", 0.2),),
        nearest={("us1", "ru"): Nearest("ru1", 0.2), ("ru1", "us"): Nearest("us1", 0.2)},
        facts=(Fact("initiator", "us", "at the request of *|*", 0, 5),),
        findings=(
            Finding(
                "order",
                None,
                0.9,
                ("us0", "ru0"),
                "Both begin with **trade** | @example.",
                kicker="Order",
                headline="Both begin with **trade** | @example",
                told_by=("ru", "us"),
            ),
        ),
        event=Event("<h1>Call</h1> | of _two_", "2031-05-04"),
    )


PAYLOAD = (
    "</script></style></textarea><script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> "
    "\"><svg onload=document.title='run'> ' onfocus=document.title='run' autofocus=' <!-- ]]> {{ 7*7 }} {% raw %} "
    "\u2028 \u2029 \u202e \u2066 \x1b[31m \x00 &lt;b&gt; javascript:document.title='run'"
)
"""Markup, script, quotes, a template's signs, line separators, bidi controls, an escape sequence, a null."""


def filled(words):
    """Two sides with ``words`` wherever a text from outside can stand, ids and languages included."""
    us = side(
        f"us{words}",
        words,
        [
            (f"Trade {words} grew", ["trade"], {"lead": words, "speaker": words, "act": Act("oppose", words, 2)}),
            (words, [f"~{words}"]),
            (f"and {words}", ["climate"], {"placeholder": True}),
        ],
        title=words,
        date=words,
        publisher=words,
        url="https://example.org/",
        source=words,
        language=words,
        notes=(words,),
    )
    ru = side(
        "ru", words, [(f"Trade {words}.", ["trade"]), (words, ["trade"])], boilerplate=(Boilerplate(0, 5, "menu"),)
    )
    why = (Evidence("term", a=words, b="x", weight=1.0), Evidence(words, weight=1.0), Evidence("topic", id=f"~{words}"))
    gaps = (Gap("name", words, None), Gap("scope", words, words), Gap("speaker", words, "both"))
    drawn = comparison(
        (us, ru),
        (Link(f"us{words}0", "ru0", 0.8, why, gaps),),
        possible=(Link(f"us{words}1", "ru1", 0.2, why, gaps),),
        nearest={
            ("ru1", f"us{words}"): Nearest(f"us{words}1", 0.2),
            (f"us{words}1", "ru"): Nearest("ru1", 0.2),
        },
        facts=(Fact("initiator", "ru", words, 7, 9), Fact(words, f"us{words}", words, 0, 5)),
        findings=(
            Finding("order", None, 0.4, (f"us{words}0", "ru0"), words, kicker=words, headline=words, told_by=("ru",)),
        ),
        event=Event(words, words),
        engine=words,
    )
    return replace(drawn, lexicon=words, notes=(words,))


def wide():
    """English beside Chinese: wide characters in titles, facts, points, gaps and reasons."""
    us = side(
        "us",
        "United States",
        [
            ("The leaders spoke today by telephone.", ["contact"]),
            ("They discussed climate change and how to lower emissions by 30 percent.", ["climate"]),
            ("The President raised tariffs and access to markets.", ["trade"]),
            ("Both agreed to stay in touch.", ["next-steps"]),
        ],
        date="2031-05-04",
        title="Readout of the call",
        publisher="White House",
    )
    cn = side(
        "cn",
        "China",
        [
            ("两国领导人今天通了电话。", ["contact"]),
            (
                "双方就气候变化问题深入交换意见，一致认为，"
                "应当（在2030年以前）进一步减少温室气体排放，并为此加强务实合作。",
                ["climate"],
            ),
            ("不得干涉他国内政。", ["human-rights"]),
            ("双方同意保持沟通。", ["next-steps"]),
        ],
        date="2031-05-05",
        title="两国领导人通电话，就双边关系以及共同关心的国际和地区问题坦诚、深入地交换意见",
        publisher="新华社",
        language="zh",
    )
    links = (
        Link(
            "us1",
            "cn1",
            0.83,
            (Evidence("topic", id="climate", weight=2.0), Evidence("term", a="emissions", b="排放", weight=0.6)),
            (Gap("number", "30 percent", None), Gap("date", None, "2030年"), Gap("act", "discussed", "一致认为")),
        ),
        Link("us3", "cn3", 0.55, (Evidence("topic", id="next-steps", weight=1.0),)),
        Link("us0", "cn0", 0.95),
    )
    return comparison(
        (us, cn),
        links,
        nearest={("us2", "cn"): Nearest("cn2", 0.05), ("cn2", "us"): Nearest("us2", 0.05)},
        facts=(Fact("channel", "us", "by telephone", 24, 36), Fact("channel", "cn", "通了电话", 7, 11)),
        event=Event("Call of the leaders", "2031-05-04"),
    )


def leftward():
    """Hebrew beside Arabic, which both run from right to left."""
    il = side(
        "il",
        "Israel",
        [("המנהיגים שוחחו היום בטלפון.", ["contact"]), ("הם דנו בשינויי האקלים ב-30 אחוזים.", ["climate"])],
        title="שיחת המנהיגים",
        language="he",
    )
    eg = side(
        "eg",
        "Egypt",
        [("تحدث القائدان هاتفيا اليوم.", ["contact"]), ("بحث القائدان تغير المناخ بنسبة 30 في المئة.", ["climate"])],
        title="اتصال القائدين",
        language="ar",
    )
    return comparison((il, eg), (Link("il1", "eg1", 0.8), Link("il0", "eg0", 0.9)))
