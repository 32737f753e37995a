"""What a governing verb is: the first of a point that tells what somebody said or did.

How one is told differs: ``inflected`` and ``stems`` are two ways, and a language's file says which is its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from readcmp.model import Hit


@dataclass(frozen=True, slots=True)
class Verb:
    """A governing verb: ``hit`` in the text, its ``form``, and ``before``, the stretch where its subject stands.

    ``form`` is ``past``, ``third``, ``base`` or ``gerund``. ``shared`` says that it has no subject of its own.
    """

    hit: Hit
    form: str
    before: str
    passive: bool = False
    shared: bool = False
