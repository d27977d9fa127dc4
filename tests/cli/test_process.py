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


def facta(*arguments, **more):
    more = {"capture_output": True, "timeout": 60} | more
    return subprocess.run([*FACTA, *map(str, arguments)], check=False, **more)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["code", "--help"], ["explain", "--help"], ["code"]])
def test_help_loads_nothing_heavy(arguments):
    """Help is printed with nothing but the standard library, click and Facta itself."""
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stderr.splitlines()[-1].replace("'", '"')))
    assert {"click", "facta"} <= loaded <= {"click", "facta", "colorama", "typing_extensions"}


def test_help_answers_at_once():
    """Help costs less than 0.3 seconds of work."""
    before = os.times()
    assert facta("--help").returncode == 0
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    assert spent <= HELP_SECONDS


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_streams_of_any_encoding(encoding, tmp_path):
    """People's output comes in the stream's own letters, programs' output in UTF-8, and nothing fails."""
    page = tmp_path / "page.txt"
    page.write_text("Peru’s president Ñusta Quispe – “日本” – recalled the envoy from Łódź, Chad said.", encoding="utf-8")
    env = os.environ | {"PYTHONIOENCODING": encoding, "LC_ALL": "C", "NO_COLOR": "1", "TERM": "dumb"}
    shown = facta("code", page, env=env)
    assert (shown.returncode, shown.stderr) == (0, b"")
    words = shown.stdout.decode(encoding)
    assert "recalled" in words
    assert ("日本" in words) is (encoding == "utf-8")
    assert "\x1b" not in words
    if encoding == "ascii":
        assert "[*recalled]#1" in words
        coded = facta("code", "--json", page, env=env)
        assert "“日本”" in json.loads(coded.stdout.decode("utf-8"))["article"]["text"]
        assert facta("read", page, env=env).returncode == 0
        assert facta("explain", page, env=env).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
@pytest.mark.parametrize("form", ["--tsv", "--json", None])
def test_a_closed_pipe_ends_quietly(form):
    """A reader that has seen enough is no error to tell about."""
    arguments = [*FACTA, "code", *filter(None, [form]), *[str(PAGE)] * 40]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) in (0, 1)


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_an_interrupt_ends_quietly():
    """Ctrl-C while standard input is awaited, or anything runs, leaves no traceback."""
    with subprocess.Popen(
        [*FACTA, "code", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 1
        assert process.stderr.read().strip() == b"Aborted!"
