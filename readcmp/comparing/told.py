"""A point as gaps look at it: with the side that tells it, and what its own text and the whole account say."""

from __future__ import annotations

from typing import NamedTuple

from readcmp.annotation.content import TextContent
from readcmp.annotation.contents import AccountContent
from readcmp.model import Point, Side


class Told(NamedTuple):
    """A point, the side that tells it, what its text says, and what the side's account does."""

    point: Point
    side: Side
    content: TextContent
    account: AccountContent
