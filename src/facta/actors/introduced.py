"""People whom the text introduces in a sentence of its own: *Ada Lind was Norland's envoy until 2017*.

In go a text and a name, out come country and sector that the words after the name give it.

>>> from facta.resources.actorwords import load_actor_words
>>> from facta.resources.roster import load_roster
>>> text = "Boris Lakatos, who was Hungary's deputy trade minister until 2011, keeps bees."
>>> introduced(text, "Boris Lakatos", load_roster(), load_actor_words(), None)
('HUN', 'ELI')
"""

from __future__ import annotations

from facta.actors.lookup import lookup
from facta.actors.survey import WORD
from facta.resources.actorwords import ActorWords
from facta.resources.roster import Roster

#: A name is looked up in the text at most so often, and the text read so far after and before each.
TIMES, REACH, LABEL = 4, 160, 60
#: Sectors that one has for the time of an office only.
OFFICES = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY", "PTY", "COP"})
#: What may stand between a name and the words that say who it is.
OPENERS = frozenset((",", "(", "who", "–", "—"))
#: *has led*: somebody does so still.
STILL = frozenset(("has", "have"))
ARTICLES = frozenset(("a", "an", "the"))
ENDS = frozenset(".;:!?)\"”")


def introduced(
    text: str, name: str, roster: Roster, words: ActorWords, day: str | None
) -> tuple[str | None, str | None]:
    """Return code and sector from the sentences that say who the named person is."""
    code: str | None = None
    sector: str | None = None
    at = text.find(name) if name else -1
    for _ in range(TIMES):
        if at < 0 or (code and sector):
            break
        end = at + len(name)
        found = said_after(text[end : end + REACH].partition("\n")[0], roster, words, day)
        label = _before_bracket(text[max(0, at - LABEL) : at], roster, words, day)
        code, sector = code or found[0], sector or found[1] or label
        at = text.find(name, end)
    return code, sector


def _before_bracket(
    text: str, roster: Roster, words: ActorWords, day: str | None
) -> str | None:
    """Return the sector of a role with the name in brackets after it: *SPOKESPERSON (Ada Lind)*."""
    if not text.endswith("("):
        return None
    role = text[:-1].rpartition("\n")[2].strip()
    return next((actor.sector for actor in lookup(role, roster, words, day)), None)


def said_after(text: str, roster: Roster, words: ActorWords, day: str | None) -> tuple[str | None, str | None]:
    """Read what stands right after a name: a copula or a verb of profession, an apposition, *of* and a body."""
    pieces = list(WORD.finditer(text[:REACH]))
    k = 0
    while k < len(pieces) and (pieces[k].group().lower() in OPENERS or pieces[k].group().isdigit()):
        k += 1
    still = k + 1 < len(pieces) and pieces[k].group().lower() in STILL
    k += still
    if k == len(pieces):
        return None, None
    low = pieces[k].group().lower()
    past = low in words.lists["introduces_past"]
    if not (past or low in words.lists["introduces"] or (k and low in ARTICLES) or (not k and low == "of")):
        return None, None
    ends = words.lists["introduces_end"]
    last = next((m for m in pieces[k + 1 :] if m.group() in ENDS or m.group().lower() in ends), None)
    phrase = text[pieces[k].start() : last.start() if last else len(text)]
    actor = next(iter(lookup(phrase, roster, words, day)), None)
    if actor is None:
        return None, None
    return actor.code, "ELI" if past and not still and actor.sector in OFFICES else actor.sector
