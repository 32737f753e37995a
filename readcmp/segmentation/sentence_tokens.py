"""Questions that the segmentation rules ask of a sentence's tokens: a finite verb, an adverb, an adjective, a name."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import force_setattr

from readcmp.segmentation.tokens import Token
from readcmp.segmentation.word_classes import WordClasses

_NEAR = 7
"""Words within which ``held`` and ``had`` show that they tell of a meeting."""
_SOON = 3
"""Words within which a participle follows its auxiliary, at most an adverb or two between them."""
_SHORT = 4
"""Letters of a word whose ending tells nothing."""
_PHRASE = 3
"""Words that the longest phrase of a closed class has."""
_JOINTS = frozenset({"conjunctions", "joints"})


class SentenceTokens(Struct, frozen=True):
    """The tokens of one sentence with the classes of its language; every question takes a token's index."""

    tokens: Sequence[Token]
    classes: WordClasses
    lows: Sequence[str] = ()
    verbs: Sequence[int] = ()
    """The words that a verb may be at: no other is asked whether one is."""

    def __post_init__(self) -> None:
        lows = ["" if token.inside else token.low for token in self.tokens]
        force_setattr(self, "lows", lows)
        force_setattr(self, "verbs", [i for i, low in enumerate(lows) if low in self.classes.verbs])

    def low(self, i: int) -> str:
        """Return the lower-case word at ``i``; an empty text outside the sentence or inside brackets."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def of(self, kind: str, i: int) -> bool:
        """Return whether the word at ``i`` is of a closed class."""
        low = self.lows[i] if 0 <= i < len(self.lows) else ""  # asked of every word
        return low in self.classes.words[kind] and not (kind in _JOINTS and self._adds_up(i))

    def _adds_up(self, i: int) -> bool:
        """Return whether the joint at ``i`` stands within one number: "two and a half", "two hundred and five"."""
        if self.phrase("fractions", i):
            return True
        return bool(self.classes.of("numerals")) and self._numeral(i - 1) and self._numeral(i + 1)

    def _numeral(self, i: int) -> bool:
        """Return whether a number in words stands at ``i``: "twenty-five"."""
        return any(part in self.classes.of("numerals") for part in self.low(i).split("-"))

    def word(self, i: int) -> bool:
        """Return whether a word, not a mark, stands at ``i``."""
        return 0 <= i < len(self.tokens) and self.tokens[i].is_word

    def count(self, start: int, end: int) -> int:
        """Count the words from ``start`` up to ``end``."""
        return sum(token.is_word for token in self.tokens[start:end])

    def any_of(self, kind: str, start: int, end: int) -> bool:
        """Return whether a word of a closed class stands from ``start`` up to ``end``."""
        return any(self.of(kind, i) for i in range(max(start, 0), min(end, len(self.tokens))))

    def finite(self, i: int) -> bool:
        """Return whether a reporting verb in a past tense stands at ``i``, not a participle that follows its noun.

        A compound tense ("a souligné", "была отмечена") begins at its auxiliary.
        """
        low = self.low(i)
        if low not in self.classes.verbs:
            return False
        if self.participle(i) is not None:
            return True
        if low not in self.classes.finite or self.of("auxiliaries", i - 1) or self.of("determiners", i - 1):
            return False
        if self.of("auxiliary_past", i):
            return self.any_of("meetings", i + 1, i + _NEAR)
        participle = low.endswith(self.classes.participle_endings) and low not in self.classes.contacts
        return not (participle and self.of("after_participle", i + 1))

    def first_finite(self, start: int, end: int) -> int | None:
        """Return the first finite verb from ``start`` up to ``end``, None where there is none."""
        return next((i for i in self.verbs if start <= i < end and self.finite(i)), None)

    def participle(self, i: int) -> int | None:
        """Return the participle of the compound tense whose auxiliary stands at ``i``; None where none is."""
        if not self.of("perfect", i):
            return None
        end = min(i + 1 + self.classes.number("reach"), len(self.tokens))
        stop = next((j for j in range(i + 1, end) if not self.low(j) or self._parts(j)), end)
        return next((j for j in range(i + 1, stop) if self.of("participles", j)), None)

    def _parts(self, i: int) -> bool:
        """Return whether a participle stands before the comma at ``i``, not behind a list that the comma is in."""
        clause = any(self.of(kind, i + 1) for kind in ("that", "subordinators"))
        return self.low(i) == "," and (clause or not self.classes.traits.verb_last)

    def main(self, i: int) -> int:
        """Return what says most of the verb at ``i``: the participle of a compound tense where it follows soon."""
        participle = self.participle(i)
        return i if participle is None or participle - i > _SOON else participle

    def verb(self, i: int) -> bool:
        """Return whether some finite verb that is known stands at ``i``."""
        return self.of("auxiliaries", i) or self.finite(i)

    def after_adverbs(self, i: int) -> int:
        """Return the index of the first token from ``i`` on that is no adverb, nor a comma around one."""
        at = i
        while at < len(self.tokens):
            if size := self.phrase("adverb_phrases", at):
                at += size
            elif self.of("adverbs", at) or self.adverb(at) or (self.low(at) == "," and at > i):
                at += 1
            else:
                break
        return at

    def after_joint(self, i: int) -> int:
        """Return the index of what follows a conjunction at ``i``, if one is there, and adverbs: "and, in turn,"."""
        at = i + self.of("conjunctions", i)
        return self.after_adverbs(at + (at > i and self.low(at) == ","))

    def adjective(self, i: int) -> bool:
        """Return whether the word at ``i`` is an adjective, by a list and by its ending."""
        low = self.low(i)
        if not low or self.of("not_adjectives", i):
            return False
        if self.name(i):
            return low.endswith(self.classes.origin_endings)
        last = low.rsplit("-", 1)[-1]
        return self.of("adjectives", i) or (len(last) > 4 and last.endswith(self.classes.adjective_endings))

    def qualifies(self, i: int) -> bool:
        """Return whether the mark or joint at ``i`` stands between adjectives of one noun.

        Where adjectives follow their noun one stands behind the mark, elsewhere before it.
        """
        if not self.classes.traits.adjectives_follow:
            return self.adjective(i - 1)
        return self.adjective(i + 1 + self.of("joints", i + 1))

    def adjective_before(self, i: int) -> bool:
        """Return whether what begins at ``i``, behind a comma or not, is a further adjective of one noun."""
        return self.qualifies(i - 1 if self.low(i - 1) == "," else i)

    def names(self, start: int, end: int) -> bool:
        """Return whether the words from ``start`` up to ``end`` are one name, with an article or ``of`` perhaps."""
        words = [i for i in range(start, min(end, len(self.tokens))) if self.tokens[i].is_word]
        small = self.classes.of("within_names")
        return any(map(self.name, words)) and all(self.name(i) or self.tokens[i].low in small for i in words)

    def name(self, i: int) -> bool:
        """Return whether a name or a number stands at ``i``; no word tells where all nouns have a capital."""
        token = self.tokens[i]
        return token.is_name and not (token.text[0].isalpha() and self.classes.traits.nouns_capitalised)

    def infinitive(self, i: int) -> bool:
        """Return whether the word at ``i`` can be a base form that shares a ``to`` or ``will`` before it."""
        at = self.after_adverbs(i)
        return self.low(at) in self.classes.bases or self.of("infinitives", at) or self.ends_as_infinitive(at)

    def ends_as_infinitive(self, i: int) -> bool:
        """Return whether the word at ``i`` has the ending of an infinitive, in a language in which these have one."""
        low = self.low(i)
        if len(low) <= _SHORT or self.of("determiners", i - 1) or low.endswith(self.classes.quality_endings):
            return False
        return low.endswith(self.classes.infinitive_endings)

    def owned(self, i: int) -> bool:
        """Return whether a possessive stands at ``i``: Ukraine's, Allies'."""
        return self.low(i).endswith(self.classes.owner_endings)

    def acts(self, i: int) -> bool:
        """Return whether an infinitive or a gerund with an object of its own begins at ``i``."""
        if self.of("to", i):
            return self.infinitive(i + 1)
        return self.gerund(i) and len(self.low(i)) > 5 and not self.of("adding", i)

    def opens(self, i: int) -> bool:
        """Return whether a noun phrase of its own begins at ``i``: an owner, an article, an adjective in its case."""
        low = self.low(i)
        case = len(low) > _SHORT and low.endswith(self.classes.opening_endings)
        return self.owned(i) or self.of("determiners", i) or case

    def preposition(self, i: int) -> str:
        """Return the preposition at ``i``, all forms of "of" as one; an empty text where none is."""
        if self.of("of", i):
            return min(self.classes.of("of"))
        return self.low(i) if self.of("prepositions", i) else ""

    def fixed_pair(self, i: int) -> bool:
        """Return whether the words around the ``and`` at ``i`` are a formula: peace and stability."""
        at = i + 1
        while any(self.of(kind, at) for kind in ("determiners", "prepositions")):
            at += 1
        return self.classes.has("fixed_pairs", f"{self.low(i - 1)} {self.low(i)} {self.low(at)}")

    def phrase(self, kind: str, i: int) -> int:
        """Return how many words the phrase of a closed class has that begins at ``i``; 0 where none does."""
        low = self.lows[i] if 0 <= i < len(self.lows) else ""
        if low not in self.classes.openings(kind):
            return 0
        phrases = self.classes.of(kind)
        sizes = range(_PHRASE, 1, -1)
        return next((n for n in sizes if " ".join(self.low(j) for j in range(i, i + n)) in phrases), 0)

    def adverb(self, i: int) -> bool:
        """Return whether the word at ``i`` has the ending of an adverb."""
        low = self.low(i)
        return low.endswith(self.classes.adverb_endings) and len(low) > 4

    def gerund(self, i: int) -> bool:
        """Return whether the word at ``i`` has the ending of a gerund and is no determiner."""
        return self.low(i).endswith(self.classes.gerund_endings) and not self.of("determiners", i)
