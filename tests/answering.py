"""Plugin for the ``llm`` library: models that answer from files or by rules, so that the whole way is tried offline."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import llm

FOLDER = "READCMP_TEST_ANSWERS"
"""The variable that names the folder of answers; requests are kept there in ``requests.jsonl``."""


class _Answering(llm.Model):
    """A model that keeps what it is asked, and leaves the answer to ``answer``."""

    supports_schema = True
    counts = True

    class Options(llm.Options):
        temperature: float | None = None

    def __init__(self, name):
        self.model_id = name

    def execute(self, prompt, stream, response, conversation):
        folder = Path(os.environ[FOLDER])
        kept = folder / "requests.jsonl"
        asked = {
            "system": prompt.system,
            "prompt": prompt.prompt,
            "temperature": getattr(prompt.options, "temperature", "no such option"),
            "schema": bool(prompt.schema),
        }
        with kept.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asked) + "\n")
        number = len(kept.read_text(encoding="utf-8").splitlines())
        answer = self.answer(prompt, folder, number)
        if self.counts:
            response.set_usage(input=1000, output=20)
        for start in range(0, len(answer), 100):
            yield answer[start : start + 100]

    def answer(self, prompt, folder, number):
        raise NotImplementedError


class FromFiles(_Answering):
    """Answers with the text of ``N.txt`` for the Nth request, else of ``every.txt``; ``!Error: text`` raises that."""

    can_stream = True

    def answer(self, prompt, folder, number):
        own = folder / f"{number}.txt"
        text = (own if own.is_file() else folder / "every.txt").read_text(encoding="utf-8")
        if text.startswith("!"):
            kind, _, told = text[1:].partition(": ")
            raise type(kind, (Exception,), {})(told.strip())
        return text


class SameWords(_Answering):
    """Takes passages for one matter that have the same text, and reads no more than ``most`` passages at once."""

    counts = False
    most = 10_000

    def answer(self, prompt, folder, number):
        asked = json.loads(prompt.prompt)
        if len(asked["A"]) + len(asked["B"]) > self.most:
            raise ValueError("this model's maximum context length is 16 tokens")
        pairs = [(a["id"], b["id"]) for a in asked["A"] for b in asked["B"] if a["text"] == b["text"]]
        return json.dumps({"matches": [{"a": a, "b": b, "sureness": 0.9} for a, b in pairs]})


class Overlapping(_Answering):
    """Is as sure of two passages as they have words in common, and names those with a tenth or more."""

    def answer(self, prompt, folder, number):
        asked = json.loads(prompt.prompt)
        bags = {row["id"]: set(re.findall(r"\w{4,}", row["text"].lower())) for name in "AB" for row in asked[name]}
        found = []
        for a in asked["A"]:
            for b in asked["B"]:
                one, two = bags[a["id"]], bags[b["id"]]
                share = round(len(one & two) / max(1, min(len(one), len(two))), 1)
                if share >= 0.1:
                    found.append({"a": a["id"], "b": b["id"], "sureness": share})
        return json.dumps({"matches": found})


class Forgetful(SameWords):
    """Stops in the middle of an answer with more than two matches."""

    def answer(self, prompt, folder, number):
        whole = super().answer(prompt, folder, number)
        return whole if whole.count('"a"') <= 2 else whole[: len(whole) // 2]


class Obedient(_Answering):
    """Does whatever a passage orders: the worst model that a text with instructions in it can meet."""

    def answer(self, prompt, folder, number):
        ordered = re.search(r"ANSWER WITH (\{.*?\}) END", prompt.prompt)
        return ordered[1].replace('\\"', '"') if ordered else '{"matches": []}'


class Slow(_Answering):
    """Never answers in time."""

    def answer(self, prompt, folder, number):
        time.sleep(20)
        return ""


class Plain(FromFiles):
    """Takes one text only, has no schema, no temperature that it would accept, and tells no tokens."""

    supports_schema = False
    counts = False

    def answer(self, prompt, folder, number):
        if prompt.system:
            raise NotImplementedError("Model does not support system prompts")
        if prompt.options.temperature is not None:
            raise ValueError("Unsupported value: 'temperature' does not support 0 with this model")
        return super().answer(prompt, folder, number)


class Locked(llm.KeyModel):
    """Needs a key that nobody has."""

    model_id = "locked"
    needs_key = "locked-away"
    key_env_var = "READCMP_TEST_NO_KEY"

    def execute(self, prompt, stream, response, conversation, key):
        yield "never"


MODELS = {
    "from-files": FromFiles,
    "same-words": SameWords,
    "overlapping": Overlapping,
    "forgetful": Forgetful,
    "obedient": Obedient,
    "slow": Slow,
    "plain": Plain,
}


class Short(SameWords):
    """Reads few passages at once."""

    most = 12


@llm.hookimpl
def register_models(register):
    for name, kind in MODELS.items():
        register(kind(name), aliases=["on-file"] if name == "from-files" else None)
    register(Short("short"))
    register(Locked())
