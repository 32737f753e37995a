"""A mail or a post says of itself what front matter would: whose it is, who published it and when."""

import pytest

from readcmp.loading import load_text
from readcmp.loading.dates import find_date

TEXT = "The leaders discussed grain and trade. They agreed to meet in May."


def told(text):
    """What is known of a readout beside its text."""
    readout = load_text(text)
    return readout.side, readout.title, readout.date, readout.publisher


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (
            "From: Press Office <press@fcdo.gov.uk>\nDate: Fri, 3 May 2024 09:12:00 +0100\nSubject: Re: A call",
            ("gb", "A call", "2024-05-03", "Press Office"),
        ),
        ("From: a@example.org\nSubject: A call\n  on trade", ("a", "A call on trade", None, None)),
        ("Subject: A call", ("a", "A call", None, None)),
        ("Von: presse@bundesregierung.de\nBetreff: AW: Telefonat", ("de", "Telefonat", None, "bundesregierung.de")),
        ("De : Élysée\nObjet : Entretien", ("fr", "Entretien", None, "Élysée")),
        ("De: x@lamoncloa.gob.es\nAsunto: Llamada", ("es", "Llamada", None, "lamoncloa.gob.es")),
        (
            "Від: <x@president.gov.ua>\nДата: 3 травня 2024\nТема: Розмова",
            ("ua", "Розмова", "2024-05-03", "president.gov.ua"),
        ),
        ("发件人：x <x@mfa.gov.cn>\n主题：通电话", ("cn", "通电话", None, "x")),
    ],
)
def test_the_headers_of_a_mail_say_what_front_matter_would(head, known):
    assert told(f"{head}\n\n{TEXT}") == known


def test_front_matter_has_the_last_word_over_a_mail():
    text = (
        f"---\nside: us\ndate: 2024-01-02\ntitle: T\npublisher: P\n---\nFrom: x@kremlin.ru\nDate: 3 May 2024\n\n{TEXT}"
    )
    assert told(text) == ("us", "T", "2024-01-02", "P")


def test_of_a_forwarded_mail_the_first_sender_and_the_last_subject_count():
    text = (
        "From: someone@example.org\nDate: 5 May 2024\nSubject: Fwd: A call\n\n-----Original Message-----\n"
        f"From: x@kremlin.ru\nDate: 3 May 2024\nSubject: A call\n\n{TEXT}"
    )
    assert told(text) == ("ru", "A call", "2024-05-03", "kremlin.ru")


@pytest.mark.parametrize(
    ("signature", "known"),
    [
        ("— A. Writer (@awriter) May 3, 2022", ("a", None, "2022-05-03", "A. Writer (@awriter)")),
        ("— The White House (@WhiteHouse) 3 May 2022", ("us", None, "2022-05-03", "The White House (@WhiteHouse)")),
        ("-- A. Writer (@awriter)", ("a", None, None, "A. Writer (@awriter)")),
        ("— A. Writer (@awriter) who spoke first", ("a", None, None, None)),
    ],
)
def test_the_signature_of_a_post_says_who_wrote_it_and_when(signature, known):
    assert told(f"{TEXT}\n\n{signature}") == known


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-05-03T10:00", "2024-05-03"),
        ("3rd May 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("le 1er mai 2024", "2024-05-01"),
        ("3. Mai 2024", "2024-05-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("3 мая 2024 г.", "2024-05-03"),
        ("3 травня 2024 року", "2024-05-03"),
        ("2024年5月3日", "2024-05-03"),
        ("03.05.2024", "2024-05-03"),
        ("25/05/2024", "2024-05-25"),
        ("05/25/2024", "2024-05-25"),
        ("05/05/2024", "2024-05-05"),
        ("03/05/2024", None),
        ("31 February 2024", None),
        ("13.13.2024", None),
        ("May 2024", None),
        ("", None),
    ],
)
def test_a_date_is_read_where_it_can_be_one_day_only(text, date):
    assert find_date(text) == date
