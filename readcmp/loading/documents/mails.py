"""Mails and saved pages in a mail's form (MHTML): the account in the body or in what is attached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readcmp.extraction import LeftOut
from readcmp.loading.decoding import decode
from readcmp.loading.documents.document import Document, DocumentError
from readcmp.loading.documents.history import part_history
from readcmp.loading.documents.recognising import recognise
from readcmp.loading.mail import reply_pattern
from readcmp.loading.publishers import known_side, side_of_host
from readcmp.patterns import compiled
from readcmp.text import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEW = 40
"""Words of a body that goes with what is attached: "Please find the readout attached.\""""
_ATTACHABLE = ("pdf", "zip", "html", "mail")
_BOX = compiled(r"^From [^\n]{3,200}\n(?=[A-Za-z-]{2,60}:)", re.MULTILINE)
_QUOTED = (
    "//blockquote[@type='cite' or contains(@class, 'gmail_quote') or contains(@class, 'protonmail_quote')]"
    "|//*[contains(@class, 'gmail_quote') or contains(@class, 'yahoo_quoted') or contains(@class, 'moz-cite-prefix')]"
    "|//*[@id='divRplyFwdMsg' or @id='appendonsend']"
    "|//*[@id='divRplyFwdMsg' or @id='appendonsend']/following-sibling::*"
)
"""Where mail programs put what is answered to."""


def read_mail(data: bytes) -> Document:
    """Return the account that a mail holds; DocumentError where there is none, or more than one."""
    message = _parsed(data)
    page = message.get_body(("html",))
    address = message.get("Snapshot-Content-Location") or (page and page.get("Content-Location"))
    if address:
        return _saved_page(page, str(address))
    body = message.get_body(("plain", "html"))
    text, history, library = _body(message, body)
    about = _about(message)
    headers = tuple(
        LeftOut("mail", f"{name}: {message[name]}") for name in ("From", "To", "Date", "Subject") if message[name]
    )
    attached = list(_attached(message))
    if count_words(text) >= _FEW or not attached:
        notes = tuple(f"its attachment {name} is set aside" for name, _ in attached)
        left_out = (*headers, *(LeftOut("history", part) for part in history))
        return Document(text, "mail", library, left_out, notes=notes, **about)
    if len(attached) > 1:
        names = ", ".join(name for name, _ in attached)
        raise DocumentError(
            f"is a mail with {len(attached)} documents in it ({names})", "save the one that is the readout"
        )
    return _from_attachment(*attached[0], (*headers, LeftOut("mail", text.strip())) if text.strip() else headers, about)


def _parsed(data: bytes) -> EmailMessage:
    """Return the one mail in these bytes, which may be a mailbox."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if data.startswith(b"From "):
        count = len(_BOX.findall(data.replace(b"\r\n", b"\n").decode("latin-1")))
        if count > 1:
            raise DocumentError(f"is a mailbox of {count} mails", "save the one that is the readout")
        data = data.partition(b"\n")[2]
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise DocumentError("is a broken mail", "save its text as .txt")
    return message


def _saved_page(body: MIMEPart | None, url: str) -> Document:
    from readcmp.loading.documents.web_page import read_page

    if body is None:
        raise DocumentError("is a saved page without any text", "save the page again, as HTML")
    page = read_page(_bytes_of(body))
    return replace(page, format="mhtml", url=page.url or (url if url.startswith(("http://", "https://")) else None))


def _about(message: EmailMessage) -> dict[str, str | None]:
    """Return what the headers say; a sender counts where it is known to publish readouts."""
    name, address = parseaddr(str(message.get("From", "")))
    host = address.rpartition("@")[2]
    known = known_side(name) or side_of_host(host)
    subject = " ".join(reply_pattern().sub("", str(message.get("Subject", "")), count=1).split())
    when = getattr(message.get("Date"), "datetime", None)
    return {
        "title": subject or None,
        "date": when.date().isoformat() if when else None,
        "publisher": (name if known_side(name) else host) if known else None,
    }


def _body(message: EmailMessage, body: MIMEPart | None) -> tuple[str, list[str], str]:
    """Return a mail's own words, what it quotes, and the library that read them."""
    if body is None:
        return "", [], "email"
    subject = str(message.get("Subject", ""))
    if body.get_content_type() == "text/html":
        text, history = _words_of_page(_bytes_of(body))
        return text, history, "lxml"
    text = decode(_bytes_of(body), "mail")[0] if _bytes_of(body).strip() else ""
    other = message.get_body(("html",))
    if other is not None and count_words(text) < _FEW // 4:
        rich, history = _words_of_page(_bytes_of(other))
        if count_words(rich) > count_words(text):
            return rich, history, "lxml"
    text, history = part_history(text, subject)
    return text, history, "email"


def _bytes_of(part: MIMEPart) -> bytes:
    """Return what a part holds, as UTF-8 where it says what it is in."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeError):
        return data


def _words_of_page(data: bytes) -> tuple[str, list[str]]:
    """Return the words of a mail that is written as a page, and what it quotes."""
    from readcmp.loading.documents.markup import page_of
    from readcmp.loading.documents.page_blocks import blocks_of, find_parts
    from readcmp.loading.documents.web_page import join_paragraphs

    root = page_of(data)
    quoted: Sequence[HtmlElement] = root.xpath(_QUOTED)
    parts = find_parts(root) | dict.fromkeys(quoted, "history")
    blocks = blocks_of(root, parts)
    own = [block for block in blocks if block.part is None]
    history = [block for block in blocks if block.part == "history"]
    if sum(count_words(block.text) for block in own) < _FEW // 2:
        own, history = own + history, []  # it was sent on, not answered
    return join_paragraphs(own), [block.text for block in history]


def _attached(message: EmailMessage) -> list[tuple[str, bytes]]:
    """Return the attachments that may hold an account, by name."""
    found = []
    for part in message.iter_attachments():
        inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" else None
        payload = inner.as_bytes() if isinstance(inner, EmailMessage) else part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        if recognise(data) in _ATTACHABLE or part.get_content_type() == "text/plain":
            found.append((part.get_filename() or part.get_content_type(), data))
    return found


def _from_attachment(name: str, data: bytes, left_out: tuple[LeftOut, ...], about: dict[str, str | None]) -> Document:
    """Return the account in a document that is attached, with what the mail says where the document says nothing."""
    from readcmp.loading.documents.reading import read

    try:
        document = read(recognise(data) or "text", data)
    except DocumentError as error:
        raise DocumentError(f"its attachment {name} {error.what}", error.hint) from error
    return replace(
        document,
        format=f"mail/{document.format}",
        left_out=(*left_out, *document.left_out),
        title=document.title or about["title"],
        date=document.date or about["date"],
        publisher=document.publisher or about["publisher"],
    )
