"""The report: a comparison as a reader meets it, from which terminal, Markdown, brief and page are laid out.

``Report(View(comparison))`` has each part as a property that is built when it is first asked for, in the order in which
a reader meets them:

``header``        title, date, the accounts and what they say of the call itself
``differences``   every difference, the weightiest first: kicker, headline, a quotation from each side
``topic_lists``   the first screen's lists of topics: in both, only in one, possibly in both, asked for
``matrix``        with more than two sides: topic by topic, who has it
``topics``        topics in groups by who has them, with each account's share
``both``          matches under topics, passage by passage
``possible``      weak matches, and passages that may be in both without one
``only``          for each side, what it alone has, with the closest passage elsewhere
``watch``         who mentions the topics that the reader asked for
``left_out``      boilerplate, and remarks on the files
``foot``          how the comparison was made, and how far to trust it

Every text in it is fit to show (see ``readcmp.rendering.safe``); an output escapes besides what its format asks for.
What a part is made of stands in ``readcmp.rendering.report.parts`` and ``passages``. Labels and headings stand in
``readcmp.rendering.wording``; an output has none of its own, but for how to go on from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from readcmp.model import Topic
from readcmp.rendering.report import differences, parts
from readcmp.rendering.report.accounts import header_of
from readcmp.rendering.report.matrix import Matrix, matrix_of
from readcmp.rendering.report.topics_by_account import list_topics
from readcmp.rendering.topics import Tellers, grouped
from readcmp.rendering.view import View
from readcmp.rendering.watching import watching
from readcmp.rendering.wording import CAUTION, made_with

if TYPE_CHECKING:  # a first screen needs none of it
    from readcmp.rendering.report.passages import Matches, Only

__all__ = ["Report"]


class Report(Struct, frozen=True, dict=True):
    """The parts of a comparison in a reader's words. ``every`` leaves out nothing that is no news."""

    view: View
    every: bool = False

    @cached_property
    def header(self) -> parts.Header:
        """Which call, when, whose accounts, and what each says of the call itself."""
        return header_of(self.view)

    @cached_property
    def differences(self) -> tuple[parts.Difference, ...]:
        """All differences, the weightiest first."""
        return tuple(differences.differences_of(self.view))

    @cached_property
    def topic_lists(self) -> tuple[parts.TopicList, ...]:
        """Topics by who has them, for a first look; with more than two sides the ``matrix`` tells more."""
        return tuple(list_topics(self.view))

    @cached_property
    def matrix(self) -> Matrix:
        """Who has which topic, by government."""
        return matrix_of(self.view)

    @cached_property
    def topics(self) -> Sequence[tuple[Tellers, list[Topic]]]:
        """The topics in groups by who has them, those of all sides first, each group by its shares."""
        return grouped(self.view)

    @cached_property
    def both(self) -> Matches:
        """What accounts have in common, in rows under topics."""
        from readcmp.rendering.report.matches import matches_of

        return matches_of(self.view, every=self.every)

    @cached_property
    def possible(self) -> Matches:
        """What accounts may have in common, the likeliest first; a single matter without a label."""
        from readcmp.rendering.report.matches import possible_of

        return possible_of(self.view, every=self.every)

    @cached_property
    def only(self) -> tuple[Only, ...]:
        """What one account alone has, for each side that has such passages."""
        from readcmp.rendering.report.only import only_of

        return tuple(only_of(self.view, every=self.every))

    @cached_property
    def watch(self) -> Sequence[tuple[str, list[str]]]:
        """Who mentions the topics that the reader asked for: pairs of a heading and topics."""
        return watching(self.view)

    @cached_property
    def left_out(self) -> tuple[tuple[int, str], ...]:
        """What is no part of the accounts, and remarks on the files, each with the place of its side."""
        return tuple(differences.left_out_of(self.view))

    @cached_property
    def foot(self) -> parts.Foot:
        """How the comparison was made, and how far to trust it."""
        return parts.Foot(made_with(self.view.comparison), CAUTION)
