"""A readout is loaded with whose it is and in which language, and two of one contact come out apart."""

import io
import os
import sys
import threading

import pytest

from readcmp.errors import InputError, UsageError
from readcmp.loading import load, load_all, load_text
from readcmp.loading.publishers import label_of, publishers, side_of_host
from readcmp.loading.source import LIMIT

TEXT = "The leaders discussed trade. They agreed to meet in May.\n"


@pytest.fixture
def write(tmp_path):
    """Give a function that writes a file and gives its path."""

    def write(name, text=TEXT):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.mark.parametrize(
    ("name", "side", "language"),
    [
        ("us.txt", "us", "en"),
        ("RU.TXT", "ru", "en"),
        ("us.fr.txt", "us", "fr"),
        ("2020-07-23-us.txt", "us", "en"),
        ("2020-07-23_cn.zh.txt", "cn", "zh"),
        ("20200723 gb.txt", "gb", "en"),
        ("uk.txt", "gb", "en"),
        ("kremlin.txt", "ru", "en"),
        ("White House.txt", "us", "en"),
        ("call-about-grain-ua.md", "ua", "en"),
        ("us", "us", "en"),
        ("nato.txt", "nato", "en"),
        ("readout.txt", "a", "en"),
        ("call-with-russian.txt", "a", "en"),
    ],
)
def test_a_files_name_tells_side_and_language(write, name, side, language):
    readout = load(write(name))
    assert (readout.side, readout.language) == (side, language)


def test_the_side_comes_from_the_front_matter_then_the_argument_then_the_name(write):
    path = write("us.txt", f"---\nside: ru\n---\n{TEXT}")
    assert load(path).side == "ru"
    assert load(path, side="cn").side == "ru"
    assert load(write("us.txt"), side="cn").side == "cn"
    assert load(write("us.txt")).side == "us"


def test_a_side_that_the_front_matter_overrules_is_told(write):
    path = write("x.txt", f"---\nside: ru\n---\n{TEXT}")
    assert any("--side cn is set aside" in note for note in load(path, side="cn").notes)
    assert not load(path, side="ru").notes


def test_an_unknown_side_is_called_a_and_that_is_told(write):
    readout = load(write("statement.txt"))
    assert (readout.side, readout.label) == ("a", "A")
    assert any("nothing says whose readout it is" in note for note in readout.notes)


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("publisher: The Kremlin", "a"),
        ("publisher: kremlin", "ru"),
        ("publisher: White House", "us"),
        ("url: http://en.kremlin.ru/events/president/news/1", "ru"),
        ("url: https://www.president.gov.ua/en/news/1", "ua"),
        ("url: https://www.gov.pl/web/x", "pl"),
        ("url: https://www.gov.uk/x", "gb"),
        ("url: https://notkremlin.ru/x", "a"),
        ("url: 'http://[bad'", "a"),
        ("side: no", "no"),
    ],
)
def test_publisher_and_web_address_tell_the_side_too(write, line, side):
    assert load(write("x.txt", f"---\n{line}\n---\n{TEXT}")).side == side


def test_labels_come_from_the_table_or_the_front_matter(write):
    assert load(write("us.txt")).label == "United States"
    assert load(write("us.txt", f"---\nlabel: Washington\n---\n{TEXT}")).label == "Washington"
    assert load(write("x.txt"), side="zz").label == "ZZ"
    assert load(write("x.txt"), side="league").label == "league"


def test_the_table_has_sixty_states_and_no_two_sides_share_a_name_or_host():
    table = publishers()
    assert sum(len(side) == 2 for side in table.labels) >= 60
    assert len(set(table.labels.values())) == len(table.labels)
    assert not set(table.names) & set(table.labels)
    assert side_of_host("https://www.fmprc.gov.cn/mfa_eng/") == "cn"
    assert [label_of(side) for side in ("eu", "nato", "un")] == ["European Union", "NATO", "United Nations"]


