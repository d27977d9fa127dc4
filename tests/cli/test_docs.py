"""The documentation says what the code does: generated parts are current, links lead somewhere, examples run."""

import importlib.util
import re
from pathlib import Path

import pytest

import facta
from facta.cli import COMMANDS, group
from facta.evaluate.scores import Counts, summary

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
OWED: set[str] = set()
"""Written from the measurements of a release."""
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")])


@pytest.fixture(scope="module")
def generate(shared):
    """Return the script that writes the generated parts, with the coder of these tests."""
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.the_coder = lambda: shared
    return module


@pytest.fixture
def at_root(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("page", [p for p in PAGES if p.name != "CONTRIBUTING.md"], ids=lambda p: p.name)
def test_generated_parts_are_current(generate, at_root, monkeypatch, page):
    """What follows from the code stands in the page as it is now; `python docs/generate.py` renews it."""
    for name in ("code", "explain"):
        module = importlib.import_module(f"facta.cli.{name}")
        monkeypatch.setattr(module, "coder", module.coder)  # put back after the generator has replaced it
    assert generate.current(page) == page.read_text(encoding="utf-8"), "run: python docs/generate.py"


def test_every_command_has_help_with_an_example():
    """Each command says what it does and shows how to call it."""
    for name in COMMANDS:
        command = group.get_command(None, name)
        assert command.help
        assert f"facta {name} " in command.epilog
        assert all(option.help for option in command.params if option.param_type_name == "option")


def test_every_code_of_a_message_is_explained():
    """The page of messages lists the codes that the program uses, each once, and no others."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    used = set(re.findall(r'"([SURPT]\d\d)"', source))
    page = (DOCS / "reference" / "errors.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| ([SURPT]\d\d) \|", page, re.MULTILINE)
    assert sorted(used) == sorted(listed)


def test_every_score_is_explained():
    """The page of scores names each score, or says what its ending means."""
    page = (DOCS / "reference" / "scores.md").read_text(encoding="utf-8")
    endings = ("_precision", "_recall", "_where_gold_has_one")
    assert [name for name in summary(Counts()) if f"`{name}`" not in page and not name.endswith(endings)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    """Every link to a file of the project leads to one, and to a heading of it if it names one."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith(("http://", "https://")):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists() or path.name in OWED, target
        if anchor:
            heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}, target


@pytest.mark.parametrize("page", [
    "README.md", "docs/how-to/code-a-folder.md", "docs/how-to/spacy-component.md",
    "docs/reference/python.md",
])
def test_examples_in_python_run(page, at_root, monkeypatch, shared, capsys):
    """What the pages show in Python runs in the project's folder and prints something."""
    monkeypatch.setattr("facta.pipeline.coder.Coder", lambda **_: shared)
    monkeypatch.setattr("facta.pipeline.api.Coder", lambda: shared)
    names: dict[str, object] = {"__name__": "example"}
    for block in re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, page, "exec"), names)  # noqa: S102 - our own pages
    assert capsys.readouterr().out


def test_public_names_stand_in_the_docs():
    """Every public function is shown somewhere."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    functions = {name for name in facta.__all__ if name.islower() and not name.startswith("_")}
    assert {name for name in functions if f"facta.{name}(" not in text} == set()
