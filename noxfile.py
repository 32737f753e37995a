"""Sessions for nox: ``nox`` runs all, ``nox -s types`` one, ``nox -l`` lists them."""

import nox

nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_missing_interpreters = False


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the tests but for those that measure quality."""
    session.install("-e", ".[test]")
    session.run("pytest", "-q", "-n", "2", "--ignore", "tests/quality", *session.posargs)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types."""
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session
def lint(session: nox.Session) -> None:
    """Look for what the linter knows as mistakes."""
    session.install("ruff")
    session.run("ruff", "check", ".")


@nox.session(name="format")
def format_(session: nox.Session) -> None:
    """Check that all code is formatted; ``nox -s format -- --fix`` formats it."""
    session.install("ruff")
    session.run("ruff", "format", *([] if "--fix" in session.posargs else ["--check"]), ".")


@nox.session
def quality(session: nox.Session) -> None:
    """Measure how good the comparison is, and hold the figures against their floors."""
    session.install("-e", ".[test]")
    session.run("pytest", "-q", "tests/quality", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Show how much of the code the tests run, those aside that take long or watch the clock."""
    session.install("-e", ".[dev]")
    aside = ("tests/test_html_browser.py", "tests/test_pump.py", "tests/test_hostile.py")
    ignored = [f"--ignore={file}" for file in aside]
    session.run("pytest", "-q", "-n", "2", "-m", "not slow and not gold", *ignored, "--cov=readcmp")
