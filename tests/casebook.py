"""Cases: small readouts in YAML, each with what is right of them. ``cases/README.md`` says how one is written."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import time
from dataclasses import dataclass, field

import program
import yaml

from readcmp.annotation.quantities.extraction import extract_quantities
from readcmp.loading.publishers import known_side

KEYS = {"why", "args", "readouts", "files", "right"}
A_PROCESS_OF_ITS_OWN = {"error", "notes", "seconds"}
HANGS_AFTER = 60.0


class CaseError(Exception):
    """What keeps a case from being checked: it is written wrongly, or the run came to no comparison."""


class _Loader(yaml.BaseLoader):
    """YAML in which every scalar is a string, so that ``no`` is Norway, and no key may come twice."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise CaseError(f"line {node.start_mark.line + 1}: {twice[0]!r} is given twice")
        return super().construct_mapping(node, deep)


@dataclass
class Case:
    """One document of a file of cases."""

    readouts: dict[str, str]
    right: dict
    why: str = ""
    args: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)


def read_cases(text):
    """Read the documents of a file; raise CaseError for what is no case."""
    try:
        documents = [data for data in yaml.load_all(text, _Loader) if data]
    except yaml.YAMLError as error:
        raise CaseError(f"is not YAML: {' '.join(str(error).split())}") from error
    for data in documents:
        if not isinstance(data, dict) or not {"readouts", "right"} <= data.keys():
            raise CaseError("a case has 'readouts' and 'right'")
        unknown = sorted(data.keys() - KEYS) + sorted(data["right"].keys() - CHECKS.keys() - A_PROCESS_OF_ITS_OWN)
        if unknown:
            raise CaseError(f"unknown key {unknown[0]!r}")
        if not data["right"]:
            raise CaseError("nothing stands under 'right', so that it cannot fail")
    return [Case(**data) for data in documents]


def check(case, folder):
    """Run a case in a folder of its own and list what is not right, one line each."""
    names = []
    for name, text in case.readouts.items():
        names.append(name if "." in name else f"{name}.txt")
        (folder / names[-1]).write_text(text, encoding="utf-8")
    for name, text in case.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    args = ["diff", "--json", "--no-cache", *_defaults(case), *case.args, *names]
    run = _run_apart if A_PROCESS_OF_ITS_OWN & case.right.keys() else _run_here
    try:
        wrong, out = run(args, folder, case.right)
    except CaseError as error:
        return [str(error)]
    rest = {key: want for key, want in case.right.items() if key in CHECKS}
    if rest and "error" not in case.right and not wrong:
        seen = Seen(json.loads(out))
        for key, want in rest.items():
            try:
                wrong += [f"{key}: {line}" for line in CHECKS[key](seen, want)]
            except CaseError as error:
                wrong.append(f"{key}: {error}")
    return wrong


def _defaults(case):
    if "--engine" not in case.args:
        yield from ("--engine", "fuzzy")
    named = any("." in name for name in case.readouts)
    if not named and "--side" not in case.args and not all(map(known_side, case.readouts)):
        for name in case.readouts:
            yield from ("--side", name)


def _run_here(args, folder, right):
    """Run the command line in this process, as that is the faster way by far."""
    from readcmp.cli.commands import cli

    out, errors = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    try:
        with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            cli.main(args, prog_name="readcmp", standalone_mode=False)
    except Exception as error:
        raise CaseError(f"no comparison: {type(error).__name__}: {error}") from error
    out.flush()
    return [], out.buffer.getvalue().decode()


def _run_apart(args, folder, right):
    """Run the command line in a process of its own; check its status, its standard error and how long it took."""
    limit, began = float(right.get("seconds", HANGS_AFTER)), time.perf_counter()
    try:
        done = program.run(args, cwd=folder, timeout=HANGS_AFTER)
    except subprocess.TimeoutExpired as error:
        raise CaseError(f"seconds: had not ended after {HANGS_AFTER:.0f}") from error
    took, said = time.perf_counter() - began, done.stderr.decode(errors="replace")
    wrong = [f"notes: no {note!r}; what came: {said!r}" for note in right.get("notes", ()) if note not in said]
    if took > limit:
        wrong.append(f"seconds: took {took:.1f}, more than {limit:.0f}")
    if "error" in right:
        line = said.startswith("readcmp: error: ") and said.count("\n") == 1
        if done.returncode != 2 or done.stdout or not line or right["error"] not in said:
            wrong.append(
                f"error: wanted status 2, nothing on stdout and one line with {right['error']!r}; "
                f"what came: status {done.returncode}, {len(done.stdout)} bytes on stdout, {said[-400:]!r}"
            )
    elif done.returncode != 0:
        wrong.append(f"no comparison: status {done.returncode}, {said[-400:]!r}")
    return wrong, done.stdout.decode()


def squeeze(text):
    """Every stretch of white space as one space."""
    return " ".join(text.split())


