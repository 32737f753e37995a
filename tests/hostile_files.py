"""Files that are made to bring a reader of documents down, or to make it guess: functions that return their bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from email.message import EmailMessage

WORDS = "The ministers discussed grain and agreed to meet in May. "
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
ODT = "application/vnd.oasis.opendocument.text"


def archive(**parts):
    """A ZIP archive of parts, by name with ``/`` written as ``__`` and the dot as ``_dot_``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in parts.items():
            into.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def docx_of(document):
    """A Word document, written part by part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("[Content_Types].xml", TYPES)
        into.writestr("_rels/.rels", RELATIONS)
        into.writestr("word/document.xml", document)
    return stream.getvalue()


def odt_of(content, mimetype=ODT, more=""):
    """An OpenDocument text, written part by part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        into.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mimetype}"/>{more}</manifest:manifest>',
        )
        into.writestr("content.xml", content)
    return stream.getvalue()


def word_body(inner):
    """The main part of a Word document around some XML."""
    return f'<?xml version="1.0"?><w:document {NAMESPACE}><w:body>{inner}</w:body></w:document>'


def pdf_of(stream, *, packed=False, kids="3 0 R", more=""):
    """A PDF file of one page, written by hand."""
    data = zlib.compress(stream, 9) if packed else stream
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count 1>>".encode(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), b"/Filter/FlateDecode" if packed else b"", data),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for n, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (n, content)
    table = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\n" % (
        len(objects) + 1, rows, len(objects) + 1, more.encode(),
    )  # fmt: skip
    return out + b"startxref\n%d\n%%%%EOF" % table


def locked_pdf():
    """A PDF file with a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 720, WORDS)
    canvas.save()
    return stream.getvalue()


def mail_of(*attachments, body="See the attached.\n"):
    """A mail with documents attached."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "press@example.org", "Readout"
    if body is not None:
        mail.set_content(body)
    for name, data in attachments:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def page_of(inner):
    """A web page with this for its main part."""
    return f"<html><body><main><h1>News</h1>{inner}</main></body></html>".encode()


def nested_mail(depth):
    """A mail in whose parts there are parts, and so on."""
    lines = ["MIME-Version: 1.0"]
    for n in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{n}"', "", f"--b{n}"]
    return "\n".join([*lines, "Content-Type: text/plain", "", WORDS]).encode()


LAUGHS = '<!DOCTYPE x [<!ENTITY a "grain and trade">' + "".join(
    f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefghi", "bcdefghij", strict=True)
) + "]>"  # fmt: skip
ENTITY = f'<!DOCTYPE x [<!ENTITY a "{WORDS}">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
DEEP = 100_000
PAGE = f"<html><body><p>{WORDS}</p></body></html>"
DAY = "<h2>Call with the President of {}</h2><p>May 3, 2024</p><p>The President spoke of grain and trade with {}.</p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGE = 200_000_000

