"""Encoding: from texts to sentence vectors, so that two points can be near in meaning and share no word.

``encode.encode`` is the stage's one function; its modules are imported one by one, since most runs need word vectors
alone. The model is an extra; it sits behind ``models.Model``, so that another can take its place, and nothing of it is
loaded before vectors are asked for that no cache holds.
"""
