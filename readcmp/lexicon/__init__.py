"""The lexicon: YAML files of topics, actors and concepts, and the search for their terms in a text."""

from readcmp.lexicon.entries import ActorEntry, ActTerm, Person, TopicEntry
from readcmp.lexicon.lexicon import KINDS, Lexicon, load_lexicon, topics_with

__all__ = ["KINDS", "ActTerm", "ActorEntry", "Lexicon", "Person", "TopicEntry", "load_lexicon", "topics_with"]
