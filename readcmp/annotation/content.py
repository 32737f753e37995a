"""What a text says besides its topics, hits and speech: each thing read when it is first asked for, and once.

Few points need all of it, so that what is not asked for costs nothing.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from readcmp.annotation import contrast, negation, proper_names, scope
from readcmp.content import Extent, Negation, Pole
from readcmp.encoding.words import Sense, shipped, stems
from readcmp.languages import load
from readcmp.languages.stemming import stem
from readcmp.lexicon import Lexicon
from readcmp.lexicon.terms import split_terms
from readcmp.model import Point
from readcmp.text import WORD, short, squeeze
from readcmp.vocabulary import ActClass

NEAR = 25
"""A negator that ends so near before a threat, in code points, denies it."""

LONG = 3
"""A word of more letters than this may be what a text is about."""

SHORT = 4
"""A plain word of at most so many letters stands in every text."""


class TextContent:
    """What one text says, in its language."""

    def __init__(self, text: str, language: str, lexicon: Lexicon) -> None:
        """Take the text; nothing is read of it yet."""
        self.text = text
        self.language = language
        self._lexicon = lexicon

    @cached_property
    def lowered(self) -> str:
        """The text on one line, in small letters."""
        return squeeze(self.text.lower())

    @cached_property
    def negations(self) -> tuple[Negation, ...]:
        """What the text negates, or implies to be so."""
        return negation.find_negations(self.text, self.language)

    @cached_property
    def told_negations(self) -> tuple[Negation, ...]:
        """The negations that the text tells in so many words."""
        return tuple(one for one in self.negations if one.told)

    @cached_property
    def unnegated(self) -> frozenset[str]:
        """The stems of words that no negation of the text denies."""
        return negation.find_unnegated(self.text, self.language, self.negations)

    @cached_property
    def extents(self) -> tuple[Extent, ...]:
        """The words that say how far a thing goes."""
        return scope.find_extents(self.text, self.language)

    @cached_property
    def strong_condition(self) -> str | None:
        """The words that make the text hang on a condition, mere ifs apart; None where it has none."""
        return scope.find_strong_condition(self.text, self.language)

    @cached_property
    def time_condition(self) -> str | None:
        """The words for a time that may be a condition: "once it has been ratified"; None where there are none."""
        return scope.find_time_condition(self.text, self.language)

    @cached_property
    def condition(self) -> str | None:
        """The words that make the text hang on a condition; None where it has none."""
        return self.strong_condition or self.time_condition or scope.find_weak_condition(self.text, self.language)

    @cached_property
    def is_conditional(self) -> bool:
        """Whether the text hangs on anything at all, be it that one thing has to come before another."""
        return self.condition is not None or scope.sets_order(self.text, self.language)

    @cached_property
    def joined(self) -> tuple[tuple[str, str, str], ...]:
        """The pairs of words that "and" or "or" joins: the first, the second, the words as they stand."""
        return scope.find_joined(self.text, self.language)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The places where the text says that somebody gathers."""
        return proper_names.find_places(self.text, self.language)

    @cached_property
    def company(self) -> tuple[str, ...]:
        """Those who, by the text, take part in what it tells, beside its subject."""
        return proper_names.find_company(self.text, self.language)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, in small letters."""
        return frozenset(match.group().lower() for match in WORD.finditer(self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(stem(word, self.language) for word in self.words)

    @cached_property
    def matter(self) -> frozenset[str]:
        """What the text is about: its concepts, and the stems of its longer words, those of one language apart."""
        long = {stem(word, self.language) for word in self.words if len(word) > LONG}
        stems = long - negation.empty_words(self.language)
        language = short(self.language)
        return frozenset([*(f"={concept}" for concept in self.concepts), *(f"{language}:{word}" for word in stems)])

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The ids of the concepts that the text has a term of."""
        return frozenset(hit.id for hit in self._lexicon.find(self.text, self.language, "concept"))

    @cached_property
    def poles(self) -> tuple[Pole, ...]:
        """The ends of axes that the text names."""
        return contrast.find_poles(self.text, self.language, self.negations)

    @cached_property
    def deed(self) -> str:
        """The words for a deed, empty where the text tells of none."""
        return contrast.find_term(self.text, self.language, "deeds")

    @cached_property
    def threat(self) -> str:
        """The words by which the text says what will follow, empty where it threatens nothing."""
        return contrast.find_term(self.text, self.language, "threats")

    @cached_property
    def warning(self) -> str:
        """The words of a threat that the text neither denies nor calls off, empty where there are none."""
        if contrast.has_term(self.text, self.language, "undone"):
            return ""
        hits = () if self.threat else self._lexicon.find(self.text, self.language, "threat")
        words = self.threat or next((hit.text for hit in hits), "")
        before = self.text[: self.text.find(words)][-NEAR:] if words else ""
        denied = before and any(one.told for one in negation.find_negations(before, self.language))
        return "" if denied else words

    @cached_property
    def acts(self) -> frozenset[str]:
        """The classes of all acts that the text has a verb of."""
        return frozenset(hit.id for hit in self._lexicon.find(self.text, self.language, "act"))

    @cached_property
    def is_talk(self) -> bool:
        """Whether the text tells of talking, of which an agreement to go on with it is a part."""
        return contrast.has_term(self.text, self.language, "talk")

    @cached_property
    def undiscussed(self) -> str:
        """The words by which the text says that its matter was not talked about, empty where it does not."""
        return contrast.find_term(self.text, self.language, "undiscussed")

    @cached_property
    def is_general(self) -> bool:
        """Whether the text names its matter so widely that it says nothing of it."""
        return contrast.has_term(self.text, self.language, "general")

    @cached_property
    def is_grave(self) -> bool:
        """Whether the text tells of war, harm, force, blame or refusal, which are news whatever their topic."""
        return contrast.has_term(self.text, self.language, "grave")

    @cached_property
    def is_ceremony(self) -> bool:
        """Whether the text is one of courtesy, or a formula of what the two are."""
        return contrast.has_term(self.text, self.language, "ceremony")

    @cached_property
    def is_aside(self) -> bool:
        """Whether the text is a question or a cry, or said by one who tells the account of himself."""
        return contrast.is_aside(self.text, self.language)

    @cached_property
    def spellings(self) -> dict[str, str]:
        """The words that may say something, as the text writes them, by their stems."""
        found: dict[str, str] = {}
        for match in WORD.finditer(self.text):
            word = match.group()
            if len(word) > SHORT or (len(word) > 1 and not word.islower()):  # short plain words are of every text
                found.setdefault(stem(word.lower().replace("’", "'").removesuffix("'s"), self.language), word)
        return found


