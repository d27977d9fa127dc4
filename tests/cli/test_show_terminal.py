import io
import re

import pytest
from rich.console import Console
from tests.cli.shown import DEED, FAILURE, MAYBE, NOT, TEXT, coding, event

from facta.cli.show import looks, terminal
from facta.records import Interval


def shown(*codings, width=120, encoding="utf-8", tty=False, **more):
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    console = Console(file=file, width=width, force_terminal=tty, **more)
    terminal.render(codings, console)
    file.flush()
    return raw.getvalue().decode(encoding)


def test_signs_tell_deeds_from_words_without_colour():
    """Deeds stand in square brackets, words in angled ones, each with its sign and number; a legend explains them."""
    out = shown(coding())
    assert "[▶detained]¹" in out
    assert "‹?recall›²" in out
    assert "‹×shoot›³" in out
    assert "[▶done]" in out
    assert "‹?hypothetical›" in out
    assert "planned" not in out
    assert "\x1b" not in out


def test_page_text_is_never_markup():
    """Square brackets of the page come out as they are."""
    assert "[red]" in shown(coding())
    assert "[/red]" in shown(coding(), tty=True)


def test_table_holds_every_part():
    """The table has status, type and mode, parties with codes, days, who says so, and the deciding words."""
    out = shown(coding(), width=200)
    for words in ("COERCE/arrest", "Sudra (SUD GOV) → a reporter (JRN)", "2020-01-01 –", "<Ina> (SUD GOV)",
                  "recall (“may”)", "not done", "article"):
        assert words in out, words


@pytest.mark.parametrize("width", [40, 60, 119, 120, 200])
def test_width_is_kept(width):
    """No line of text or table is wider than the terminal, and nothing is cut off to fit."""
    out = shown(coding(title="T"), width=width)
    assert max(len(line) for line in out.splitlines()) <= width
    found = set(re.findall(r"[A-Za-z]+", out[out.index("no.") if width >= 120 else out.index("1 ▶") :]))
    assert {"Sudra", "reporter", "recall", "shoot", "Norla", "article", "COERCE", "arrest"} <= found


def test_narrow_terminals_get_a_list():
    """Below the width that a table needs, records stand one below the other."""
    out = shown(coding(), width=50)
    assert re.search(r"1 ▶ done COERCE/arrest", out)
    assert "who says" not in out


def test_ascii_terminals():
    """A terminal without wide glyphs gets plain signs, and nothing breaks on other letters."""
    text = TEXT.replace("Sudra", "Sudrä日本")
    out = shown(coding(text=text, events=(event("detained", "COERCE", text=text),)), encoding="ascii")
    assert "[*detained]#1" in out
    assert '"Norla' in out
    assert out.isascii()


def test_colours_only_where_wanted(monkeypatch):
    """A terminal gets colours; NO_COLOR switches them off."""
    assert "\x1b[1;32m" in shown(coding(), tty=True, color_system="standard")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;32m" not in shown(coding(), tty=True, color_system="standard")


@pytest.mark.parametrize("evil", ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\u202e", "\x00", "\r", "\ud800", "\x1b"])
def test_control_characters_of_a_page_do_nothing(evil):
    """Escape sequences, control characters and reversing marks of a page do not reach the terminal."""
    text = TEXT.replace("a reporter", f"a {evil} reporter")
    made = coding(text=text, events=(event("detained", "COERCE", text=text),), title=f"T{evil}", publisher=evil)
    assert evil not in shown(made, tty=False)


def test_overlapping_triggers_share_a_mark():
    """Triggers that overlap are marked once, with all their numbers and signs, as a deed if one is."""
    wide = event("recall its envoy", "REJECT", status="planned")
    spans = looks.marked((MAYBE, DEED, wide), len(TEXT))
    assert [(TEXT[s.start : s.end], n) for s, n in spans] == [("detained", [1]), ("recall its envoy", [0, 2])]
    assert "‹?»recall its envoy›¹˒³" in shown(coding(events=(MAYBE, DEED, wide)))


def test_head_failures_and_no_events():
    """Title, day and basis come first; an article without events says so; failures are told without their escapes."""
    made = coding(
        events=(), title="A title", publisher="P", failures=(FAILURE,),
        published=Interval(start="2020-01-01", end="2020-01-01", basis="text"),
    )
    out = shown(made)
    assert out.startswith("A title\nP · published 2020-01-01 (worked out from the text)")
    assert "No events." in out
    assert "a.html: too long." in out
    assert "unknown day" in shown(coding(events=()))
    assert "clock shows 2024-05-06" in shown(coding(events=(), page_clock="2024-05-06"))


def test_records_are_counted():
    """A line says how many records are deeds; what did not happen is none."""
    assert "3 records: 1 done, 2 not done or only said" in shown(coding())
    assert "1 record: 1 done, 0" in shown(coding(events=(DEED,)))


def test_every_status_has_its_own_sign():
    """No two kinds of record look alike, in either set of signs."""
    for field in ("name", "label", "sign", "plain", "style"):
        assert len({getattr(look, field) for look in looks.ALL}) == len(looks.ALL)
    assert looks.look(NOT) is looks.NEGATIVE