def test_the_text_is_unchanged_but_for_line_ends(write):
    assert load(write("us.txt", b"One call.\r\n\r\nTwo \t leaders.\rThree.\n")).text == (
        "One call.\n\nTwo \t leaders.\nThree.\n"
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The leaders discussed trade and agreed to meet in May.", "en"),
        ("Лидеры обсудили торговлю и договорились встретиться в мае.", "ru"),
        ("Сторони обговорили торгівлю та домовилися зустрітися у травні.", "uk"),
        ("两国元首讨论了贸易问题，并同意继续保持沟通。", "zh"),
        ("Les dirigeants ont évoqué le commerce et sont convenus de se revoir dans le mois.", "fr"),
        ("Die Staatschefs sprachen über den Handel und vereinbarten ein Treffen im Mai.", "de"),
        ("Los líderes hablaron del comercio y acordaron una reunión en el mes de mayo.", "es"),
    ],
)
def test_the_language_is_guessed_where_nothing_names_it(write, text, language):
    assert load(write("us.txt", text)).language == language


LONGER = {
    "it": "I due presidenti hanno avuto un colloquio telefonico sul cessate il fuoco. Hanno parlato del commercio "
    "e anche dell'energia e hanno concordato di restare in contatto nelle prossime settimane.",
    "pt": "Os dois presidentes conversaram por telefone sobre o cessar-fogo. Falaram também do comércio e da energia e "
    "concordaram em manter contato nas próximas semanas.",
    "pl": "Prezydenci rozmawiali telefonicznie o zawieszeniu broni. Omówili też handel i energię oraz uzgodnili, że "
    "pozostaną w kontakcie w najbliższych tygodniach.",
    "tr": "İki cumhurbaşkanı telefonda ateşkesi ele aldı. Ticaret ve enerji konularını da görüştüler ve önümüzdeki "
    "haftalarda temas halinde kalma konusunda mutabık kaldılar.",
    "bg": "Двамата президенти проведоха телефонен разговор за примирието. Те обсъдиха търговията и енергетиката и се "
    "договориха да поддържат връзка.",
    "ar": "أجرى الرئيسان اتصالا هاتفيا بحثا فيه وقف إطلاق النار واتفقا على مواصلة التشاور.",
    "he": "שני הנשיאים שוחחו בטלפון על הפסקת האש וסיכמו לשמור על קשר.",
    "ja": "両首脳は電話会談を行い、停戦に向けて緊密に連携していくことで一致しました。",
    "ko": "두 정상은 전화 통화를 갖고 휴전 방안에 대해 의견을 교환하였다.",
    "zh": "雙方討論了貿易問題，同意保持溝通。",
}


@pytest.mark.parametrize("language", LONGER)
def test_a_language_without_terms_is_named_rightly(write, language):
    assert load(write("us.txt", LONGER[language])).language == language


@pytest.mark.parametrize("text", ["The leaders met.", "USA", "Two leaders spoke of Haiti."])
def test_a_few_words_in_latin_letters_are_english_unless_their_small_words_say_otherwise(write, text):
    assert load(write("us.txt", text)).language == "en"


def test_the_language_is_guessed_without_the_library_too(write, monkeypatch):
    monkeypatch.setitem(sys.modules, "gcld3", None)
    assert load(write("us.txt", "Лидеры обсудили торговлю и договорились встретиться. " * 9)).language == "ru"


def test_the_language_comes_from_the_front_matter_then_the_argument_then_the_name(write):
    path = write("us.fr.txt", f"---\nlanguage: zh-Hans\n---\n{TEXT}")
    assert load(path, language="de").language == "zh"
    assert load(write("us.fr.txt"), language="de-AT").language == "de"
    assert load(write("us.fr.txt")).language == "fr"


@pytest.mark.parametrize("name", ["cn.zh.txt", "cn.zh-Hans.txt", "cn.zh_Hant.txt", "2021-02-10-cn.zh-hant-TW.txt"])
def test_a_name_may_tell_the_script_of_a_language(write, name):
    readout = load(write(name))
    assert (readout.side, readout.language) == ("cn", "zh")


def test_what_follows_a_point_in_a_name_is_no_language_unless_it_is_one(write):
    assert load(write("us.v2.txt")).language == "en"
    assert load(write("us.fin.txt")).language == "en"


def test_the_accounts_of_one_side_in_two_languages_are_told_apart_by_them(write):
    paths = [write(name) for name in ("ru.en.txt", "us.txt", "ru.ru.txt")]
    readouts = load_all(paths)
    assert [(r.side, r.label) for r in readouts] == [
        ("ru-en", "Russia in English"), ("us", "United States"), ("ru-ru", "Russia in Russian"),
    ]  # fmt: skip
    assert not any(note for r in readouts for note in r.notes)
    assert [r.side for r in load_all(paths[::-1])] == ["ru-ru", "us", "ru-en"]