class PointContent(TextContent):
    """What one point says, in its own words; ``whole`` is that with the clause that governs it."""

    def __init__(self, point: Point, language: str, lexicon: Lexicon) -> None:
        """Take the point; nothing is read of it yet."""
        super().__init__(point.text, language, lexicon)
        self._point = point

    @property
    def whole(self) -> TextContent:
        """The point with its governing clause, on one line."""
        return self._led or self  # kept in itself it would be a cycle, which stays until somebody looks for such

    @cached_property
    def _led(self) -> TextContent | None:
        """The same, where that is another text than the point's own."""
        text = squeeze(f"{self._point.lead} {self.text}")
        return None if text == self.text else TextContent(text, self.language, self._lexicon)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The ids of the concepts that the point has a term of."""
        return frozenset(hit.id for hit in self._point.hits if hit.kind == "concept")

    @cached_property
    def acts(self) -> frozenset[str]:
        """The classes of all acts that the point has a verb of."""
        return frozenset(hit.id for hit in self._point.hits if hit.kind == "act")

    @cached_property
    def sense(self) -> Sense:
        """What word vectors say of the point."""
        (found,) = shipped().encode([(self.text, self._point.lead)], self.language)
        return found

    @cached_property
    def likely_topics(self) -> dict[str, float]:
        """How likely each topic is, 0..1, by the point's words alone."""
        return dict(zip(shipped().topics, self.sense.topics, strict=True))

    @cached_property
    def bag(self) -> Counter[str]:
        """The stems of the point and of its governing clause, with how often each comes; not to be changed."""
        lead = self._point.lead
        return Counter(stems(f"{lead} {self.text}" if lead else self.text, self.language))

    @cached_property
    def act_stems(self) -> tuple[str, ...]:
        """The stems of the words of the point's act."""
        words = self._point.act.term.split() if self._point.act else ()
        return tuple(stem(word.lower(), short(self.language)) for word in words)

    @cached_property
    def act_words(self) -> str:
        """The words of the point's act on one line; of a bare "will" with the word after it."""
        term = squeeze(self._point.act.term) if self._point.act else ""
        if term.lower() not in split_terms(load(self.language).words.modals):
            return term
        _, found, after = squeeze(self.text).partition(f"{term} ")
        return f"{term} {after.split(' ', 1)[0]}".rstrip(".,;:") if found else term

    @cached_property
    def act_is_talk(self) -> bool:
        """Whether the point's act is one of talking."""
        act = self._point.act
        return act is not None and contrast.has_term(act.term, self.language, "talk")

    @cached_property
    def act_is_noun(self) -> bool:
        """Whether the words of the point's act are a noun there: "their commitment"."""
        act = self._point.act
        return act is not None and contrast.is_noun(self.whole.text, squeeze(act.term), self.language)

    @cached_property
    def act_opens_with_report(self) -> bool:
        """Whether the words of the point's act begin with a verb that only reports: "discussed their agreement"."""
        words = self._point.act.term.split() if self._point.act else []
        hits = self._lexicon.find(words[0], self.language, "act") if words else ()
        return any(hit.id == ActClass.REPORT for hit in hits)
