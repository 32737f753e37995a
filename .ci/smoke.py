"""Try an installed readcmp as its user would: ``PYTHON smoke.py READCMP FILE FILE``, with the interpreter it lies in.

Every output format, every page of the guide and every other command that needs no gold; each must end with status 0,
print something and complain of nothing.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import readcmp
from readcmp.cli.diff import FORMATS, TABLES
from readcmp.guide import NAMES

NEWS = """The ministers of Norway and Turkey met on Monday.

Oslo said the two had agreed on a date. It would be in May, it added. The Norwegian minister spoke of a good day.

Ankara denied it. Nobody had named a date, a Turkish spokesman said. He had read the minutes twice.
"""
"""An article with two accounts, long enough to be weighed."""


def runs(files: list[str], article: Path) -> Iterator[list[str]]:
    """Yield the arguments of every run."""
    diff = ["diff", "--engine", "fuzzy", "--no-cache", *files]
    yield from ([*diff, "--format", name] for name in FORMATS)
    yield from ([*diff, "--format", "csv", "--table", name] for name in TABLES)
    yield ["brief", "--engine", "fuzzy", "--no-cache", *files]
    yield from (["help", name] for name in NAMES)
    yield from (["help"], ["--help"], ["--version"], ["schema"], ["lexicon", "list"], ["lexicon", "check"])
    yield from (["split", str(article)], ["split", str(article), "-f", "json"])
    yield from (["topics"], ["completion", "bash"])


def main(program: str, *files: str) -> int:
    """Run everything; return how much of it went wrong."""
    home = Path(readcmp.__file__).resolve().parent
    if not home.is_relative_to(Path(sys.prefix).resolve()):
        print(f"readcmp was taken from {home}, not from the wheel")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(NEWS, encoding="utf-8")
        wrong, every = 0, list(runs(list(files), article))
        for arguments in every:
            done = subprocess.run([program, *arguments], capture_output=True, check=False)
            if done.returncode or done.stderr or not done.stdout.strip():
                wrong += 1
                print(f"readcmp {' '.join(arguments)}: status {done.returncode}, {len(done.stdout)} bytes")
                print(done.stderr.decode(errors="replace"))
    print(f"{len(every) - wrong} of {len(every)} runs of {program} went well")
    return wrong


if __name__ == "__main__":
    sys.exit(min(main(*sys.argv[1:]), 1))
