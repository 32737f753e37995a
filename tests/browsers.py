"""Where a Chromium is, and how it is started to make no request of its own."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def chromium():
    """The path of the first Chromium that is installed, None if there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)
