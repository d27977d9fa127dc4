"""Where an article is at home: its dateline, its publisher, its headline, and whom an interview speaks to.

A bare *the police* or *Parliament* belongs to the state that the article is told from, unless the sentence says
otherwise. In goes an article, out comes how strongly each state pulls.

>>> from facta.resources.actorwords import load_actor_words
>>> from facta.resources.roster import load_roster
>>> text = "LUSAKA, Zambia — Police arrested two Malawian teachers."
>>> home(Article(source="x", text=text), load_roster(), load_actor_words())
'ZMB'
"""

from __future__ import annotations

import re
from collections import Counter

from facta.actors.survey import WORD, Spotted, states_in, survey
from facta.records import Article, TurnKind
from facta.resources.actorwords import ActorWords
from facta.resources.roster import SUPRANATIONAL, Roster

#: What each sign of home counts against one mention of another state in the text.
PUBLISHER_PULL, TITLE_PULL, FIRST_PULL, INTERVIEWEE_PULL = 4, 2, 1, 6
#: What a state named in the frame of an interview counts against one spoken of with *us*.
FRAME_PULL = 2
#: Words by which somebody speaks for the own country.
OWN = frozenset({"our", "ours", "us", "we"})
#: A dateline tells the home of an article where its state is named so often at least, against the one named most,
#: and again besides: correspondents write from capitals that have no part in the matter.
DATELINE_SHARE, DATELINE_NAMED = 0.15, 2
#: The lead: names further down say nothing about where an article is told from, only how often they come.
LEAD, FIRST = 1_500, 400
_DATELINE = re.compile(
    r"^([A-ZÀ-Þ][A-ZÀ-Þ.' -]{2,40})(?:, ([A-ZÀ-Þ][\w.' -]{2,40}?))? ?(?:\([^)\n]{1,40}\) ?)?[—–-]{1,2} ", re.MULTILINE)
_SENTENCE = re.compile(r"[^.?!\n]+")
_DATED_PLACE = re.compile(r"^([A-ZÀ-Þ][\w.' -]{2,40}?), \d{1,2} [A-Z][a-z]{2,8} \d{4}\.?$", re.MULTILINE)


def dateline(article: Article, roster: Roster, words: ActorWords) -> str | None:
    """Return the state of the dateline, if there is one: *LUSAKA, Zambia —*, *Gaborone, 22 June 2017*."""
    day = article.published.start if article.published else None
    lead = straight(article.text[:LEAD])
    place = _DATELINE.search(lead) or _DATED_PLACE.search(lead)
    for name in (place.groups() if place else ()):
        codes = states_in(_titled(name), roster, words, day) if name else []
        if codes:
            return codes[-1]
    return None


def pulls(article: Article, roster: Roster, words: ActorWords) -> Counter[str]:
    """Return how strongly the frame of an article (not its running text) points to each state."""
    found: Counter[str] = Counter()
    day = article.published.start if article.published else None
    lead = straight(article.text[:LEAD])
    spoken = frozenset(m.group() for m in WORD.finditer(lead.lower()))
    title = states_in(straight(headline(article)), roster, words, day, found, spoken)
    for code in title:
        found[code] += TITLE_PULL
    for code in states_in(lead[:FIRST], roster, words, day, found, spoken)[:1]:
        found[code] += FIRST_PULL
    for code in states_in(straight(article.publisher or ""), roster, words, day, found, spoken)[:1]:
        found[code] += PUBLISHER_PULL
    return found


def headline(article: Article) -> str:
    """Return the title, or what the turns call a headline."""
    turns = (t for t in article.turns if t.kind is TurnKind.HEADLINE)
    return article.title or next((article.text[t.start : t.end] for t in turns), "")


def home(article: Article, roster: Roster, words: ActorWords) -> str | None:
    """Return the state that the beginning of an article is told from, None when it names no state."""
    day = article.published.start if article.published else None
    total = pulls(article, roster, words)
    for spotted in survey(straight(article.text), roster, words, day=day):
        if is_state(spotted):
            total[spotted.hit.entry.code] += 1
    return foremost(total, dateline(article, roster, words))


def home_of_us(article: Article, roster: Roster, words: ActorWords) -> str | None:
    """Return the state of whoever says *we* in an interview: the one that the frame names, not those spoken of.

    *Why did Norland expel our diplomats?* is not asked in Norland.
    """
    day = article.published.start if article.published else None
    total: Counter[str] = pulls(article, roster, words)
    text = straight(article.text)
    for turn in article.turns:
        said = turn.kind in (TurnKind.QUESTION, TurnKind.ANSWER)
        for piece in _SENTENCE.finditer(text, turn.start, turn.end):
            ours = said and not OWN.isdisjoint(m.group().lower() for m in WORD.finditer(piece.group()))
            for code in set(states_in(piece.group(), roster, words, day)):
                total[code] += -1 if ours else 0 if said else FRAME_PULL
    best = max(total, key=lambda code: total[code], default=None)
    return best if best is not None and total[best] > FIRST_PULL else home(article, roster, words)


def foremost(total: Counter[str], told_from: str | None = None) -> str | None:
    """Return the state of the dateline unless the text hardly names it, else the one with the strongest pull."""
    if not total:
        return told_from
    first, most = total.most_common(1)[0]
    needed = max(DATELINE_NAMED, most * DATELINE_SHARE)
    return told_from if told_from and total[told_from] >= needed else first


def is_state(spotted: Spotted) -> bool:
    """Say whether a name stands for a state or something of one state."""
    return spotted.hit.entry.code not in SUPRANATIONAL


def straight(text: str) -> str:
    """Return the text with straight apostrophes, as the roster writes them.

    >>> straight("Peru’s")
    "Peru's"
    """
    return text.replace("’", "'").replace("‘", "'")


def _titled(name: str) -> str:
    """Return a name in capitals as it is written otherwise: *PORT MORESBY* is Port Moresby."""
    return name.title() if name.isupper() else name
