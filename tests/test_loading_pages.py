"""Web pages: of what is read nearly all is the account, and nearly all of the account is read."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from statistics import fmean

import jsonschema
import pytest
from program import readcmp

from readcmp import load, load_text
from readcmp.errors import InputError
from readcmp.rendering.account import account_of

pytest.importorskip("trafilatura", reason="the extra 'docs' is not installed")

PAGES = sorted((Path(__file__).parent / "documents" / "pages").glob("*.html"))
MARKED = re.compile(r"<!--account-->(.*?)<!--/account-->", re.DOTALL)
WORD = re.compile(r"[\u3400-\u9fff]|[^\W_]+")
FLOOR = 0.97
LOWEST = 0.97

each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


def words(text):
    """The words of a text, counted; a Chinese character is one."""
    return Counter(WORD.findall(text.lower()))


def marked(path):
    """The words of a page's account by its marks."""
    told = "\n".join(MARKED.findall(path.read_text(encoding="utf-8")))
    told = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), told)  # as scripts write letters
    for written, meant in (("<\\/", "</"), ("\\n", "\n"), ("\\r", "\r")):
        told = told.replace(written, meant)
    return words(html.unescape(re.sub(r"<[^>]+>", " ", told)))


def page(name):
    """A page's text without the marks."""
    path = next(path for path in PAGES if path.stem == name)
    return re.sub(r"<!--/?account-->", "", path.read_text(encoding="utf-8"))


@cache
def read(name):
    return load_text(page(name))


def figures(path):
    """Precision and recall of the words that are read from a page."""
    got, want = words("\n".join(account_of(read(path.stem)))), marked(path)
    common = sum((got & want).values())
    return common / sum(got.values()), common / sum(want.values())


def test_of_the_words_read_and_of_the_accounts_words_97_in_100_are_right():
    precisions, recalls = zip(*map(figures, PAGES), strict=True)
    assert len(PAGES) >= 59
    assert fmean(precisions) >= FLOOR
    assert fmean(recalls) >= FLOOR


@each_page
def test_no_page_loses_a_word_in_thirty_or_has_as_many_that_are_not_the_accounts(path):
    precision, recall = figures(path)
    assert recall >= FLOOR
    assert precision >= LOWEST


@each_page
def test_what_is_not_the_account_is_told_with_what_it_is(path):
    extraction = read(path.stem).extraction
    assert extraction.format == "html"
    assert extraction.library in {"trafilatura", "lxml"}
    assert all(piece.kind and piece.text.strip() for piece in extraction.left_out)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("spokesperson", ("a", "2023-11-09", "en", "Secretary’s Call with the Foreign Minister of Chile")),
        ("president-ru", ("ru", "2022-08-15", "ru", "Телефонный разговор с Президентом Казахстана")),
        ("gallery-uk", ("ua", "2023-04-07", "uk", "Президент провів розмову з Прем’єр-міністром Данії")),
        ("presidency-fr", ("fr", "2023-02-14", "fr", "Entretien téléphonique avec le Président du Brésil.")),
        ("federal-de", ("a", "2022-09-21", "de", "Bundeskanzler telefoniert mit dem Präsidenten Indonesiens")),
        ("embassy-zh", ("cn", "2024-06-11", "zh", "外交部长同巴西外长通电话")),
        ("ministry-jp", ("jp", "2022-12-01", "en", "Japan-Fiji Foreign Ministers' Telephone Talk")),
        ("two-languages-ca", ("ca", "2021-03-11", "en", "Prime Minister speaks with President of Ghana")),
        ("linked-data", ("a", "2023-08-04", "es", "Canciller conversó con su homólogo de Panamá")),
        ("state-json", ("a", "2022-01-19", "en", "HRH holds call with the President of Cyprus")),
        ("two-columns-pl", ("a", "2022-03-08", "pl", "Rozmowa Prezydenta z Prezydentem Estonii")),
        ("press-it", ("it", "2023-06-06", "it", "Colloquio telefonico con il Presidente della Tunisia")),
        (
            "german-typo3-footnotes",
            ("a", "2019-10-11", "de", "Gespräch der Staatssekretärin mit der georgischen Vizeaußenministerin"),
        ),
        (
            "russian-union-print",
            ("a", "2020-10-14", "ru", "Генеральный секретарь Союза встретился с Министром экономики Армении"),
        ),
        ("poland-saved-consent", ("a", "2024-05-08", "en", "Minister meets Foreign Minister of Latvia")),
        ("numbered-jp-en", ("a", "2024-02-08", "en", "Japan-Kenya Foreign Ministers' Working Lunch")),
        ("agency-ar", ("a", "2024-05-05", "ar", "وزير الخارجية يبحث مع نظيره الأردني أمن الحدود")),
    ],
)
def test_side_date_language_and_title_come_from_the_page(name, expected):
    readout = read(name)
    assert (readout.side, readout.date, readout.language, readout.title) == expected


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("<div>7 Nov 2022</div>", "© 2001-2023 Ministry", "2022-11-07"),
        ("<p class='date'>7 November 2022</p>", "Last updated: 18 January 2024", "2022-11-07"),
        ("", "© 2023 Ministry", None),
        ("", "Last updated: 18 January 2024", None),
        ("<span>03/05/2024</span>", "", None),
        ("<span>No 1421-03-05-2023</span>", "", None),
        ("", "", None),
    ],
)
def test_the_day_is_that_of_publication_or_none(above, below, day):
    account = "<p>The leaders agreed on a tariff for grain.</p><p>They recalled the treaty of 4 July 1999.</p>"
    main = f"<main><h1>Call with Fiji</h1>{above}{account}</main><footer>{below}</footer>"
    assert load_text(f"<html lang='en'><body>{main}</body></html>").date == day


