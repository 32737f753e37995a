"""PDF, Word, OpenDocument and mails: what is read of them leads to the same comparison as the plain text does."""

from __future__ import annotations

import io
import json
import mailbox
import os
import re
import subprocess
import sys
from email.message import EmailMessage

import document_files as files
import pytest
from document_files import DATE, OTHER, PARAGRAPHS, PLAIN, TITLE
from program import readcmp

from readcmp import compare, load, load_text
from readcmp.errors import InputError, MissingExtraError
from readcmp.rendering.account import account_of

for library in ("mammoth", "odfdo", "pypdfium2", "trafilatura", "docx", "reportlab"):
    pytest.importorskip(library, reason="the extras 'docs' and 'test' are not installed")
try:
    import weasyprint
except (ImportError, OSError):  # OSError: Pango, which it draws with, is not on this machine
    pytest.skip("NO WEASYPRINT: install it, and Pango, to have its files read", allow_module_level=True)

LIKELY = 0.5

needs_office = pytest.mark.skipif(
    files.OFFICE is None and not os.environ.get("READCMP_OFFICE"),
    reason="NO LIBREOFFICE: install libreoffice-writer-nogui to have its documents read",
)


def read(data, **more):
    """The readout in these bytes."""
    return load(io.BytesIO(data), side="us", **more)


def compared(readout):
    """What a comparison with the other side's account comes to."""
    data = json.loads(compare([readout, load_text(OTHER, side="no")], engine="fuzzy").render("json"))
    points = {point["id"]: " ".join(point["text"].split()) for side in data["sides"] for point in side["points"]}
    links = [(points[link["a"]], points[link["b"]]) for link in data["links"] if link["score"] >= LIKELY]
    verdicts = [point["verdict"] for side in data["sides"] for point in side["points"]]
    return list(points.values()), sorted(links), verdicts, [finding["headline"] for finding in data["findings"]]


MADE = {
    "Word": lambda folder: files.word(),
    "PDF by reportlab": lambda folder: files.pdf_by_reportlab(),
    "PDF by WeasyPrint": lambda folder: files.pdf_by_weasyprint(),
    "page": lambda folder: files.markup().encode(),
    "mail": lambda folder: files.mail().as_bytes(),
    "mail as a page": lambda folder: files.mail(rich=True).as_bytes(),
    "mail as text and page": lambda folder: files.mail(both=True).as_bytes(),
    "Markdown": lambda folder: (
        f"# {TITLE}\n\n*{DATE}*\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}".encode()
    ),
}
OFFICE = {
    "OpenDocument": lambda folder: files.by_office(files.word(), "odt", folder),
    "PDF": lambda folder: files.by_office(files.word(), "pdf", folder),
    "Word again": lambda folder: files.by_office(
        files.by_office(files.word(), "odt", folder), "docx", folder, ending="odt"
    ),
    "page": lambda folder: files.by_office(files.word(), "html", folder),
}


def assert_same_as_plain(data):
    """The title and the date stand in the text of some documents, and are told beside it by others."""
    readout = read(data)
    assert readout.title == TITLE
    assert account_of(readout) == list(PARAGRAPHS)
    above = [text for text in (TITLE, DATE) if text in readout.text.partition(PARAGRAPHS[0])[0].replace("\n", " ")]
    plain = "\n\n".join((f"---\ntitle: {TITLE}\n---", *above, *PARAGRAPHS))
    assert compared(readout) == compared(load_text(plain, side="us"))


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_a_document_leads_to_the_same_comparison_as_the_plain_text(make, tmp_path):
    assert_same_as_plain(make(tmp_path))


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("make", OFFICE.values(), ids=OFFICE)
def test_a_document_of_libreoffice_leads_to_the_same_comparison_as_the_plain_text(make, tmp_path):
    assert_same_as_plain(make(tmp_path))


@pytest.mark.parametrize("ending", ["txt", "bin", "docx", "html"])
def test_a_document_is_told_by_its_content_and_not_by_its_name(ending, tmp_path):
    path = tmp_path / f"us.{ending}"
    path.write_bytes(files.pdf_by_reportlab())
    assert load(path).extraction.format == "pdf"


