"""Why a record says what it says, for a reader: its fields one by one, and under each the words and rules behind it."""

from __future__ import annotations

from collections.abc import Iterator

from facta.cli.show import looks
from facta.records import Coding, Event, Reason, Status

STEPS = {
    "sense": "what", "type": "what", "alternative": "what", "roles": "who", "actor": "who", "status": "status",
    "source": "says", "when": "when",
}
"""Which field each step of the coder explains."""
MEANS = {
    Status.ACTUAL: "presented as having happened or going on",
    Status.ALLEGED: "presented as having happened, but with distance",
    Status.PLANNED: "meant, ordered or scheduled",
    Status.PROPOSED: "somebody says that it ought to be, or asks for it",
    Status.HYPOTHETICAL: "possible, feared, predicted, conditional or asked",
}
VOICES = {
    "article": "in the article's own voice", "self": "an actor's own word",
    "other": "someone else's word about the actors",
}
RULES = {
    "name": "by its name", "modifier": "by a nationality beside it", "place": "by the name of a place",
    "context": "by what stands around it", "antecedent": "refers back", "relative": "refers back",
    "speaker": "by who is speaking", "addressee": "by who is spoken to", "craft": "by whose craft it is",
    "turn": "by whose turn it is", "nearest governor first": "from the words above, the nearest first",
}
"""Plain words for the rules that bear a name of one word; others are shown as the coder writes them."""
WIDTH = 10


def explain(coding: Coding, event: Event) -> str:
    """Return the explanation of one record as lines."""
    look, text = looks.look(event), coding.article.text
    head = f"record {event.id}: {look.sign} {looks.status(event)} {looks.kind(event)}"
    lines = [head, "", f"  {_sentence(event, text)}", ""]
    for field, value in _fields(event):
        lines.append(f"{field:<{WIDTH}}{value}")
        for reason in event.reasons:
            if STEPS.get(reason.step, "what") == field:
                lines.append(f"{'':{WIDTH}}  {_reason(reason)}")
    lines += ["", f"confidence {event.confidence:.2f} · facta {event.origin.version}, resources {event.origin.digest}"]
    return "\n".join(lines)


def summary(coding: Coding, event: Event) -> str:
    """Return one record on one line, its id first."""
    words = looks.line(coding.article.text[event.trigger.start : event.trigger.end])
    who = looks.parties(event.actors, "?") + (f" → {looks.parties(event.recipients, '')}" if event.recipients else "")
    return f"{event.id}  {looks.look(event).sign} {looks.status(event):<16}  {looks.kind(event):<20}  “{words}”: {who}"


def _sentence(event: Event, text: str) -> str:
    """Return the sentence with the trigger between double brackets."""
    (start, end), (first, last) = event.trigger, event.evidence
    return f"{looks.line(text[first:start])} [[{looks.line(text[start:end])}]] {looks.line(text[end:last])}".strip()


def _fields(event: Event) -> Iterator[tuple[str, str]]:
    yield "what", looks.kind(event)
    to = f" → {looks.parties(event.recipients, '')}" if event.recipients else ""
    yield "who", looks.parties(event.actors, "not named") + to
    negative = "; the text says that it did not, will not or should not be so"
    told = MEANS[event.status] + (negative if looks.look(event) is looks.NEGATIVE else "")
    yield "status", f"{event.status} {event.polarity}: {told}"
    yield "says", f"{looks.voices(event, article='the article')} ({VOICES[event.voice]})"
    yield "when", looks.days(event.when, "not known: no date belongs to this act")
    if event.place:
        yield "where", looks.parties([event.place], "")


def _reason(reason: Reason) -> str:
    what, rule = looks.line(reason.what), looks.line(reason.rule)
    if reason.step == "alternative":
        what = f"passed over: {what}"
    if reason.step == "roles":
        what = f"roles: {what}"
    return f"{what}  [{RULES.get(rule, rule)}]" if rule else what
