"""The closed vocabularies: each a StrEnum whose members carry what a reader sees of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self, TypeVar


class Labelled(StrEnum):
    """A closed vocabulary: members are what JSON says, their ``label`` is what a reader sees of them."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member of its value and its label."""
        return member(cls, value, label)


L = TypeVar("L", bound=Labelled)


def member(kind: type[L], value: str, label: str) -> L:
    """Return a new member of a vocabulary, for those that make theirs with more than a label."""
    made = str.__new__(kind, value)
    made._value_, made.label = value, label
    return made


class Verdict(Labelled):
    """Whether another side tells a point's matter: ``both``, ``only`` the point's own side, or ``unsure``."""

    BOTH = "both", "in both"
    UNSURE = "unsure", "possibly in both"
    ONLY = "only", "in one alone"


class Trait(Labelled):
    """What a topic is like, as far as rules depend on it; ``topics.yaml`` says which topics have which traits.

    ``label`` says what a topic with the trait is.
    """

    QUIET = "quiet", "that there was a contact, and on what agenda: no news where one side alone tells it"
    OCCASION = "occasion", "how the contact went, not what it was about: carries over to no other point"
    COMMON = "common", "told in most accounts: that two points share it says little"
    CEREMONY = "ceremony", "courtesy or what is yet to come: often left out"
    LIGHT = "light", "of little weight: ceremony, and the relationship in general words"
    MINOR = "minor", "of which every account has a word"
    FOLDED = "folded", "of the contact itself: left out of tables of topics, in one line below them"
    PLACE = "place", "one that the bare name of a country can mean"
    CONFLICT = "conflict", "a place at war: general words of war, in the points after it, mean this topic"
    WAR = "war", "one whose general words (war, truce, peace talks) fit every conflict"
    REGION = "region", "one whose general words (region, neighbours) fit every place"


class Speaker(Labelled):
    """Who is said to speak where it is no side: a point's speaker is one of these, or a side's id."""

    BOTH = "both", "both sides"
    OTHER = "other", "the other side"
    THIRD = "third", "someone else"
    NONE = "none", ""


class ActClass(Labelled):
    """What a governing verb does."""

    REPORT = "report", "report"
    ASSERT = "assert", "assert"
    WISH_OFFER = "wish_offer", "wish or offer"
    REQUEST = "request", "request"
    APPROVE = "approve", "approve"
    AGREE = "agree", "agree"
    COMMIT = "commit", "commit"
    CONCERN = "concern", "concern"
    OPPOSE = "oppose", "oppose"
    WARN = "warn", "warn"
    FACT = "fact", "fact"


BINDING = frozenset({ActClass.AGREE, ActClass.COMMIT})
"""What binds both who do it together."""


class GapKind(Labelled):
    """A kind of difference inside a link."""

    NUMBER = "number", "number"
    DATE = "date", "date"
    QUOTE = "quote", "quoted words"
    NAME = "name", "name"
    PLACE = "place", "place"
    NEGATION = "negation", "negation"
    ACT = "act", "verb"
    SCOPE = "scope", "scope"
    CONDITION = "condition", "condition"
    NAMING = "naming", "name for it"
    SPEAKER = "speaker", "speaker"


