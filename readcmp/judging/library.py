"""Language models by the ``llm`` library, whose plugins reach hosted models and those on the own machine.

Whatever the library and its plugins raise becomes a ``ModelError`` of one line. Nothing of it is imported before a
model is asked for by name.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from msgspec import Struct

from readcmp.errors import MissingExtraError, ModelError
from readcmp.judging.answers import SCHEMA

TIMEOUT = 300
"""Seconds to wait for an answer to begin, or to go on."""

LONGEST = 2_000_000
"""Characters of an answer: what goes on beyond is no answer."""

LISTED = "'llm models' lists those that are there, 'llm install' adds plugins with more"

_TOO_LONG = ("context length", "context window", "context_length", "too long", "too many tokens", "maximum context")
_NOW_AND_THEN = ("ratelimit", "rate limit", "rate_limit", "429", "overloaded", "connection", "connect", "network",
                 "timeout", "timed out", "unavailable", "502", "503", "529")  # fmt: skip


class Reply(Struct, frozen=True):
    """What a model answered, and the tokens that were read and written for it where the library tells them."""

    text: str
    read: int | None = None
    written: int | None = None


class Model(Protocol):
    """Whatever answers requests."""

    @property
    def id(self) -> str:
        """The name of the model, an alias resolved."""

    def ask(self, instruction: str, request: str) -> Reply:
        """Return the answer; PassingError where it may come at another try, TooLongError where the text is too long."""


class PassingError(ModelError):
    """Trouble that may be over in a moment: a network, a quota by the minute."""


class TooLongError(ModelError):
    """More text than the model can read at once."""


def installed() -> bool:
    """Return whether the extra is there; imports nothing of it."""
    from importlib.util import find_spec

    spec = find_spec("llm")
    return spec is not None and spec.origin is not None  # a folder of that name is no library


def load(name: str, timeout: float = TIMEOUT) -> Model:
    """Return the model of this name or alias. Raises MissingExtraError or ModelError where there is none."""
    try:
        import llm
    except Exception as error:  # the library, or what it needs, may be broken in any way
        if isinstance(error, ModuleNotFoundError) and error.name == "llm":
            raise MissingExtraError("the engine 'llm'", "llm") from error
        raise ModelError(f"the library llm cannot be loaded ({_told(error)})", hint="install it anew") from error
    try:
        found = llm.get_model(name)
    except llm.UnknownModelError as error:
        raise ModelError(f"no model is called {name!r}", hint=LISTED) from error
    except Exception as error:
        raise ModelError(
            f"the models cannot be listed ({_told(error)})", hint="see whether 'llm models' works"
        ) from error
    return _LibraryModel(found, timeout)


class _LibraryModel:
    """A model of the library, asked in a thread of its own, so that one that never answers can be left."""

    def __init__(self, model: Any, timeout: float) -> None:  # noqa: ANN401 - the library's classes differ by version
        self._model = model
        self._timeout = timeout
        self._options: dict[str, Any] = {}
        if "temperature" in getattr(model.Options, "model_fields", {}):
            self._options["temperature"] = 0
        self._system = True

    @property
    def id(self) -> str:
        return str(self._model.model_id)

    def ask(self, instruction: str, request: str) -> Reply:
        while True:
            try:
                return self._asked(instruction, request)
            except ModelError:
                raise
            except NotImplementedError as error:
                if not self._system:
                    raise self._trouble(error) from error
                self._system = False  # some models take one text only
            except Exception as error:
                if "temperature" not in str(error) or not self._options.pop("temperature", None) == 0:
                    raise self._trouble(error) from error  # some have the option and refuse every value

    def _asked(self, instruction: str, request: str) -> Reply:
        told: queue.SimpleQueue[str | Reply | BaseException] = queue.SimpleQueue()
        threading.Thread(target=self._run, args=(instruction, request, told), daemon=True).start()
        text: list[str] = []
        length = 0
        while True:
            try:
                one = told.get(timeout=self._timeout)
            except queue.Empty:
                what = f"the model {self.id} did not answer within {self._timeout:g} seconds"
                raise ModelError(what, hint="allow it more with --timeout, or name another model") from None
            if isinstance(one, Reply):
                return Reply("".join(text), one.read, one.written)
            if isinstance(one, BaseException):
                raise one if isinstance(one, Exception) else RuntimeError(f"{type(one).__name__}: {one}")
            text.append(one)
            length += len(one)
            if length > LONGEST:
                raise ModelError(f"the model {self.id} answers without end", hint="name another model")

    def _run(self, instruction: str, request: str, told: queue.SimpleQueue[str | Reply | BaseException]) -> None:
        try:
            for part in self._parts(instruction, request, told):
                told.put(part)
        except BaseException as error:
            told.put(error)

    def _parts(
        self, instruction: str, request: str, told: queue.SimpleQueue[str | Reply | BaseException]
    ) -> Iterator[str]:
        given: dict[str, Any] = {"stream": bool(getattr(self._model, "can_stream", False)), **self._options}
        if getattr(self._model, "supports_schema", False):
            given["schema"] = SCHEMA
        if self._system:
            response = self._model.prompt(request, system=instruction, **given)
        else:
            response = self._model.prompt(f"{instruction}\n{request}", **given)
        yield from response
        usage = response.usage()
        told.put(Reply("", _count(usage, "input"), _count(usage, "output")))

    def _trouble(self, error: Exception) -> ModelError:
        """Return the error as one line: what the model did, and what to do."""
        kinds = {kind.__name__ for kind in type(error).__mro__}
        told = _told(error)
        signs = f"{' '.join(sorted(kinds))} {told}".lower()
        if "NeedsKeyException" in kinds:
            return ModelError(f"the model {self.id} needs a key", hint=_said(error))
        if "AuthenticationError" in kinds or "401" in told:
            return ModelError(f"the model {self.id} refuses the key ({told})", hint="set another with 'llm keys set'")
        if any(sign in signs for sign in _TOO_LONG):
            return TooLongError(
                f"the text is too long for the model {self.id} ({told})", hint="name one that reads more"
            )
        if "quota" in signs or "billing" in signs or "credit" in signs:
            return ModelError(f"the quota of the model {self.id} is used up ({told})", hint="see your account with it")
        if any(sign in signs for sign in _NOW_AND_THEN):
            what = f"the model {self.id} could not be reached ({told})"
            return PassingError(what, hint="see whether the network is up, and try again later")
        return ModelError(f"the model {self.id} failed ({told})", hint="try it with 'llm -m', or name another model")


def _told(error: BaseException) -> str:
    """Return the kind of an error and what it says of itself."""
    return f"{type(error).__name__}: {_said(error)}"


def _said(error: BaseException) -> str:
    """Return what an error says of itself, on one line and not too long."""
    text = " ".join(str(error).split()).rstrip(".") or "no reason given"
    return text if len(text) <= 200 else f"{text[:200]}…"


def _count(usage: object, name: str) -> int | None:
    value = usage.get(name) if isinstance(usage, Mapping) else getattr(usage, name, None)
    return value if isinstance(value, int) else None
