"""Judging: which points match, asked of a language model of the user's own choice in place of weighed evidence.

The model sits behind ``Model``; nothing of the library that reaches it is imported before it is asked for by name, and
nothing is sent before that.
"""

from readcmp.judging.engine import Judge, judge_of, name_of, prompts_of
from readcmp.judging.explain import JudgedAccount
from readcmp.judging.library import installed

__all__ = ["Judge", "JudgedAccount", "installed", "judge_of", "name_of", "prompts_of"]