class Seen:
    """The JSON of a comparison, and what cases ask of it."""

    def __init__(self, data):
        self.data = data
        self.sides = {side["id"]: side for side in data["sides"]}
        self.points = {point["id"]: point for side in data["sides"] for point in side["points"]}
        self.home = {point["id"]: side["id"] for side in data["sides"] for point in side["points"]}

    def side(self, name):
        if name not in self.sides:
            raise CaseError(f"there is no side {name!r}, only {', '.join(self.sides)}")
        return self.sides[name]

    def texts(self, name):
        return [squeeze(point["text"]) for point in self.side(name)["points"]]

    def named(self, words):
        """The ids of the points that words can mean: an id, else whole points, else those they occur in."""
        if words in self.points:
            return [words]
        head, colon, rest = words.partition(": ")
        within = head if colon and head in self.sides else None
        words = squeeze(rest if within else words)
        ids = [i for i in self.points if within in (None, self.home[i])]
        whole = [i for i in ids if squeeze(self.points[i]["text"]) == words]
        found = whole or [i for i in ids if words in squeeze(self.points[i]["text"])]
        if not found:
            every = [f"{i} {squeeze(self.points[i]['text'])!r}" for i in ids]
            raise CaseError(f"no point has {words!r}; the points are {', '.join(every)}")
        return found

    def point(self, words):
        found = self.named(words)
        if len(found) > 1:
            raise CaseError(
                f"{words!r} names {len(found)} points ({', '.join(found)}); use more words, or 'side: words'"
            )
        return self.points[found[0]]

    def pair(self, a, b):
        """The two points of two sides that two wordings name."""
        order = list(self.sides)
        pairs = [(p, q) for p in self.named(a) for q in self.named(b) if self.home[p] != self.home[q]]
        if len(pairs) > 1:  # words that both sides have: the first wording is of the side that comes first
            pairs = [(p, q) for p, q in pairs if order.index(self.home[p]) < order.index(self.home[q])]
        if len(pairs) != 1:
            raise CaseError(f"{a!r} and {b!r} name {len(pairs)} pairs of points of two sides; use other words")
        return pairs[0]

    def link(self, pair, kind="links"):
        return next((one for one in self.data[kind] if {one["a"], one["b"]} == set(pair)), None)

    def shown(self, ids):
        return " and ".join(f"{i} {squeeze(self.points[i]['text'])!r}" for i in ids)

    def linked_to(self, point):
        found = [
            f"{one['b'] if one['a'] == point else one['a']} ({kind}, {one['score']:.2f})"
            for kind in ("links", "possible")
            for one in self.data[kind]
            if point in (one["a"], one["b"])
        ]
        return ", ".join(found) or "nothing"

    def verdicts(self, point):
        """The verdict of a point against each other side: what the JSON says, else what follows from the links."""
        if point.get("verdict"):
            return point["verdict"]
        found = {}
        for other in self.sides:
            if other != self.home[point["id"]]:
                scores = {
                    kind: [
                        one["score"]
                        for one in self.data[kind]
                        if point["id"] in (one["a"], one["b"]) and other in (self.home[one["a"]], self.home[one["b"]])
                    ]
                    for kind in ("links", "possible")
                }
                sure = any(score >= 0.5 for score in scores["links"])
                found[other] = "both" if sure else "unsure" if any(scores.values()) else "only"
        return found

    def left_out(self, side):
        return self.side(side)["boilerplate"]


def _points(seen, want):
    for side, texts in want.items():
        got, right = seen.texts(side), [squeeze(text) for text in texts]
        if got != right:
            yield f"{side} should be {right}; what came: {got}"


def _has_points(seen, want):
    for side, texts in want.items():
        got = seen.texts(side)
        for text in map(squeeze, texts):
            if text not in got:
                yield f"{side} has no point {text!r}; what came: {got}"


def _field(get):
    def checked(seen, want):
        for words, right in want.items():
            point = seen.point(words)
            got = get(point)
            if got != right:
                yield f"{seen.shown([point['id']])} should be {right!r}; what came: {got!r}"

    return checked


def _topics(seen, want):
    for words, right in want.items():
        point = seen.point(words)
        got = point["topics"]
        if set(got) != set(right) or got[:1] != right[:1]:
            yield f"{seen.shown([point['id']])} should have {right}, main first; what came: {got}"


def _topics_among(*, there):
    def checked(seen, want):
        for words, topics in want.items():
            point = seen.point(words)
            for topic in topics:
                if (topic in point["topics"]) is not there:
                    verb = "should have" if there else "should not have"
                    yield f"{seen.shown([point['id']])} {verb} {topic}; what came: {point['topics']}"

    return checked


def _quantities(seen, want):
    for words, right in want.items():
        point = seen.point(words)
        language = seen.sides[seen.home[point["id"]]]["language"]
        got = [found.value for found in extract_quantities(point["text"], language) if found.kind != "quote"]
        if sorted(got) != sorted(right):
            yield f"{seen.shown([point['id']])} should have {right}; what came: {got}"


