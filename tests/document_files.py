"""Real documents with an account in them, made by the libraries and programs that people's documents come from."""

from __future__ import annotations

import io
import shutil
import subprocess
from email.message import EmailMessage

TITLE = "Readout of the call with the Prime Minister of Norway"
DATE = "3 May 2024"
PARAGRAPHS = (
    "The President spoke today with the Prime Minister of Norway. The two leaders reviewed the delivery of air "
    "defence systems and agreed that the first two batteries should arrive before winter.",
    "The President thanked the Prime Minister for Norway’s support of shipping in the northern seas. They also "
    "discussed gas prices, the rescue of the crew of the trawler, and the next summit in July.",
    "The Prime Minister condemned the attack on the tanker and asked for a meeting of the Security Council.",
)
PLAIN = "\n\n".join((TITLE, DATE, *PARAGRAPHS)) + "\n"
OTHER = (
    "The Prime Minister spoke with the President of the United States. Norway will pay for two air defence batteries."
    "\n\n"
    "They agreed on a summit in July. The Prime Minister raised the attack on the tanker, and fishing rights.\n"
)
OFFICE = shutil.which("soffice")


def word(paragraphs=PARAGRAPHS):
    """A Word document by python-docx, with a letterhead, a page number and a title."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Office of the President"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading(TITLE, 0)
    for text in (DATE, *paragraphs):
        document.add_paragraph(text)
    return saved(document)


def saved(document):
    """The bytes of a document of python-docx."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_by_reportlab():
    """A PDF file by reportlab: justified lines, with a running head and numbers on two pages."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    def edges(canvas, document):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A5[1] - 30, "OFFICE OF THE PRESIDENT")
        canvas.drawCentredString(A5[0] / 2, 25, f"Page {document.page} of 2")

    styles = getSampleStyleSheet()
    styles["BodyText"].alignment = 4
    text = [Paragraph(one, styles["BodyText"]) for one in (DATE, *PARAGRAPHS)]
    stream = io.BytesIO()
    parts = [Paragraph(TITLE, styles["Title"]), *text[:3], PageBreak(), *text[3:]]
    SimpleDocTemplate(stream, pagesize=A5).build(parts, onFirstPage=edges, onLaterPages=edges)
    return stream.getvalue()


def markup():
    """The account as a page without menus."""
    body = "".join(f"<p>{text}</p>" for text in (DATE, *PARAGRAPHS))
    head = f"<head><title>{TITLE}</title></head>"
    return f"<!DOCTYPE html><html lang='en'>{head}<body><h1>{TITLE}</h1>{body}</body></html>"


def pdf_by_weasyprint():
    """A PDF file by WeasyPrint: words parted at the ends of lines."""
    import weasyprint

    style = "<style>p { hyphens: auto; text-align: justify; width: 9cm }</style>"
    return weasyprint.HTML(string=markup().replace("</head>", f"{style}</head>")).write_pdf()


def mail(*, rich=False, both=False):
    """A mail by the standard library."""
    message = EmailMessage()
    message["From"] = "White House Press Office <press@whitehouse.gov>"
    message["To"] = "desk@example.org"
    message["Date"] = "Fri, 03 May 2024 10:00:00 +0000"
    message["Subject"] = TITLE
    if not rich or both:
        message.set_content("\n\n".join(PARAGRAPHS) + "\n")
    if both:
        message.add_alternative(markup(), subtype="html")
    elif rich:
        message.set_content(markup(), subtype="html")
    return message


def by_office(data, form, folder, ending="docx"):
    """What LibreOffice makes of a document in another format."""
    source = folder / f"source.{ending}"
    source.write_bytes(data)
    command = [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", folder, source], check=True, capture_output=True, timeout=120)
    return (folder / f"source.{form}").read_bytes()
