"""What an act is so far: the ``View`` that each governor takes from the one above and hands down.

>>> combined(Own(Status.PLANNED, future="would"), View(reported=True)).status.value
'planned'
>>> combined(Own(Status.PLANNED, future="would"), View()).status.value
'hypothetical'
"""

from __future__ import annotations

from typing import NamedTuple

from facta.events.status.nouns import Own
from facta.records import Cue, Status


class View(NamedTuple):
    """What an act is, or what its governors make of it before its own words are heard.

    ``firm``: own words do not change the status; ``reported``: *would* is a future; ``outsider``: told by someone
    with no say in it.
    """

    status: Status = Status.ACTUAL
    negative: bool = False
    firm: bool = False
    reported: bool = False
    outsider: bool = False
    cues: tuple[Cue, ...] = ()


def combined(own: Own, context: View) -> View:
    """Let an act's own words speak before its governors."""
    if own.firm:
        return View(own.status or Status.ACTUAL, own.negative, True, cues=own.cues)
    # "No pledge was given": the one *no* negates the verb and the noun, but only once.
    once = own.negative and any(a.start == b.start for a in own.cues for b in context.cues)
    negative = context.negative if once else own.negative ^ context.negative
    cues = (*own.cues, *context.cues)
    if context.firm or own.status is None:
        return context._replace(negative=negative, cues=cues)
    status = own.status
    if own.future:
        if context.status in (Status.HYPOTHETICAL, Status.PROPOSED):
            status = context.status
        elif (context.outsider and context.status is not Status.PLANNED) or (
            own.future == "would" and not context.reported
        ):
            status = Status.HYPOTHETICAL
        else:
            status = Status.PLANNED
    return View(status, negative, False, cues=cues)
