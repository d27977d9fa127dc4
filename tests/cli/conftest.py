"""One coder for all tests of the command line, and a way to run a command with it in this process."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

import facta.cli.code
import facta.cli.explain
from facta.cli import group
from facta.pipeline.coder import Coder


@pytest.fixture(scope="session")
def shared() -> Coder:
    return Coder(explain=True)


@pytest.fixture
def run(shared: Coder, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that runs ``facta`` with its arguments."""
    for module in (facta.cli.code, facta.cli.explain):
        monkeypatch.setattr(module, "coder", lambda *_, **__: lambda: shared)

    def invoke(*arguments: object, stdin: bytes | str | None = None, charset: str = "utf-8") -> Result:
        words = [str(a) for a in arguments]
        return CliRunner(charset=charset).invoke(group, words, input=stdin, catch_exceptions=False)

    return invoke
