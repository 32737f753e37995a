"""How each language works: every file fits the schema, everything in it is read, and faults are named."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import readcmp
from readcmp import compare, languages
from readcmp.languages import LanguageError, known, load, validation
from readcmp.languages.schema import SECTIONS
from readcmp.model import Readout
from readcmp.text import WORD

PACKAGE = Path(readcmp.__file__).parent


def asked_for():
    """Every name and text by which the modules could ask for a value, those of the schema itself left out."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name == "languages" and path.stem != "stemming":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def forget():
    languages.load.cache_clear()
    languages._load.cache_clear()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of languages with one in it, which has no file yet."""
    monkeypatch.setattr(languages, "ROOT", tmp_path)
    monkeypatch.setattr(validation, "ROOT", tmp_path)
    (tmp_path / "xx").mkdir()
    forget()
    yield tmp_path / "xx"
    forget()


@pytest.mark.parametrize("language", known())
def test_the_files_of_a_language_fit_the_schema(language):
    assert list(validation.faults(language)) == []


@pytest.mark.parametrize("language", known())
def test_every_section_of_a_language_can_be_loaded(language):
    for section, made in SECTIONS.items():
        attribute = "traits" if section == "language" else section
        assert isinstance(getattr(load(language), attribute), made)


def test_every_key_of_the_schema_is_read_and_every_one_is_used_by_some_language():
    asked = asked_for()
    for section, made in SECTIONS.items():
        attribute = "traits" if section == "language" else section
        for key in made.kinds():
            assert key in asked, f"nothing reads {section}.{key}"
            values = (getattr(getattr(load(language), attribute), key) for language in known())
            assert any(values), f"no language has {section}.{key}"


def test_a_language_without_a_folder_is_empty_throughout():
    nothing = load("xx")
    assert not nothing.has("clauses")
    assert nothing.words.prepositions == ""
    assert nothing.negation.negators == ()
    assert nothing.scope.extents == {}


def test_a_region_makes_no_other_language():
    assert load("en-GB") is load("en_US") is load("EN")


@pytest.mark.parametrize("language", [code for code in known() if load(code).traits.elisions])
def test_what_a_language_elides_is_a_word_of_its_own_in_every_text(language):
    for elided in load(language).traits.elisions.split(", "):
        for word in (elided, elided.capitalize()):
            assert WORD.findall(f"{word}'Ukraine") == [word, "Ukraine"]
            assert WORD.findall(f"{word}\N{RIGHT SINGLE QUOTATION MARK}Oslo") == [word, "Oslo"]


def test_an_apostrophe_in_a_name_parts_no_word():
    assert WORD.findall("O'Brien and Xi'an don't") == ["O'Brien", "and", "Xi'an", "don't"]


@pytest.mark.parametrize("code", ["..", "../en", "", "e/n", "en/..", "\N{CJK UNIFIED IDEOGRAPH-4E2D}"])
def test_no_code_leads_out_of_the_folder(code):
    assert not load(code).has("clauses")


FITTING = "negators: [not]\nimplied: [avoid]\nidioms: [not only]\n"


@pytest.mark.parametrize(
    ("file", "content", "fault"),
    [
        ("negation.yaml", FITTING + "emtpy: the\n", "xx/negation.yaml: emtpy: the schema has no such key"),
        ("negation.yaml", "negators: [not]\nimplied: [avoid]\n", "xx/negation.yaml: idioms: is missing"),
        ("negation.yaml", FITTING.replace("[not]", "not"), "xx/negation.yaml: negators: should be a list"),
        ("negation.yaml", FITTING.replace("[not]", "['(not']"), "negators: is no regular expression: missing )"),
        ("negation.yaml", FITTING + "empty: the, of, the\n", "empty: has a term twice: the"),
        ("negation.yaml", FITTING + "empty: the, , of\n", "empty: has nothing between two commas"),
        ("negation.yaml", FITTING + "empty: [the]\n", "empty: should be a text"),
        ("negation.yaml", "- not\n", "xx/negation.yaml: has no keys"),
        ("negation.yaml", "negators: [\n", "xx/negation.yaml: while parsing"),
        ("clauses.yaml", "reach: far\n", "reach: should be a number, not 'far'"),
        ("quantities.yaml", "numbers: one\n", "numbers: should be headings with values"),
        ("quantities.yaml", "month_first: perhaps\n", "month_first: should be yes or no, not 'perhaps'"),
        ("quantities.yaml", "numbers: {1: one, 2: [two]}\n", "numbers: 2: should be a text"),
        ("boilerplate.yaml", "menu: {hole: [share]}\n", "menu: hole: is none of whole, begins, holds"),
        ("boilerplate.yaml", "menu: {whole: [share, print, share]}\n", "menu: whole: has a phrase twice: share"),
        ("boilerplate.yaml", "menu: {whole: share}\n", "menu: whole: should be a list"),
        ("negations.yaml", FITTING, "xx/negations.yaml: no section has this name"),
    ],
)
def test_a_fault_is_named_with_its_file_and_key(file, content, fault, folder):
    (folder / file).write_text(content, encoding="utf-8")
    found = list(validation.faults("xx"))
    assert any(fault in each for each in found), found


def test_what_fits_has_no_fault(folder):
    (folder / "negation.yaml").write_text(FITTING, encoding="utf-8")
    assert list(validation.faults("xx")) == []


def check(*arguments):
    """Run the command, and return its exit code, standard output and the first line of standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "readcmp", "lexicon", "check", *arguments], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_the_command_lists_what_a_language_lacks_and_finds_nothing_wrong():
    code, out, err = check("--language", "zh")
    assert (code, err) == (0, "")
    assert "lacks\tattribution.yaml\t" in out
    assert out.endswith("nothing is wrong\n")