def test_two_accounts_of_one_side_in_one_language_are_numbered_with_a_note(write):
    readouts = load_all([write("ru.en.txt"), write("kremlin.en.txt")])
    assert [r.side for r in readouts] == ["ru", "ru-2"]
    assert "another readout is of ru too" in readouts[1].notes[0]


def test_a_stream_and_standard_input_are_read_as_files_are():
    assert load(io.BytesIO(TEXT.encode()), side="us").text == TEXT
    readout = load("-", side="us", stdin=io.BytesIO(TEXT.encode()))
    assert (readout.text, readout.source) == (TEXT, "<stdin>")


def test_a_dash_without_standard_input_is_refused():
    with pytest.raises(UsageError, match="no standard input"):
        load("-")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "us.txt"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(TEXT.encode(),))
    writer.start()
    assert load(pipe).text == TEXT
    writer.join()


def test_no_more_is_read_than_the_limit():
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size=-1):
            assert size >= 0, "everything is asked for"
            self.given += size
            return b"a" * size

    stream = Endless()
    with pytest.raises(InputError, match=f"{LIMIT:,} bytes"):
        load(stream)
    assert stream.given == LIMIT + 1


def test_a_text_of_just_the_limit_is_read():
    assert len(load(io.BytesIO(b"word " * (LIMIT // 5)), side="us").text) == LIMIT


def test_readouts_of_one_side_get_ids_and_labels_of_their_own(write):
    one, two, three = load_all([write("us.txt"), write("2020-07-23-us.txt"), write("ru.txt")])
    assert [one.side, two.side, three.side] == ["us", "us-2", "ru"]
    assert [one.label, two.label] == ["United States", "United States (2)"]
    assert any("this one is called us-2" in note for note in two.notes)


def test_sides_that_nothing_names_are_called_by_letters(write):
    assert [r.side for r in load_all([write("x.txt"), write("us.txt"), write("z.txt")])] == ["a", "us", "c"]


def test_point_ids_of_two_sides_can_never_be_the_same(write):
    one, two = load_all([write("x.txt"), write("y.txt")], sides=["g", "g7"])
    assert {f"{one.side}{n}" for n in range(1, 100)}.isdisjoint(f"{two.side}{n}" for n in range(1, 100))


def test_sides_and_languages_are_given_in_the_order_of_the_files(write):
    one, two = load_all([write("x.txt"), write("y.txt")], sides=["us", "Kremlin"], languages=["en", "ru"])
    assert [(one.side, one.language), (two.side, two.language)] == [("us", "en"), ("ru", "ru")]


@pytest.mark.parametrize(
    ("count", "options", "what"),
    [
        (1, {}, "two readouts or more"),
        (0, {}, "two readouts or more"),
        (2, {"sides": ["us"]}, "--side is given 1 times for 2 readouts"),
        (2, {"languages": ["en", "ru", "zh"]}, "--lang is given 3 times for 2 readouts"),
        (2, {"sides": ["us", "both"]}, "'both' cannot be a side"),
        (2, {"sides": ["us", "a b"]}, "'a b' cannot be a side"),
        (2, {"languages": ["en", "klingon!"]}, "cannot be a language"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(write, count, options, what):
    with pytest.raises(UsageError, match=what):
        load_all([write(f"{n}.txt") for n in range(count)], **options)


def test_one_file_by_two_paths_is_refused(write, tmp_path):
    path = write("us.txt")
    link = tmp_path / "ru.txt"
    link.symlink_to(path)
    for other in (path, tmp_path / "." / "us.txt", link):
        with pytest.raises(UsageError, match="given twice"):
            load_all([path, other])
    with pytest.raises(UsageError, match="given twice"):
        load_all(["-", "-"], stdin=io.BytesIO(TEXT.encode()))


def test_a_day_within_the_account_is_not_the_day_of_it():
    text = "The President spoke with both leaders on 16 May 2025. They discussed the tariffs on steel.\n"
    assert load_text(text).date is None
