"""What goes wrong is told in one line, costs the other sources nothing, and sets the exit status."""

import json
import os
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from click.testing import CliRunner

import facta.cli.code
import facta.pipeline.coder
from facta.cli import group

GOOD = "Norway recalled its ambassador from Chad on Monday. Chad condemned the decision."
SLOW = 10
"""Seconds of work that the worst source may cost."""
SOURCES = {
    "empty.html": (b"", "S02"),
    "blank.html": (b" \n\t\n ", "S02"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "S04"),
    "noise.txt": (bytes(range(256)) * 50, "S04"),
    "bare.html": (b"<!doctype html><html><body><nav><a href=/>Home</a></nav></body></html>", "S03"),
    "german.txt": (("Der Minister sagte am Montag, die Regierung werde handeln. " * 9).encode(), "S20"),
    "broken.html.gz": (b"\x1f\x8b\x08\x00" + b"\xff" * 60, "S06"),
    "huge.html": (b"<p>" + b"Norway recalled its ambassador. " * 1_100_000, "S05"),
}


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    return path


def told(result, code):
    """Check that one line of standard error bears the code, and that no fault of ours is among them."""
    lines = result.stderr.splitlines()
    assert [line for line in lines if line.startswith(f"[{code}] ")], result.stderr
    assert all(line.startswith("[") for line in lines)
    assert "Traceback" not in result.output
    assert "S23" not in result.stderr


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("command", ["read", "code"])
def test_a_bad_source_is_named_and_the_next_one_done(run, tmp_path, good, name, command):
    """Exit status 1, one line with its code, and the good source is there all the same."""
    if command == "read" and name == "german.txt":
        pytest.skip("an article in any language can be read")
    data, code = SOURCES[name]
    (tmp_path / name).write_bytes(data)
    began = time.process_time()
    result = run(command, tmp_path / name, good)
    assert time.process_time() - began < SLOW
    assert result.exit_code == 1
    told(result, code)
    assert name in result.stderr
    assert "Chad" in result.stdout


@pytest.mark.parametrize("source", ["nowhere.html", "no/where.html", "x" * 5000, "nul\0.html"])
def test_what_is_not_there(run, good, source):
    """A path that leads nowhere, even an absurd one, is a source that failed."""
    result = run("code", "--tsv", source, good)
    assert result.exit_code == 1
    told(result, "S01")
    assert len(result.stdout.splitlines()) > 1


def test_folders(run, tmp_path, good):
    """A folder stands for its files; an empty one is said to be empty."""
    (tmp_path / "hollow").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text(GOOD)
    result = run("code", "--json", tmp_path / "hollow", tmp_path / "full", good)
    assert result.exit_code == 1
    told(result, "S01")
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser can read every file")
def test_a_file_that_may_not_be_read(run, good):
    """A file without permission is a source that failed."""
    good.chmod(0)
    result = run("code", good)
    assert result.exit_code == 1
    told(result, "S01")


class Server(BaseHTTPRequestHandler):
    """Answers with an article, or with an error whose words carry an escape sequence."""

    def do_GET(self):
        """Answer one request."""
        if self.path == "/good":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.end_headers()
            self.wfile.write(GOOD.encode())
        else:
            self.send_response(404, "Gone \x1b[31mfishing")
            self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


def test_addresses(run, monkeypatch):
    """A page that the server does not have, and a server that is not there, are named; the next page is coded."""
    monkeypatch.setenv("no_proxy", "*")
    server = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    try:
        result = run("code", "--json", f"{base}/none", f"{base}/good")
    finally:
        server.shutdown()
        server.server_close()
    assert result.exit_code == 1
    told(result, "S07")
    assert "404" in result.stderr
    assert "\x1b" not in result.stderr
    assert f"{base}/good" in result.stdout
    told(run("code", f"{base}/good"), "S08")


@pytest.mark.parametrize("text", [
    pytest.param("word " * 200_000, id="a million characters without a full stop"),
    pytest.param("x" * 1_000_000, id="one word of a million characters"),
    pytest.param(GOOD + "\n" + "(" * 100_000 + "\n" + GOOD, id="a hundred thousand brackets"),
    pytest.param((GOOD + " ") * 300, id="six hundred acts"),
])
def test_monsters_take_no_age(run, tmp_path, good, text):
    """A text that is no prose, or far too much of it, is coded as far as it goes, and the next source is coded."""
    (tmp_path / "monster.txt").write_text(text)
    began = time.process_time()
    result = run("code", "--tsv", tmp_path / "monster.txt", good)
    assert time.process_time() - began < SLOW
    assert result.exit_code in (0, 1)
    assert str(good) in result.stdout.splitlines()[-1]