@pytest.mark.parametrize("arguments", [("--language", "xx"), ("--language", "../en"), ("--language", "en", "own.yaml")])
def test_the_command_says_in_one_line_what_it_cannot_check(arguments):
    code, out, err = check(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("readcmp: error: ")
    assert err.count("\n") == 1


def test_a_key_that_is_none_is_refused_when_it_is_loaded_too(folder, monkeypatch):
    (folder / "negation.yaml").write_text(FITTING + "emtpy: the\n", encoding="utf-8")
    monkeypatch.setattr(languages, "kept", lambda _name, make: make())
    with pytest.raises(LanguageError, match=r"xx/negation\.yaml: .*emtpy"):
        _ = load("xx").negation


def test_what_a_language_lacks_is_told_by_file_and_key_and_an_empty_value_is_no_lack():
    lacking = validation.lacks("de")
    assert "gerund_endings" in lacking["clauses"]
    assert "meetings" not in lacking["clauses"]
    assert validation.lacks("en") == {}
    assert set(validation.lacks("xx")) >= {"clauses", "attribution", "quantities"}
    assert "adding" not in lacking["clauses"]
    assert load("de").clauses.adding == ""


@pytest.mark.parametrize("missing", SECTIONS)
@pytest.mark.parametrize("model", ["en", "es", "zh"])
def test_a_language_may_lack_any_of_its_files(missing, model, folder, monkeypatch):
    monkeypatch.setattr(languages, "kept", lambda _name, make: make())
    code = f"q{model}{missing.replace('_', '')}"  # one of its own, as what is read of a language is kept
    (folder.parent / code).mkdir()
    for path in (PACKAGE / "languages" / model).iterdir():
        if path.stem != missing:
            shutil.copy(path, folder.parent / code)
    shutil.copytree(PACKAGE / "languages" / "zh", folder.parent / "zh")  # whose numerals stand for those of the script
    assert load(code).has("verbs") is (missing != "verbs")
    texts = {
        "en": "The President spoke with the King on 5 May. They did not agree on 12 ships, and he urged restraint.",
        "es": "El presidente habló con el rey el 5 de mayo. No acordaron 12 barcos y pidió moderación.",
        "zh": "国家主席同美国总统通电话。国家主席指出，中方反对一切形式的单边制裁，愿提供250吨粮食。",
    }
    sides = [Readout(side, side.upper(), texts[model], f"{side}.txt", language=code) for side in ("aa", "bb")]
    assert all(side.points for side in compare(sides, engine="fuzzy").sides)


READERS = ("loading", "segmentation", "annotation", "aligning", "comparing", "splitting")
"""The packages that read texts, whatever language they are in."""

LETTERS = {
    "annotation/quantities/scan.py": "one letter that texts write for another",
    "loading/documents/recognising.py": "a byte order mark, read in the wrong encoding",
    "loading/legacy.py": "the letters by which encodings are told apart, of languages without a folder too",
    "segmentation/tokens.py": "one letter that texts write for another",
}
"""The modules that hold letters beyond ASCII all the same, each with its reason."""

READING = [path for name in READERS for path in sorted((PACKAGE / name).rglob("*.py"))]
each_reader = pytest.mark.parametrize("path", READING, ids=lambda path: str(path.relative_to(PACKAGE)))


def literals(tree):
    """Every text in a module but its docstrings."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@each_reader
def test_words_in_other_letters_than_those_of_english_stand_in_the_folders_of_languages(path):
    foreign = {c for text in literals(ast.parse(path.read_text("utf-8"))) for c in text if c > "\x7f" and c.isalpha()}
    assert bool(foreign) == (path.relative_to(PACKAGE).as_posix() in LETTERS), f"holds {''.join(sorted(foreign))}"


@each_reader
def test_no_rule_asks_which_language_it_is(path):
    compared = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Compare))
    asked = [ast.unparse(node) for node in compared if "language" in ast.unparse(node.left)]
    assert not [words for words in asked if any(f"'{code}'" in words for code in known())]
