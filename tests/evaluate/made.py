"""Records made by hand for the tests of this folder."""

from facta.records import Article, Coding, Event, Interval, Origin, Participant, Polarity, Span, Status


def who(code, sector="GOV", text="they", start=None, end=None):
    return Participant(text=text, start=start, end=end, code=code, sector=sector)


def event(text, words, kind, *, actors=(), recipients=(), status="actual", polarity="+", sources=(), when=None, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Event(
        article_id="a", sense=kind.lower(), type=kind, mode=None, contexts=(), trigger=Span(start, start + len(words)),
        evidence=Span(0, len(text)), actors=tuple(actors), recipients=tuple(recipients), status=Status(status),
        polarity=Polarity(polarity), cues=(), sources=tuple(sources),
        when=None if when is None else Interval(start=when[0], end=when[1], basis="given"), place=None, score=0.0,
        quad=1, confidence=1.0, type_plover=kind, auxiliary=(), origin=Origin(version="0", digest="0"),
    )


def coding(text, *events):
    return Coding(article=Article(source="test", text=text), events=events, claims=())
