"""What is weighed: the kinds of evidence that a link shows, and the features of pairs and of points behind them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from readcmp.vocabulary import Labelled, member


class EvidenceKind(Labelled):
    """A kind of evidence as a link shows it; ``label`` is empty where the words that made it are shown instead."""

    TOPIC = "topic", ""
    ACTOR = "actor", ""
    TERM = "term", ""
    NUMBER = "number", ""
    DATE = "date", ""
    QUOTE = "quote", ""
    WORDS = "words", ""
    MEANING = "meaning", "similar meaning"
    SAME_ACT = "same_act", "similar verb"
    BOTH_JOINT = "both_joint", "both speak for both sides"
    PIN = "pin", "matched by hand"
    MODEL = "model", "judged by the model"

    @property
    def decides(self) -> bool:
        """Whether it decides alone, whatever else speaks for or against the link."""
        return self in (EvidenceKind.PIN, EvidenceKind.MODEL)


class Family(StrEnum):
    """Features that are put together to one reason."""

    TOPIC = "topic"
    WORDS = "words"
    MEANING = "meaning"
    LENGTH = "length"
    OTHER = "other"


class PairFeature(Labelled):
    """A number that is weighed of a pair of points.

    ``sign`` is 1 for what may only speak for a link, -1 for what may only speak against one, 0 for what may do either;
    ``family`` are the features with which it makes one reason; ``shows`` is the evidence in whose words it is shown.
    """

    sign: int
    family: Family
    shows: EvidenceKind | None

    def __new__(
        cls,
        value: str,
        label: str = "",
        family: Family = Family.OTHER,
        sign: int = 1,
        shows: EvidenceKind | None = None,
    ) -> Self:
        """Make a member of its value, its label, its family, its sign and what it is shown by."""
        made = member(cls, value, label)
        made.family, made.sign, made.shows = family, sign, shows
        return made

    ANY_PAIR = "any_pair", "what any pair starts with"
    MAIN_TOPIC = "main_topic", "both are mainly about one topic", Family.TOPIC, 1, EvidenceKind.TOPIC
    OTHER_TOPIC = "other_topic", "they have a topic in common", Family.TOPIC, 1, EvidenceKind.TOPIC
    NO_TOPIC_SHARED = "no_topic_shared", "they have no topic in common", Family.OTHER, -1
    TOPIC_UNKNOWN = "topic_unknown", "the topic of one of them is not known", Family.OTHER, 0
    SAME_GROUP = "same_group", "their topics are of one group"
    TOPIC_ONLY_HERE = "topic_only_here", "each account has one passage on the topic", Family.TOPIC
    TOPIC_CROWD = "topic_crowd", "many passages are on the topic", Family.TOPIC, -1
    TERMS = "terms", "terms of the topic in common", Family.WORDS
    WORDS = "words", "words in common", Family.WORDS, 1, EvidenceKind.TERM
    COVERAGE = "coverage", "how much of the shorter passage the other has", Family.WORDS
    RAREST_WORD = "rarest_word", "the rarest word in common", Family.WORDS
    WORDS_RANK = "words_rank", "no other passage shares more words", Family.WORDS
    WORDS_MARGIN = "words_margin", "lead in words over the next candidate", Family.WORDS, 1, EvidenceKind.TERM
    CONTEXT = "context", "words in common, those around them counted", Family.OTHER, 1, EvidenceKind.TERM
    NUMBERS = "numbers", "numbers in common", Family.OTHER, 1, EvidenceKind.NUMBER
    DATES = "dates", "dates in common", Family.OTHER, 1, EvidenceKind.DATE
    NAMES = "names", "third parties in common", Family.OTHER, 1, EvidenceKind.ACTOR
    NAMES_DIFFER = "names_differ", "they name different third parties", Family.OTHER, -1
    QUOTES = "quotes", "quoted words in common", Family.OTHER, 1, EvidenceKind.QUOTE
    FAR_APART = "far_apart", "how far apart they stand in the texts", Family.OTHER, -1
    SAME_ACT = "same_act", "similar verb"
    BOTH_JOINT = "both_joint", "both speak for both sides"
    OCCASION = "occasion", "both say how the talk went"
    PLACEHOLDER = "placeholder", "one of them has general words only", Family.OTHER, -1
    SHORTER = "shorter", "length of the shorter passage", Family.LENGTH, 0
    LONGER = "longer", "length of the longer passage", Family.LENGTH, 0
    FEWER_POINTS = "fewer_points", "passages of the shorter account", Family.LENGTH, 0
    MORE_POINTS = "more_points", "passages of the longer account", Family.LENGTH, 0
    SENSE = "sense", "similar meaning, by words", Family.MEANING, 0
    SENSE_RANK = "sense_rank", "no other passage has more similar words", Family.MEANING, 0
    SENSE_MARGIN = "sense_margin", "the smaller lead in meaning, by words, over the next candidate", Family.MEANING, 0
    SENSE_LEAD = "sense_lead", "the greater lead in meaning, by words, over the next candidate", Family.MEANING, 0
    SENSE_IN_STEP = "sense_in_step", "similar words in the passages before or after", Family.MEANING, 0
    OUTLOOK = "outlook", "similar subjects, by words", Family.MEANING, 0
    OUTLOOK_MARGIN = "outlook_margin", "lead in subjects over the next candidate", Family.MEANING, 0
    MEANING = "meaning", "similar meaning", Family.MEANING, 0
    MEANING_RANK = "meaning_rank", "no other passage is nearer in meaning", Family.MEANING, 0
    MEANING_MARGIN = "meaning_margin", "the smaller lead in meaning over the next candidate", Family.MEANING, 0
    MEANING_LEAD = "meaning_lead", "the greater lead in meaning over the next candidate", Family.MEANING, 0
    MEANING_IN_STEP = "meaning_in_step", "similar meaning in the passages before or after", Family.MEANING, 0
    BESIDE = "beside", "the pairs beside this one"
    IN_STEP = "in_step", "the pairs in step with this one"
    TOLD_LEAST = "told_least", "the smaller of the two chances that the other account has it at all"
    TOLD_MOST = "told_most", "the greater of the two chances that the other account has it at all"
    TOLD_MEAN = "told_mean", "how much of the two accounts is in both"


_ALL = tuple(PairFeature)
OF_TEXTS = _ALL[_ALL.index(PairFeature.MAIN_TOPIC) : _ALL.index(PairFeature.OUTLOOK_MARGIN) + 1]
"""What every engine weighs, in the order of training."""

OF_SENTENCES = _ALL[_ALL.index(PairFeature.MEANING) : _ALL.index(PairFeature.MEANING_IN_STEP) + 1]
"""What the sentence vectors of an engine add."""

OF_NEIGHBOURS = _ALL[_ALL.index(PairFeature.BESIDE) :]
"""What stands around a pair, weighed in a second step."""


class PointFeature(Labelled):
    """A number that is weighed of a point beside all that the other side says, for whether that side tells it."""

    ANY_POINT = "any_point", "what any passage starts with"
    BEST = "best", "its best match there"
    SECOND = "second", "its second-best match"
    THIRD = "third", "its third-best match"
    ANY = "any", "all its matches together"
    BEST_SCORE = "best_score", "the chance of its best match"
    BEFORE = "before", "the best match of the passage before"
    AFTER = "after", "the best match of the passage after"
    CONTESTED = "contested", "how much better another passage fits its best match"
    SIDE_TOLD = "side_told", "how well its own account is matched in all"
    SIDE_SURE = "side_sure", "how much of its own account has a likely match"
    TOPIC_TOLD = "topic_told", "a topic of it is there"
    TOPICS_TOLD = "topics_told", "how many of its topics are there"
    MAIN_TOPIC_TOLD = "main_topic_told", "its main topic is there"
    GROUP_TOLD = "group_told", "a topic of the same group is there"
    NO_TOPIC = "no_topic", "it has no topic"
    LIGHT = "light", "it is ceremony, tone or a next step"
    WORDS_TOLD = "words_told", "how many of its words are there"
    RAREST_TOLD = "rarest_told", "its rarest word that is there"
    RAREST_MISSING = "rarest_missing", "its rarest word that is not there"
    NAMES_TOLD = "names_told", "names of it that are there"
    NAMES_MISSING = "names_missing", "names of it that are not there"
    SENSE_BEST = "sense_best", "the nearest passage in meaning, by words"
    SENSE_SECOND = "sense_second", "the second nearest"
    SENSE_MEAN = "sense_mean", "how near all passages are in meaning"
    OUTLOOK_BEST = "outlook_best", "the nearest passage in subject"
    OUTLOOK_TOLD = "outlook_told", "how far its subjects are there"
    POINTS_HERE = "points_here", "passages of its own account"
    POINTS_THERE = "points_there", "passages of the other account"
    RATIO = "ratio", "how much longer the other account is"
    LENGTH = "length", "its length"
    PLACE = "place", "how far into the account it stands"
    PLACEHOLDER = "placeholder", "it has general words only"
    PLACEHOLDER_THERE = "placeholder_there", "the other account has passages of general words only"
    PLACEHOLDER_PART = "placeholder_part", "how many passages there have general words only"
    REPORT = "report", "it says that something was discussed"
    FACT = "fact", "it states a fact"
    STRENGTH = "strength", "how strong its verb is"
    JOINT = "joint", "it speaks for both sides"


OF_POINTS = tuple(PointFeature)[1:]
"""What is weighed for coverage, in the order of training; ``any_point`` is what it starts with."""