def test_lines_that_stand_as_they_are_are_parted_by_empty_ones():
    account = "Call with Fiji\n\nThe leaders agreed on a tariff for grain and\non a port.\n\nThey urged a truce.\n"
    text = load_text(f"<html><body><pre>{account}</pre></body></html>").text
    assert text.endswith("The leaders agreed on a tariff for grain and on a port.\n\nThey urged a truce.\n")


def test_two_line_breaks_end_a_paragraph_and_one_a_line():
    text = load_text("<html><body><div>One spoke.<br> <br>Two spoke.<br>Three spoke.</div></body></html>").text
    assert text == "One spoke.\n\nTwo spoke.\nThree spoke.\n"


def test_a_text_with_a_tag_here_and_there_keeps_its_paragraphs():
    text = load_text(
        "Two leaders spoke of <b>grain</b>.\n\nThey <i>met</i>.\n\nThree <a>left</a>.<br><br><br><br>"
    ).text
    assert text == "Two leaders spoke of grain.\n\nThey met.\n\nThree left.\n"


def test_menus_captions_footers_and_share_buttons_are_told_apart():
    kinds = {piece.text: piece.kind for piece in read("presidency-fr").extraction.left_out}
    assert kinds["Tout accepter"] == "menu"
    assert kinds["© Présidence de la République, le bureau d’angle au palais."] == "caption"
    assert kinds["Entretien téléphonique avec le Président du Brésil."] == "title"
    assert next(kind for text, kind in kinds.items() if text.startswith("Restez informé")) == "footer"


def test_items_of_a_list_stay_items_and_paragraphs_paragraphs():
    text = read("gov-publishing").text
    assert "following next steps:\n\n- a meeting of defence ministers in Hiroshima\n- a common standard" in text
    assert "\n\nTurning to the Red Sea" in text


def test_offsets_count_in_the_text_that_was_extracted():
    readout = read("council-press")
    assert "High Representative spoke" in readout.text
    assert all(0 <= piece.start < piece.end <= len(readout.text) for piece in readout.boilerplate)


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "utf-8-sig"])
def test_a_page_is_decoded_as_it_says(encoding, tmp_path):
    path = tmp_path / "ru.html"
    path.write_bytes(page("ministry-tables").encode(encoding, errors="xmlcharrefreplace"))
    assert load(path).text == read("ministry-tables").text


