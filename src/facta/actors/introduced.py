"""People whom the text introduces in a sentence of its own: *Ada Lind was Norland's envoy until 2017*.

In go a text and a name, out come country and sector that the words after the name give it.

>>> from facta.resources.actorwords import load_actor_words
>>> from facta.resources.roster import load_roster
>>> text = "Boris Lakatos, who was Hungary's deputy trade minister until 2011, keeps bees."
>>> introduced(text, "Boris Lakatos", load_roster(), load_actor_words(), None)
('HUN', 'ELI')
"""

from __future__ import annotations

import re

from facta.actors.survey import states_in
from facta.actors.titles import read_title
from facta.resources.actorwords import ActorWords
from facta.resources.roster import Roster

#: Names are looked up in the text at most so often, and read so far after each.
TIMES, REACH = 4, 160
OFFICES = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY", "PTY", "COP"})
_ENDS = re.compile(r"[.;:!?\n](?=\s|$)|\)|\n| and (?=now|later|then|still|has|is|was)")
_LINK = re.compile(r"^(?:,? ?\(?(?:who )?)?(once |formerly |previously |long )?(was|had been|served as|used to be|is|has been|"
                   r"teaches|taught|lectures|commanded|led|ran|headed|leads|heads|runs|edits|founded|chairs|chaired|"
                   r"advises|advised|defends|defended|represents|represented|studies|works)\b")
_APPOSED = re.compile(r"^(?:, (?=an? |the |\w+'s |former |now )| of (?=the |[A-Z]))")
_PAST = frozenset(("was", "had been", "served as", "used to be", "commanded", "led", "ran", "headed", "chaired"))
_UNTIL = re.compile(r"\b(?:until|till|before|from \d{4} to|between)\b|\b(?:former|retired|ex)\b")
"""@@"""


def introduced(
    text: str, name: str, roster: Roster, words: ActorWords, day: str | None
) -> tuple[str | None, str | None]:
    """Return code and sector from the first sentence that says who the named person is."""
    code: str | None = None
    sector: str | None = None
    at = text.find(name)
    for _ in range(TIMES):
        if at < 0 or (code and sector):
            break
        end = at + len(name)
        found = _after(text[end : end + REACH], roster, words, day)
        code, sector = code or found[0], sector or found[1]
        at = text.find(name, end)
    return code, sector