FILES = {
    # PDF
    "PDF with a password": locked_pdf,
    "PDF without text": lambda: pdf_of(b"10 10 100 100 re f"),
    "PDF that is its header alone": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "PDF cut short": lambda: pdf_of(b"BT /F 12 Tf 72 700 Td (Trade) Tj ET")[:200],
    "PDF of noise": lambda: b"%PDF-1.7\n" + bytes((n * n * 7 + n * 13) % 256 for n in range(50_000)),
    "PDF bomb of spaces": lambda: pdf_of(b" " * 400_000_000, packed=True),
    "PDF bomb of letters": lambda: pdf_of(
        b"BT /F 1 Tf 1 800 Td " + b"0 -1 Td (grain and trade) Tj " * 800_000 + b"ET", packed=True
    ),
    "PDF that is its own page": lambda: pdf_of(b"BT ET", kids="2 0 R"),
    "PDF of nested brackets": lambda: pdf_of(b"[" * 1_000_000),
    # Word
    "Word bomb": lambda: docx_of(word_body(" " * 150_000_000)),
    "Word bomb of paragraphs": lambda: docx_of(word_body("<w:p><w:r><w:t>grain</w:t></w:r></w:p>" * 400_000)),
    "Word with entities of entities": lambda: docx_of(
        word_body("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>").replace("?><w:", f"?>{LAUGHS}<w:", 1)
    ),
    "Word with an entity": lambda: docx_of(
        word_body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>").replace("?><w:", f"?>{ENTITY}<w:", 1)
    ),
    "Word with a file for an entity": lambda: docx_of(
        word_body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>").replace("?><w:", f"?>{OUTSIDE}<w:", 1)
    ),
    "OpenDocument with an entity": lambda: odt_of(
        f'<?xml version="1.0"?>{ENTITY}<office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>&a;</text:p>'
        "</office:text></office:body></office:document-content>"
    ),
    "Word nested deep": lambda: docx_of(word_body("<w:sdt><w:sdtContent>" * DEEP + "</w:sdtContent></w:sdt>" * DEEP)),
    "Word cut short": lambda: docx_of(word_body(f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"))[:-80],
    "Word that is no XML": lambda: docx_of("The leaders met."),
    "Word without text": lambda: docx_of(word_body("<w:p/>")),
    "Word with a password": lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "Word of before 2007": lambda: OLE + bytes(600) + "WordDocument".encode("utf-16-le"),
    # archives
    "spreadsheet": lambda: archive(xl__workbook_dot_xml="<workbook/>"),
    "presentation": lambda: archive(ppt__presentation_dot_xml="<p/>"),
    "archive of texts": lambda: archive(us_dot_txt=WORDS),
    "archive of many files": lambda: archive(**{f"f{n}": "" for n in range(50_000)}),
    # OpenDocument
    "OpenDocument bomb": lambda: odt_of(" " * 150_000_000),
    "OpenDocument that is no XML": lambda: odt_of("The leaders met."),
    "OpenDocument of noise": lambda: odt_of(bytes((n * 37 + 11) % 256 for n in range(900))),
    "OpenDocument with a password": lambda: odt_of(b"?", more="<manifest:encryption-data/>"),
    "OpenDocument that is a spreadsheet": lambda: odt_of("<x/>", ODT.replace("text", "spreadsheet")),
    # pages
    "page nested deep": lambda: b"<html><body>" + b"<div>" * 2_000_000 + b"</body></html>",
    "page of tags without end": lambda: b"<html><body>" + b"<a <b " * 3_000_000,
    "page of attributes": lambda: b"<html><body " + b"".join(b"a%d=1 " % n for n in range(1_500_000)) + b">",
    "page of scripts alone": lambda: b"<html><script>var trade = 'grain'</script><body></body></html>",
    "page that lists accounts": lambda: page_of("<li><a href='/1'>Call with the King</a></li>" * 30),
    "page of several accounts": lambda: page_of("".join(DAY.format(one, one) for one in ("Fiji", "Chad", "Peru"))),
    # mails
    "mailbox of two mails": lambda: b"".join(
        b"From press@example.org Fri May  3 10:00:00 2024\nSubject: A\nMIME-Version: 1.0\n\n%s\n\n" % WORDS.encode()
        for _ in "ab"
    ),
    "mail with two documents": lambda: mail_of(("a.pdf", pdf_of(b"BT ET")), ("b.html", PAGE.encode())),
    "mail with a broken document": lambda: mail_of(("a.pdf", b"%PDF-1.7 and no more")),
    "mail with a bomb": lambda: mail_of(("a.docx", docx_of(word_body(" " * 200_000_000)))),
    "mail without words": lambda: mail_of(body="\n"),
    "mail nested deep": lambda: nested_mail(20_000),
    "saved page without a page": lambda: (
        b"MIME-Version: 1.0\nSnapshot-Content-Location: http://a.b/\n\n" + WORDS.encode()
    ),
    # size
    "PDF of 200 MB": lambda: b"%PDF-1.7\n" + bytes(LARGE),
    "text of 200 MB": lambda: WORDS.encode() * (LARGE // len(WORDS)),
    "page of 200 MB": lambda: b"<html><body>" + b"<p>Trade</p>" * (LARGE // 12),
}