def test_front_matter_may_stand_above_a_page():
    readout = load_text("---\nside: no\ndate: 2024-05-04\n---\n" + page("block-theme"))
    assert (readout.side, readout.date) == ("no", "2024-05-04")
    assert readout.text == read("block-theme").text


def test_a_piece_of_a_page_is_a_page():
    readout = load_text("<p>The leaders <b>spoke</b> of grain.</p><p>They agreed to meet in <i>May</i>.</p>")
    assert readout.text == "The leaders spoke of grain.\n\nThey agreed to meet in May.\n"


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (
            "".join(f"<h2>Call with the King of {x}</h2><p>3 May 2024</p><p>They spoke of {x}.</p>" for x in "ABC"),
            "3 accounts",
        ),
        (
            "".join(
                f"<article><h3><a href='{x}'>Call with {x}</a></h3><p>The Minister spoke of {x}.</p></article>"
                for x in ("Chile", "Peru")
            ),
            "2 accounts",
        ),
        ("<ul>" + "<li><a href='/1'>Call with the Foreign Minister of Chile</a> 3 May</li>" * 9 + "</ul>", "without"),
        ("<script>var text = 'The leaders spoke of grain.'</script>", "without"),
        ("<nav><a href='/'>Home</a></nav><footer>All rights reserved</footer>", "without"),
    ],
)
def test_a_page_of_several_accounts_or_none_is_refused(body, what):
    with pytest.raises(InputError, match=what):
        load_text(f"<html><head><title>News</title></head><body><main>{body}</main></body></html>")


def test_what_else_a_site_has_behind_an_account_does_not_make_it_several():
    account = "<p>The leaders agreed on a tariff for grain and on a common office at the port.</p>" * 2
    account += "<p>They urged a truce, and will meet again in the capital at the end of the coming month of May.</p>"
    others = "".join(
        f"<h3><a href='/{x}'>Call with {x}</a></h3><p>The President spoke with {x}.</p>" for x in ("Chad", "Peru")
    )
    readout = load_text(f"<html><body><main><h1>Call with Fiji</h1>{account}{others}</main></body></html>")
    assert "urged a truce" in readout.text
    assert "Chad" not in readout.text
    assert any("Chad" in piece.text for piece in readout.extraction.left_out)


def test_a_notice_in_a_script_does_not_take_the_place_of_a_short_account():
    notice = (
        "We keep small files on your device to count visits, and you may refuse them all at any time you like. " * 3
    )
    script = f'<script type="application/json">{{"consent": {{"title": "Privacy", "text": "{notice}"}}}}</script>'
    account = (
        "<p>Today the Minister spoke with her colleague of Tonga. Australia will fly water to the islands tomorrow.</p>"
    )
    readout = load_text(f"<html><body>{script}<main><h1>Call</h1>{account}</main></body></html>")
    assert "fly water" in readout.text
    assert "device" not in readout.text


def test_headings_inside_one_account_do_not_make_it_several():
    body = "<h1>Call</h1><h2>Trade</h2><p>The leaders agreed on a tariff.</p><h2>Peace</h2><p>They urged a truce.</p>"
    readout = load_text(f"<html><body><main>{body}</main></body></html>")
    assert "agreed on a tariff" in readout.text
    assert "urged a truce" in readout.text


def test_two_pages_are_compared_and_the_json_says_how_they_were_read(tmp_path):
    for side, name in (("us", "block-theme"), ("ru", "president-ru")):
        (tmp_path / f"{side}.html").write_text(page(name), encoding="utf-8")
    done = readcmp("diff", "--json", "us.html", "ru.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    jsonschema.validate(data, json.loads(readcmp("schema").stdout))
    assert [side["extraction"]["library"] for side in data["sides"]] == ["trafilatura"] * 2


def test_verbose_shows_what_was_left_out_of_a_page(tmp_path):
    (tmp_path / "us.html").write_text(page("block-theme"), encoding="utf-8")
    (tmp_path / "ru.txt").write_text("The presidents spoke of gas prices.")
    done = readcmp("diff", "--verbose", "us.html", "ru.txt", cwd=tmp_path)
    assert "Sign up with your email address" in done.stdout