class FindingKind(StrEnum):
    """A kind of finding; ``headlines.yaml`` has the words for each, ``weighing.yaml`` the weight.

    ``about`` is what one without a topic is about, empty for kinds that have one.
    """

    about: str

    CONTRARY = "contrary"
    PARTY = "party"
    WARNING = "warning"
    VAGUE = "vague"
    SCOPE = "scope"
    STANCE = "stance"
    AGREEMENT = "agreement"
    ATTRIBUTION = "attribution"
    CONDITION = "condition"
    NUMBER = "number"
    INITIATOR = "initiator", "Requested by"
    NAMING = "naming", "Names"
    NAME = "name"
    PLACE = "place"
    STRENGTH = "strength"
    SPEAKER = "speaker"
    OMISSION = "omission"
    NEXT_STEP = "next_step"
    NEGATION = "negation"
    DOUBT = "doubt"
    ORDER = "order", "Order"
    PLACEHOLDER = "placeholder", "General words"
    TONE = "tone", "Tone"

    def __new__(cls, value: str, about: str = "") -> Self:
        """Make a member of its value and what it is about without a topic."""
        made = str.__new__(cls, value)
        made._value_, made.about = value, about
        return made

    @property
    def hedged(self) -> bool:
        """Whether its sentences say themselves that they are not sure, where they are not."""
        return self in (FindingKind.DOUBT, FindingKind.OMISSION)

    @property
    def contrasts(self) -> bool:
        """Whether the accounts differ by it though neither lacks the matter."""
        return self in (FindingKind.CONTRARY, FindingKind.VAGUE)

    @property
    def first_tells(self) -> bool:
        """Whether the side of its first point alone tells it, though others may be quoted."""
        return self in (FindingKind.DOUBT, FindingKind.CONDITION, FindingKind.WARNING)

    @property
    def of_all(self) -> bool:
        """Whether it is about the accounts as wholes: what it quotes may have a match in an account that is silent."""
        return self in (FindingKind.INITIATOR, FindingKind.TONE, FindingKind.PLACEHOLDER)

    @property
    def merged(self) -> bool:
        """Whether it says nothing new of passages that a weightier finding quotes."""
        return self in _MERGED

    @property
    def one_sided(self) -> bool:
        """Whether one side has what is found, though both may be quoted."""
        return self in _ONE_SIDED

    @property
    def own_news(self) -> bool:
        """Whether it is news of its own, be it of a topic that another of the first findings has."""
        return self in _OWN_NEWS


_MERGED = frozenset(
    {
        FindingKind.OMISSION, FindingKind.DOUBT, FindingKind.NEXT_STEP, FindingKind.ATTRIBUTION, FindingKind.AGREEMENT,
        FindingKind.SPEAKER, FindingKind.STRENGTH, FindingKind.NEGATION, FindingKind.NAME, FindingKind.VAGUE,
        FindingKind.WARNING, FindingKind.STANCE,
    }
)  # fmt: skip
_ONE_SIDED = frozenset(
    {FindingKind.CONDITION, FindingKind.WARNING, FindingKind.VAGUE, FindingKind.PARTY, FindingKind.DOUBT}
)
_OWN_NEWS = frozenset({FindingKind.CONDITION, FindingKind.CONTRARY, FindingKind.PARTY, FindingKind.SCOPE})


class Engine(Labelled):
    """What matches passages; ``auto`` is a wish that comes to one of the others."""

    AUTO = "auto", "what measures best on the languages at hand"
    FUZZY = "fuzzy", "words, topics and word vectors"
    SEMANTIC = "semantic", "sentence vectors too"
    LLM = "llm", "a language model of the user's choice"


class Format(StrEnum):
    """A form of output; ``endings`` are those of the names of files that are in it."""

    endings: tuple[str, ...]

    TERMINAL = "terminal", ".txt"
    HTML = "html", ".html", ".htm"
    MARKDOWN = "md", ".md"
    CSV = "csv", ".csv"
    JSON = "json", ".json"
    JSONL = "jsonl", ".jsonl"
    SVG = "svg", ".svg"
    PARQUET = ("parquet",)

    def __new__(cls, value: str, *endings: str) -> Self:
        """Make a member of its value and the endings of its files."""
        made = str.__new__(cls, value)
        made._value_, made.endings = value, endings
        return made


class BoilerplateKind(Labelled):
    """What a stretch is that is no part of the account; where two overlap the later here has it."""

    LINK = "link", "link"
    MARKUP = "markup", "markup"
    BULLET = "bullet", "bullet"
    RULE = "rule", "rule"
    LABEL = "label", "label"
    QUESTION = "question", "question"
    REPEAT = "repeat", "repeat"
    DATELINE = "dateline", "dateline"
    MASTHEAD = "masthead", "masthead"
    MENU = "menu", "menu"
    CAPTION = "caption", "caption"
    FOOTER = "footer", "footer"
    MAIL = "mail", "mail"
    SIGNATURE = "signature", "signature"
    TITLE = "title", "title"
    QUOTING = "quoting", "quoting"

    @property
    def within(self) -> bool:
        """Whether it stands inside sentences and does not end them."""
        return self in (BoilerplateKind.MARKUP, BoilerplateKind.LINK, BoilerplateKind.QUOTING)
