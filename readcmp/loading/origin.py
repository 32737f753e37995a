"""What a text says of itself where no front matter does: the headers of a mail, the signature of a post."""

from __future__ import annotations

import re

from msgspec import Struct

from readcmp.loading.dates import find_date
from readcmp.loading.documents import Document
from readcmp.loading.lines import lines_of
from readcmp.loading.mail import read_mail
from readcmp.loading.moments import find_moment
from readcmp.loading.posts import find_signatures
from readcmp.loading.publishers import known_side, side_of_host
from readcmp.loading.quoting import blank_out, find_quoting

_ADDRESS = re.compile(r"[\w.+-]{1,64}@(?P<host>[\w.-]{3,120})")


class Origin(Struct, frozen=True):
    """Whose account it is (a side's id), who published it, on which day and at which moment; None for what is not said.

    The day and the moment are ISO 8601, the moment in UTC.
    """

    side: str | None = None
    publisher: str | None = None
    date: str | None = None
    published: str | None = None


def find_origin(text: str) -> Origin:
    """Return what the head of a mail or the signature of a post says; of a mail only a sender known here counts."""
    plain = blank_out(text, find_quoting(text))
    headers = read_mail(plain, lines_of(plain)).headers
    if headers:
        side, publisher = _sender(headers.get("from", ""))
        told = headers.get("date", "")
        return Origin(side, publisher, find_date(told), find_moment(told))
    signed = next(find_signatures(plain), None)
    if signed is None:
        return Origin()
    side = known_side(signed.handle) or known_side(signed.name)
    return Origin(side, f"{signed.name} (@{signed.handle})", signed.date)


def origin_of(document: Document) -> Origin:
    """Return what a document says of itself."""
    publisher, url = document.publisher, document.url
    side = (publisher and _side_of_publisher(publisher)) or (url and side_of_host(url)) or None
    told = document.date or ""
    return Origin(side, publisher, find_date(told), find_moment(told))


def _side_of_publisher(name: str) -> str | None:
    """Return the side of a publisher, a host, or an office of a country: "Ministry of Foreign Affairs of Japan"."""
    parts = name.split(" of ")
    country = parts[-1].removeprefix("the ") if len(parts) > 1 else ""
    return known_side(name) or side_of_host(name) or known_side(country)


def _sender(value: str) -> tuple[str | None, str | None]:
    """Return the side that a sender speaks for and the sender's name, or the host where there is no name."""
    address = _ADDRESS.search(value)
    name = (value[: address.start()] if address else value).strip(" <>\"'[(\t")
    side = (address and side_of_host(address.group("host"))) or known_side(name)
    if not side:
        return None, None
    return side, name or (address.group("host") if address else None)