def _linked(kind, *, there):
    def checked(seen, want):
        for a, b in want:
            pair = seen.pair(a, b)
            if (seen.link(pair, kind) is not None) is not there:
                verb = "should be" if there else "should not be"
                got = "; ".join(f"{end} goes with {seen.linked_to(end)}" for end in pair)
                yield f"{seen.shown(pair)} {verb} among {kind}; what came: {got}"

    return checked


def _gaps(seen, want):
    for one in want:
        _only_keys(one, {"a", "b", "kinds"})
        pair = seen.pair(one["a"], one["b"])
        link = seen.link(pair)
        if link is None:
            yield f"{seen.shown(pair)} are not linked, so they have no gaps"
        elif {gap["kind"] for gap in link["gaps"]} != set(one["kinds"]):
            yield f"{seen.shown(pair)} should have gaps {one['kinds']}; what came: {link['gaps']}"


def _verdicts(seen, want):
    for words, right in want.items():
        point = seen.point(words)
        got = seen.verdicts(point)
        wanted = right if isinstance(right, dict) else dict.fromkeys(got, right)
        if any(got.get(side) != verdict for side, verdict in wanted.items()):
            near = seen.linked_to(point["id"])
            yield f"{seen.shown([point['id']])} should be {right!r}; what came: {got}, as it goes with {near}"


def _only_keys(one, known):
    unknown = sorted(one.keys() - known)
    if unknown:
        raise CaseError(f"unknown key {unknown[0]!r}")


def _findings_like(seen, want):
    """The findings that fit a description, all fields of it optional."""
    _only_keys(want, {"kind", "points", "text", "first", "topic", "missing_from", "doubtful", "headline", "kicker"})
    ids = {seen.point(words)["id"] for words in want.get("points", ())}
    for number, found in enumerate(seen.data["findings"]):
        said = squeeze(found["text"])
        if (
            number < int(want.get("first", number + 1))
            and want.get("kind") in (None, found["kind"])
            and ids <= set(found["points"])
            and squeeze(want.get("text", "")) in said
            and all(want.get(field, "") in found[field] for field in ("headline", "kicker"))
            and all(str(found.get(key)).lower() == want[key] for key in ("topic", "doubtful") if key in want)
            and want.get("missing_from") in (None, *found["missing_from"])
        ):
            yield found


def _findings(*, there):
    def checked(seen, want):
        for one in want:
            found = list(_findings_like(seen, one))
            if there and not found:
                lines = [f"{n} {f['kind']}: {f['text']}" for n, f in enumerate(seen.data["findings"], 1)]
                yield f"none is like {one}; what came: {' | '.join(lines) or 'no findings'}"
            elif found and not there:
                yield f"none should be like {one}; what came: {found[0]['text']}"

    return checked


def _facts(*, there):
    def checked(seen, want):
        for one in want:
            _only_keys(one, {"side", "kind", "value"})
            found = [fact for fact in seen.data["facts"] if all(str(fact[key]) == one[key] for key in one)]
            if bool(found) is not there:
                got = [{key: fact[key] for key in ("side", "kind", "value")} for fact in seen.data["facts"]]
                yield f"{'none' if there else 'one'} is {one}; what came: {got}"

    return checked


def _boilerplate(seen, want):
    for side, stretches in want.items():
        text, spans = seen.side(side)["text"], seen.left_out(side)
        at = [i for i, c in enumerate(text) if not c.isspace()]
        bare = "".join(text[i] for i in at)
        for stretch in stretches:
            words = "".join(stretch.split())
            begin = bare.find(words)
            if begin < 0:
                raise CaseError(f"{stretch!r} is not in the text of {side}")
            out = [any(s["start"] <= i < s["end"] for s in spans) for i in at[begin : begin + len(words)]]
            if not all(out):
                got = [text[s["start"] : s["end"]] for s in spans]
                yield f"{stretch!r} should be left out of {side}; what is left out: {got}"


def _side_field(name):
    def checked(seen, want):
        for side, right in want.items():
            got = seen.side(side)[name]
            if (got or "") != right:
                yield f"{side} should have {right!r}; what came: {got!r}"

    return checked


CHECKS = {
    "points": _points,
    "has_points": _has_points,
    "speakers": _field(lambda point: point["speaker"]),
    "acts": _field(lambda point: (point["act"] or {"class": "none"})["class"]),
    "topics": _topics,
    "topics_include": _topics_among(there=True),
    "topics_exclude": _topics_among(there=False),
    "quantities": _quantities,
    "links": _linked("links", there=True),
    "no_links": _linked("links", there=False),
    "possible": _linked("possible", there=True),
    "gaps": _gaps,
    "verdicts": _verdicts,
    "findings": _findings(there=True),
    "no_findings": _findings(there=False),
    "facts": _facts(there=True),
    "no_facts": _facts(there=False),
    "boilerplate": _boilerplate,
    "titles": _side_field("title"),
    "dates": _side_field("date"),
    "languages": _side_field("language"),
}
