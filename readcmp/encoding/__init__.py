"""Encoding: from texts to sentence vectors, so that two points can be near in meaning and share no word.

``encode`` is the stage's one function. The model is an extra; it sits behind ``Model``, so that another can take
its place, and nothing of it is loaded before vectors are asked for that no cache holds.
"""

from readcmp.encoding.cache import Cache
from readcmp.encoding.encode import encode, encode_adapted
from readcmp.encoding.models import MODEL, Model, installed
from readcmp.encoding.vectors import closeness

__all__ = ["MODEL", "Cache", "Model", "closeness", "encode", "encode_adapted", "installed"]
