"""Where sentences end, past the traps that readouts set."""

from __future__ import annotations

import pytest

from readcmp.model import Readout
from readcmp.segmentation.blocks import blocks_of
from readcmp.segmentation.sentences import split_sentences
from readcmp.segmentation.word_classes import word_classes_of

MARKED = [
    ("en", "He spoke with U.S. President Lee today.| They met at the U.N. Security Council."),
    ("en", "President Ada B. Lee, Jr. spoke on Jan. 26 with Gen. Bo.| Mr. Ox left."),
    ("en", "Resolution No. 2 passed.| It cost $ 1.5 billion."),
    ("en", "A. B. Ox signed it.| He left."),
    ("en", "They talked at 5 p.m. Eastern time.| Then they left."),
    ("en", "They talk at 9 a.m. Monday in Port Real.| They leave at 5 p.m. May 3."),
    ("en", "They talked until 9 p.m.| They left."),
    ("en", "They cited Council Res. No. 2231.| They cited Nos. 5 and 6."),
    ("fr", "Ils citent la Rés. 2231 et l'art. 5.| Ils partent."),
    ("de", "Sie nannten Res. 2231 und Art. 5.| Sie gingen."),
    ("es", "Citaron la Res. 2231 y el art. 5.| Salieron."),
    ("ru", "Они назвали рез. 2231 и ст. 5.| Они уехали."),
    ("en", "They met in Washington, D.C. |Deputy Secretary Lee left."),
    ("en", "She spoke to the D.C. Council.| He left."),
    ("en", 'The sides met. |"We need rain. |We need it now," he said.| They left.'),
    ("en", "They discussed trade.|The sides agreed."),
    ("en", "See www.example.Org for the text.| He left."),
    ("en", "He waited ... then spoke.| It was late..."),
    ("en", "1. They discussed trade.| 2. They discussed ports."),
    ("en", "The Duke\nand the Queen\nmet.| They left."),
    ("ru", "Обсудили зерно, порты и т.д. |Потом разошлись.| Это 5 млрд долл. США."),
    ("ru", "Беседа с г-ном Ли, т.е. с главой.| В.В. Ли встретился с ним."),
    ("zh", "他强调，双方同意。|“我们同意。”|会谈结束！"),
    ("zh", "双方就U.S.问题交换意见。|会谈结束。"),
    ("ru", "Они встретились 15 мая 2021 г. в городе.| В зале им. Лунина было тихо.| А.Б. Орлов уехал."),
    ("uk", "Зустріч відбулася 15 травня 2021 р. у порту.| А.Б. Луненко поїхав.| Було 5 млн грн."),
    ("fr", "M. Blanc a parlé avec le ministre.| Il est parti."),
    ("fr", "Mme Noir a écrit au Dr. Blanc.| « Il pleut. |Rentrons », a-t-elle dit.| Ils sont partis."),
    ("de", "Er nannte z. B. den Hafen, d. h. das Tor.| Dr. Blau kam am 14. Juli.| „Es regnet. |Wir gehen“, sagte er."),
    ("es", "El Sr. Blanco habló con EE. UU. en mayo.| La Sra. Negro salió.| «Llueve. |Vamos», dijo."),
    ("zh", "他说：「我们同意。|明天再谈。」|双方握手！|他问：为什么？|没有回答……"),
]


@pytest.mark.parametrize(("language", "marked"), MARKED)
def test_sentences_end_where_a_reader_ends_them(language: str, marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[a:b].strip() for a, b in split_sentences(text, 0, len(text), word_classes_of(language))]
    assert found == [sentence.strip() for sentence in marked.split("|")]


def blocks(text: str) -> list[str]:
    return [text[b.start : b.end].strip() for b in blocks_of(Readout("us", "US", text, "us.txt"))]


def test_blank_lines_break_and_hard_wraps_do_not() -> None:
    assert blocks("They met\nin May\n \nThey left") == ["They met\nin May", "They left"]


def test_a_dash_that_a_wrap_carries_to_the_front_of_a_line_is_no_bullet() -> None:
    assert len(blocks("They raised problems\n– such as drought –\nat length.")) == 1


def test_numbered_lines_are_items() -> None:
    assert blocks("They agreed:\n1. to meet\n2. to write") == ["They agreed:", "1. to meet", "2. to write"]
