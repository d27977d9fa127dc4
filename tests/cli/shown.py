"""A coding made by hand for the tests of views."""

from facta.records import (
    Article,
    Coding,
    Cue,
    Event,
    Failure,
    Interval,
    Origin,
    Participant,
    Polarity,
    Span,
    Status,
)

TEXT = "Sudra [red]detained[/red] a reporter.\n\n“Norla may recall its envoy & leave,” said <Ina>. It did not shoot."


def span(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def who(words, code, sector="GOV", text=TEXT, **more):
    start, end = span(words, text) if words in text else (None, None)
    return Participant(text=words, start=start, end=end, code=code, sector=sector, **more)


def event(words, kind, status="actual", polarity="+", text=TEXT, **more):
    given = {
        "mode": None, "contexts": (), "actors": (), "recipients": (), "cues": (), "sources": (), "when": None,
        "place": None, "score": -7.0, "quad": 4, "confidence": 0.9, "type_plover": kind, "auxiliary": (),
    }
    return Event(
        article_id="a", sense="x", type=kind, trigger=span(words, text), evidence=Span(0, len(text)),
        status=Status(status), polarity=Polarity(polarity), origin=Origin(version="0.1.0", digest="0"),
        **(given | more),
    )


def cue(words, effect="hypothetical"):
    start, end = span(words)
    return Cue(start=start, end=end, text=words, effect=effect)


DEED = event(
    "detained", "COERCE", mode="arrest", actors=(who("Sudra", "SUD"),), recipients=(who("a reporter", None, "JRN"),),
    when=Interval(start="2020-01-01", end="2020-01-02", basis="on New Year's Day"),
)
MAYBE = event(
    "recall", "SANCTION", "hypothetical", actors=(who("Norla", "NOR"),), sources=(who("<Ina>", "SUD", cue="said"),),
    cues=(cue("may"),), place=who("Norla", "NOR"),
)
NOT = event("shoot", "ASSAULT", polarity="-", actors=(who("It", "NOR"),), cues=(cue("not", "negative"),))
FAILURE = Failure(source="a.html", stage="events", code="S9", message="[S9] a.html: too \x1b[31mlong.")


def coding(text=TEXT, events=(DEED, MAYBE, NOT), failures=(), **more):
    article = Article(source="a.html", text=text, **more)
    return Coding(article=article, events=tuple(events), claims=(), failures=failures)
