"""Bytes become text: by what they are, else by a guess that is told, and never from binary data."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.errors import InputError
from readcmp.loading.decoding import decode

RUSSIAN = "Лидеры двух стран обсудили торговлю зерном и договорились встретиться в мае. Разговор был деловым."
UKRAINIAN = "Сторони обговорили підтримку енергетики та її захист. Президент подякував за допомогу і зброю."
CHINESE = "两国元首讨论了粮食贸易问题，并同意五月会晤。会谈是坦诚和建设性的。双方同意继续保持沟通。"
TRADITIONAL = "兩國元首討論了糧食貿易問題，並同意五月會晤。會談是坦誠和建設性的。雙方同意繼續保持溝通。"
ENGLISH = "The leaders discussed trade – “a key matter” – and Freedonia’s grain. They agreed to meet in May."
FRENCH = "Les dirigeants ont évoqué le commerce des céréales et réaffirmé leur volonté de coopérer à l’avenir."
GERMAN = "Die Präsidenten sprachen über den Handel mit Getreide und die Lage im Süden, für die größere Hilfe nötig ist."
SPANISH = "Los líderes hablaron del comercio y de la situación en España, y acordaron una reunión en la próxima semana."
TURKISH = "Cumhurbaşkanı telefonda görüştü. Barış için çağrı yaptı ve iki ülke arasındaki ilişkileri ele aldı."
POLISH = "Prezydent rozmawiał telefonicznie z sąsiadem. Omówiono bezpieczeństwo oraz współpracę gospodarczą państw."
CZECH = "Předseda vlády hovořil s prezidentem o bezpečnostní situaci a další pomoci. Shodli se na důležitosti míru."
HUNGARIAN = "A miniszterelnök telefonon beszélt az elnökkel. Áttekintették az együttműködést és a béke esélyeit."
ICELANDIC = "Forsætisráðherra ræddi við forseta landsins í síma í dag. Þeir ræddu stöðuna og það sem gera þarf."
LATVIAN = "Valsts prezidents tālruņa sarunā ar kaimiņu pārrunāja drošības situāciju un turpmāko atbalstu."
GREEK = "Ο Πρωθυπουργός είχε τηλεφωνική συνομιλία με τον Πρόεδρο. Συζήτησαν την ανάγκη για ειρήνη και ασφάλεια."
HEBREW = "ראש הממשלה שוחח היום עם נשיא ארצות הברית. השניים דנו במצב באזור ובצורך בהסכם."
ARABIC = "أجرى الرئيس اتصالا هاتفيا مع رئيس الولايات المتحدة. وبحث الجانبان الأوضاع في المنطقة وسبل تعزيز التعاون."
JAPANESE = "総理大臣は大統領と電話会談を行いました。両首脳は情勢について意見を交換し、連携していくことで一致しました。"
KOREAN = "대통령은 오늘 미국 대통령과 전화 통화를 가졌다. 양 정상은 정세에 대해 의견을 교환하고 협력하기로 했다."
NAMES = "The President spoke of grain with Mr Şimşek and President Erdoğan of Türkiye, and thanked them."
CITIES = "The President met the Prime Minister in Kraków and Łódź. They discussed the border and trade."


@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN, CHINESE, ENGLISH, FRENCH])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_that_says_what_it_is_is_read_without_a_word(text, mark, encoding):
    assert decode(mark + text.encode(encoding), "x") == (text, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "iso8859_5"),
        (RUSSIAN, "cp866"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8_u"),
        (CHINESE, "gb18030"),
        (CHINESE, "gbk"),
        (TRADITIONAL, "big5"),
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (GERMAN, "iso8859_1"),
        (SPANISH, "cp1252"),
        (SPANISH, "iso8859_1"),
        (TURKISH, "cp1254"),
        (TURKISH, "iso8859_9"),
        (NAMES, "cp1254"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (CITIES, "cp1250"),
        (CZECH, "cp1250"),
        (CZECH, "iso8859_2"),
        (HUNGARIAN, "cp1250"),
        (ICELANDIC, "cp1252"),
        (LATVIAN, "cp1257"),
        (GREEK, "cp1253"),
        (GREEK, "iso8859_7"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
        (RUSSIAN, "utf-16-le"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "utf-16-be"),
        (ENGLISH, "utf-16-be"),
    ],
)
def test_what_does_not_say_its_encoding_is_guessed_and_the_guess_told(text, encoding):
    decoded, notes = decode(text.encode(encoding), "x")
    assert decoded == text
    assert len(notes) == 1
    assert notes[0].startswith("read as ")


def test_a_stray_byte_in_good_utf8_costs_one_character_and_is_told():
    decoded, notes = decode(RUSSIAN.encode()[:-1] + b"\x96" + RUSSIAN.encode(), "x")
    assert decoded == RUSSIAN[:-1] + "\ufffd" + RUSSIAN
    assert notes == ("1 place could not be decoded as UTF-8",)


def test_line_ends_become_newlines():
    assert decode(b"a\r\nb\rc\nd\r\n", "x") == ("a\nb\nc\nd\n", ())


def test_a_few_control_characters_stay_and_are_counted():
    text = "The lead\u00ader\u200bs \x1b[31mdiscussed\x1b[0m trade\u202e and grain.\n" * 3
    assert decode(text.encode(), "x") == (text, ("15 control or invisible characters in the text",))


def test_joiners_that_scripts_need_are_no_oddity():
    assert decode("گفت‌وگو می‌کنند".encode(), "x") == ("گفت‌وگو می‌کنند", ())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"{\\rtf1 The text}", "an RTF document"),
        (b"\x89PNG\r\n\x1a\nrest", "an image"),
        (b"\xff\xd8\xff\xe0rest", "an image"),
        (b"\x1f\x8brest", "a compressed file"),
        (b"The text\x00 goes on, quite long and odd", "binary data"),
        (b"\xef\xbb\xbfThe text\x00 goes on", "binary data"),
        (bytes(range(1, 32)) * 20, "binary data"),
        (b"\xff\xfea", "begins as UTF-16 but is not"),
        (codecs.BOM_UTF8 + RUSSIAN.encode("cp1251"), "begins as UTF-8 but is not"),
    ],
)
def test_binary_data_is_refused_with_what_it_is(data, what):
    with pytest.raises(InputError, match=what):
        decode(data, "x")


@given(st.binary(max_size=400))
def test_any_bytes_become_text_without_nul_or_carriage_return_or_are_refused(data):
    try:
        text, _ = decode(data, "x")
    except InputError:
        return
    assert "\x00" not in text
    assert "\r" not in text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf")), min_size=1))
def test_any_utf8_text_comes_out_as_it_went_in(text):
    data = text.encode()
    try:
        assert decode(data, "x")[0] == text
    except InputError:
        assert data.startswith((b"%PDF-", b"PK", b"{\\rtf", b"GIF8", b"BZh", b"SQLite"))
