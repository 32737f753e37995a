"""Numbers and dates as people write them: one value each, never a torn one, and never slowly."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readcmp.annotation.contact_facts import extract_facts
from readcmp.annotation.negation import find_negations
from readcmp.annotation.quantities.extraction import extract_quantities
from readcmp.languages.stemming import stem
from readcmp.model import Readout, Side
from readcmp.text import count_words, squeezed

LANGUAGES = ("en", "ru", "uk", "zh", "fr", "de", "es")
SPELLED = ("en", "fr", "de", "es", "ru", "uk")


def spelled(number, **how):
    """The number in words, as another program writes it."""
    return pytest.importorskip("num2words", reason="num2words is not installed").num2words(number, **how)


def values(text, language):
    return [figure.value for figure in extract_quantities(text, language) if figure.kind != "quote"]


numbers = st.one_of(
    st.integers(3, 9999),
    st.integers(10_000, 999_999_999),
    st.builds(lambda n, power: n * 10**power, st.integers(1, 999), st.sampled_from((3, 6, 9))),
)


@pytest.mark.parametrize("language", SPELLED)
@given(number=numbers)
@example(number=21)
@example(number=71)
@example(number=1945)
@example(number=10_000)
def test_a_number_that_is_spelled_out_has_its_value(language, number):
    assert values(spelled(number, lang=language).replace(",", ""), language) == [str(number)]


@pytest.mark.parametrize("language", ["en", "fr", "ru", "uk"])
@given(number=st.integers(4, 199))
def test_a_place_in_a_row_that_is_spelled_out_has_its_value(language, number):
    said = spelled(number, to="ordinal", lang=language).replace("vingtsième", "vingtième")  # as it is rightly spelt
    assert values(said, language) == [f"{number}th"]


@given(number=st.integers(4, 99))
def test_a_german_place_in_a_row_is_one_word(number):
    assert values(spelled(number, to="ordinal", lang="de"), "de") == [f"{number}th"]


READ = {
    "en": {
        "two hundred and fifty": ["250"],
        "two hundred and five": ["205"],
        "two thousand five hundred": ["2500"],
        "nineteen hundred and forty-five": ["1945"],
        "nineteen forty-five": ["1945"],
        "one hour and thirty minutes": ["90"],
        "an hour and a half": ["90"],
        "two and a half hours": ["150"],
        "1.5 hours": ["90"],
        "three quarters of an hour": ["45"],
        "half an hour": ["30"],
        "a half-hour call": ["30"],
        "a 2.5-hour call": ["150"],
        "two-and-a-half-hour talks": ["150"],
        "a quarter of a million refugees": ["250000"],
        "½ a billion": ["500000000"],
        "half of a billion": ["500000000"],
        "two and a half billion": ["2500000000"],
        "2½ billion": ["2500000000"],
        "two and a half percent": ["2.5%"],
        "two-thirds": ["2/3"],
        "one third of the territory": ["1/3"],
        "a third of the territory": ["1/3"],
        "a third country": [],
        "third countries": [],
        "a dozen": ["12"],
        "two dozen": ["24"],
        "half a dozen": ["6"],
        "dozens of": [],
        "three quarters": ["0.75"],
        "1 500 prisoners": ["1500"],
        "1 500 000": ["1500000"],
        "1’500": ["1500"],
        "1.5m refugees": ["1500000"],
        "$3bn": ["3000000000 usd"],
        "five to six billion dollars": ["5000000000 usd", "6000000000 usd"],
        "five or six thousand": ["5000", "6000"],
        "12.8-13.0 billion": ["12800000000", "13000000000"],
        "between 5 and 6 billion": ["5000000000", "6000000000"],
        "between one hundred and two hundred": ["100", "200"],
        "one hundred and two hundred": ["100", "200"],
        "between one hundred and two thousand": ["100", "2000"],
        "from 3 to 5 percent": ["3%", "5%"],
        "2-3 percent": ["2%", "3%"],
        "two to three weeks": ["2", "3"],
        "USD 3 billion": ["3000000000 usd"],
        "$5 to $6 billion": ["5000000000 usd", "6000000000 usd"],
        "−5 percent": ["-5%"],
        "-5 percent": ["-5%"],
        "minus five percent": ["-5%"],
        "- 5 percent": ["5%"],
        "from 2014-2025": ["2014", "2025"],
        "seventy-fifth anniversary": ["75th"],
        "twenty-first meeting": ["21th"],
        "fiftieth": ["50th"],
        "two hundred and fiftieth": ["250th"],
        "June 15,2025": ["2025-06-15"],
        "June 15, 2025": ["2025-06-15"],
        "the first of May 2025": ["2025-05-01"],
        "12 and 13 June": ["--06-12", "--06-13"],
        "30/31 May": ["--05-30", "--05-31"],
        "in May 20 countries would join": ["--05", "20"],
        "on May 20 leaders met": ["--05-20"],
        "May 5, 6 and 7": ["--05-05", "--05-06", "--05-07"],
        "27.08.2025": ["2025-08-27"],
        "2025.5.1": ["2025-05-01"],
        "03/05/2024": [],
        "08/27/2025": ["2025-08-27"],
        "31 June 2025": ["2025-06"],
        "a million and a half": ["1500000"],
        "two million and a half dollars": ["2500000 usd"],
        "2,5 billion": ["2500000000"],
        "Resolution No. 2231": ["2231"],
        "one hundred": ["100"],
        "a hundred": ["100"],
        "3,000,000": ["3000000"],
        "twenty twenty-five": ["2025"],
        "five hundred thousand": ["500000"],
        "one million two hundred thousand": ["1200000"],
        "2 million 300 thousand people": ["2300000"],
        "two hundred and fifty thousand troops": ["250000"],
        "fıve points": [],
        "ſix points": ["6"],
        "the G7, COVID-19, F-16s, 10:30 and 5G": [],
        "0.5 percent": ["0.5%"],
        "0 percent": ["0%"],
        "007": [],
        "the fifth round": ["5th"],
        "at 9 a.m. Monday": ["9"],
        "May 5 2025, 300 people": ["2025-05-05", "300"],
        "$1.5 million": ["1500000 usd"],
        "1,50,000 troops": ["150000"],
        "5 crore rupees": ["50000000 inr"],
        "1.2.3": [],
        "1,2,3": [],
        "in 2020 500 prisoners": ["2020", "500"],
        "the first half of the year": [],
        "half a percent": ["0.5%"],
        "5 and 6": ["5", "6"],
        "300 km": ["300"],
        "100m": ["100000000"],
        "the 1990s": [],
        "March 2025": ["2025-03"],
        "7 May 1815": ["1815-05-07"],
        "from 16 to 20 June 2025": ["2025-06-16", "2025-06-20"],
        "the twenty-fifth of May": ["--05-25"],
        "one-fifth of all": ["0.2"],
        "a one-hour call": [],
        "three-day visit": ["3"],
        "hundreds of millions": [],
        "several thousand": [],
        "a quarter century": ["0.25"],
        "4 p.m.": ["4"],
        "US$3 billion to US$4 billion": ["3000000000 usd", "4000000000 usd"],
        "500 million to 1 billion dollars": ["500000000 usd", "1000000000 usd"],
        "“-5 %”": ["-5%"],
        "EUR 5m": ["5000000 eur"],
        "1 hour 30 minutes": ["90"],
        "2 hours and 45 minutes": ["165"],
        "$-5 million": ["-5000000 usd"],
    },
    "ru": {
        "ста пятидесяти": ["150"],
        "двумястами": ["200"],
        "тысяча двести": ["1200"],
        "двести пятьдесят тысяч": ["250000"],
        "от 5 до 6 млрд": ["5000000000", "6000000000"],
        "1-го мая": ["--05-01"],
        "первого мая": ["--05-01"],
        "двадцать пятого мая 2025 года": ["2025-05-25"],
        "27.08.2025": ["2025-08-27"],
        "27.08": ["--08-27"],
        "27.08 млрд": ["27080000000"],
        "с 12 по 13 июня": ["--06-12", "--06-13"],
        "два с половиной миллиарда долларов": ["2500000000 usd"],
        "полтора часа": ["90"],
        "полчаса": ["30"],
        "час двадцать минут": ["80"],
        "два с половиной часа": ["150"],
        "семьдесят пятая годовщина": ["75th"],
        "семидесятипятилетие": ["75th"],
        "пятидесятилетия": ["50th"],
        "четверть миллиона": ["250000"],
        "две трети": ["2/3"],
        "три четверти": ["0.75"],
        "полмиллиона": ["500000"],
        "пять-шесть стран": ["5", "6"],
        "минус 5 процентов": ["-5%"],
        "1,5 млн": ["1500000"],
        "1 500 000": ["1500000"],
        "5-й раунд": ["5th"],
        "третьих стран": [],
        "двадцать первый": ["21th"],
        "тысяча девятьсот сорок пять": ["1945"],
        "между двумя и тремя миллионами": ["2000000", "3000000"],
        "14–15 ноября": ["--11-14", "--11-15"],
        "двадцать пять судов": ["25"],
        "30.05–02.06.2025": ["--05-30", "2025-06-02"],
        "первой половине": [],
        "трёхсот пятидесяти тысяч": ["350000"],
        "2,5–3 млрд рублей": ["2500000000 rub", "3000000000 rub"],
        "№ 2231": ["2231"],
        "сотни людей": [],
        "миллионы людей": [],
    },
    "uk": {
        "п’ятсот": ["500"],
        "двохсот п'ятдесяти": ["250"],
        "п'ятьдесят": [],
        "двісті п’ятдесят тисяч": ["250000"],
        "два з половиною мільярди доларів": ["2500000000 usd"],
        "півтори години": ["90"],
        "півгодини": ["30"],
        "дві третини": ["2/3"],
        "чверть мільйона": ["250000"],
        "75-та річниця": ["75th"],
        "першого травня": ["--05-01"],
        "12 та 13 червня": ["--06-12", "--06-13"],
        "сімдесят п'ята річниця": ["75th"],
        "сімдесятип’ятиріччя": ["75th"],
        "від 5 до 6 млрд": ["5000000000", "6000000000"],
        "мінус 5 відсотків": ["-5%"],
        "півмільярда": ["500000000"],
    },
    "fr": {
        "quatre-vingt-dix": ["90"],
        "quatre-vingts": ["80"],
        "quatre-vingt-dix-sept": ["97"],
        "soixante-quinze": ["75"],
        "soixante et onze": ["71"],
        "vingt et un": ["21"],
        "deux cent cinquante mille": ["250000"],
        "mille neuf cent quarante-cinq": ["1945"],
        "deux milliards et demi de dollars": ["2500000000 usd"],
        "deux tiers": ["2/3"],
        "un quart de million": ["250000"],
        "trois quarts d'heure": ["45"],
        "une heure et demie": ["90"],
        "une demi-heure": ["30"],
        "une heure et trente minutes": ["90"],
        "une douzaine de pays": ["12"],
        "soixante-quinzième anniversaire": ["75th"],
        "le 1er et le 2 mai": ["--05-01", "--05-02"],
        "du 12 au 13 juin 2025": ["2025-06-12", "2025-06-13"],
        "le premier mai": ["--05-01"],
        "entre 5 et 6 milliards d'euros": ["5000000000 eur", "6000000000 eur"],
        "de cinq à six milliards d’euros": ["5000000000 eur", "6000000000 eur"],
        "20 M€": ["20000000 eur"],
        "20 m": ["20"],
        "13h30": [],
        "un demi-milliard de dollars": ["500000000 usd"],
        "1 500 000": ["1500000"],
        "27/08/2025": ["2025-08-27"],
        "−5 %": ["-5%"],
        "l'année 2025": ["2025"],
        "d’un million d’euros": ["1000000 eur"],
    },
    "de": {
        "fünfundzwanzig": ["25"],
        "zweihundertfünfzig": ["250"],
        "zweihundertfünfzigtausend": ["250000"],
        "zweieinhalb Milliarden Dollar": ["2500000000 usd"],
        "eintausendneunhundertfünfundvierzig": ["1945"],
        "fünfundsiebzigste Jahrestag": ["75th"],
        "eineinhalb Stunden": ["90"],
        "eine halbe Stunde": ["30"],
        "zwei Drittel": ["2/3"],
        "drei Viertel": ["0.75"],
        "eine Viertelmillion": ["250000"],
        "12. und 13. Juni": ["--06-12", "--06-13"],
        "vom 12. bis zum 13. Juni 2025": ["2025-06-12", "2025-06-13"],
        "am ersten Mai": ["--05-01"],
        "ſechs Länder": ["6"],
        "zwischen 5 und 6 Milliarden Euro": ["5000000000 eur", "6000000000 eur"],
        "fünf bis sechs Milliarden Euro": ["5000000000 eur", "6000000000 eur"],
        "27.08.": ["--08-27"],
        "1.500.000": ["1500000"],
        "ein Dutzend Länder": ["12"],
        "eine Stunde und 30 Minuten": ["90"],
        "minus 5 Prozent": ["-5%"],
        "1’500": ["1500"],
        "hundert Menschen": ["100"],
        "eine halbe Milliarde": ["500000000"],
        "zweiundzwanzigsten": ["22th"],
    },
    "es": {
        "treinta y cinco": ["35"],
        "dos mil quinientos": ["2500"],
        "doscientos cincuenta mil": ["250000"],
        "dos mil millones de dólares": ["2000000000 usd"],
        "dos millones y medio de euros": ["2500000 eur"],
        "medio millón": ["500000"],
        "un cuarto de millón": ["250000"],
        "dos tercios": ["2/3"],
        "tres cuartas partes": ["0.75"],
        "una hora y media": ["90"],
        "media hora": ["30"],
        "una docena de países": ["12"],
        "el dos de mayo": ["--05-02"],
        "12 y 13 de junio": ["--06-12", "--06-13"],
        "del 12 al 13 de junio de 2025": ["2025-06-12", "2025-06-13"],
        "el primero de mayo": ["--05-01"],
        "entre 5 y 6 mil millones de euros": ["5000000000 eur", "6000000000 eur"],
        "de 5 a 6 mil millones": ["5000000000", "6000000000"],
        "septuagésimo quinto aniversario": ["75th"],
        "−5 %": ["-5%"],
    },
    "zh": {
        "一万五千亿美元": ["1500000000000 usd"],
        "3万4000": ["34000"],
        "25万6千": ["256000"],
        "三十万多亿": ["30000000000000"],
        "二〇二五年": ["2025"],
        "二零二五年": ["2025"],
        "五月一日": ["--05-01"],
        "二〇二五年五月一日": ["2025-05-01"],
        "5月1日至3日": ["--05-01", "--05-03"],
        "2025年5月1日": ["2025-05-01"],
        "3,000亿": ["300000000000"],
        "1,500亿美元": ["150000000000 usd"],
        "3,000万": ["30000000"],
        "三分之二": ["2/3"],
        "百分之三点五": ["3.5%"],
        "百分之百": ["100%"],
        "三点五亿": ["350000000"],
        "两个半小时": ["150"],
        "一个半小时": ["90"],
        "半小时": ["30"],
        "90分钟": ["90"],
        "一小时三十分钟": ["90"],
        "5至6亿美元": ["500000000 usd", "600000000 usd"],
        "五到六亿": ["500000000", "600000000"],
        "几十亿美元": [],
        "数百人": [],
        "十几个国家": [],
        "二三十个国家": ["20", "30"],
        "第七十五届": ["75th"],
        "第五轮会谈": ["5th"],
        "第三国": [],
        "一万五": ["15000"],
        "三百五十名": ["350"],
        "两千零二十五名": ["2025"],
        "-5%": ["-5%"],
        "下降−5%": ["-5%"],
        "负5%": ["-5%"],
        "三萬億美元": ["3000000000000 usd"],
        "二十国集团": [],
        "十分重要": [],
        "千方百计": [],
        "5月30日、31日": ["--05-30", "--05-31"],
        "1.5万亿": ["1500000000000"],
        "30多个国家": ["30"],
        "五分钟": ["5"],
        "三到五年": ["3", "5"],
        "十四亿中国人民": ["1400000000"],
        "10%至15%": ["10%", "15%"],
    },
}


@pytest.mark.parametrize(
    ("language", "text", "found"), [(language, *pair) for language, pairs in READ.items() for pair in pairs.items()]
)
def test_a_quantity_is_read_as_it_is_meant(language, text, found):
    assert sorted(values(text, language)) == sorted(found)


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_is_read_without_trouble(text, language):
    assert all(text[figure.start : figure.end].strip() for figure in extract_quantities(text, language))


ODD = (
    "ı",
    "ſ",
    "½",
    "²",
    "٣",
    "３",
    "\u0301",
    "\u00ad",
    "\u200b",
    "1",
    ",",
    ".",
    " ",
    "-",
    "五",
    "万",
    "百分之",
    "f",
    "ve",
    "ive",
)


@given(st.lists(st.sampled_from(ODD), max_size=20).map("".join), st.sampled_from(LANGUAGES))
def test_odd_letters_and_digits_stop_nothing(text, language):
    assert all(text[figure.start : figure.end] for figure in extract_quantities(text, language))


def test_a_figure_lies_where_the_text_as_written_has_it():
    text = "Le\u0301gers, 2\u00ad5\u00a0000 ca\u0301s"
    (figure,) = extract_quantities(text, "fr")
    assert (figure.value, text[figure.start : figure.end]) == ("25000", "2\u00ad5\u00a0000")


PUMPED = {
    "en": (
        " ", "\n", "1", "1 ", "1,", "1-", "123 ", "- ", "$", "one hundred and ", "a half of ", "between 5 and ",
        "May 5, ", "12 and ", "the first of ", "an hour and a half ", "5 to ", "1’", "not only ", "not ", "June 2020 ",
    ),
    "zh": ("一", "十", "万", "百分之", "五月一日、", "1点", "不"),
    "ru": ("пять-", "27.08-", "не ", "конструктивный и ", "конструктивный и" + " " * 5000),
    "de": ("und", "einund", "hundert", "12. und ", "in konstruktive," + " " * 5000),
    "fr": ("quatre-vingt-", "1\u00a0", "et demi "),
}  # fmt: skip
SIZE, SECONDS = 20_000, 5.0
"""Ten times what the slowest takes on a busy machine; a square of the length would take minutes."""


@pytest.mark.parametrize("language", PUMPED)
def test_what_goes_on_and_on_is_read_in_no_time(language):
    for piece in PUMPED[language]:
        text = f"The talks were constructive, {piece * (SIZE // len(piece))}x"
        began = time.process_time()
        extract_quantities(text, language)
        extract_facts([Side(Readout("xx", "X", text, "x.txt", language=language), ())])
        find_negations(text, language)
        assert time.process_time() - began < SECONDS, repr(piece)


@given(st.text(st.sampled_from("еёйиié nç'-\u00ad\u200b"), max_size=30))
def test_words_are_as_many_and_as_long_however_their_accents_are_written(text):
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert count_words(composed) == count_words(apart)
    assert [stem(w, "ru") for w in composed.split()] == [stem(w, "ru") for w in apart.split()]


@given(st.text(st.sampled_from("a \n\té\u0301\u00ad’—"), max_size=30))
def test_a_squeezed_text_keeps_the_place_of_each_character(text):
    read = squeezed(text)
    assert len(read.text) == len(read.starts) == len(read.ends)
    assert all(start < end <= len(text) for start, end in zip(read.starts, read.ends, strict=True))
    assert list(read.starts) == sorted(read.starts)