def test_a_book_is_coded_as_far_as_it_goes(run, tmp_path, monkeypatch):
    """Of a text beyond the limit the first part is coded and the rest is told, in the output too."""
    monkeypatch.setattr(facta.pipeline.coder, "MAX_CHARS", 2_000)
    (tmp_path / "book.txt").write_text((GOOD + "\n\n") * 100)
    result = run("code", "--json", tmp_path / "book.txt")
    assert result.exit_code == 1
    told(result, "S22")
    coded = json.loads(result.stdout)
    assert {failure["code"] for failure in coded["failures"]} == {"S22"}
    assert 0 < max(event["trigger"]["end"] for event in coded["events"]) <= 2_000


def test_wrong_bytes_are_no_failure(run, tmp_path):
    """A page in Windows-1252, or with a broken byte, is read."""
    (tmp_path / "old.txt").write_bytes("Côte d’Ivoire recalled its ambassador from Chad.".encode("cp1252"))
    (tmp_path / "odd.txt").write_bytes(GOOD.encode() + b" \xff\xfe end.")
    result = run("code", "--json", tmp_path)
    assert result.exit_code == 0
    assert "Côte d’Ivoire" in result.stdout


WRONG = {
    "no source": (["code"], "Missing argument"),
    "no such option": (["code", "--yaml", "x"], "No such option"),
    "no such command": (["codify", "x"], "No such command"),
    "no such status": (["code", "--status", "true", "x"], "not one of"),
    "no date": (["code", "--published", "soon", "x"], "[U02] "),
    "no day": (["explain", "--published", "2024-02-30", "x"], "[U02] "),
    "no date to read": (["read", "--published", "soon", "x"], "[U02] "),
    "no folder for the page": (["code", "--html", "no/such/folder/a.html", "x"], "[U11] "),
    "a folder for a page": (["code", "--html", ".", "x"], "[U11] "),
    "no ontology": (["code", "--ontology", "cameo", "x"], "[R05] "),
    "no roster": (["code", "--roster", "mine.tsv", "x"], "[R03] "),
    "too short an id": (["explain", "x", "1"], "[U10] "),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_usage_is_told_before_anything_is_loaded(run, monkeypatch, name):
    """Exit status 2 and the reason, without the coder and before any source is touched."""
    arguments, words = WRONG[name]
    monkeypatch.setattr(facta.cli.code, "opened", lambda _: pytest.fail("a source was touched"))
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""


def test_bad_lines_of_a_roster_are_named(run, tmp_path, good):
    """A mistake in a user's own roster is told with its file and line."""
    (tmp_path / "mine.tsv").write_text("id\tcode\nx\tGHA\n")
    result = run("code", "--roster", tmp_path / "mine.tsv", good)
    assert result.exit_code == 2
    assert "mine.tsv:1" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_records_that_are_not_there(run, good):
    """An id that no record has is wrong usage; a source that fails is a failure."""
    result = run("explain", good, "zzzz")
    assert result.exit_code == 2
    told(result, "U10")
    result = run("explain", "nowhere.html", "zzzz")
    assert result.exit_code == 1
    told(result, "S01")


def test_a_source_that_fails_costs_no_loading(monkeypatch):
    """What cannot be read is told without the parser."""
    monkeypatch.setattr(facta.cli.code, "coder", lambda *_, **__: lambda: pytest.fail("the coder was loaded"))
    result = CliRunner().invoke(group, ["code", "nowhere.html"], catch_exceptions=False)
    assert result.exit_code == 1
    told(result, "S01")


def test_a_fault_of_ours_costs_one_source(run, shared, monkeypatch, good):
    """A page that the coder stumbles over is named with the place of the fault, and the next page is coded."""
    real = shared.code
    calls = []

    def code(article):
        calls.append(article)
        return {}["gone"] if len(calls) == 1 else real(article)

    monkeypatch.setattr(shared, "code", code)
    result = run("code", "--tsv", good, good)
    assert result.exit_code == 1
    assert re.search(r"^\[S23\] .*good.txt: Facta stumbled over it \(KeyError at test_faults.py:\d+\)", result.stderr)
    assert len(result.stdout.splitlines()) == 3
