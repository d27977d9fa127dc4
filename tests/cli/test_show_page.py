import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from tests.cli.shown import DEED, FAILURE, MAYBE, NOT, TEXT, coding, event, who

from facta.cli.show import looks
from facta.cli.show.page import html
from facta.records import Interval, Turn, TurnKind

VOID = {"meta", "input", "link", "br", "img", "hr"}


class Outline(HTMLParser):
    """Collects elements, attributes and text; checks that elements close in order."""

    def __init__(self, page):
        super().__init__()
        self.found, self.stack, self.words, self.inside = [], [], [], {}
        self.feed(page)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        """Check that it is the innermost open element."""
        assert self.stack.pop() == tag

    def handle_data(self, data):
        """Note a piece of text."""
        self.words.append(data)
        self.inside[self.stack[-1] if self.stack else ""] = data

    def of(self, tag):
        """Return the attributes of every element of one name."""
        return [attrs for name, attrs in self.found if name == tag]


def test_the_text_survives():
    """The article's words stand on the page in order, apart from the numbers of records."""
    page = html([coding()])
    text = re.search(r'<div class="text">(.*?)</div>', page, re.DOTALL).group(1)
    words = Outline(re.sub(r"<sup\b.*?</sup>", "", text)).words
    assert "".join(words).split() == TEXT.split()


def test_records_and_marks_point_at_each_other():
    """Each record links to its mark and each mark to its record, in several articles, and every id stands once."""
    out = Outline(html([coding(), coding()]))
    ids = [attrs["id"] for _, attrs in out.found if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {attrs["href"][1:] for attrs in out.of("a") if attrs["href"].startswith("#")}
    assert targets <= set(ids)
    assert {f"{kind}{n}-{k}" for kind in "mr" for n in (1, 2) for k in (1, 2, 3)} <= targets


def test_words_know_their_records():
    """Trigger, actor, recipient, source and cue of a record bear its number."""
    page = html([coding()])
    for piece in ("t1-1", "a1-1", "r1-1", "t1-2", "s1-2", "c1-2", "c1-3"):
        assert re.search(rf'class="[^"]*\b{piece}\b', page), piece
    assert '<span class="c1-2">may</span>' in page


def test_done_and_said_are_apart():
    """A deed is of the class that the filter keeps for done, anything else of the other."""
    rows = {a["id"]: a["class"] for a in Outline(html([coding()])).of("li") if "id" in a}
    assert rows == {"r1-1": "done deed", "r1-2": "said hypothetical", "r1-3": "said negative"}


EVIL = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><script>1</script>", "' onfocus='f(1)",
    "javascript:alert(1)", "</textarea><svg/onload=alert(1)>", "&lt;b&gt;", "\x00<scr\x00ipt>", "\u202ecod.exe",
    "\ud800",
]


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_of_a_page_becomes_an_element(evil):
    """Hostile words in any field change neither elements nor attributes of the page."""
    text = TEXT.replace("a reporter", evil)

    def made(words, page):
        deed = event(
            "detained", "COERCE", text=page, mode=words, actors=(who(words, words, words, text=page),),
            when=Interval(start=words, end=words, basis=words), place=who(words, words), sources=(who(words, None),),
        )
        return coding(
            text=page, events=(deed,), title=words, publisher=words, url=words, language=words, failures=(FAILURE,),
            published=Interval(start=words, end=words, basis=words),
        )

    evil_page, tame_page = html([made(evil, text)]), html([made("xyz", TEXT.replace("a reporter", "xyz"))])
    evil_page.encode("utf-8")
    shape = [(tag, sorted(attrs)) for tag, attrs in Outline(evil_page).found]
    assert shape == [(tag, sorted(attrs)) for tag, attrs in Outline(tame_page).found]
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", evil_page)


@pytest.mark.parametrize(("url", "linked"), [("https://a.example/?q=1&r=2", True), ("javascript:alert(1)", False)])
def test_only_web_addresses_are_links(url, linked):
    """An address of another kind is not made a link."""
    hrefs = [a["href"] for a in Outline(html([coding(url=url)])).of("a")]
    assert (url in hrefs) is linked


def test_policy_allows_only_what_stands_in_the_page():
    """Style and script match the hashes of the policy, and nothing is loaded from elsewhere."""
    page = html([coding(), coding()])
    policy = next(a["content"] for a in Outline(page).of("meta") if "http-equiv" in a)
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL).group(1)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert not re.search(r'(src|href)="(?!#)', page)
    assert not re.search(r"\son\w+=|\sstyle=", page)


def test_overlapping_spans_close_in_order():
    """Nested and overlapping spans of many records give well-formed pieces."""
    wide = event("recall its envoy & leave", "REJECT", "planned", actors=(who("Norla may recall", "NOR"),) * 2)
    page = html([coding(events=(MAYBE, wide, DEED, NOT))])
    assert Outline(page).of("mark")[1]["class"].startswith("said hypothetical a1-2 t1-1 t1-2")
    assert page.count('id="m1-2"') == 1


def test_an_empty_coding():
    """An article without events, and no article at all, are pages too."""
    assert "No events." in html([coding(events=())])
    Outline(html([]))


def test_many_records_stay_linear():
    """A thousand records on one long text make a page of bounded size."""
    text = "Sudra met Norla. " * 1000
    events = [event("met", "CONSULT", text=text) for _ in range(1000)]
    assert len(html([coding(text=text, events=events)])) < 2_000_000


def test_turns_show_their_kind_and_speaker():
    """A question looks like one, a speaker is named where a turn begins, and page furniture stands apart."""
    first, second = TEXT.index("“Norla"), len(TEXT)
    turns = (
        Turn(kind=TurnKind.QUESTION, speaker='<The "Herald">', start=first, end=second),
    )
    page = html([coding(turns=turns)])
    assert '<p class="outside">' in page
    assert '<p class="question" data-speaker="&lt;The &quot;Herald&quot;&gt;">' in page
    assert 'class="outside"' not in html([coding()])


def luminance(colour):
    if len(colour) == 4:
        colour = "#" + "".join(c * 2 for c in colour[1:])
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme):
    """Words stand out from every background at WCAG AA (4.5), lines and outlines at 3."""
    style = re.search(r"<style>(.*?)</style>", html([]), re.DOTALL).group(1)
    roots = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colour = dict(re.findall(r"--(\w+): (#\w+)", roots[scheme]))
    grounds = [colour[name] for name in ("paper", "panel", *(look.name for look in looks.ALL))]
    assert min(contrast(colour["ink"], ground) for ground in grounds) >= 7
    assert min(contrast(colour["soft"], colour[name]) for name in ("paper", "panel")) >= 4.5
    for name in ("lit", "who", "whom", "says", "cue"):
        assert min(contrast(colour[name], colour[ground]) for ground in ("paper", "panel")) >= 3
