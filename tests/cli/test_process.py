"""What only a process of its own can show: what is loaded, streams of other encodings, closed pipes, interrupts."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "golden" / "pages" / "trawler-rammed.html"
FACTA = [sys.executable, "-c", "from facta.cli import main; main()"]
LOADED = """
import sys
sys.argv = ["facta", *sys.argv[1:]]
from facta.cli import main
try:
    main()
except SystemExit:
    pass
tops = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
print(sorted(tops - {"__main__", "_distutils_hack", "sitecustomize", "usercustomize"}), file=sys.stderr)
"""
HELP_SECONDS = 0.3
TEXT = "Peru’s president Ñusta Quispe – “日本” – recalled the envoy from Łódź, Chad said."


def facta(*arguments, **more):
    more = {"capture_output": True, "timeout": 60} | more
    return subprocess.run(  # noqa: S603 - our own program
        [*FACTA, *map(str, arguments)], check=False, **more
    )


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["code", "--help"], ["explain", "--help"], ["code"]])
def test_help_loads_nothing_heavy(arguments):
    """Help is printed with nothing but the standard library, click and Facta itself."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(done.stderr.splitlines()[-1].replace("'", '"')))
    assert {"click", "facta"} <= loaded <= {"click", "facta", "colorama", "typing_extensions"}


def test_help_answers_at_once():
    """Help costs less than 0.3 seconds of work."""
    before = os.times()
    assert facta("--help").returncode == 0
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    assert spent <= HELP_SECONDS


def test_a_stream_that_knows_only_ascii():
    """A terminal of the plainest kind gets an article with other letters without a failure."""
    env = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "NO_COLOR": "1", "TERM": "dumb"}
    shown = facta("code", "-", env=env, input=TEXT.encode())
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert b"[*recalled]#1" in shown.stdout
    assert b"\x1b" not in shown.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("command", ["code", "read", "explain"])
def test_streams_of_any_encoding(run, encoding, command):
    """People's output comes in the stream's own letters, and no letter of a page breaks it."""
    words = run(command, "-", stdin=TEXT.encode(), charset=encoding).stdout_bytes.decode(encoding)
    assert "recalled" in words
    if command != "explain":
        assert ("日本" in words) is (encoding == "utf-8")


@pytest.mark.parametrize("form", ["--json", "--tsv"])
def test_programs_get_utf8(run, form):
    """What programs read is UTF-8, whatever the terminal speaks."""
    words = run("code", form, "-", stdin=TEXT.encode(), charset="ascii").stdout_bytes.decode("utf-8")
    assert "“日本”" in words


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
@pytest.mark.parametrize("form", ["--json", None])
def test_a_closed_pipe_ends_quietly(form):
    """A reader that has seen enough is no error to tell about."""
    arguments = [*FACTA, "code", *filter(None, [form]), *[str(PAGE)] * 30]
    with subprocess.Popen(  # noqa: S603 - our own program
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) in (0, 1)


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_an_interrupt_ends_quietly():
    """Ctrl-C while standard input is awaited, or anything runs, leaves no traceback."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it, and theirs
    with subprocess.Popen(  # noqa: S603 - our own program
        [*FACTA, "code", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        signal.signal(signal.SIGINT, before)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 1
        assert process.stderr.read().strip() == b"Aborted!"
