"""Pictures of the page for the README, taken of the real program's page: ``python tests/screenshots.py``.

Needs Chromium and what the extra ``test`` brings. No test holds the pictures against the page, since the faces that a
machine has decide how it looks; take them anew when the look has changed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from browsers import QUIET, chromium
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
SAMPLE = [f"samples/2020-07-23-trump-putin/{side}.txt" for side in ("us", "ru")]


def accounts(page: Page) -> None:
    """Both accounts beside each other, with a passage that the mouse is over."""
    page.eval_on_selector("#accounts", "e => scrollTo(0, e.offsetTop - 24)")
    page.wait_for_timeout(300)
    page.hover("#p0-2")
    page.wait_for_timeout(300)


def head(_: Page) -> None:
    """The page as it opens."""


PICTURES = {
    "page.png": ({"width": 1320, "height": 1000}, "light", accounts),
    "page-phone.png": ({"width": 390, "height": 760}, "dark", head),
}


def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "page.html"
        program = [sys.executable, "-m", "readcmp", "diff", "--engine", "semantic", "-o", str(file), *SAMPLE]
        subprocess.run(program, cwd=ROOT, check=True)
        browser = driver.chromium.launch(executable_path=chromium(), args=list(QUIET))
        for name, (size, scheme, prepare) in PICTURES.items():
            page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
            page.goto(file.as_uri())
            prepare(page)
            page.screenshot(path=ROOT / "samples" / name)
        browser.close()


if __name__ == "__main__":
    main()
