"""The page of ``facta code --html`` in a real browser: hostile words, lights, keyboard, contrast."""

import base64
import html as entities
import json
import re
import shutil
import subprocess

import pytest
from tests.cli.shown import TEXT, coding, event, who

from facta.cli.show.page import html
from facta.records import Turn, TurnKind

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--dump-dom",
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: install it to run the browser tests"),
]
EVIL = [
    "</script><script>document.title='owned'</script>", '"><img src=x onerror="document.title=\'owned\'">',
    "</style><style>*{display:none}</style>", "javascript:document.title='owned'", "\u202eevil\u202c", "\x1b[31mred",
    "\x00", "<svg onload=document.title='owned'>", "x" * 100_000, "=HYPERLINK(1)", "]]>", "<!--", "&lt;b&gt;",
]


@pytest.fixture
def dom(tmp_path):
    """Return a function that opens a page and gives back its DOM; a probe is a script that leaves a result behind."""

    def show(page, fragment="", probe=None, dark=False):
        if probe:
            page = re.sub(r"<meta http-equiv.*?>", "", page, count=1)
            script = f"document.body.dataset.probe = JSON.stringify((() => {{{probe}}})())"
            code = base64.b64encode(script.encode()).decode()
            page = page.replace("</body>", f"<script>eval(atob('{code}'))</script></body>")
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        settings = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
        done = subprocess.run(  # noqa: S603 - the browser found above
            [CHROMIUM, *FLAGS, settings, f"--user-data-dir={tmp_path / 'profile'}", path.as_uri() + fragment],
            capture_output=True, timeout=120, check=True,
        )
        out = done.stdout.decode("utf-8")
        if probe is None:
            return out
        return json.loads(entities.unescape(re.search(r'data-probe="(.*?)"', out).group(1)))

    return show


def test_hostile_words_do_nothing(dom):
    """Whatever a page says of itself and in its text stays words: no script runs, no element appears, nothing loads."""
    for evil in ("".join(EVIL), EVIL[1]):
        text = TEXT.replace("a reporter", f"a {evil} reporter")
        turn = Turn(kind=TurnKind.ANSWER, speaker=evil, start=0, end=len(text))
        made = coding(
            text=text, title=evil, publisher=evil, url=f"javascript:{evil}", turns=(turn,),
            events=(event("detained", "COERCE", mode=evil, text=text, actors=(who(evil, evil, text=text),)),),
        )
        out = dom(html([made]))
        assert "<title>owned" not in out
        assert out.count("<script") == 1
        assert not re.search(r"<(img|svg|iframe|link)\\b", out)
        assert not re.search(r"href=\"javascript", out)
        assert 'class="done deed"' in out


def test_a_record_lights_up_its_words(dom):
    """An address that names a record lights up the record and its words in their roles."""
    out = dom(html([coding()]), "#r1-2")
    assert re.search(r'<li id="r1-2" class="[^"]*\blit\b', out)
    lit = dict(re.findall(r'class="[^"]*\b(lit-[tarsc])\b[^"]*"[^>]*>([^<]*)<', out))
    assert lit == {"lit-t": "recall", "lit-a": "Norla", "lit-s": "&lt;Ina&gt;", "lit-c": "may"}


def test_pointing_at_words_lights_up_their_record(dom):
    """The pointer over a marked word and the keyboard on its number do the same; Escape puts the light out."""
    got = dom(html([coding()]), probe="""
        const lit = () => [...document.querySelectorAll("li.lit")].map((e) => e.id).join();
        const seen = [];
        const over = new MouseEvent("mouseover", {bubbles: true});
        document.querySelector("mark.t1-1").dispatchEvent(over); seen.push(lit());
        document.getElementById("m1-3").focus(); seen.push(lit());
        document.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape"})); seen.push(lit());
        return seen;
    """)
    assert got == ["r1-1", "r1-3", ""]


def test_the_keyboard_reaches_everything_in_order(dom):
    """Tab goes from the skip link over the filter and the marks in order of the text to the records."""
    got = dom(html([coding()]), probe="""
        return [...document.querySelectorAll("a[href], input, [tabindex]")]
          .filter((e) => { e.focus(); return document.activeElement === e; })
          .map((e) => e.id || e.getAttribute("href"));
    """)
    assert got == ["#main", "all", "done", "said", "m1-1", "m1-2", "m1-3", "#m1-1", "#m1-2", "#m1-3"]


@pytest.mark.parametrize("choice", ["done", "said"])
def test_the_filter_hides_the_rest(dom, choice):
    """Deeds alone, or all the rest alone, by style only: the text stays."""
    shown = dom(html([coding()]), probe=f"""
        document.getElementById("{choice}").checked = true;
        const seen = (e) => getComputedStyle(e).display !== "none";
        return [...document.querySelectorAll("li[id], mark, sup")].filter(seen).map((e) => e.id || e.textContent);
    """)
    words = ["detained", "recall", "shoot"]
    assert [word for word in shown if word in words] == words
    assert [row for row in shown if row.startswith("r")][-1:] == (["r1-1"] if choice == "done" else ["r1-3"])


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_contrast_of_every_word(dom, dark):
    """Every piece of text stands out from what is behind it at WCAG AA, as the browser paints it."""
    question = Turn(kind=TurnKind.QUESTION, speaker="The Herald", start=39, end=len(TEXT))
    worst = dom(html([coding(turns=(question,))]), dark=dark, probe="""
        const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
        const lum = (c) => rgb(c).slice(0, 3).map((v) => v / 255)
          .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = (e) => { while (e) { const c = getComputedStyle(e).backgroundColor;
          if ((rgb(c)[3] ?? 1) === 1) return c; e = e.parentElement; } return "rgb(255, 255, 255)"; };
        const worst = [100, ""];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) { const e = walk.currentNode.parentElement;
          if (!walk.currentNode.data.trim() || ["SCRIPT", "STYLE"].includes(e.tagName)) continue;
          const [a, b] = [lum(getComputedStyle(e).color), lum(behind(e))];
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (ratio < worst[0]) { worst[0] = ratio; worst[1] = e.outerHTML.slice(0, 80); } }
        return worst;
    """)
    assert worst[0] >= 4.5, worst[1]


def test_without_scripts(dom):
    """Without the page's script its style lights up what the address names, and nothing else."""
    page = re.sub(r"<script>.*?</script>", "", html([coding()]), flags=re.DOTALL)
    shadows = dom(page, probe="""
        location.hash = "r1-2";
        return Object.fromEntries([...document.querySelectorAll("[class*='1-']")]
          .map((e) => [e.textContent, getComputedStyle(e).boxShadow !== "none"]));
    """)
    assert {words for words, lit in shadows.items() if lit} == {"recall", "Norla", "<Ina>", "may"}
    assert {"detained", "shoot"} <= set(shadows)
