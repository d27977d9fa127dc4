"""The command line. Only the standard library and click are imported here, so that ``facta --help`` answers at once."""

from __future__ import annotations

import gc
import io
import sys
from importlib import import_module

import click

import facta

#: Command names, and the module of this package that holds each under the same name.
COMMANDS = ("code", "data", "evaluate", "explain", "incidents", "ingest", "read", "sql", "store")


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, or when help lists them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in alphabetical order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"facta.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 - a programming error, not a user's
        return command


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(facta.__version__, prog_name="facta")
def group() -> None:
    """Read the news and write down what was done, and apart from it what was only said.

    Example: facta code interview.html
    """


#: Objects made between two searches for garbage.
GARBAGE_AFTER = 200_000


def main() -> None:
    """Run the command line. A closed pipe or an interrupt ends it quietly; no output fails for want of a glyph."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # The lexicon is some hundred thousand objects that stay: looking among them for garbage only takes time.
    gc.set_threshold(GARBAGE_AFTER, 20, 100)
    group()
