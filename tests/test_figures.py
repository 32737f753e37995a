"""Numbers, dates and quoted words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.annotation.quantities.extraction import are_same, extract_quantities
from readcmp.content import Quantity


def values(text, language="en", **more):
    return [(figure.kind, figure.value) for figure in extract_quantities(text, language, **more)]


@pytest.mark.parametrize(
    "text",
    [
        "$500 million",
        "500 million dollars",
        "500 million U.S. dollars",
        "half a billion dollars",
        "US$ 500,000,000",
        "$0.5 billion",
    ],
)
def test_one_sum_has_one_value_however_it_is_written(text):
    assert values(text) == [("number", "500000000 usd")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30 percent", "30%"),
        ("30%", "30%"),
        ("3,000 troops", "3000"),
        ("1.5 degrees", "1.5"),
        ("three hundred", "300"),
        ("the 50th anniversary", "50th"),
        ("eleven states", "11"),
    ],
)
def test_numbers_come_in_one_form(text, value):
    assert values(text) == [("number", value)]


@pytest.mark.parametrize(
    "text",
    ["COVID-19", "the G7", "5G", "the 2+2 talks", "F-16s", "two points", "at 10:30", "one China", "a three-way race"],
)
def test_what_only_looks_like_a_number_is_none(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("July 23, 2020", "2020-07-23"),
        ("23 July 2020", "2020-07-23"),
        ("on July 23", "--07-23"),
        ("June 2021", "2021-06"),
        ("since 2014", "2014"),
        ("the 3rd of May", "--05-03"),
    ],
)
def test_dates_come_as_far_as_they_are_said(text, value):
    assert values(text) == [("date", value)]


def test_a_month_that_is_a_verb_is_no_date():
    assert values("they may 5 times march 3 miles") == [("number", "5"), ("number", "3")]


def test_the_year_of_the_readout_completes_a_date():
    assert values("on July 23", year=2020) == [("date", "2020-07-23")]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("23 июля 2020 года", "ru", ("date", "2020-07-23")),
        ("2,5 млрд долларов", "ru", ("number", "2500000000 usd")),
        ("500 000 человек", "ru", ("number", "500000")),
        ("2020年7月23日", "zh", ("date", "2020-07-23")),
        ("12月7日", "zh", ("date", "--12-07")),
        ("5亿美元", "zh", ("number", "500000000 usd")),
        ("30%", "xx", ("number", "30%")),
    ],
)
def test_other_languages_write_them_otherwise(text, language, value):
    assert values(text, language) == [value]


LANGUAGES = ("en", "ru", "uk", "zh", "fr", "de", "es")
ACROSS = [
    (
        ("date", "--11-14"),
        "on November 14",
        "14 ноября",
        "14 листопада",
        "11月14日",
        "le 14 novembre",
        "am 14. November",
        "el 14 de noviembre",
    ),
    (
        ("date", "2022-11-14"),
        "November 14, 2022",
        "14 ноября 2022 года",
        "14 листопада 2022 року",
        "2022年11月14日",
        "le 14 novembre 2022",
        "14. November 2022",
        "14 de noviembre de 2022",
    ),
    (
        ("date", "2021-06"),
        "in June 2021",
        "в июне 2021 года",
        "у червні 2021 року",
        "2021年6月",
        "en juin 2021",
        "im Juni 2021",
        "en junio de 2021",
    ),
    (
        ("date", "2014"),
        "since 2014",
        "с 2014 года",
        "з 2014 року",
        "自2014年以来",
        "depuis 2014",
        "seit 2014",
        "desde 2014",
    ),
    (("date", "--05-01"), "May 1", "1 мая", "1 травня", "5月1日", "le 1er mai", "am 1. Mai", "el 1 de mayo"),
    (
        ("number", "1500000000"),
        "1.5 billion people",
        "1,5 млрд человек",
        "1,5 мільярда людей",
        "约15亿人",
        "1,5 milliard de personnes",
        "1,5 Milliarden Menschen",
        "1.500 millones de personas",
    ),
    (
        ("number", "1000000000 usd"),
        "one billion dollars",
        "один миллиард долларов",
        "один мільярд доларів",
        "十亿美元",
        "un milliard de dollars",
        "eine Milliarde Dollar",
        "mil millones de dólares",
    ),
    (
        ("number", "500000000 eur"),
        "€500 million",
        "500 млн евро",
        "500 млн євро",
        "5亿欧元",
        "500 millions d'euros",
        "500 Mio. Euro",
        "500 millones de euros",
    ),
    (
        ("number", "500000000 usd"),
        "half a billion dollars",
        "полмиллиарда долларов США",
        "пів мільярда доларів США",
        "超过5亿美元",
        "500 millions de dollars américains",
        "eine halbe Milliarde US-Dollar",
        "500 millones de dólares",
    ),
    (
        ("number", "30%"),
        "30 percent",
        "30 процентов",
        "30 відсотків",
        "百分之三十",
        "30 pour cent",
        "30 Prozent",
        "30 por ciento",
    ),
    (("number", "2.5%"), "2.5%", "2,5 %", "2,5 %", "约2.5%", "2,5 %", "2,5 %", "2,5 %"),
    (
        ("number", "80th"),
        "the 80th anniversary",
        "80-летие",
        "80-річчя",
        "80周年",
        "le 80e anniversaire",
        "zum 80. Jahrestag",
        "el 80.º aniversario",
    ),
    (
        ("number", "50000"),
        "50,000 tonnes",
        "50 тысяч тонн",
        "50 тисяч тонн",
        "5万吨",
        "50 000 tonnes",
        "50.000 Tonnen",
        "50.000 toneladas",
    ),
    (
        ("number", "5"),
        "five countries",
        "пять стран",
        "п’ять країн",
        "五个国家",
        "cinq pays",
        "fünf Länder",
        "cinco países",
    ),
    (
        ("number", "25"),
        "twenty-five ships",
        "двадцать пять судов",
        "двадцять п'ять суден",
        "二十五艘船",
        "25 navires",
        "fünfundzwanzig Schiffe",
        "veinticinco barcos",
    ),
    (
        ("number", "1200"),
        "1,200 prisoners",
        "1200 пленных",
        "1 200 полонених",
        "1200名囚犯",
        "1 200 prisonniers",
        "1.200 Gefangene",
        "1.200 presos",
    ),
]


@pytest.mark.parametrize(
    ("found", "language", "text"),
    [(found, language, text) for found, *texts in ACROSS for language, text in zip(LANGUAGES, texts, strict=True)],
)
def test_one_figure_has_one_value_in_seven_languages(found, language, text):
    assert values(text, language) == [found]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("中方强调两点", "zh"),
        ("双方一致认为", "zh"),
        ("十分重要", "zh"),
        ("千方百计", "zh"),
        ("二十国集团", "zh"),
        ("一个中国", "zh"),
        ("две стороны", "ru"),
        ("трёхсторонняя встреча", "ru"),
        ("системы С-400", "ru"),
        ("одна из сторон", "ru"),
        ("дві держави", "uk"),
        ("літаки F-16", "uk"),
        ("les deux parties", "fr"),
        ("une question", "fr"),
        ("beide Seiten, zwei Staaten", "de"),
        ("eine Frage", "de"),
        ("las dos partes", "es"),
        ("un acuerdo", "es"),
    ],
)
def test_two_sides_are_no_count_in_any_language(text, language):
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("14.11.2022", "ru", ("date", "2022-11-14")),
        ("14/11/2022", "fr", ("date", "2022-11-14")),
        ("2022-11-14", "en", ("date", "2022-11-14")),
        ("1.5 млрд", "ru", ("number", "1500000000")),
        ("полтора миллиона", "ru", ("number", "1500000")),
        ("一亿五千万人", "zh", ("number", "150000000")),
        ("30多个国家", "zh", ("number", "30")),
        ("2 mil millones de euros", "es", ("number", "2000000000 eur")),
        ("20 Mrd. €", "de", ("number", "20000000000 eur")),
    ],
)
def test_each_language_has_ways_of_its_own(text, language, found):
    assert values(text, language) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "so-called “red lines”",
        'as"red lines" go',
        "«Red lines»",
        "„red lines“",
        "»red lines«",
        "« red lines »",
        "the ‘red lines,’ he",
    ],
)
def test_quoted_words_are_the_same_in_any_quotes(text):
    assert values(text) == [("quote", "red lines")]


def test_apostrophes_are_no_quotes():
    assert values("the allies’ aims and Russia’s 'own") == []


@given(
    st.text(alphabet=st.sampled_from('0123456789 ,.$%-–:JulyMayмаямлрдtausend"“”‘’年月日亿十百二'), max_size=60),
    st.sampled_from(LANGUAGES),
)
def test_figures_lie_in_the_text_and_do_not_repeat(text, language):
    found = extract_quantities(text, language)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (("date", "2022-11-14"), ("date", "--11-14"), True),
        (("date", "2022-11-14"), ("date", "2021-11-14"), False),
        (("date", "--11-14"), ("date", "--11"), True),
        (("date", "2022-11"), ("date", "--11"), True),
        (("number", "50th"), ("number", "50"), True),
        (("number", "50%"), ("number", "50"), False),
        (("number", "2014"), ("date", "2014"), False),
    ],
)
def test_figures_agree_as_far_as_both_say_it(one, other, agree):
    pair = [Quantity(*said, 0, 1) for said in (one, other)]
    assert are_same(*pair) == are_same(*pair[::-1]) == agree


def test_the_day_of_a_date_without_its_month_is_no_count():
    assert values("主席27日会见", "zh") == []
