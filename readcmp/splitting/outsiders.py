"""Who is named as a source but speaks for no government: a medium, or people of whatever kind."""

from __future__ import annotations

from readcmp.annotation.attribution.grammar import fold_words
from readcmp.annotation.attribution.mentions import governed
from readcmp.model import Hit
from readcmp.splitting.model import Source
from readcmp.splitting.speakers import Speakers

BESIDE = 2
"""Words that may stand between a state and one of its people: "a former senior US official"."""


class Outsiders:
    """Those who speak for no government in one article."""

    def __init__(self, speakers: Speakers, opening: list[str]) -> None:
        """Know who speaks for the states, and which states stand where the article begins."""
        self.speakers, self.opening = speakers, opening
        self.words, self.grammar, self.states = speakers.words, speakers.grammar, speakers.states

    def medium(self, stretch: str) -> Source | None:
        """Return a medium that tells what others say; a state's own speaks for it with a text."""
        if any(not self._is_passed_over(stretch, hit) for hit in self.words.media.find(stretch)):
            return Source("relay")
        for hit in self.words.agencies.find(stretch):
            if not self._is_passed_over(stretch, hit):
                party = hit.id if hit.id in self.opening else ""
                return Source("voice" if self.speakers.is_text(stretch) and party else "relay", party)
        return None

    def outsider(self, stretch: str, *, stands: bool) -> Source | None:
        """Return one who speaks for no government: of those named, one who is not spoken to.

        ``stands`` says that the stretch is a pronoun, or the like, for somebody named before: "the same source".
        """
        speaks = self.speakers.speaking(stretch)
        titled = [*speaks, *self.grammar.offices.find(stretch)]  # "the foreign minister, Senator NAME"
        anonymous = self.words.anonymous.within(stretch) and not stands
        if anonymous and not (titled or self.states.ids(stretch) or self.words.institutions.within(stretch)):
            return Source("outsider")
        covering = [*speaks, *(hit for hit in self.words.public.find(stretch) if hit.start)]
        covered = {i for hit in covering for i in range(hit.start, hit.end)}
        found = any(
            hit.start not in covered
            and not self._is_spoken_to(stretch, hit)
            and not any(one.end <= hit.start and "," in stretch[one.end : hit.start] for one in titled)
            for hit in self.words.private.find(stretch)
        )
        return Source("outsider") if found else None

    def _is_spoken_to(self, stretch: str, private: Hit) -> bool:
        """Return whether somebody else acts who is named well before: "the president to a question of REPORTERS"."""
        actors = self.states.find(stretch[: private.start])
        far = any(len(fold_words(stretch[hit.end : private.start])) > BESIDE for hit in actors)
        return far or governed(stretch, private.start, self.grammar)

    def _is_passed_over(self, stretch: str, hit: Hit) -> bool:
        """Return whether a medium is only where something was said: "in an interview WITH it"."""
        before = stretch[: hit.start]
        if any(hit.end == len(before) for hit in self.words.towards.find(before)):
            return True
        return self.words.public.within(before) or self.grammar.prepositions.any_of(fold_words(before)[-1:])
