"""What a governing verb is: the first of a point that tells what somebody said or did.

How one is told differs: ``inflected`` and ``stems`` are two ways, and a language's file says which is its own.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from readcmp.model import Act, Hit

REACH = 1500
"""Characters of a clause within which its verb is looked for: with each one before it all its words are looked at."""


class Speech(NamedTuple):
    """Who speaks in a point (a side's id, ``both``, ``none``, ``third``, ``other``) and what its verb does.

    ``attributed`` says that a subject with a verb of its own names the speaker in the point's own sentence; a speaker
    who is carried over from another sentence, or stands as a pronoun, is inferred.
    """

    speaker: str
    act: Act | None
    attributed: bool = False


class Verb(Struct, frozen=True):
    """A governing verb: ``hit`` in the text, its ``form``, and ``before``, the stretch where its subject stands.

    ``form`` is ``past``, ``third``, ``base`` or ``gerund``. ``shared`` says that it has no subject of its own.
    """

    hit: Hit
    form: str
    before: str
    passive: bool = False
    shared: bool = False