@pytest.mark.parametrize("make", [files.word, files.pdf_by_reportlab, lambda: files.mail().as_bytes()])
def test_standard_input_may_be_a_document(make, tmp_path):
    (tmp_path / "no.txt").write_text(OTHER)
    (tmp_path / "us").write_bytes(make())
    with (tmp_path / "us").open("rb") as stream:
        command = [
            sys.executable,
            "-m",
            "readcmp",
            "diff",
            "--engine",
            "fuzzy",
            "--json",
            "-",
            "no.txt",
            "--side",
            "us",
        ]
        done = subprocess.run([*command, "--side", "no"], stdin=stream, capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["sides"][0]["extraction"]["left_out"] is not None


# Word


def change(kind, inner, extra=""):
    """A tracked change of Word."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(f'<w:{kind} {nsdecls("w")} w:id="1" w:author="x">{inner}</w:{kind}>{extra}')


@pytest.fixture
def changed():
    """A Word document with tracked changes, a comment's kin and a list."""
    import docx

    document = docx.Document()
    paragraph = document.add_paragraph("They agreed on ")
    paragraph._p.append(change("del", "<w:r><w:delText>three</w:delText></w:r>"))
    paragraph._p.append(change("ins", '<w:r><w:t xml:space="preserve">four</w:t></w:r>'))
    paragraph.add_run(" steps.")
    paragraph._p.append(change("moveFrom", "<w:r><w:t>Moved away.</w:t></w:r>"))
    paragraph._p.append(change("moveTo", '<w:r><w:t xml:space="preserve"> Moved here.</w:t></w:r>'))
    gone = document.add_paragraph()
    gone._p.append(change("del", "<w:r><w:delText>A paragraph that is gone.</w:delText></w:r>"))
    for item in ("a common market", "a common court"):
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "The Minister asked for a loan.", "The President refused a loan."
    return files.saved(document)


RIGHT = (
    "They agreed on four steps. Moved here.\n\n- a common market\n- a common court\n\nThe Minister asked for a loan."
)


def test_of_words_tracked_changes_the_last_state_is_read(changed):
    assert read(changed).text.startswith(RIGHT)


def test_hidden_text_and_notes_of_word_are_no_part_of_the_account():
    import docx

    document = docx.Document()
    paragraph = document.add_paragraph("They agreed on four steps.")
    paragraph.add_run(" This is hidden.").font.hidden = True
    readout = read(files.saved(document))
    assert readout.text == "They agreed on four steps.\n"


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_footnotes_are_left_out_and_told(form, tmp_path):
    note = '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>'
    body = f'<p>They agreed{note} on four steps.</p><div id="sdfootnote1"><p>As listed in the annex.</p></div>'
    page = f"<html><body>{body}</body></html>".encode()
    made = files.by_office(page, "odt", tmp_path, ending="html")
    readout = read(made if form == "odt" else files.by_office(made, form, tmp_path, ending="odt"))
    assert readout.text == "They agreed on four steps.\n"
    assert "As listed in the annex." in readout.extraction.left_out[-1].text


@needs_office
@pytest.mark.slow
def test_of_tracked_changes_in_opendocument_the_last_state_is_read(changed, tmp_path):
    assert read(files.by_office(changed, "odt", tmp_path)).text.startswith(RIGHT)


def test_cells_of_a_table_are_read(changed):
    assert "The President refused a loan." in read(changed).text


# PDF


def test_running_heads_and_page_numbers_stay_out_of_a_pdf():
    readout = read(files.pdf_by_reportlab())
    left_out = [(piece.kind, piece.text) for piece in readout.extraction.left_out]
    assert left_out == [
        ("footer", "OFFICE OF THE PRESIDENT"),
        ("footer", "Page 1 of 2"),
        ("footer", "OFFICE OF THE PRESIDENT"),
        ("footer", "Page 2 of 2"),
    ]
    assert account_of(readout) == list(PARAGRAPHS)


def test_a_word_that_is_parted_at_the_end_of_a_line_is_one():
    text = read(files.pdf_by_weasyprint()).text
    assert "\u2010" not in text
    assert PARAGRAPHS[1] in text


def pdf_of_lines(lines):
    """A PDF file of lines as they are."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    for n, line in enumerate(lines):
        canvas.drawString(72, 720 - 15 * n, line)
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("They agreed on a long-", "term plan for the economy."), "a long-term plan"),
        (
            ("They spoke of coop-", "eration, of econ-", "omy, of infra-", "structure and of edu-", "cation."),
            "of cooperation",
        ),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_where_the_program_hyphenates(lines, whole):
    assert whole in read(pdf_of_lines(lines)).text


def test_items_of_a_list_in_a_pdf_have_their_bullets():
    page = "<p>They agreed on:</p><ul><li>a common market</li><li>a common court</li></ul><p>They left at noon.</p>"
    readout = read(weasyprint.HTML(string=page).write_pdf())
    assert [piece.kind for piece in readout.boilerplate] == ["bullet", "bullet"]


def test_cyrillic_and_chinese_are_read_from_a_pdf():
    lines = ("Стороны обсудили поставки зерна и договорились о встрече.", "双方讨论了贸易，同意在五月会晤。" * 4)
    readout = read(weasyprint.HTML(string="".join(f"<p>{line}</p>" for line in lines)).write_pdf())
    assert lines[0] in readout.text
    if "双" in readout.text:  # where there is a font for it
        assert lines[1] in readout.text


# mail


def answer(body, subject="Re: the call", **headers):
    """A mail of text."""
    message = EmailMessage()
    message["From"], message["Subject"] = headers.pop("sender", "aide@example.org"), subject
    message.set_content(body)
    return message


QUOTED = "\n".join(f"> {line}" for line in ("Could you send us the readout?", "We need it by noon."))
LETTER = "\n\n".join(PARAGRAPHS)


def test_headers_give_title_date_and_a_known_sender():
    readout = load(io.BytesIO(files.mail().as_bytes()))
    assert (readout.side, readout.title, readout.date) == ("us", TITLE, "2024-05-03")
    assert readout.extraction.left_out[0].text == "From: White House Press Office <press@whitehouse.gov>"


@pytest.mark.parametrize(
    "history",
    [
        f"On Fri, 3 May 2024 at 09:10, Desk <desk@example.org> wrote:\n{QUOTED}",
        f"On Fri, 3 May 2024 at 09:10, The Desk of the Paper\n<desk@example.org> wrote:\n\n{QUOTED}",
        f"Am 03.05.2024 um 09:10 schrieb Desk <desk@example.org>:\n{QUOTED}",
        f"пт, 3 мая 2024 г. в 09:10, Desk <desk@example.org> пишет:\n{QUOTED}",
        "-----Original Message-----\nFrom: Desk\nSent: Friday\nSubject: the call\n\nCould you send us the readout?",
        QUOTED,
    ],
)
def test_what_a_mail_answers_is_left_out(history):
    readout = read(answer(f"{LETTER}\n\n{history}\n").as_bytes())
    assert account_of(readout) == list(PARAGRAPHS)
    assert "Could you send us the readout?" in readout.extraction.left_out[-1].text
    assert readout.extraction.left_out[-1].kind == "history"


def test_what_a_mail_sends_on_is_the_account():
    body = "For your desk.\n\n---------- Forwarded message ---------\nFrom: Press <press@whitehouse.gov>\n"
    body += f"Date: Fri, 3 May 2024\nSubject: {TITLE}\nTo: <desk@example.org>\n\n{LETTER}\n"
    account = account_of(read(answer(body, subject=f"Fwd: {TITLE}").as_bytes()))
    assert account[-3:] == list(PARAGRAPHS)


def test_quoted_history_of_a_mail_written_as_a_page_is_left_out():
    message = EmailMessage()
    message["From"], message["Subject"] = "aide@example.org", "Re: the call"
    page = "".join(f"<div>{text}</div><div><br></div>" for text in PARAGRAPHS)
    quote = "<div class='gmail_quote'><div>On Fri, Desk wrote:</div><blockquote>Could you send it?</blockquote></div>"
    message.set_content(f"<html><body>{page}{quote}</body></html>", subtype="html")
    assert account_of(read(message.as_bytes())) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("name", "make", "form"),
    [
        ("readout.pdf", files.pdf_by_reportlab, "mail/pdf"),
        ("readout.docx", files.word, "mail/docx"),
        ("readout.html", lambda: files.markup().encode(), "mail/html"),
    ],
)
def test_a_document_that_a_short_mail_brings_is_the_account(name, make, form):
    message = answer("Please find our readout attached.\n", subject="Readout")
    message.add_attachment(make(), maintype="application", subtype="octet-stream", filename=name)
    readout = read(message.as_bytes())
    assert readout.extraction.format == form
    assert account_of(readout) == list(PARAGRAPHS)
    assert any("Please find" in piece.text for piece in readout.extraction.left_out)


def test_a_mail_that_is_attached_to_a_mail_is_the_account():
    message = answer("See below.\n", subject="Readout")
    message.add_attachment(files.mail())
    readout = read(message.as_bytes())
    assert readout.extraction.format == "mail/mail"
    assert account_of(readout) == list(PARAGRAPHS)


def test_an_attachment_beside_an_account_is_set_aside_with_a_note():
    message = answer(LETTER, subject=TITLE)
    message.add_attachment(files.word(), maintype="application", subtype="octet-stream", filename="map.docx")
    readout = read(message.as_bytes())
    assert account_of(readout) == list(PARAGRAPHS)
    assert "its attachment map.docx is set aside" in readout.notes


def test_a_mailbox_of_one_mail_is_that_mail(tmp_path):
    box = mailbox.mbox(tmp_path / "box")
    box.add(files.mail())
    box.close()
    assert account_of(load(tmp_path / "box")) == list(PARAGRAPHS)


def test_a_mailbox_of_several_is_refused(tmp_path):
    box = mailbox.mbox(tmp_path / "box")
    for _ in range(3):
        box.add(files.mail())
    box.close()
    with pytest.raises(InputError, match="mailbox of 3 mails"):
        load(tmp_path / "box")


def test_a_mail_in_an_old_encoding_is_decoded():
    message = EmailMessage()
    message["From"], message["Subject"] = "press@mid.ru", "О разговоре"
    message.set_content("Стороны обсудили поставки зерна.\n", charset="koi8-r", cte="quoted-printable")
    readout = load(io.BytesIO(message.as_bytes()))
    assert (readout.side, readout.title) == ("ru", "О разговоре")
    assert readout.text == "Стороны обсудили поставки зерна.\n"


def test_a_page_saved_as_mhtml_is_that_page():
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://www.whitehouse.gov/readout/"
    message["Subject"] = TITLE
    message.set_content(files.markup(), subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG\r\n", maintype="image", subtype="png")
    readout = load(io.BytesIO(message.as_bytes()))
    assert readout.extraction.format == "mhtml"
    assert (readout.side, readout.url) == ("us", "https://www.whitehouse.gov/readout/")
    assert account_of(readout) == list(PARAGRAPHS)


def test_a_page_saved_by_an_older_browser_is_a_page():
    message = EmailMessage()
    message["From"], message["Subject"] = "<Saved by Internet Explorer 11>", TITLE
    menu = "<nav><a href='/'>Home</a><a href='/news'>News</a></nav><main>"
    message.set_content(files.markup().replace("<body>", f"<body>{menu}"), subtype="html", cte="base64")
    message["Content-Location"] = "https://www.whitehouse.gov/readout/"
    message.add_related(b"GIF89a", maintype="image", subtype="gif")
    readout = load(io.BytesIO(message.as_bytes()))
    assert (readout.extraction.format, readout.side) == ("mhtml", "us")
    assert account_of(readout) == list(PARAGRAPHS)


def test_a_text_with_header_lines_copied_by_hand_is_still_a_text():
    readout = load_text(f"From: White House Press Office\nSubject: {TITLE}\nDate: 3 May 2024\n\n{LETTER}\n")
    assert readout.extraction is None
    assert readout.title == TITLE


# what is not installed, and what is shown


def test_a_missing_library_is_told_with_the_extra_that_brings_it(monkeypatch):
    monkeypatch.setattr("readcmp.loading.documents.extraction.is_missing", lambda form: True)
    with pytest.raises(MissingExtraError, match=re.escape("pip install 'readcmp[docs]'")):
        read(files.pdf_by_reportlab())


def test_show_prints_the_account_and_what_was_left_out(tmp_path):
    (tmp_path / "us.pdf").write_bytes(files.pdf_by_reportlab())
    done = readcmp("show", "us.pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    head, _, tail = done.stdout.partition("Left out:")
    assert "United States (us)" in head
    assert "PDF file read with pypdfium2" in head
    assert PARAGRAPHS[2].split(" asked")[0] in head
    assert "Page 2 of 2" in tail
    assert "place or date     3 May 2024" in tail


def test_show_as_json_has_the_account_and_what_was_left_out(tmp_path):
    (tmp_path / "us.docx").write_bytes(files.word())
    data = json.loads(readcmp("show", "-f", "json", "us.docx", cwd=tmp_path).stdout)
    assert data["schema"] == "readcmp.readout/1"
    assert data["account"] == list(PARAGRAPHS)
    assert {"kind": "title", "text": TITLE} in data["left_out"]
    assert data["extraction"]["library"] == "mammoth"


def test_show_reads_plain_text_too(tmp_path):
    (tmp_path / "us.txt").write_text(PLAIN)
    done = readcmp("show", "us.txt", cwd=tmp_path)
    assert "read with" not in done.stdout
    assert f"title             {TITLE}" not in done.stdout.partition("Left out:")[0]
