"""Settling by hand what the comparison leaves open: which pairs to ask about, and the pins that the answers make.

``open_questions`` returns the pairs, ``quote_of`` the words by which a pin names a point, ``with_answers`` the text of
the file of pins. Who asks stands above.
"""

from readcmp.aligning.quoting import quote_of
from readcmp.reviewing.questions import Ends, open_questions
from readcmp.reviewing.writing import Answer, with_answers

__all__ = ["Answer", "Ends", "open_questions", "quote_of", "with_answers"]
