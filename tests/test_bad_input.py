"""Whatever is given, trouble is told in one line and nothing is written: each case runs the real program."""

import os
from pathlib import Path

import program
import pytest

GOOD = "The leaders discussed grain and trade. They agreed to meet in May.\n"
OTHER = "The presidents spoke of trade and noted the progress on grain.\n"


class Bench:
    """A folder with a good readout in it, in which a case puts what is bad; a method gives the arguments."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.good = self.write("good/ru.txt", OTHER)

    def write(self, name: str, content: str | bytes) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def file(self, content: str | bytes, *more: str) -> list[str]:
        """A bad readout beside the good one."""
        return [self.write("us.txt", content), self.good, *more]

    def options(self, *more: str) -> list[str]:
        """Two good readouts and options that are bad."""
        return self.file(GOOD, *more)

    def matter(self, block: str) -> list[str]:
        """A readout with bad front matter."""
        return self.file(f"---\n{block}\n---\n{GOOD}")

    def lexicon(self, content: str | bytes) -> list[str]:
        """Two good readouts and a bad lexicon."""
        return self.options("--lexicon", self.write("lexicon.yaml", content))

    def pins(self, content: str | bytes) -> list[str]:
        """Two good readouts and bad pins."""
        return self.options("--pins", self.write("pins.yaml", content))

    def folder_of(self, name: str) -> str:
        path = self.folder / name
        path.mkdir()
        return str(path)

    def unreadable(self) -> list[str]:
        if os.name != "posix" or os.geteuid() == 0:
            pytest.skip("the superuser may read any file, so that no file can be unreadable here")
        arguments = self.file(GOOD)
        Path(arguments[0]).chmod(0)
        return arguments

    def loop(self) -> list[str]:
        path = self.folder / "us.txt"
        path.symlink_to(path)
        return [str(path), self.good]

    def twin(self) -> list[str]:
        path = self.folder / "us.txt"
        path.symlink_to(self.good)
        return [str(path), self.good]

    def device(self, name: str) -> list[str]:
        if not Path(name).exists():
            pytest.skip(f"this system has no {name}")
        return [name, self.good]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]\n" for before, one in zip("abcdefghij", "bcdefghijk", strict=True)
)

CASES = {
    # files
    "missing file": lambda b: [str(b.folder / "none.txt"), b.good],
    "missing folder": lambda b: [str(b.folder / "none" / "us.txt"), b.good],
    "empty name": lambda b: ["", b.good],
    "odd name": lambda b: [str(b.folder / "a\x1b[31m\nb.txt"), b.good],
    "name too long": lambda b: [str(b.folder / ("x" * 5000)), b.good],
    "folder": lambda b: [b.folder_of("us.txt"), b.good],
    "unreadable file": Bench.unreadable,
    "link to itself": Bench.loop,
    "file as folder": lambda b: [f"{b.good}/us.txt", b.good],
    "device without end": lambda b: b.device("/dev/zero"),
    "device without content": lambda b: b.device("/dev/null"),
    "empty file": lambda b: b.file(b""),
    "empty standard input": lambda b: ["-", b.good],
    "white space": lambda b: b.file(" \n\t\r\n\u00a0\u3000"),
    "byte order mark alone": lambda b: b.file(b"\xef\xbb\xbf"),
    "too large": lambda b: b.file("word " * 90_000),
    # bytes
    "PDF": lambda b: b.file(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    "office document": lambda b: b.file(b"PK\x03\x04\x14\x00\x06\x00word/document.xml"),
    "old office document": lambda b: b.file(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)),
    "RTF": lambda b: b.file(b"{\\rtf1\\ansi The leaders met.}"),
    "image": lambda b: b.file(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
    "compressed file": lambda b: b.file(b"\x1f\x8b\x08\x00abc"),
    "NUL bytes": lambda b: b.file(b"The leaders\x00\x00\x00 met"),
    "control characters": lambda b: b.file(bytes(range(1, 9)) * 50),
    "random bytes": lambda b: b.file(bytes((n * n * 7 + n * 13) % 256 for n in range(999))),
    "half of UTF-16": lambda b: b.file(b"\xff\xfeT\x00h"),
    # text
    "front matter alone": lambda b: b.file("---\nside: us\n---\n"),
    "boilerplate alone": lambda b: b.file("Share\nPrint\n\n© 2020 All rights reserved\n\n###\n"),
    "marks alone": lambda b: b.file("... --- !!!\n"),
    "HTML page without text": lambda b: b.file("<html><head><script>var a = 1</script></head><body></body></html>"),
    # front matter
    "malformed YAML": lambda b: b.matter("side: us\ntitle: a: b: c"),
    "YAML tab": lambda b: b.matter("side: us\n\ttitle: x"),
    "no end": lambda b: b.file(f"---\nside: us\n{GOOD}"),
    "no mapping": lambda b: b.matter("- side\n- us"),
    "title is a list": lambda b: b.matter("title: [a, b]"),
    "date is no date": lambda b: b.matter("date: yesterday"),
    "date that is none": lambda b: b.matter("date: 2020-02-30"),
    "side is no id": lambda b: b.matter("side: the United States of America"),
    "side is a speaker": lambda b: b.matter("side: both"),
    "side is the other": lambda b: b.matter("side: other"),
    "language is no code": lambda b: b.matter("language: English"),
    "YAML tag": lambda b: b.matter("title: !!python/object/apply:os.system ['exit 3']"),
    "alias bomb": lambda b: b.matter(BOMB + "title: *k"),
    "alias of itself": lambda b: b.matter("title: &a [*a]"),
    "deep nesting": lambda b: b.matter("x: " + "[" * 4000 + "]" * 4000),
    "long front matter": lambda b: b.matter("x: " + "y" * 20_000),
    # arguments
    "one file": lambda b: [b.good],
    "no file": lambda b: [],
    "same file twice": lambda b: [b.good, b.good],
    "same file by a link": Bench.twin,
    "standard input twice": lambda b: ["-", "-"],
    "too few sides": lambda b: b.options("--side", "us"),
    "too many sides": lambda b: b.options("--side", "us", "--side", "ru", "--side", "cn"),
    "side that is no id": lambda b: b.options("--side", "u/s", "--side", "ru"),
    "too few languages": lambda b: b.options("--lang", "en"),
    "language that is no code": lambda b: b.options("--lang", "12", "--lang", "en"),
    "unknown format": lambda b: b.options("--format", "docx"),
    "two formats": lambda b: b.options("--json", "--format", "terminal"),
    "unknown engine": lambda b: b.options("--engine", "magic"),
    "unknown option": lambda b: b.options("--frobnicate"),
    "option without value": lambda b: b.options("--engine"),
    "unknown colour": lambda b: b.options("--color", "sometimes"),
    "width that is no number": lambda b: b.options("--width", "wide"),
    "width too small": lambda b: b.options("--width", "3"),
    "watched topic that is none": lambda b: b.options("--watch", "beekeeping"),
    "findings less than none": lambda b: b.options("--findings", "-1"),
    # pins
    "missing pins": lambda b: b.options("--pins", str(b.folder / "none.yaml")),
    "pins are a folder": lambda b: b.options("--pins", b.folder_of("pins")),
    "pins without end": lambda b: [*b.file(GOOD), "--pins", b.device("/dev/zero")[0]],
    "pins are empty": lambda b: b.pins(""),
    "pins are binary": lambda b: b.pins(bytes(range(256))),
    "pins are no mapping": lambda b: b.pins("- a\n- b\n"),
    "pins with an unknown part": lambda b: b.pins("equal: []\n"),
    "pins of one side": lambda b: b.pins("same:\n  - us: grain\n"),
    "pins without words": lambda b: b.pins("same:\n  - us:\n    ru:\n"),
    "pins with a tag": lambda b: b.pins("same: !!python/object/apply:os.system ['exit 3']\n"),
    "pins with no such character": lambda b: b.pins('same: [{us: "\\U00110000", ru: x}]\n'),
    "pins with a number of no character": lambda b: b.pins('same: [{us: "\\UFFFFFFFF", ru: x}]\n'),
    "pins nested deep": lambda b: b.pins("same: " + "[" * 5000),
    # lexicon
    "lexicon without end": lambda b: [*b.file(GOOD), "--lexicon", b.device("/dev/zero")[0]],
    "missing lexicon": lambda b: b.options("--lexicon", str(b.folder / "none.yaml")),
    "lexicon is a folder": lambda b: b.options("--lexicon", b.folder_of("lexicon")),
    "lexicon is no YAML": lambda b: b.lexicon("topics: [a: b: c"),
    "lexicon is no mapping": lambda b: b.lexicon("- a\n- b\n"),
    "lexicon is binary": lambda b: b.lexicon(bytes(range(256))),
    "lexicon with an unknown part": lambda b: b.lexicon("frobnications: {x: [y]}\n"),
    "lexicon with no such character": lambda b: b.lexicon('topics: {x: {label: "\\UFFFFFFFF"}}\n'),
    "term of a thousand words": lambda b: b.lexicon(f"topics: {{x: {{terms: {{en: {'word ' * 1000}}}}}}}\n"),
    "term of a thousand signs": lambda b: b.lexicon(f"topics: {{x: {{terms: {{zh: {'一' * 1000}}}}}}}\n"),
    "term of many gaps": lambda b: b.lexicon("topics: {x: {terms: {en: the .. the .. the .. the .. the .. the}}}\n"),
    "term of a gap alone": lambda b: b.lexicon("topics: {x: {terms: {en: '..'}}}\n"),
    "many terms by aliases": lambda b: b.lexicon(
        f"topics:\n  x: {{terms: {{en: &a [{'word, ' * 600}]}}}}\n"
        + "".join(f"  x{n}: {{terms: {{en: *a}}}}\n" for n in range(100))
    ),
    "many topics": lambda b: b.lexicon("topics:\n" + "".join(f"  x{n}: {{terms: {{en: a}}}}\n" for n in range(1001))),
    "lexicon with a tag": lambda b: b.lexicon("topics: !!python/object/apply:os.system ['exit 3']\n"),
}


def run(arguments, folder):
    """Run the program as a shell would, with an empty standard input."""
    return program.run(["diff", *arguments], cwd=folder)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bad_input_ends_with_one_line_and_status_two_and_writes_nothing(case, tmp_path):
    out = tmp_path / "out.json"
    done = run([*case(Bench(tmp_path)), "-o", str(out)], tmp_path)
    error = done.stderr.decode()
    assert "Traceback" not in error
    assert done.returncode == 2, error
    assert done.stdout == b""
    lines = error.splitlines()
    assert len(lines) == 1, error
    assert lines[0].startswith("readcmp: error: ")
    assert lines[0].isprintable()
    assert len(lines[0]) < 6000  # the longest name given is 5,000 characters
    assert not out.exists()


def test_an_older_result_stays_where_the_new_one_fails(tmp_path):
    out = tmp_path / "out.json"
    out.write_text("older")
    bench = Bench(tmp_path)
    assert run([*bench.file(b""), "-o", str(out)], tmp_path).returncode == 2
    assert out.read_text() == "older"


@pytest.mark.parametrize("target", ["none/out.json", "good"])
def test_a_place_that_cannot_be_written_to_is_told(target, tmp_path):
    bench = Bench(tmp_path)
    done = run([*bench.options("--engine", "fuzzy"), "-o", str(tmp_path / target)], tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().startswith("readcmp: error: ")
    assert len(done.stderr.decode().splitlines()) == 1


def test_the_good_readouts_of_these_cases_are_good(tmp_path):
    """Else every case above might fail for another reason than its own."""
    out = tmp_path / "out.json"
    done = run([*Bench(tmp_path).options("--json", "--engine", "fuzzy"), "-o", str(out)], tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert out.stat().st_size > 0
