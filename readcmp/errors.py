"""What can go wrong, each as one line that says what, where and what to do."""

from __future__ import annotations


class ReadcmpError(Exception):
    """Trouble that the user can mend.

    ``what`` says what is wrong, ``where`` names the file (with a line where there is one), ``hint`` says what
    to do. ``str()`` joins them to one line without line breaks or control characters, however odd the input.
    """

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        line = self.what if self.where is None else f"{self.where}: {self.what}"
        if self.hint:
            line = f"{line}; {self.hint}"
        return "".join(c if c.isprintable() else " " for c in line)


class InputError(ReadcmpError):
    """A readout, gold or pin file that cannot be used."""


class LexiconError(ReadcmpError):
    """A lexicon file that cannot be used."""


class UsageError(ReadcmpError):
    """Arguments that do not fit together."""


class ModelError(ReadcmpError):
    """A language model that cannot be used, or whose answer cannot be."""


class MissingExtraError(ReadcmpError):
    """Something that needs an extra which is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra '{extra}'", hint=f"install it with: pip install 'readcmp[{extra}]'")
